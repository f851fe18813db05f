"""What is the same across sources: happenings and documents told more than once.

Two findings are compared only where they share a rare stem or a day. Contradictions (dates, ordinals, places,
parties) refuse; a merge needs something that speaks for it. Each verdict has a reason that can be printed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Generic, TypeVar

from uzkz_kb.lang import lang_data
from uzkz_kb.model.edtf import bounds
from uzkz_kb.model.findings import AgreementFinding, EventFinding
from uzkz_kb.resolve.dates import agree, precision
from uzkz_kb.resolve.decisions import Decision, Groups
from uzkz_kb.resolve.likeness import (
    Weights,
    closeness,
    likeness,
    owner_stems,
    same_owner,
    title_stems,
    weights,
)
from uzkz_kb.resolve.titles import title_of

F = TypeVar("F", EventFinding, AgreementFinding)

#: So many words tell a document from all others of its month.
_ENOUGH_WORDS = 2
#: A stem in more titles than this brings nobody together by itself.
COMMON = 60


@dataclass(frozen=True, slots=True)
class Item(Generic[F]):
    """A finding of a source, its entities resolved.

    `counterpart` is the state the source deals with, `country` the one in which the finding's place lies.
    """

    source: str
    index: int
    finding: F
    counterpart: str | None = None
    country: str | None = None

    @property
    def place_in_source(self) -> tuple[str, int]:
        """What identifies the item."""
        return (self.source, self.index)

    @property
    def title(self) -> str:
        """What the finding is called, without when and where it was done."""
        return title_of(self.finding.name)

    def __str__(self) -> str:
        return f"{self.source}: “{self.finding.name}”"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether two findings are one, and why."""

    same: bool
    reason: str


Compare = Callable[[Item[F], Item[F], Weights], Verdict | None]


def grouped(items: Sequence[Item[F]], compare: Compare[F]) -> tuple[list[list[Item[F]]], list[Decision]]:
    """The items that tell of one thing, together; and every decision that was taken."""
    by_place = {item.place_in_source: item for item in items}
    groups = Groups(by_place)
    decisions: list[Decision] = []
    for item in items:
        if item.finding.same_as is not None:
            earlier = by_place[(item.source, item.finding.same_as)]
            groups.join(earlier.place_in_source, item.place_in_source)
            decisions.append(Decision(str(item), str(earlier), True, "the text takes it up again"))
    told_first = [item for item in items if item.finding.same_as is None]
    weigh = weights(item.title for item in told_first)
    for one, other in _candidates(told_first, weigh):
        if groups.leader(one.place_in_source) == groups.leader(other.place_in_source):
            continue
        verdict = compare(one, other, weigh)
        if verdict is None:
            continue
        if verdict.same:
            groups.join(one.place_in_source, other.place_in_source)
        decisions.append(Decision(str(other), str(one), verdict.same, verdict.reason))
    return [[by_place[member] for member in group] for group in groups.groups()], decisions  # type: ignore[index]


def _candidates(items: Sequence[Item[F]], weigh: Weights) -> Iterator[tuple[Item[F], Item[F]]]:
    """Pairs that share a rare stem of their titles or a day."""
    blocks: defaultdict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(items):
        for stem in title_stems(item.title):
            if weigh.frequency[stem] <= COMMON:
                blocks[stem].append(number)
        date = item.finding.date
        if date is not None and date.edtf is not None and precision(date.edtf) == 3:
            blocks[date.edtf].append(number)
    pairs = {pair for block in blocks.values() for pair in combinations(block, 2)}
    for one, other in sorted(pairs):
        yield items[one], items[other]


@cache
def _alike(name: str) -> frozenset[frozenset[str]]:
    return frozenset(
        frozenset(pair) for kinds in lang_data("sameness.yml")[name] for pair in combinations(kinds, 2)
    )


def _alike_kinds(one: str, other: str, name: str) -> bool:
    return one == other or frozenset((one, other)) in _alike(name)


@cache
def _threshold(name: str) -> float:
    return float(lang_data("sameness.yml")["thresholds"][name])


def _edtf(finding: EventFinding | AgreementFinding) -> str | None:
    return None if finding.date is None else finding.date.edtf


def _same_day(one: F, other: F) -> bool:
    first, second = _edtf(one), _edtf(other)
    return (
        first is not None and second is not None and precision(first) == 3 and bounds(first) == bounds(second)
    )


def _both_differ(one: object, other: object) -> bool:
    return one is not None and other is not None and one != other


def compare_events(one: Item[EventFinding], other: Item[EventFinding], weigh: Weights) -> Verdict | None:
    """Whether two sources tell of one happening; `None` where nothing suggests it."""
    first, second = one.finding, other.finding
    if not _alike_kinds(first.kind, second.kind, "event_kinds"):
        return None
    shared = likeness(one.title, other.title, weigh)
    if shared < _threshold("same_day") and not (first.kind == second.kind and _same_day(first, second)):
        return None
    if not agree(_edtf(first), _edtf(second)):
        return Verdict(False, f"dates differ ({_edtf(first)}, {_edtf(second)})")
    if _both_differ(first.ordinal, second.ordinal):
        return Verdict(False, f"one is number {first.ordinal}, the other number {second.ordinal}")
    if _places_differ(one, other) and first.kind != "visit":
        return Verdict(False, f"places differ ({first.place}, {second.place})")
    if one.source == other.source and first.sentence == second.sentence:
        return Verdict(False, "one sentence names both")
    if first.ordinal is not None and first.ordinal == second.ordinal:
        if not _same_partners(one, other) and not _both_dated(first, second):
            return Verdict(False, _other_partners(one, other))
        owner = same_owner(one.title, other.title, weigh)
        same = owner >= _threshold("same_ordinal")
        alike = "alike" if same else "unlike"
        return Verdict(same, f"the same number {first.ordinal}, {alike} titles ({owner:.2f})")
    if _same_day(first, second):
        common = set(first.participants) & set(second.participants)
        if shared >= _threshold("same_day") and (common or not (first.participants and second.participants)):
            return Verdict(True, f"the same day {_edtf(first)} and alike titles ({shared:.2f})")
        if first.kind == second.kind and len(common) >= 2:
            return Verdict(
                True, f"the same day {_edtf(first)} and participants ({', '.join(sorted(common))})"
            )
        return Verdict(False, "the same day, but neither titles nor participants agree")
    close = closeness(one.title, other.title, weigh)
    if close >= _threshold("same_title") and _edtf(first) is not None and _edtf(second) is not None:
        return Verdict(True, f"alike titles ({close:.2f}) and dates that agree")
    if close >= _threshold("same_title"):
        return Verdict(False, "alike titles, but no date or number says that it is the same one")
    return None


def compare_agreements(
    one: Item[AgreementFinding], other: Item[AgreementFinding], weigh: Weights
) -> Verdict | None:
    """Whether two sources tell of one document; `None` where nothing suggests it."""
    first, second = one.finding, other.finding
    if not _alike_kinds(first.kind, second.kind, "agreement_kinds"):
        return None
    shared = likeness(one.title, other.title, weigh)
    if shared < _threshold("same_day"):
        return None
    if one.source == other.source and first.sentence == second.sentence:
        return Verdict(False, "one sentence names both")
    if not agree(_edtf(first), _edtf(second)):
        return Verdict(False, f"dates differ ({_edtf(first)}, {_edtf(second)})")
    parties, other_parties = set(first.parties), set(second.parties)
    if parties and other_parties and not (parties <= other_parties or other_parties <= parties):
        return Verdict(False, f"parties differ ({', '.join(first.parties)}; {', '.join(second.parties)})")
    owner = same_owner(one.title, other.title, weigh)
    if not (parties & other_parties) and not _same_partners(one, other):
        known = one.counterpart is not None and other.counterpart is not None
        if known or owner < 1 or not _both_dated(first, second):
            return Verdict(False, _other_partners(one, other))
    valid, other_valid = (f.valid.edtf if f.valid else None for f in (first, second))
    if _both_differ(valid, other_valid):
        return Verdict(False, f"they hold for different years ({valid}, {other_valid})")
    if valid is not None and valid == other_valid and shared >= _threshold("same_validity"):
        return Verdict(True, f"both hold for {valid}, alike titles ({shared:.2f})")
    if _same_day(first, second) and shared >= _threshold("same_validity"):
        return Verdict(True, f"the same day {_edtf(first)} and alike titles ({shared:.2f})")
    close = max(closeness(one.title, other.title, weigh), owner)
    if close < _threshold("same_title"):
        if _longer_names_it(one, other):
            return Verdict(True, "the one title says all of the other, and the dates agree")
        return None
    if not owner_stems(one.title) and not _both_dated(first, second) and one.source != other.source:
        return Verdict(False, "the titles name only a kind, and no date says that it is the same one")
    return Verdict(True, f"alike titles ({close:.2f}) and nothing against it")


def _longer_names_it(one: Item[AgreementFinding], other: Item[AgreementFinding]) -> bool:
    """Whether two sources date a document to the month, and one calls it by some words of the other."""
    common = owner_stems(one.title) & owner_stems(other.title)
    return (
        one.source != other.source
        and _both_dated(one.finding, other.finding)
        and len(common) >= _ENOUGH_WORDS
        and common in (owner_stems(one.title), owner_stems(other.title))
    )


def _places_differ(one: Item[F], other: Item[F]) -> bool:
    """Whether two places are told, and neither is the country in which the other lies."""
    first, second = one.finding.place, other.finding.place
    return _both_differ(first, second) and first != other.country and second != one.country


def _both_dated(first: F, second: F) -> bool:
    """Whether both bear dates, which were found to agree, as precise as a month."""
    return precision(_edtf(first)) >= 2 and precision(_edtf(second)) >= 2


def _same_partners(one: Item[F], other: Item[F]) -> bool:
    """Whether the two sources deal with the same state, or are one."""
    return one.source == other.source or (
        one.counterpart is not None and one.counterpart == other.counterpart
    )


def _other_partners(one: Item[F], other: Item[F]) -> str:
    return f"the sources deal with different states ({one.counterpart}, {other.counterpart})"
