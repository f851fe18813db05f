"""Links of the built site: every address and anchor must exist in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

_ATTRIBUTES = (("a", "href"), ("link", "href"), ("script", "src"), ("img", "src"))


@cache
def _page(file: Path) -> tuple[tuple[str, ...], frozenset[str]]:
    """The addresses a page links to, and the anchors it has."""
    soup = BeautifulSoup(file.read_bytes(), "html.parser")
    links = tuple(
        str(element[attribute])
        for tag, attribute in _ATTRIBUTES
        for element in soup.find_all(tag, {attribute: True})
    )
    anchors = frozenset(str(element["id"]) for element in soup.find_all(id=True))
    return links, anchors


def broken_links(site: Path, root: str = "/") -> Iterator[str]:
    """Each broken link as `page: link: what is missing`.

    Addresses of other hosts are left alone; absolute ones are read below `root`, the site's own address.
    """
    _page.cache_clear()
    for file in sorted(site.rglob("*.html")):
        for link in _page(file)[0]:
            missing = _missing(link, file, site, root)
            if missing:
                yield f"{file.relative_to(site)}: {link}: {missing}"


def _missing(link: str, file: Path, site: Path, root: str) -> str | None:
    parts = urlsplit(link)
    if parts.scheme in ("mailto", "data", "javascript", "tel"):
        return None
    path = unquote(parts.path)
    if parts.netloc:
        return None
    target = (
        file if not path else site / path.removeprefix(root) if path.startswith("/") else file.parent / path
    )
    target = target.resolve()
    if target.is_dir():
        target = target / "index.html"
    if not target.exists():
        return "no such page"
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in _page(target)[1]:
        # The theme takes `__` anchors for its own controls.
        return None if parts.fragment.startswith("__") else "no such anchor"
    return None
