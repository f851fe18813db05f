"""Addresses that were given up: each keeps a page, which leads to where the record stands now.

A record that was merged leads to the one it became, at once; one that was withdrawn says so before it leads
to the index of its section. The pages need neither a server’s configuration nor a script; with a script, the
place on the page that the address names is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from uzkz_kb.publish.hooks import CYRILLIC_ROOT
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.interface import Interface, PageScript, section_slug
from uzkz_kb.resolve.ledger import Entry, read_ledger

#: Seconds to read that a record was withdrawn.
_READING = 6
_ROOTS: Sequence[tuple[PageScript, str]] = (("latn", ""), ("cyrl", CYRILLIC_ROOT))


def write_redirects(ledger: Path, site: Path) -> None:
    """A page at each address of the ledger at which `site` has none, in both scripts."""
    for old, new in redirects(read_ledger(ledger), site):
        for script, root in _ROOTS:
            page = site / root / old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_page(old, new, Interface(script)), encoding="utf-8", newline="\n")


def redirects(entries: Sequence[Entry], site: Path) -> Iterator[tuple[str, str]]:
    """Old and new path of every entry without a page of its own."""
    by_id = {entry.id: entry for entry in entries}
    for entry in entries:
        if not (site / _path(entry)).exists():
            heir = _last(entry, by_id)
            living = (site / _path(heir)).exists()
            yield _path(entry), _path(heir) if living else f"{section_slug(entry.type)}/"


def _last(entry: Entry, by_id: Mapping[str, Entry]) -> Entry:
    """The end of a chain of merges; a ring ends where it closes."""
    seen = {entry.id}
    while entry.moved_to is not None and entry.moved_to in by_id and entry.moved_to not in seen:
        seen.add(entry.moved_to)
        entry = by_id[entry.moved_to]
    return entry


def _path(entry: Entry) -> str:
    return f"{section_slug(entry.type)}/{entry.id}/"


def _page(old: str, new: str, interface: Interface) -> str:
    moved = new.count("/") > 1
    title = escaped(interface.theme("redirect.text" if moved else "redirect.gone"))
    link = escaped(interface.theme("redirect.link" if moved else "redirect.section"))
    address = escaped("../" * old.count("/") + new)
    at_once = f'<script>location.replace("{address}" + location.hash)</script>\n' if moved else ""
    return (
        f'<!doctype html>\n<html lang="{interface.lang}">\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{title}</title>\n'
        f"{at_once}"
        f'<meta http-equiv="refresh" content="{0 if moved else _READING}; url={address}">\n'
        f'<link rel="canonical" href="{address}">\n'
        f'<meta name="robots" content="noindex">\n'
        f'<p>{title}. <a href="{address}">{link}</a></p>\n</html>\n'
    )
