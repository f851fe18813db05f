"""Happenings named by a noun: which of them are particular, and what the sentence says of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from uzkz_kb.model.findings import DateFinding, Dating, EventFinding, PlaceFinding
from uzkz_kb.model.kinds import EventStatus
from uzkz_kb.recognise.events.circumstances import (
    date_near,
    month_of,
    participants,
    place_near,
    subject_start,
)
from uzkz_kb.recognise.events.heads import Head, find_heads
from uzkz_kb.recognise.events.phrases import GIVEN_TO, Phrase, is_every, read_phrase
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import HELD_VERBS, LEADERS, case_of, is_possessed, title_of
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import DONE, FINITE, VerbGroup


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding not yet compared with its neighbours. `bare` names nothing by itself and may only refer back."""

    event: EventFinding
    stem: str
    owners: frozenset[str]
    people: frozenset[str]
    bare: bool
    another: bool
    weight: int
    day_within: bool = False
    aside: bool = False
    verbless: bool = False


def noun_events(scene: Scene) -> Iterator[Draft]:
    """The happenings that nouns of the sentence name or refer to, left to right."""
    heads = list(find_heads(scene))
    floor = reach = 0
    before: EventFinding | None = None
    for number, head in enumerate(heads):
        phrase = read_phrase(scene, head, floor, reach)
        following = heads[number + 1].index if number + 1 < len(heads) else len(scene.tokens)
        draft = _draft(scene, phrase, following, before)
        if head.form != "gen":  # … yilining ochilish marosimi: the one belongs to the other's name
            floor = head.index + 1
            reach = reach if _occasion(scene, head) else floor
        if draft is not None:
            before = draft.event
            yield draft


def _occasion(scene: Scene, head: Head) -> bool:
    """Whether an anniversary is only what another happening is given to: 180 yilligiga bag‘ishlangan kecha."""
    after = scene.tokens[head.index + 1 : head.index + 2]
    return (
        head.kind == "anniversary"
        and bool(after)
        and (after[0].word.key in GIVEN_TO or after[0].word.key.startswith("munosabat"))
    )


def _draft(scene: Scene, phrase: Phrase, following: int, before: EventFinding | None) -> Draft | None:
    head = phrase.head
    if (_in_agreement(scene, head) and phrase.ordinal is None) or _in_quotation(scene, head):
        return None
    verb = _predicate(scene, head, following)
    aside = _aside(scene, head)
    right = len(scene.tokens) if verb is None else verb.last
    if aside:
        right = head.index + 1
    if following < right:
        right = following
    date = date_near(scene, phrase.first, head.index + 1, phrase.left, right)
    recurring = next(
        (d.recurring for d in scene.dates if d.recurring and phrase.left <= d.first < right), None
    )
    place = place_near(scene, head.kind, phrase.first, head.index + 1, phrase.left, right)
    if _occasion(scene, head):
        date = place = None
    if head.form == "gen" and place is None and verb is not None:  # mashqlarining faol bosqichi Aqtauda
        place = place_near(scene, head.kind, phrase.first, head.index + 1, phrase.left, verb.last)
    if not aside:
        date = date or _going_on(scene, head, following) or _on_the_way(scene, phrase)
        place = place or _whither(scene, phrase, verb, right)
    in_brackets = _in_brackets(scene, head)
    if any(in_brackets):
        date, place = in_brackets
    if place is None and verb is not None and (verb.has("host_verb", "receive_verb") or _is_for(scene, head)):
        hosts = [p for p in scene.places if phrase.left <= p.first < verb.first and p.form in ("nom", "gen")]
        place = hosts[-1] if hosts and hosts[-1].kind != "country" else None
    if (
        recurring is None
        and (phrase.habit or _usual(scene, head, verb))
        and not (date and phrase.quoted)
        and not _tells_one(phrase, date is not None)
    ):
        return None
    dating = date.dating if date is not None else None
    listed = before is not None and _listed(scene, phrase)
    if dating is None and listed and before is not None and place is None:
        dating = before.date
    day_within = aside and head.kind == "visit" and phrase.held is None and bool(scene.dates)
    if day_within:
        dating = month_of(dating) if dating is not None else _month_within(scene, head)
    people = frozenset(p.entity for p in scene.people if phrase.left <= p.first < right)
    doing = _doing(scene, head, verb)
    leaders = doing and any(t.word.key.startswith(LEADERS) for t in scene.tokens[phrase.left : head.index])
    bare = _bare(phrase) and not (doing and (people or leaders))
    elliptic = not scene.verbs and following < len(scene.tokens)
    if bare and verb is not None and verb.has("end_verb"):
        dating = None  # its end, not its day
    status = _status(scene, phrase, verb)
    weight = _weight(scene, phrase, verb, date is not None, place is not None, bool(people), aside)
    weight += (leaders and not people) + elliptic - (bare and phrase.this)
    if _occasion(scene, head) and phrase.owners:
        weight = max(weight, 2)
    if bare and verb is None:
        weight -= 2
    first, last = _with_subject(scene, phrase, verb), head.index + 1
    event = EventFinding(
        span=scene.sentence.span_of(first, last),
        sentence=scene.sentence.index,
        first=first,
        last=last,
        rule=f"events.noun.{head.kind}",
        name=_title(scene, phrase),
        kind=head.kind,
        status=status,
        date=dating,
        place=place.entity if place is not None else None,
        participants=participants(scene, phrase.left, right),
        ordinal=phrase.ordinal,
        recurring=recurring,
    )
    return Draft(
        event,
        head.stem,
        phrase.owners,
        people,
        bare,
        phrase.another,
        weight,
        day_within,
        aside,
        verb is None and phrase.held is None,
    )


def _with_subject(scene: Scene, phrase: Phrase, verb: VerbGroup | None) -> int:
    """Where the span begins: a noun that its verb makes a doing takes its subject with it (muzokara o‘tkazdi)."""
    head = phrase.head
    if head.kind not in ("meeting", "call", "visit") or phrase.this:
        return phrase.first
    if not _doing(scene, head, verb):
        return phrase.first
    people = [p.first for p in scene.people if phrase.left <= p.first < head.index]
    if not people or verb is None:
        return phrase.first
    return min(phrase.first, subject_start(scene, phrase.left, verb))


def _doing(scene: Scene, head: Head, verb: VerbGroup | None) -> bool:
    """Whether the noun is half of a verb: muzokara o‘tkazdi, tashrif buyurdi, tashrif bilan keldi."""
    if head.kind == "visit" and head.index + 1 < len(scene.tokens):
        if scene.tokens[head.index + 1].word.key == "bilan":
            return True
    return verb is not None and verb.first <= head.index + 1 and not (verb.passive or head.possessive)


def _in_agreement(scene: Scene, head: Head) -> bool:
    """Whether the noun is inside the words that name a document: forum o‘tkazish to‘g‘risidagi memorandum."""
    return head.kind != "declared_year" and any(
        a.first <= head.index < a.last and a.kind != "understanding" for a in scene.agreements
    )


def _in_quotation(scene: Scene, head: Head) -> bool:
    """Whether the noun is inside the quoted name of something else: “Ostonaning 20 yilligi” loyihasi."""
    opening = None
    for at in range(head.index):
        word = scene.tokens[at].word
        if word.has("open_quote"):
            opening = at
        elif word.has("close_quote"):
            opening = None
    if opening is None:
        return False
    near = range(head.index + 1, min(head.index + 8, len(scene.tokens)))
    closing = next((at for at in near if scene.tokens[at].word.has("close_quote")), None)
    if closing is None or any(opening < verb.first < closing and verb.form in FINITE for verb in scene.verbs):
        return False  # a quotation of speech
    following = scene.tokens[closing + 1].word if closing + 1 < len(scene.tokens) else None
    if head.kind == "anniversary":
        return True
    return closing != head.index + 1 or (
        following is not None and is_possessed(following) and not following.has("suffix")
    )


def _predicate(scene: Scene, head: Head, following: int) -> VerbGroup | None:
    """The verb that tells what became of the happening: the first one after it that a noun may depend on."""
    for verb in scene.verbs:
        if verb.last > head.index + 1:
            return verb
    return None


def _aside(scene: Scene, head: Head) -> bool:
    """Whether the happening only tells when or on what account something else was: tashrif doirasida."""
    after = head.index + 1
    if after >= len(scene.tokens):
        return False
    word = scene.tokens[after].word
    if head.form == "gen" or _occasion(scene, head):
        return True
    if word.has("event_relation"):
        return head.form in ("nom", "abl", "gen", "loc")
    return head.form == "nom" and is_possessed(word) and after not in scene.verb_at and not word.has("event")


def _in_brackets(scene: Scene, head: Head) -> tuple[DateFinding | None, PlaceFinding | None]:
    """When and where, in brackets right after the name: Abay kunlari (Toshkent, avgust)."""
    tokens, opening = scene.tokens, head.index + 1
    if opening >= len(tokens) or not tokens[opening].word.has("open_paren"):
        return None, None
    ends = (at for at in range(opening, len(tokens)) if tokens[at].word.has("close_paren"))
    closing = next(ends, len(tokens))
    dates = [d for d in scene.dates if opening < d.first and d.last <= closing]
    places = [p for p in scene.places if opening < p.first and p.last <= closing]
    return next(iter(dates), None), next(iter(places), None)


def _going_on(scene: Scene, head: Head, following: int) -> DateFinding | None:
    """How long it lasts, told after it: ko‘rgazmasi boshlandi — u 9-sentabrdan 15-sentabrgacha davom etadi."""
    for verb in scene.verbs:
        if head.index < verb.first < following and verb.has("continue_verb"):
            return date_near(scene, verb.first, verb.last, head.index + 1, verb.first)
    return None


def _on_the_way(scene: Scene, phrase: Phrase) -> DateFinding | None:
    """When somebody went to it: o‘tgan may oyida Shushaga borib, festivalda qatnashdi."""
    verb = _journey(scene, phrase)
    return None if verb is None else date_near(scene, verb.first, verb.last, 0, verb.first)


def _journey(scene: Scene, phrase: Phrase) -> VerbGroup | None:
    before = [verb for verb in scene.verbs if verb.last <= phrase.left]
    near = before and phrase.left - before[-1].last <= 1
    return before[-1] if near and before[-1].form == "converb" and before[-1].has("came_verb") else None


def _whither(scene: Scene, phrase: Phrase, verb: VerbGroup | None, right: int) -> PlaceFinding | None:
    """The place in the dative: where somebody went to it, or where it is to be moved."""
    journey = _journey(scene, phrase)
    if journey is not None:
        return place_near(scene, "visit", journey.first, journey.last, 0, journey.first)
    if verb is None or verb.has("plan_verb", "host_verb", "sign_verb"):
        return next(
            (p for p in scene.places if p.form == "dat" and phrase.head.index < p.first < right), None
        )
    return None


def _usual(scene: Scene, head: Head, verb: VerbGroup | None) -> bool:
    """Whether it is told as a custom: majlis har chorakda o‘tkaziladi."""
    end = verb.first if verb is not None else head.index
    return any(
        scene.tokens[at].word.key in _CUSTOM or is_every(scene, at) for at in range(head.index + 1, end)
    )


_CUSTOM = frozenset({"muntazam", "doim", "doimiy", "odatda"})


def _is_for(scene: Scene, head: Head) -> bool:
    """Whether something was made ready for the happening: Muzokaralar uchun Ko‘ksaroy tanlandi."""
    after = head.index + 1
    return after < len(scene.tokens) and scene.tokens[after].word.key == "uchun"


def _tells_one(phrase: Phrase, dated: bool) -> bool:
    return phrase.ordinal is not None or (dated and not phrase.head.plural)


def _listed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a comma or a conjunction alone parts the phrase from the happening before it."""
    at = phrase.first - 1
    if at < 1:
        return False
    word = scene.tokens[at].word
    return (word.has("comma") or word.key in ("va", "hamda")) and at - 1 not in scene.verb_at


def _month_within(scene: Scene, head: Head) -> Dating | None:
    days = [d.dating for d in scene.dates if d.governs == "at" and d.dating.edtf and len(d.dating.edtf) == 10]
    return month_of(days[0]) if days else None


_ATTENDED = ("attend_verb", "take_part_verb", "say_verb", "discuss_verb")


def _status(scene: Scene, phrase: Phrase, verb: VerbGroup | None) -> EventStatus:
    if phrase.held is not None:
        return "held" if phrase.held else "planned"
    if verb is None:
        return "held"
    index = scene.verbs.index(verb)
    if verb.has("plan_verb", "expect_verb", "postpone_verb") and not verb.nominal:
        return "planned"
    if verb.form == "progressive" or (phrase.head.form == "loc" and verb.nominal and verb.has("say_verb")):
        return "held"
    if verb.attributive:
        return "planned" if verb.form == "participle" else "held"
    return "held" if is_done(scene.verbs, index, scene.tokens) else "planned"


def _weight(
    scene: Scene, phrase: Phrase, verb: VerbGroup | None, dated: bool, placed: bool, people: bool, aside: bool
) -> int:
    """How much speaks for one particular happening."""
    weight = 2 * (phrase.ordinal is not None) + 2 * phrase.quoted + 2 * placed + phrase.named + people
    weight += 2 * dated if not aside else 0
    weight += bool(phrase.owners) and not phrase.named
    weight += phrase.held is not None
    if verb is not None and not aside:
        if verb.has(*HELD_VERBS) or verb.has(*_ATTENDED) or _doing(scene, phrase.head, verb):
            weight += 1
        if verb.has("hold_verb") and _somewhere(scene, phrase, verb):
            weight += not placed
        if phrase.head.form == "loc" and verb.finite and verb.form in DONE:
            weight += 1
        if verb.negative:
            weight -= 3
    known = dated or placed or people or phrase.ordinal is not None or phrase.quoted or phrase.named
    if phrase.head.kind == "session" and phrase.head.form == "loc" and not known:
        weight -= 1  # vazirlik yig‘ilishida: any one of them
    if phrase.head.plural and not scene.tokens[phrase.head.index].word.has("event_plural"):
        weight -= 2
    if phrase.head.faint and phrase.head.kind not in ("call", "signing"):
        weight -= 1
    return weight


def _somewhere(scene: Scene, phrase: Phrase, verb: VerbGroup) -> bool:
    """Whether the clause says where in words that are no name: Milliy kutubxonada."""
    return any(
        at not in scene.covering
        and at != phrase.head.index
        and scene.tokens[at].word.shape != "mark"
        and case_of(scene.tokens[at].word) == "loc"
        for at in range(phrase.first, verb.first)
    )


def _bare(phrase: Phrase) -> bool:
    """Whether the phrase says nothing of which happening it is."""
    if phrase.ordinal is not None or phrase.quoted or phrase.another:
        return False
    if phrase.this:
        return True
    return not (phrase.owners or phrase.named)


def _title(scene: Scene, phrase: Phrase) -> str:
    first = phrase.first
    changed = True
    while changed:
        changed = False
        cover = scene.covering.get(first)
        if (cover is not None and cover in scene.dates and cover.last <= phrase.head.index) or (
            cover is not None
            and cover.last <= phrase.head.index
            and any(p is cover and p.form == "loc" for p in scene.places)
        ):
            first, changed = cover.last, True
        elif scene.tokens[first].word.key in ("esa", "kuni", "kunlari") and first < phrase.head.index:
            first, changed = first + 1, True
    return title_of(scene.tokens, first, phrase.head.index + 1)
