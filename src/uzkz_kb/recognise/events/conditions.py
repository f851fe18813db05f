"""What must stand with a verb for it to name a happening: who, when, where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from uzkz_kb.model.findings import DateFinding, PersonFinding, PlaceFinding
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import LEADERS, MEETERS, case_of
from uzkz_kb.recognise.rules import word_of, words
from uzkz_kb.recognise.verbs import VerbGroup
from uzkz_kb.text.patterns import compiled

_Check = Callable[[Scene, VerbGroup, int, list[PersonFinding], DateFinding | None, PlaceFinding | None], bool]


def must_follow(scene: Scene, verb: VerbGroup) -> bool:
    """Whether `kerak`, `mumkin` or another word of what is to come stands right after the verb."""
    return any(
        t.word.has("must_word") or t.word.has("ahead") for t in scene.tokens[verb.last : verb.last + 1]
    )


def is_meanwhile(scene: Scene, verb: VerbGroup) -> bool:
    """Whether the time of something else is told by the verb: borganida, kelgan kuni, uchrashgan chog‘da."""
    if verb.form == "participle_loc":
        return True
    following = scene.tokens[verb.last : verb.last + 1]
    return verb.attributive and bool(following) and following[0].word.has("event_relation")


def _met(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Somebody named met somebody: `… bilan uchrashdi`."""
    if verb.stem == "ko'rish" and verb.form not in ("past", "pluperfect"):
        return False
    named = [p for p in people if not p.by_office]
    leaders = any(scene.tokens[at].word.key.startswith(MEETERS) for at in range(left, verb.first))
    officials = any(scene.tokens[at].word.key.startswith(_OFFICIALS) for at in range(left, verb.first))
    known = date is not None or place is not None
    told = sum(1 for p in scene.people if p.last <= verb.first)  # the subject may stand in the clause before
    together = date is not None and place is not None
    return told >= 2 or officials or together or ((bool(named) or leaders) and known)


#: Those who meet as a body, wherever and whenever: tashqi ishlar vazirlari uchrashadi.
GUESTS = ("mehmon", "vakil", "a'zo", "ishtirokchi")
_OFFICIALS = ("vazirlari", "prezidentlari", "boshliqlari", "rahbarlari", "yetakchilari", "etakchilari")


def _received(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Somebody received somebody: one of the people stands in the accusative."""
    received = [p for p in people if case_of(scene.tokens[p.last - 1].word) == "acc"]
    if received:
        return True
    if verb.passive:
        return bool(people) and _by_a_host(scene, left, verb)
    acc = [at for at in range(left, verb.first) if case_of(scene.tokens[at].word) == "acc"]
    if not acc:
        return verb.form == "noun" and bool(people) and not acc
    return bool(people) and any(scene.tokens[at].word.has("visitor_noun") for at in acc)


def _by_a_host(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether a guest is told of, and the one by whom: vazirlar Prezident … tomonidan qabul qilindi."""
    by = next(
        (at for at in range(verb.first - 1, left, -1) if scene.tokens[at].word.key == "tomonidan"), None
    )
    end = verb.first if by is None else by
    hosts = [p for p in scene.people if left <= p.first and p.last == by]
    first = hosts[0].first if hosts else end
    guests = any(
        scene.tokens[at].word.key.startswith((*MEETERS, *GUESTS))
        and case_of(scene.tokens[at].word) == "nom"
        and at not in _held_by(hosts)
        for at in range(left, first)
    )
    named = any(p.last <= first and case_of(scene.tokens[p.last - 1].word) == "nom" for p in scene.people)
    return (guests or named) and (bool(hosts) or by is None)


def _held_by(people: list[PersonFinding]) -> frozenset[int]:
    return frozenset(at for person in people for at in range(person.first, person.last))


def _handed(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Something was handed over on a day, in a place, to somebody."""
    if not verb.passive or date is None or place is None:
        return False
    return any(case_of(scene.tokens[at].word) == "dat" for at in range(left, verb.first))


def _befell(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    return date is not None and place is not None


def _tripped(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """The first flight or train of a service went: ilk yuk poyezdi jo‘nadi."""
    if date is None and place is None:
        return False
    return first_trip().search(scene.sentence.codes, left, verb.first) is not None


@cache
def first_trip() -> re.Pattern[str]:
    """Matches the first flight or train of a service."""
    return compiled("(first_time | numeral.ordinal) ~{0,5} trip_noun", words()).regex


def _tied(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """The ground was laid to relations of states, on a date."""
    return _related(scene, verb, left, people, date, place)


def _phoned(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    return bool(people) or any(
        scene.tokens[at].word.key.startswith(LEADERS) for at in range(left, verb.first)
    )


def _laid(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    return date is not None or place is not None or bool(people)


def _remembered(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    return date is not None or place is not None


def _assembled(
    scene: Scene,
    verb: VerbGroup,
    left: int,
    people: list[PersonFinding],
    date: DateFinding | None,
    place: object,
) -> bool:
    if date is not None and (place is not None or len(date.dating.edtf or "") >= 10):
        return True
    return any(
        scene.tokens[at].word.has("body_noun") or scene.tokens[at].word.key.startswith(_OFFICIALS)
        for at in range(left, verb.first)
    )


def _launched(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    known = date is not None or (place is not None and not _counted(scene, left, verb))
    return known and not _abstract(scene, left, verb) and not _so_many_of(scene, left, verb)


def _so_many_of(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether it is said of a number of them: ularning 12 tasi shu yil ochilgan."""
    return any(
        scene.tokens[at].word.key in ("tasi", "nafari")
        and (scene.tokens[at - 1].word.has("number") or scene.tokens[at - 1].word.has("numeral"))
        for at in range(left + 1, verb.first)
    )


def _counted(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether many things started: qirqqa yaqin korxona ish boshladi."""
    return any(
        (scene.tokens[at].word.has("number") or scene.tokens[at].word.has("numeral"))
        and at not in scene.covering
        and scene.tokens[at].word.key not in ("bir",)
        and not scene.tokens[at].word.key.endswith("nchi")
        for at in range(left, verb.first)
    )


def _unveiled(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    passive = verb.passive or verb.stem == "ochil"
    if passive:
        return _launched(scene, verb, left, people, date, place)
    if date is None and place is None and not people:
        return False
    return any(
        scene.tokens[at].word.has("opened_noun") and case_of(scene.tokens[at].word) == "acc"
        for at in range(left, verb.first)
    )


def _started(
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


def _related(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """Diplomatic relations, on a date."""
    words = [scene.tokens[at].word.key for at in range(left, verb.first)]
    return date is not None and any(w.startswith(("diplomatik", "elchilik")) for w in words)


def _instituted(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    return (
        date is not None
        and (verb.passive or verb.stem == "top")
        and not _abstract(scene, left, verb)
        and not _sums(scene, left, verb)
    )


def _sums(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether figures or documents were made: 5 mlrd dollarni tashkil etdi, shartnoma tuzildi."""
    if any(a.first < verb.first and a.last > left for a in scene.agreements):
        return True
    return any(
        scene.tokens[at].word.has("number") and at not in scene.covering for at in range(left, verb.first)
    )


def _came(
    scene: Scene,
    verb: VerbGroup,
    left: int,
    people: list[PersonFinding],
    date: DateFinding | None,
    place: PlaceFinding | None,
) -> bool:
    """Somebody named, or a delegation, came to a place."""
    if place is None or place.form != "dat":
        return False
    visitors = any(scene.tokens[at].word.has("visitor_noun") for at in range(left, verb.first))
    cases = {case_of(scene.tokens[p.last - 1].word) for p in people}
    if _a_crowd(scene, left, verb):
        return False
    if is_meanwhile(scene, verb):
        return date is not None and "nom" in cases
    if verb.attributive:
        return date is not None and bool(who_came(scene, verb))
    if verb.form == "noun" and not must_follow(scene, verb):
        return date is not None and "gen" in cases
    leaders = any(scene.tokens[at].word.key.startswith(LEADERS) for at in range(left, verb.first))
    if verb.form == "converb":
        return date is not None and ("nom" in cases or leaders)
    return "nom" in cases or visitors or (leaders and date is not None)


def _a_crowd(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether a number of people came, not somebody: 2 million sayyoh keldi."""
    counts = word_of("number", "numeral").finditer(scene.sentence.codes, left, verb.first)
    for match in counts:
        at = match.end()
        if match.start() in scene.covering or at >= verb.first or scene.tokens[at].word.shape == "mark":
            continue
        between = range(at, verb.first)
        if all(b not in scene.covering for b in between) and not any(
            scene.tokens[b].word.has("visitor_noun") for b in between
        ):
            return True
    return False


def who_came(scene: Scene, verb: VerbGroup) -> int:
    """One past the name of who came, after a participle: Toshkentga kelgan delegatsiya; 0 if nobody."""
    for at in range(verb.last, min(verb.last + 8, len(scene.tokens))):
        person = next((p for p in scene.people if p.first == at and not p.by_office), None)
        if person is not None:
            return person.last
        if scene.tokens[at].word.has("visitor_noun"):
            return at + 1
        if at in scene.verb_at or scene.tokens[at].word.has("comma"):
            return 0
    return 0


def _stayed(
    scene: Scene,
    verb: VerbGroup,
    left: int,
    people: list[PersonFinding],
    date: DateFinding | None,
    place: PlaceFinding | None,
) -> bool:
    """Somebody named was in a place on a date: `15 mart kuni Ostona shahrida bo‘ldi`."""
    if place is None or place.form != "loc" or place.last != verb.first:
        return False
    if verb.form == "converb" and date is None:
        return False
    if verb.last - verb.first > 1 and not scene.tokens[verb.last - 1].word.key.startswith("tur"):
        return False
    visitors = any(scene.tokens[at].word.has("visitor_noun") for at in range(left, verb.first))
    return visitors or any(case_of(scene.tokens[p.last - 1].word) == "nom" for p in people)


CHECKS: Mapping[str, _Check] = MappingProxyType(
    {
        "phone_verb": _phoned,
        "encounter_verb": _met,
        "receive_verb": _received,
        "wreath_verb": _laid,
        "stone_verb": _laid,
        "remember_verb": _remembered,
        "swap_verb": _laid,
        "assemble_verb": _assembled,
        "launch_verb": _launched,
        "unveil_verb": _unveiled,
        "start_verb": _started,
        "relate_verb": _related,
        "institute_verb": _instituted,
        "guest_verb": _laid,
        "came_verb": _came,
        "stay_verb": _stayed,
        "hand_verb": _handed,
        "quake_verb": _befell,
        "trip_verb": _tripped,
        "tie_verb": _tied,
    }
)
