"""Markdown pages to `site/`: MkDocs once for each script, side by side, then the search, then the swap."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from uzkz_kb.errors import SiteError
from uzkz_kb.publish.hooks import CYRILLIC_ROOT
from uzkz_kb.publish.redirects import write_redirects
from uzkz_kb.publish.search.entry import SearchEntry, write_index
from uzkz_kb.render.interface import PAGE_SCRIPTS, PageScript

#: Pages bear no date of their making, unless the caller sets one: two builds are the same, byte for byte.
_EPOCH = "1735689600"


def build_site(project: Path, pages: Path, site: Path) -> None:
    """Builds what `render_pages` wrote to `pages` into `site`: Latin at its root, Cyrillic at `kirill/`.

    `site` changes only when everything stands: it is built beside and swapped in. `SiteError` holds what
    MkDocs said.
    """
    beside = site.parent / f".{site.name}-new"
    shutil.rmtree(beside, ignore_errors=True)
    roots = {script: beside / script for script in PAGE_SCRIPTS}
    running = {script: _mkdocs(project, pages / script, root, script) for script, root in roots.items()}
    said = {script: process.communicate()[0] for script, process in running.items()}
    for script, process in running.items():
        if process.returncode:
            lines = [line for line in said[script].splitlines() if not line.startswith("INFO")]
            raise SiteError(
                "MkDocs did not build the pages:\n" + "\n".join(lines[-20:]),
                remedy="Mend what it names, then build again",
                file=pages / script,
            )
    for script, root in roots.items():
        write_index(_entries(pages / f"search-{script}.json"), root, script)
    whole = roots["latn"]
    roots["cyrl"].replace(whole / CYRILLIC_ROOT.rstrip("/"))
    write_redirects(project / "data" / "permalinks.yml", whole)
    _swap(whole, site)
    shutil.rmtree(beside, ignore_errors=True)


def _mkdocs(project: Path, pages: Path, out: Path, script: PageScript) -> subprocess.Popen[str]:
    variables = {
        "UZKZ_PAGES": str(pages.resolve()),
        "UZKZ_SITE": str(out.resolve()),
        "UZKZ_SCRIPT": script,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", _EPOCH),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(project / "mkdocs.yml")],
        cwd=project,
        env=_environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _environment(variables: Mapping[str, str]) -> dict[str, str]:
    return {**os.environ, **variables}


def _entries(file: Path) -> Iterator[SearchEntry]:
    for fields in json.loads(file.read_text(encoding="utf-8")):
        yield SearchEntry(
            **{**fields, "aliases": tuple(fields["aliases"]), "facets": tuple(fields["facets"])}
        )


def _swap(new: Path, current: Path) -> None:
    old = current.parent / f".{current.name}-old"
    shutil.rmtree(old, ignore_errors=True)
    if current.exists():
        current.replace(old)
    new.replace(current)
    shutil.rmtree(old, ignore_errors=True)
