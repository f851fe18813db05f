"""Ids are minted once: `data/permalinks.yml` is read before and appended after.

An entry keeps the id, its type and the first places that spoke of it. A record takes the id of the entry
whose places its own mentions cover, so that a better title, date or kind changes no address; what is new gets
a slug of its own. An id whose places another record has taken over moves there; none is given away again.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from slugify import slugify

from uzkz_kb.errors import RecordError
from uzkz_kb.model.records import Mention, Slug
from uzkz_kb.store.files import write_atomically
from uzkz_kb.text.keys import APOSTROPHES

#: How many places an entry keeps: enough to know the record again, few enough to read.
PLACES_KEPT = 4
LONGEST_SLUG = 70
#: Types whose slug is their name: the same name is the same thing wherever it stands.
_NAMED = ("person", "place", "organization")

#: No record's: at this address stands the list of its section.
_RESERVED = frozenset({"index"})

_HEADER = "# Every id ever published. Made by `uzkz-kb extract`; it only grows: footnotes rest on it.\n"


@dataclass(frozen=True, slots=True)
class Entry:
    """An id, for ever; `moved_to` where its record was merged into another."""

    id: str
    type: str
    seen: tuple[tuple[str, int, int], ...]
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A record still without an id: the slug it would like, and the mentions it is known by."""

    type: str
    slug: str
    mentions: tuple[Mention, ...]


def slug_of(title: str, longest: int = LONGEST_SLUG) -> str:
    """A slug of a title in canonical Latin: ASCII, no apostrophes, whole words, no longer than `longest`."""
    bare = "".join(char for char in title if char not in APOSTROPHES)
    return slugify(bare, max_length=longest, word_boundary=True, save_order=True) or "yozuv"


class _Row(BaseModel):
    """An entry as the file holds it: an id becomes an address, so nothing but a slug is let through."""

    model_config = ConfigDict(extra="forbid")

    id: Slug
    type: Literal["agreement", "event", "figure", "person", "organization", "place", "source"]
    seen: list[tuple[str, int, int]]
    moved_to: Slug | None = None


_ROWS = TypeAdapter(list[_Row])


def read_ledger(file: Path) -> tuple[Entry, ...]:
    """The entries in the order in which they were minted; none where the file does not exist."""
    if not file.exists():
        return ()
    try:
        plain = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) or []
        rows = _ROWS.validate_python(plain)
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or error
        raise _unreadable(file, str(problem), None if mark is None else mark.line + 1) from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "the file"
        raise _unreadable(file, f"entry {where}: {first['msg']}") from error
    twice = [one for one, times in Counter(row.id for row in rows).items() if times > 1]
    if twice:
        raise _unreadable(file, f"{twice[0]} stands twice")
    return tuple(Entry(row.id, row.type, tuple(row.seen), row.moved_to) for row in rows)


def _unreadable(file: Path, problem: str, line: int | None = None) -> RecordError:
    return RecordError(
        f"the ledger of ids cannot be read ({problem})",
        remedy="Restore it from git: published addresses rest on it",
        file=file,
        line=line,
    )


def write_ledger(file: Path, entries: Iterable[Entry]) -> None:
    """Writes the entries, one a line, so that a diff shows what was minted."""
    lines = []
    for entry in entries:
        plain: dict[str, Any] = {
            "id": entry.id,
            "type": entry.type,
            "seen": [list(place) for place in entry.seen],
        }
        if entry.moved_to is not None:
            plain["moved_to"] = entry.moved_to
        lines.append(
            "- "
            + yaml.dump(plain, Dumper=yaml.CSafeDumper, default_flow_style=True, sort_keys=False, width=10**6)
        )
    write_atomically(file, _HEADER + "".join(lines))


def with_ids(drafts: Sequence[Draft], ledger: Sequence[Entry]) -> tuple[list[str], tuple[Entry, ...]]:
    """An id for each draft, in their order, and the ledger as it is afterwards."""
    ids: list[str | None] = [None] * len(drafts)
    for known, entry in _known(drafts, ledger):
        ids[known] = entry
    taken = {*_RESERVED, *(entry.id for entry in ledger)}
    minted: list[Entry] = []
    for index, draft in enumerate(drafts):
        if ids[index] is None:
            ids[index] = fresh = _free(draft.slug, taken)
            taken.add(fresh)
            minted.append(Entry(fresh, draft.type, _places(draft.mentions)))
    final = [one for one in ids if one is not None]
    owner = _owners(drafts, final)
    kept = tuple(_moved(entry, set(final), owner) for entry in ledger)
    return final, (*kept, *minted)


def _places(mentions: Iterable[Mention]) -> tuple[tuple[str, int, int], ...]:
    ordered = sorted((mention.source, mention.start, mention.end) for mention in mentions)
    return tuple(ordered[:PLACES_KEPT])


def _known(drafts: Sequence[Draft], ledger: Sequence[Entry]) -> Iterable[tuple[int, str]]:
    """Drafts that an entry knows: by the places that spoke of it, else by the slug."""
    scores: Counter[tuple[int, int]] = Counter()
    by_source: defaultdict[tuple[str, str], list[tuple[int, int, int]]] = defaultdict(list)
    for number, entry in enumerate(ledger):
        for source, start, end in entry.seen:
            by_source[(entry.type, source)].append((start, end, number))
    for index, draft in enumerate(drafts):
        for mention in draft.mentions:
            for start, end, number in by_source[(draft.type, mention.source)]:
                shared = min(end, mention.end) - max(start, mention.start)
                if shared > 0:
                    scores[(index, number)] += 1 + (100 * shared) // (
                        max(end, mention.end) - min(start, mention.start)
                    )
    by_slug = {(entry.type, entry.id): number for number, entry in enumerate(ledger)}
    for index, draft in enumerate(drafts):
        exact = by_slug.get((draft.type, draft.slug))
        if exact is not None and _may_be_known_again(draft, ledger[exact]):
            scores[(index, exact)] += 50
    used_drafts: set[int] = set()
    used_entries: set[int] = set()
    for (index, number), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if index not in used_drafts and number not in used_entries:
            used_drafts.add(index)
            used_entries.add(number)
            yield index, ledger[number].id


def _may_be_known_again(draft: Draft, entry: Entry) -> bool:
    """Whether an equal slug means the same: a name does; a title does within a source that was edited."""
    sources = {mention.source for mention in draft.mentions}
    return draft.type in _NAMED or any(source in sources for source, _, _ in entry.seen)


def _free(slug: str, taken: set[str]) -> str:
    if slug not in taken:
        return slug
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"


def _owners(
    drafts: Sequence[Draft], ids: Sequence[str]
) -> Mapping[tuple[str, str], list[tuple[int, int, str]]]:
    owners: defaultdict[tuple[str, str], list[tuple[int, int, str]]] = defaultdict(list)
    for draft, one in zip(drafts, ids, strict=True):
        for mention in draft.mentions:
            owners[(draft.type, mention.source)].append((mention.start, mention.end, one))
    return owners


def _moved(
    entry: Entry, living: set[str], owners: Mapping[tuple[str, str], list[tuple[int, int, str]]]
) -> Entry:
    """The entry; with the record that took over its places where its own is gone."""
    if entry.id in living:
        return replace(entry, moved_to=None)
    heirs: Counter[str] = Counter()
    for source, start, end in entry.seen:
        for low, high, one in owners.get((entry.type, source), ()):
            if low < end and start < high:
                heirs[one] += 1
    if not heirs:
        return entry
    return replace(entry, moved_to=min(heirs, key=lambda one: (-heirs[one], one)))
