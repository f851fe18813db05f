"""An index → the small JSON files that the browser fetches one by one.

`first-<letter>` answers a query of one letter by itself, so that the first key press waits for one file.
`meta` names all others: `terms` (keys in order, each file a stretch of the alphabet), `vocabulary` and
`forms` (words by length, for guesses), `titles` and `texts` (documents in order). Their names are the hashes
of their bytes, so that a cached file is never a stale one.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from uzkz_kb.publish.search.index import Index, beginnings
from uzkz_kb.publish.search.keys import name_keys, stop_words, words_after_numbers
from uzkz_kb.text.fold import Token, coarse, fold_tables, words
from uzkz_kb.text.stem import stem_tables

#: Bytes of JSON in a file, before compression.
TERMS_SIZE = 16_000
TEXTS_SIZE = 16_000
VOCABULARY_SIZE = 48_000
#: Words of so few letters are not guessed by their forms.
SHORTEST_FORM = 4
#: Documents in a file of titles.
TITLES_COUNT = 512
#: Characters of a text in the answers to one or two letters.
EXCERPT = 180
#: Document kinds and title lengths are one character a document, counted from this one.
ZERO = ord("0")
LONGEST_TITLE = 200

Item = TypeVar("Item")


def write_shard_files(index: Index, folder: Path) -> list[str]:
    """Writes all files of the index into `folder`, empty or new; gives the letters that have an answer."""
    folder.mkdir(parents=True, exist_ok=True)

    def put(content: Any) -> str:
        raw = _json(content)
        name = hashlib.sha256(raw).hexdigest()[:10]
        (folder / f"{name}.json").write_bytes(raw)
        return name

    meta = {
        "count": len(index.documents),
        "passages": index.passages,
        **_kinds(index),
        "lengths": "".join(chr(ZERO + min(length, LONGEST_TITLE)) for length in index.title_lengths),
        "terms": _terms(index, put),
        "vocabulary": _vocabulary(index, put),
        "forms": _forms(index, put),
        "titles": _titles(index, put),
        "texts": _texts(index, put),
    }
    (folder / "meta.json").write_bytes(_json(meta))
    answers = dict(_beginnings(index))
    for letter, answer in answers.items():
        (folder / f"first-{letter}.json").write_bytes(_json(answer))
    return list(answers)


def tables() -> dict[str, Any]:
    """What the worker needs to read a query as the index was read: it is part of the worker."""
    return {
        "fold": fold_tables(),
        "stem": stem_tables(),
        "names": name_keys(),
        "stop": sorted(stop_words()),
        "after_number": sorted(words_after_numbers()),
    }


def _kinds(index: Index) -> dict[str, Any]:
    pairs = sorted({(entry.type, entry.type_label) for entry in index.documents})
    numbers = {pair: chr(ZERO + number) for number, pair in enumerate(pairs)}
    return {
        "kinds": pairs,
        "kind": "".join(numbers[entry.type, entry.type_label] for entry in index.documents),
    }


def _terms(index: Index, put: Callable[[Any], str]) -> dict[str, list[str]]:
    rows = (
        [found, term.display, _steps(term.titles), _steps(term.facets), _steps(term.texts)]
        for found, term in index.terms.items()
    )
    chunks = list(_chunks(rows, TERMS_SIZE))
    return {"firsts": [str(chunk[0][0]) for chunk in chunks], "files": [put(chunk) for chunk in chunks]}


def _beginnings(index: Index) -> Iterator[tuple[str, dict[str, Any]]]:
    """For each letter the answers to it, alone and with a second one: `[all, likely word, what is shown]`."""
    read: dict[int, list[Token]] = {}

    def shown(number: int, start: str) -> tuple[str, str, str, str]:
        entry = index.documents[number]
        tokens = read.setdefault(number, list(words(entry.text)))
        at = next((token.start for token in tokens if token.folded.startswith(start)), 0)
        at = 0 if at < EXCERPT // 2 else at
        return (entry.title, entry.location, entry.type_label, entry.text[at : at + EXCERPT])

    by_letter: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for start, answer in beginnings(index).items():
        rows = [shown(number, start) for number in answer.documents]
        by_letter[start[0]][start] = [answer.count, answer.display, rows]
    yield from by_letter.items()


def _vocabulary(index: Index, put: Callable[[Any], str]) -> dict[str, list[Any]]:
    """All words by length, the shortest first: `[key, display, records, coarse form]`."""
    rows = []
    for found, term in index.terms.items():
        if not found[0].isdigit():
            documents = (*term.titles, *term.facets, *term.texts)
            records = sum(number < index.passages for number in documents)
            rows.append((found, term.display, records, coarse(found)))
    return _by_length(rows, put)


def _forms(index: Index, put: Callable[[Any], str]) -> dict[str, list[Any]]:
    """All inflected words by length with their keys: a slip may sit in the ending."""
    return _by_length(
        [(form, found) for form, found in index.forms.items() if len(form) > SHORTEST_FORM], put
    )


def _by_length(rows: list[Any], put: Callable[[Any], str]) -> dict[str, list[Any]]:
    chunks = list(_chunks(sorted(rows, key=lambda row: (len(row[0]), row[0])), VOCABULARY_SIZE))
    return {
        "firsts": [len(chunk[0][0]) for chunk in chunks],
        "lasts": [len(chunk[-1][0]) for chunk in chunks],
        "files": [put(chunk) for chunk in chunks],
    }


def _titles(index: Index, put: Callable[[Any], str]) -> dict[str, Any]:
    rows = [(entry.title, entry.location) for entry in index.documents]
    starts = range(0, len(rows), TITLES_COUNT)
    return {"size": TITLES_COUNT, "files": [put(rows[start : start + TITLES_COUNT]) for start in starts]}


def _texts(index: Index, put: Callable[[Any], str]) -> dict[str, Any]:
    chunks = list(_chunks((entry.text for entry in index.documents), TEXTS_SIZE))
    firsts, count = [], 0
    for chunk in chunks:
        firsts.append(count)
        count += len(chunk)
    return {"firsts": firsts, "files": [put(chunk) for chunk in chunks]}


def _steps(documents: list[int]) -> list[int]:
    """Ascending numbers as the steps between them, which are shorter."""
    return [number - before for before, number in zip([0, *documents], documents, strict=False)]


def _chunks(rows: Iterable[Item], size: int) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    length = 0
    for row in rows:
        chunk.append(row)
        length += len(_json(row))
        if length >= size:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk


def _json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
