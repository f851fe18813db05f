"""What must stand with a verb for it to name a happening: who, when, where."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from uzkz_kb.model.findings import DateFinding, PersonFinding, PlaceFinding
from uzkz_kb.recognise.events.howmany import a_crowd
from uzkz_kb.recognise.events.openings import (
    built,
    handed,
    instituted,
    launched,
    related,
    started,
    tied,
    tripped,
    unveiled,
)
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import LEADERS, MEETERS, case_of
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import VerbGroup

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
    if verb.stem == "ko'rish" and verb.form not in ("past", "pluperfect") and len(people) < 2:
        return False
    named = [p for p in people if not p.by_office]
    leaders = any(scene.tokens[at].word.key.startswith(MEETERS) for at in range(left, verb.first))
    officials = any(scene.tokens[at].word.key.startswith(_OFFICIALS) for at in range(left, verb.first))
    known = date is not None or place is not None
    told = sum(1 for p in scene.people if p.last <= verb.first)  # the subject may stand in the clause before
    together = date is not None and place is not None
    partner = any(_with(scene, p) for p in named)
    if told >= 2 or officials or together or partner:
        return True
    if (bool(named) or leaders) and known:
        return True
    subject = any(scene.tokens[at].word.key.startswith(LEADERS) for at in range(verb.first))
    return subject and _on_an_occasion(scene, verb)


def _on_an_occasion(scene: Scene, verb: VerbGroup) -> bool:
    """Whether another happening tells when: Ikki vazir marosimdan keyin yuzma-yuz gaplashdi."""
    return any(
        scene.tokens[match.start() - 1].word.has("event")
        for match in word_of("event_relation").finditer(scene.sentence.codes, 1, verb.first)
    )


def _with(scene: Scene, person: PersonFinding) -> bool:
    """Whether somebody else met the person: hamkasbi N. Aliyev bilan uchrashdi."""
    return person.last < len(scene.tokens) and scene.tokens[person.last].word.key == "bilan"


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
    guests = any(
        scene.tokens[at].word.has("visitor_noun") or scene.tokens[at].word.key.startswith((*MEETERS, *GUESTS))
        for at in acc
    )
    return guests and any(not person.by_office for person in people)


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


def _befell(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A disaster, on a date and at a place."""
    return date is not None and any(found.first < verb.first for found in scene.places)


def _beat(
    scene: Scene, verb: VerbGroup, left: int, people: list[PersonFinding], date: object, place: object
) -> bool:
    """A match, by its score and its date: 5-mayda … 2:1 hisobida yengdi."""
    score = any(token.word.key.startswith("hisob") for token in scene.tokens[left : verb.first])
    return date is not None and score


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


def _came(
    scene: Scene,
    verb: VerbGroup,
    left: int,
    people: list[PersonFinding],
    date: DateFinding | None,
    place: PlaceFinding | None,
) -> bool:
    """Somebody named, or a delegation, came to a place."""
    visitors = any(scene.tokens[at].word.has("visitor_noun") for at in range(left, verb.first))
    if place is None and visitors and verb.finite:
        return any(p.last - p.first == 1 and case_of(scene.tokens[p.first].word) == "dat" for p in people)
    if place is None or place.form != "dat":
        return False
    cases = {case_of(scene.tokens[p.last - 1].word) for p in people}
    if a_crowd(scene, left, verb):
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
    known = date is not None or scene.sentence.section == "title"
    guests = date is not None and any(
        token.word.key.startswith((*MEETERS, *GUESTS)) and not token.word.key.endswith("lik")
        for token in scene.tokens[left : verb.first]
    )
    return "nom" in cases or visitors or guests or (leaders and known)


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
    inside = verb.first > left and case_of(scene.tokens[verb.first - 1].word) == "loc"
    described = date is not None and inside and any(p.form == "adj" and left <= p.first for p in scene.places)
    if not described and (place is None or place.form != "loc" or place.last != verb.first):
        return False
    if verb.form == "converb" and date is None:
        return False
    if verb.last - verb.first > 1 and not scene.tokens[verb.last - 1].word.key.startswith("tur"):
        return False
    visitors = any(
        word.has("visitor_noun") or (date is not None and case_of(word) == "nom" and word.key in LEADERS)
        for word in (scene.tokens[at].word for at in range(left, verb.first))
    )
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
        "launch_verb": launched,
        "unveil_verb": unveiled,
        "start_verb": started,
        "relate_verb": related,
        "institute_verb": instituted,
        "guest_verb": _laid,
        "came_verb": _came,
        "stay_verb": _stayed,
        "hand_verb": handed,
        "quake_verb": _befell,
        "beat_verb": _beat,
        "build_verb": built,
        "trip_verb": tripped,
        "tie_verb": tied,
    }
)
