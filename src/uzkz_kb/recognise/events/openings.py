"""What must stand with a verb of beginning for it to name a happening: what opened, started, was founded."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.model.findings import DateFinding, PersonFinding
from uzkz_kb.recognise.events.between import counts
from uzkz_kb.recognise.events.howmany import counted, so_many_of
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import case_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.verbs import VerbGroup
from uzkz_kb.text.patterns import compiled


def tripped(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """The first flight or train of a service went: ilk yuk poyezdi jo‘nadi."""
    if date is None and place is None:
        return False
    return first_trip().search(scene.sentence.codes, left, verb.first) is not None


@cache
def first_trip() -> re.Pattern[str]:
    """Matches the first flight or train of a service."""
    return compiled("(first_time | ordinal) ~{0,5} trip_noun", words()).regex


def tied(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """The ground was laid to relations of states, on a date."""
    return related(scene, verb, left, people, date, place)


def launched(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A thing started working, on a date or in a place; not many, nor an abstract thing."""
    in_a_year = date is not None and not any(counts(scene.tokens, at) for at in range(left, verb.first))
    known = _on_a_day(date) or in_a_year or (place is not None and not counted(scene, left, verb))
    return known and not _abstract(scene, left, verb) and not so_many_of(scene, left, verb)


def _on_a_day(date: object) -> bool:
    """Whether the date is a day: a number of things may have started on one, but not in a year."""
    return isinstance(date, DateFinding) and len(date.dating.edtf or "") >= 10


def unveiled(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """It was opened, or somebody opened a building or a monument."""
    passive = verb.passive or verb.stem == "ochil"
    if passive:
        return launched(scene, verb, left, people, date, place)
    if (date is None and place is None and not people) or counted(scene, left, verb):
        return False
    return any(
        scene.tokens[at].word.has("opened_noun")
        and (case_of(scene.tokens[at].word) == "acc" or at + 1 == verb.first)
        for at in range(left, verb.first)
    )


def built(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A building or a monument was put up, on a date: shahrida shoir haykali o‘rnatildi."""
    if date is None or place is None or counted(scene, left, verb):
        return False
    return any(
        scene.tokens[at].word.has("opened_noun") for at in range(max(left, verb.first - 2), verb.first)
    )


def started(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A service, a building, a flight begins on a date."""
    started = any(scene.tokens[at].word.has("started_noun") for at in range(left, verb.first))
    return started and date is not None and not _abstract(scene, left, verb)


def _abstract(scene: Scene, left: int, verb: VerbGroup) -> bool:
    for at in range(verb.first - 1, max(left, verb.first - 4) - 1, -1):
        word = scene.tokens[at].word
        if at in scene.covering or word.shape in ("mark", "number"):
            continue
        if word.has("abstract_noun"):
            return True
        if case_of(word) in ("nom", "acc"):
            return False
    return False


def related(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Diplomatic relations, on a date."""
    words = [scene.tokens[at].word.key for at in range(left, verb.first)]
    return date is not None and any(w.startswith(("diplomat", "elchilik")) for w in words)


def instituted(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A body was founded on a date."""
    return (
        date is not None
        and (verb.passive or verb.stem == "top" or scene.tokens[verb.first - 1].word.has("body_noun"))
        and not _abstract(scene, left, verb)
        and not _sums(scene, left, verb)
    )


def _sums(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether figures or documents were made: 5 mlrd dollarni tashkil etdi, shartnoma tuzildi."""
    if any(a.first < verb.first and a.last > left for a in scene.agreements):
        return True
    return any(
        scene.tokens[at].word.has("number")
        and at not in scene.covering
        and not any(token.word.key.endswith("lik") for token in scene.tokens[at + 1 : at + 4])
        for at in range(left, verb.first)
    )


def handed(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Something was handed over on a day, in a place, to somebody; or an order to somebody named."""
    if not verb.passive:
        return False
    given = scene.tokens[max(left, verb.first - 3) : verb.first]
    honoured = any(case_of(scene.tokens[p.last - 1].word) == "dat" for p in people)
    if honoured and any(token.word.has("award_noun") for token in given):
        return True
    if date is None or place is None:
        return False
    return any(case_of(scene.tokens[at].word) == "dat" for at in range(left, verb.first))
