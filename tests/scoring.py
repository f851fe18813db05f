"""How records compare with gold: precision, recall and F1 by type, and the share of fields that are right.

Events and agreements are paired with gold where their spans overlap, one to one, the best overlap first;
figures on value and unit in the anchor's sentence; people by name, folded over scripts and apostrophes.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

TYPES = ("people", "events", "agreements", "figures")
Record = Mapping[str, Any]
Place = tuple[int, int]

_LATIN = {
    **dict(zip("абвгдезийклмнопрстуфхэёўқғҳы", "abvgdeziyklmnoprstufxe oqghi", strict=True)),
    "ё": "yo",
    "ц": "s",
    "ч": "ch",
    "ш": "sh",
    "ъ": "",
    "ь": "",
    "ю": "yu",
    "я": "ya",
    "ж": "j",
}


@dataclass
class Count:
    """Hits, inventions and misses."""

    hits: int = 0
    inventions: int = 0
    misses: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.hits / max(1, 2 * self.hits + self.inventions + self.misses)


@dataclass
class Score:
    """The figures of a set of texts, and a line for each miss, invention and wrong field."""

    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in TYPES})
    fields_right: int = 0
    fields: int = 0
    wrong_quotes: int = 0
    remarks: list[str] = field(default_factory=list)

    @property
    def whole(self) -> Count:
        """All types together."""
        counts = self.counts.values()
        return Count(
            sum(c.hits for c in counts), sum(c.inventions for c in counts), sum(c.misses for c in counts)
        )

    @property
    def field_accuracy(self) -> float:
        """The share of the fields that gold states and the record has right."""
        return self.fields_right / max(1, self.fields)


def folded(text: object) -> str:
    """Lower-case ASCII, whatever the script, the apostrophe or the old spelling."""
    lower = unicodedata.normalize("NFC", str(text)).lower()
    latin = "".join(_LATIN.get(char, char) for char in lower)
    plain = re.sub(r"[‘’ʻʼ'`´]", "", latin).replace("ye", "e")
    return re.sub(r"[^a-z0-9]+", " ", plain).strip()


def score(data: Path, seeds: Path, gold: Path) -> Score:
    """Compares the records in `data` with each gold file, on the texts in `seeds`."""
    records = {kind: [_yaml(file) for file in sorted((data / kind).glob("*.yml"))] for kind in TYPES}
    result = Score()
    for file in sorted(gold.glob("*.yml")):
        wanted = _yaml(file)
        text = (seeds / f"{wanted['source']}.txt").read_bytes().decode("utf-8")
        for kind in TYPES:
            _compare(kind, records[kind], wanted, text, result)
    return result


def _yaml(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _compare(kind: str, records: Sequence[Record], wanted: Record, text: str, result: Score) -> None:
    source = str(wanted["source"])
    found = []
    for record in records:
        places = []
        for mention in record["mentions"]:
            if mention["source"] == source:
                places.append((mention["start"], mention["end"]))
                result.wrong_quotes += text[mention["start"] : mention["end"]] != mention["quote"]
        if places:
            found.append((record, places))
    gold = [(one, _anchor(text, one["anchor"])) for one in wanted.get(kind) or []]
    pairs = [
        (likeness, f, g)
        for f, (record, places) in enumerate(found)
        for g, (one, place) in enumerate(gold)
        if (likeness := _likeness(kind, record, places, one, place, text)) > 0
    ]
    paired: dict[int, int] = {}
    for _, f, g in sorted(pairs, key=lambda pair: -pair[0]):
        if f not in paired and g not in paired.values():
            paired[f] = g
    _tally(kind, [record for record, _ in found], [one for one, _ in gold], paired, source, result)


def _tally(
    kind: str,
    found: Sequence[Record],
    gold: Sequence[Record],
    paired: Mapping[int, int],
    source: str,
    result: Score,
) -> None:
    count = result.counts[kind]
    for index, record in enumerate(found):
        if index not in paired:
            count.inventions += 1
            result.remarks.append(f"{source} {kind}: extra {record['id']}")
            continue
        one = gold[paired[index]]
        if one.get("optional"):
            continue
        count.hits += 1
        for name, right in _fields(kind, record, one):
            result.fields += 1
            result.fields_right += right
            if not right:
                result.remarks.append(f"{source} {kind}: {name} of {record['id']} is {record.get(name)!r}")
    for index, one in enumerate(gold):
        if index not in paired.values() and not one.get("optional"):
            count.misses += 1
            result.remarks.append(f"{source} {kind}: missing {one['anchor']!r}")


def _anchor(text: str, anchor: str) -> Place:
    words = [re.escape(word) for word in anchor.split()]
    match = re.search(r"\s+".join(words), text) or re.search(r"[\s\S]{0,400}?".join(words), text)
    if match is None:
        raise ValueError(f"the anchor {anchor!r} is not in the text")
    return match.span()


def _overlap(one: Place, other: Place) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _likeness(
    kind: str, record: Record, places: Sequence[Place], one: Record, place: Place, text: str
) -> float:
    if kind == "people":
        return (1 if one.get("optional") else 2) if _same_name(record, one) else 0
    shared = max(_overlap(own, place) for own in places)
    if kind == "figures":
        same_unit = record["unit"] == one["unit"] or (
            one["unit"] == "count" and record["unit"] not in ("USD", "UZS", "percent", "ratio")
        )
        if not same_unit or abs(record["value"] - one["value"]) > 1e-6 * abs(one["value"]):
            return 0
        near = any(_overlap(own, _sentence(text, place)) for own in places)
        return 1000 + shared if shared else float(near)
    closest = max(_overlap(own, place) / (max(own[1], place[1]) - min(own[0], place[0])) for own in places)
    return closest + (0.2 if record["kind"] in _allowed(one, "kind") else 0) if closest else 0


def _sentence(text: str, place: Place) -> Place:
    start = max(text.rfind(end, 0, place[0]) for end in (". ", ".\n", "\n\n", "! ", "? ")) + 1
    ends = [at for end in (". ", ".\n", "\n\n") if (at := text.find(end, place[1])) >= 0]
    return start, min(ends, default=len(text))


def _same_name(record: Record, one: Record) -> bool:
    wanted = folded(one["name"]).split()
    long = [word for word in wanted if len(word) > 2]
    for name in (*record["name"].values(), *record.get("aliases", ())):
        own = folded(name).split()
        hits = sum(any(_close(word, other) for other in own) for word in long)
        surname = any(_close(wanted[-1], other) for other in own)
        if own and (hits >= len(long) or (len(long) > 1 and hits >= len(long) - 1 and surname)):
            return True
    return False


def _close(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() > 0.84


def _allowed(one: Record, name: str) -> list[object]:
    return [one.get(name), *one.get(f"also_{name}", one.get("also", []) if name == "kind" else [])]


def _fields(kind: str, record: Record, one: Record) -> Iterator[tuple[str, bool]]:
    """The fields that gold states, and whether the record has them right."""
    if kind in ("events", "agreements"):
        yield "kind", record["kind"] in _allowed(one, "kind")
        if "date" in one:
            wanted = str(one["date"])
            yield "date", re.sub(r"[~?%]", "", str(record.get("date", ""))).startswith(wanted)
        if "status" in one:
            same = {record["status"], one["status"]}
            near = same <= {"signed", "adopted"} or same <= {"planned", "agreed"}
            yield "status", record["status"] in _allowed(one, "status") or near
        if "place" in one:
            yield "place", folded(one["place"])[:5] in folded(record.get("place", ""))
        if "valid" in one:
            yield "valid", record.get("valid") == one["valid"]
    if kind == "figures":
        if "cmp" in one:
            yield "comparator", record["comparator"] in [one["cmp"], *one.get("also_cmp", [])]
        if "kind" in one:
            ahead = {record["kind"], one["kind"]} <= {"target", "planned", "forecast"}
            yield "kind", record["kind"] in [one["kind"], *one.get("also_kind", [])] or ahead
        if "period" in one:
            yield "period", str(record.get("period", "")).startswith(str(one["period"])[:4])
        if "measure" in one:
            yield "indicator", bool(record.get("indicator"))
