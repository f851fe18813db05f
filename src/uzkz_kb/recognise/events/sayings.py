"""Verbs that name a happening with the words before them: lenta qirqildi, ishonch yorlig‘ini topshirdi.

They are told in `lang/rules/deeds.yml`: the verb's class, what the clause must hold, what must be known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import cast

from uzkz_kb.model.findings import DateFinding, PersonFinding, PlaceFinding
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.events.howmany import counted
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import case_of
from uzkz_kb.recognise.rules import Rule, rules, word_of
from uzkz_kb.recognise.verbs import VerbGroup


@dataclass(frozen=True, slots=True)
class Clause:
    """What is known of a verb's clause: from `left` on, with its people, its date and its place."""

    scene: Scene
    verb: VerbGroup
    left: int
    people: Sequence[PersonFinding]
    date: DateFinding | None
    place: PlaceFinding | None


@dataclass(frozen=True, slots=True)
class Saying:
    """A line of `lang/rules/deeds.yml`; `needs` are the sets of things of which one must be known whole."""

    name: str
    verb: str
    kind: EventKind
    rule: Rule
    needs: tuple[tuple[str, ...], ...]
    then: str | None
    passing: bool
    often: bool
    one: bool

    def fits(self, scene: Scene, verb: VerbGroup, left: int) -> bool:
        """Whether the words of the clause from `left` on are those of such a happening."""
        if verb.attributive != (self.then is not None) or (self.then and not self.noun_end(scene, verb)):
            return False
        return self.rule.pattern.regex.search(scene.sentence.codes, left, verb.first) is not None

    def tells(self, clause: Clause) -> bool:
        """Whether a clause that fits tells of one such happening."""
        if self.one and counted(clause.scene, clause.left, clause.verb):
            return False
        return any(all(_KNOWN[name](clause) for name in names) for names in self.needs)

    def noun_end(self, scene: Scene, verb: VerbGroup) -> int:
        """One past the noun `then` after the participle, or 0."""
        if self.then is None:
            return 0
        found = word_of(self.then).search(scene.sentence.codes, verb.last, verb.last + _NEAR)
        return found.end() if found is not None and not _plural(scene, found.start()) else 0


def described(scene: Scene, verb: VerbGroup) -> int:
    """One past the noun that a participle tells of: Termizdan jo‘nagan insonparvarlik | karvoni; else 0."""
    return max((saying.noun_end(scene, verb) for saying in sayings_of(verb)), default=0)


def goes_on(verb: VerbGroup) -> bool:
    """Whether a clause that another one follows may tell of it: … urilib, yo‘ldan chiqib ketdi."""
    return any(saying.passing for saying in sayings_of(verb))


def sayings_of(verb: VerbGroup) -> Sequence[Saying]:
    """The lines that hold of the verb's classes, in order."""
    return _of_classes(verb.classes)


@lru_cache(maxsize=10_000)
def _of_classes(classes: frozenset[str]) -> Sequence[Saying]:
    return [saying for saying in _sayings() if saying.verb in classes]


def saying_verbs() -> frozenset[str]:
    """The classes of verbs that the lines name."""
    return frozenset(saying.verb for saying in _sayings())


def needs_of_sayings() -> Sequence[tuple[str, tuple[str, ...]]]:
    """Each line's class of verb, and sets of `date`, `place` and `people` of which it needs one whole."""
    return [
        (saying.verb, tuple(" ".join(_TOLD_BY.get(name, "") for name in names) for names in saying.needs))
        for saying in _sayings()
    ]


#: What of a sentence tells what a line needs; a score, or `there`, may stand in any.
_TOLD_BY: Mapping[str, str] = MappingProxyType(
    {
        "date": "date",
        "day": "date",
        "since": "date",
        "place": "place",
        "whither": "place",
        "way": "place",
        "country": "place",
        "to": "place",
        "people": "people",
    }
)


@cache
def _sayings() -> tuple[Saying, ...]:
    return tuple(
        Saying(
            rule.name.removeprefix("deeds."),
            rule.settings["verb"],
            cast(EventKind, rule.gives),
            rule,
            tuple(tuple(names.split()) for names in rule.settings["needs"]),
            rule.settings.get("then"),
            rule.settings.get("passing", False),
            rule.settings.get("often", False),
            rule.settings.get("one", False),
        )
        for rule in rules("deeds")
    )


#: A participle stands so many words before its noun at most.
_NEAR = 6


#: What a text reports is told in one of so many sentences at its top.
_TOP = 3


def _plural(scene: Scene, at: int) -> bool:
    return any(reading.plural for reading in scene.tokens[at].word.readings)


def _has_score(clause: Clause) -> bool:
    tokens = clause.scene.tokens[clause.left : clause.verb.first]
    return any(token.word.key.startswith("hisob") for token in tokens)


def _has_there(clause: Clause) -> bool:
    """Where or when was told before: u yerda, o‘sha kuni."""
    codes = clause.scene.sentence.codes
    return word_of("there_word").search(codes, clause.left, clause.verb.first) is not None


def _has_way(clause: Clause) -> bool:
    forms = {p.form for p in clause.scene.places if clause.left <= p.first < clause.verb.first}
    return {"abl", "dat"} <= forms


def _has_country(clause: Clause) -> bool:
    """A country is the subject."""
    return any(
        place.kind == "country"
        and clause.left <= place.first < clause.verb.first
        and case_of(clause.scene.tokens[place.last - 1].word) == "nom"
        for place in clause.scene.places
    )


def _has_to(clause: Clause) -> bool:
    """A country stands right before the verb to which land goes over."""
    return _has_land(clause) and any(
        place.kind == "country" and place.form == "dat" and place.last == clause.verb.first
        for place in clause.scene.places
    )


def _has_land(clause: Clause) -> bool:
    """A piece of land itself is spoken of, not who lives there: tumani, tumanlari."""
    tokens = clause.scene.tokens
    found = word_of("land_noun").finditer(clause.scene.sentence.codes, clause.left, clause.verb.first)
    at = next(
        (match.start() for match in found if case_of(tokens[match.start()].word) in ("nom", "acc")), None
    )
    if at is None:
        return False
    reading = tokens[at].word.readings[0]
    following = tokens[at + 1].word
    ends = at + 1 == clause.verb.first or following.shape == "mark" or at + 1 in clause.scene.covering
    return (reading.possessive or reading.plural) and ends


_KNOWN: Mapping[str, Callable[[Clause], bool]] = MappingProxyType(
    {
        "date": lambda clause: clause.date is not None,
        "day": lambda clause: clause.date is not None and len(clause.date.dating.edtf or "") > 4,
        "since": lambda clause: clause.date is not None and clause.date.governs == "since",
        "place": lambda clause: clause.place is not None,
        "whither": lambda clause: clause.place is not None and clause.place.form != "loc",
        "headline": lambda clause: clause.verb.form == "past" and clause.scene.sentence.index <= _TOP,
        "people": lambda clause: any(not person.by_office for person in clause.people),
        "score": _has_score,
        "there": _has_there,
        "way": _has_way,
        "country": _has_country,
        "to": _has_to,
        "land": _has_land,
    }
)
