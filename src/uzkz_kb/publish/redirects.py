"""Addresses that were given up: a page that leads to where the record stands now."""

from __future__ import annotations

from pathlib import Path

import yaml

from uzkz_kb.publish.hooks import CYRILLIC_ROOT
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.interface import Interface, PageScript, section_slug


def redirects(ledger: Path) -> list[tuple[str, str]]:
    """Old and new path of every record that was merged into another, from `data/permalinks.yml`.

    An entry of the ledger is `<id>: {type: …, into: <id>}`; entries that lead nowhere else are passed over.
    """
    if not ledger.is_file():
        return []
    entries = yaml.safe_load(ledger.read_text(encoding="utf-8")) or {}
    found = []
    for old, entry in sorted(entries.items()) if isinstance(entries, dict) else ():
        into = entry.get("into") if isinstance(entry, dict) else None
        if into and into in entries:
            new = _last(entries, into)
            found.append((_path(old, entry), _path(new, entries[new])))
    return found


def _last(entries: dict[str, dict[str, str]], name: str) -> str:
    """The end of a chain of merges; a ring ends where it began."""
    seen = set()
    while name not in seen and entries[name].get("into") in entries:
        seen.add(name)
        name = entries[name]["into"]
    return name


def _path(name: str, entry: dict[str, str]) -> str:
    return f"{section_slug(entry['type'])}/{name}/"


def write_redirects(ledger: Path, site: Path) -> None:
    """A static page at each old address, in both scripts, that needs neither a server nor a script."""
    for old, new in redirects(ledger):
        scripts: list[tuple[PageScript, str]] = [("latn", ""), ("cyrl", CYRILLIC_ROOT)]
        for script, root in scripts:
            page = site / root / old / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_page(old, new, Interface(script)), encoding="utf-8", newline="\n")


def _page(old: str, new: str, interface: Interface) -> str:
    title = escaped(interface.theme("redirect.text"))
    address = escaped("../" * old.count("/") + new)
    return (
        f'<!doctype html>\n<html lang="{interface.lang}">\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        f'<meta http-equiv="refresh" content="0; url={address}">\n<link rel="canonical" href="{address}">\n'
        f'<meta name="robots" content="noindex">\n'
        f'<p>{title} <a href="{address}">{escaped(new)}</a></p>\n</html>\n'
    )
