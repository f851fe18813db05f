"""Writes all that the search of one script's site needs below its root."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from uzkz_kb.publish.search.entry import SearchEntry
from uzkz_kb.publish.search.index import indexed
from uzkz_kb.publish.search.keys import messages
from uzkz_kb.publish.search.shards import tables, write_shard_files

#: The worker is one file, so that a page asks for one; its parts in the order they build on each other.
WORKER_PARTS = (
    "fold.js",
    "stem.js",
    "shards.js",
    "lookup.js",
    "rank.js",
    "show.js",
    "answer.js",
    "worker.js",
)

#: What the theme fetches on every page in place of an index: only how it is to split words for highlighting.
STUB = {"config": {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": []}, "docs": []}


def worker_source(script: str, letters: Iterable[str] = ()) -> str:
    """The browser's worker: messages in `script` (`latn` or `cyrl`), `letters` that have an answer."""
    constants = {"MESSAGES": messages(script), "TABLES": tables(), "LETTERS": sorted(letters)}
    head = "".join(_constant(name, value) for name, value in constants.items())
    parts = (browser_file(part).removeprefix('"use strict";\n') for part in WORKER_PARTS)
    return f'"use strict";\n{head}' + "\n".join(parts)


def _constant(name: str, value: object) -> str:
    return f"const {name} = {json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"


def browser_file(name: str) -> str:
    """One of the files that the browser gets as they are."""
    return files("uzkz_kb.publish.search").joinpath("browser", name).read_text(encoding="utf-8")


def write_shards(entries: Iterable[SearchEntry], site: Path, script: str) -> None:
    """Writes worker, box and index below `site`, which is the root of one script's site; the old ones go."""
    folder = site / "assets" / "search"
    shutil.rmtree(folder, ignore_errors=True)
    letters = write_shard_files(indexed(entries, script), folder / "index")
    (folder / "worker.js").write_text(worker_source(script, letters), encoding="utf-8", newline="\n")
    for name in ("box.js", "box.css"):
        (folder / name).write_text(browser_file(name), encoding="utf-8", newline="\n")
    stub = site / "search" / "search_index.json"
    stub.parent.mkdir(parents=True, exist_ok=True)
    stub.write_text(json.dumps(STUB), encoding="utf-8", newline="\n")
