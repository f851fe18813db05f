"""The whole of `build/pages`: for each script the folder MkDocs reads, and what the search is told."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from uzkz_kb.errors import SiteError
from uzkz_kb.model.knowledge import Records
from uzkz_kb.read.seed import read_seed
from uzkz_kb.render.connections import connections, source_names
from uzkz_kb.render.entries import search_entries
from uzkz_kb.render.exports import export_files
from uzkz_kb.render.interface import PAGE_SCRIPTS, Interface, section_slug
from uzkz_kb.render.pages import all_pages
from uzkz_kb.render.view import View


def render_pages(project: Path, records: Records, out: Path) -> None:
    """Writes `out/latn`, `out/cyrl` and `out/search-<script>.json`, and nothing else stays in `out`.

    Reads `project/seeds` for the texts of the sources and `project/docs` for the pages people wrote. The same
    input gives the same bytes. All is written beside `out` and swapped in whole.
    """
    staging = out.parent / f".{out.name}-new"
    shutil.rmtree(staging, ignore_errors=True)
    exports = export_files(records)
    for view in views(project, records):
        root = staging / view.script
        _copy_docs(project / "docs", view.script, root)
        for page in all_pages(view):
            _write(root / page.file, page.text)
        for name, content in exports.items():
            _write(root / section_slug("downloads") / name, content)
        entries = list(search_entries(view))
        _write(staging / f"search-{view.script}.json", json.dumps(entries, ensure_ascii=False, indent=0))
    old = out.parent / f".{out.name}-old"
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.replace(old)
    staging.replace(out)
    shutil.rmtree(old, ignore_errors=True)


def views(project: Path, records: Records) -> list[View]:
    """The records as each script's pages see them."""
    texts = _seed_texts(project / "seeds", records)
    links = connections(records, texts)
    sources = source_names(records)
    return [View(records, links, sources, texts, Interface(script)) for script in PAGE_SCRIPTS]


def _seed_texts(seeds: Path, records: Records) -> Mapping[str, str]:
    """The seeds that records speak of, by name, line ends untouched as the spans count them."""
    found = {}
    for name in source_names(records):
        file = seeds / f"{name}.txt"
        if file.is_file():
            found[name] = read_seed(file).text
    return found


def _copy_docs(docs: Path, script: str, root: Path) -> None:
    """The pages people wrote, and the assets; a page must stand in both scripts."""
    for file in sorted((docs / script).rglob("*")):
        if file.is_file():
            twin = docs / ("cyrl" if script == "latn" else "latn") / file.relative_to(docs / script)
            if not twin.is_file():
                raise SiteError("a page stands in one script only", remedy=f"Write {twin}", file=file)
            _write(root / file.relative_to(docs / script), file.read_text(encoding="utf-8"))
    if (docs / "assets").is_dir():
        shutil.copytree(docs / "assets", root / "assets", dirs_exist_ok=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
