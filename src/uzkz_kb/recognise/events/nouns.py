"""Happenings named by a noun: which of them are particular, and what the sentence says of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from uzkz_kb.model.findings import DateFinding, Dating, EventFinding, PlaceFinding, Refusal
from uzkz_kb.recognise.events.between import PARTS_OF_TIME, SOFT_WORDS
from uzkz_kb.recognise.events.circumstances import (
    date_near,
    month_of,
    participants,
    place_id,
    place_near,
    recurring_between,
    subject_start,
)
from uzkz_kb.recognise.events.heads import Head, refusal
from uzkz_kb.recognise.events.howmany import a_crowd
from uzkz_kb.recognise.events.judge import (
    is_aside,
    is_bare,
    is_doing,
    is_formal,
    is_listed,
    is_occasion,
    is_several,
    is_usual,
    only_wished,
    status_of,
    tells_one,
    weight_of,
)
from uzkz_kb.recognise.events.nearby import (
    going_on,
    is_dated_itself,
    month_within,
    on_the_way,
    set_apart,
    since_begun,
    until_when,
    whither,
)
from uzkz_kb.recognise.events.phrases import Phrase, read_phrase, says_habit
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import LEADERS, is_possessed, title_of
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import FINITE, VerbGroup


class Draft(NamedTuple):
    """A finding not yet compared with its neighbours; a `bare` one may only refer back.

    `until` is the day up to which it goes on.
    """

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
    until: Dating | None = None


def noun_events(scene: Scene, heads: Sequence[Head]) -> Iterator[Draft | Refusal]:
    """The happenings that nouns of the sentence name or refer to, left to right; and the nouns refused."""
    floor = reach = 0
    before: EventFinding | None = None
    for number, head in enumerate(heads):
        phrase = read_phrase(scene, head, floor, reach)
        following = heads[number + 1].at if number + 1 < len(heads) else len(scene.tokens)
        draft = _draft(scene, phrase, following, before)
        lends = isinstance(draft, Refusal) and draft.rule == _QUOTED and _names_another(scene, head)
        # … yilining ochilish marosimi, 30 yilligiga atalgan kecha: the one belongs to the other's name
        if head.form != "gen" and not lends and not is_occasion(scene, head):
            floor = reach = head.at + 1
        if isinstance(draft, Draft):
            before = draft.event
        yield draft


def _draft(scene: Scene, phrase: Phrase, following: int, before: EventFinding | None) -> Draft | Refusal:
    head = phrase.head
    if _in_agreement(scene, head) and phrase.ordinal is None and not _tells_when(scene, phrase):
        return refusal(scene, head.at, "events.agreement", "part of the words that name a document")
    if _in_quotation(scene, head):
        return refusal(scene, head.at, _QUOTED, "part of the quoted name of something else")
    verb = _predicate(scene, head)
    if is_several(scene, phrase):
        return refusal(scene, head.at, "events.many", "many of them, not one")
    doing = is_doing(scene, head, verb)
    if head.kind == "visit" and doing and verb is not None and a_crowd(scene, phrase.left, verb):
        return refusal(scene, head.at, "events.many", "many people came")
    aside = is_aside(scene, head)
    right = len(scene.tokens) if verb is None else verb.last
    if aside:
        right = head.at + 1
    if following < right:
        right = following
    # Uchrashuvda o‘tgan yil yakunlari …: what follows was spoken of there
    date = date_near(
        scene, phrase.first, head.at + 1, phrase.left, head.at + 1 if head.form == "loc" else right
    )
    recurring = recurring_between(scene, phrase.left, right)
    place = place_near(scene, head.kind, phrase.first, head.at + 1, phrase.left, right)
    occasion = is_occasion(scene, head)
    if occasion:
        date = place = None
    if head.form == "gen" and place is None and verb is not None:  # mashqlarining faol bosqichi Aqtauda
        place = place_near(scene, head.kind, phrase.first, head.at + 1, phrase.left, verb.last)
    if not aside and (scene.dates or scene.places):
        after = going_on(scene, head, following)
        date = date or after[0] or on_the_way(scene, phrase)
        place = place or after[1] or whither(scene, phrase, verb, right)
    apart = set_apart(scene, head.at + 1)
    date, place = apart[0] or date or since_begun(scene, phrase), apart[1] or place
    if place is None and verb is not None and (verb.has("host_verb", "receive_verb") or _is_for(scene, head)):
        hosts = [p for p in scene.places if phrase.left <= p.first < verb.first and p.form in ("nom", "gen")]
        place = hosts[-1] if hosts and hosts[-1].kind != "country" else None
    if (
        recurring is None
        and not (date and phrase.quoted)
        and not tells_one(phrase, date is not None)
        and (says_habit(scene, phrase.left, head.at) or is_usual(scene, head, verb))
    ):
        return refusal(scene, head.at, "events.custom", "a custom, not one happening")
    dating = date.dating if date is not None else None
    listed = before is not None and is_listed(scene, phrase)
    if dating is None and listed and before is not None and place is None:
        dating = before.date
    day_within = aside and head.kind == "visit" and phrase.held is None and bool(scene.dates)
    if day_within:
        dating = month_of(dating) if dating is not None else month_within(scene, head)
    its_own = date is not None and phrase.first <= date.first and is_dated_itself(scene, date)
    people = frozenset([p.entity for p in scene.people if phrase.left <= p.first < right])
    leading = (doing or head.kind in ("meeting", "call")) and any(
        t.word.key.startswith(LEADERS) for t in scene.tokens[phrase.left : head.at]
    )
    chiefs = (doing or head.kind == "meeting") and leading
    leaders = doing and chiefs
    partner = _partner(scene, head) if head.kind == "meeting" and head.stem != "suhbat" else None
    formal = (
        (head.kind == "call" and leading)
        or partner is not None
        or (head.kind == "meeting" and (chiefs or people) and is_formal(scene, phrase))
    )
    bare = is_bare(phrase) and not (doing and (people or leaders)) and not formal
    elliptic = not scene.verbs and following < len(scene.tokens)
    if bare and verb is not None and verb.has("end_verb") and head.form != "loc":
        dating = None  # its end, not its day
    status = status_of(scene, phrase, verb, aside)
    weight = weight_of(scene, phrase, verb, date is not None, place is not None, bool(people), aside, doing)
    weight += 2 * (aside and its_own)
    weight += (leaders and not people) + 3 * bool(formal) + elliptic - (bare and phrase.this)
    if occasion and phrase.owners:
        weight = max(weight, 2)
    if bare and verb is None and not phrase.held:
        weight -= 2
    if dating is None and verb is not None and verb.form == "noun" and only_wished(scene, verb):
        weight -= 3
    first, last = _with_subject(scene, phrase, verb, doing), head.at + 1
    first = first if partner is None else min(first, partner)
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
        place=place_id(scene, place),
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
        until_when(scene, head.at) if scene.dates else None,
    )


def _with_subject(scene: Scene, phrase: Phrase, verb: VerbGroup | None, doing: bool) -> int:
    """Where the span begins: a noun that is half of a verb takes the subject with it: X muzokara o‘tkazdi."""
    head = phrase.head
    if not doing or head.kind not in ("meeting", "call", "visit") or phrase.this:
        return phrase.first
    people = [p.first for p in scene.people if phrase.left <= p.first < head.at]
    if not people or verb is None:
        return phrase.first
    return min(phrase.first, subject_start(scene, phrase.left, verb))


def _in_agreement(scene: Scene, head: Head) -> bool:
    """Whether the noun is inside the words that name a document: forum o‘tkazish to‘g‘risidagi memorandum."""
    return head.kind != "declared_year" and any(
        a.first <= head.at < a.last and a.kind != "understanding" for a in scene.agreements
    )


def _partner(scene: Scene, head: Head) -> int | None:
    """Where the name begins of one with whom it was: N. Aliyev bilan (bo‘lgan) uchrashuvda."""
    for person in scene.people:
        bilan = person.last
        if person.by_office or bilan >= head.at or scene.tokens[bilan].word.key != "bilan":
            continue
        between = range(bilan + 1, head.at)
        if all(scene.tokens[at].word.has("event_plain") or at in scene.verb_at for at in between):
            return person.first
    return None


def _tells_when(scene: Scene, phrase: Phrase) -> bool:
    """Whether the noun, inside the words that name a document, tells when: tashrifi asnosida imzolangan."""
    after = scene.tokens[phrase.last : phrase.last + 1]
    if phrase.head.form == "loc" and any(phrase.first <= d.first < phrase.head.at for d in scene.dates):
        return True  # 5-maydagi sessiyasida … qarorni ma’qulladi
    return phrase.named and bool(after) and after[0].word.has("event_relation")


def _in_quotation(scene: Scene, head: Head) -> bool:
    """Whether the noun is inside the quoted name of something else: “Ostonaning 20 yilligi” loyihasi."""
    opening = None
    for mark in word_of("open_quote", "close_quote").finditer(scene.sentence.codes, 0, head.at):
        opening = mark.start() if scene.tokens[mark.start()].word.has("open_quote") else None
    if opening is None:
        return False
    near = range(head.at + 1, min(head.at + 8, len(scene.tokens)))
    closing = next((at for at in near if scene.tokens[at].word.has("close_quote")), None)
    if closing is None or any(opening < verb.first < closing and verb.form in FINITE for verb in scene.verbs):
        return False  # a quotation of speech
    following = scene.tokens[closing + 1].word if closing + 1 < len(scene.tokens) else None
    if head.kind == "anniversary":
        return True
    return closing != head.at + 1 or (
        following is not None and is_possessed(following) and not following.has("suffix")
    )


def _predicate(scene: Scene, head: Head) -> VerbGroup | None:
    """The verb that tells what became of the happening: the first one after it that a noun may depend on."""
    for verb in scene.verbs:
        if verb.last > head.at + 1:
            return verb
    return None


def _is_for(scene: Scene, head: Head) -> bool:
    """Whether something was made ready for the happening: Muzokaralar uchun Ko‘ksaroy tanlandi."""
    after = head.at + 1
    return after < len(scene.tokens) and scene.tokens[after].word.key == "uchun"


def _names_another(scene: Scene, head: Head) -> bool:
    """Whether the quotation around the noun names what follows: “Olimlar muloqoti” mavzusida anjuman."""
    closing = word_of("close_quote", "quote").search(scene.sentence.codes, head.at)
    after = closing.end() if closing is not None else len(scene.tokens)
    return after < len(scene.tokens) and scene.tokens[after].word.key in SOFT_WORDS


#: The check of a noun inside the quoted name of something else.
_QUOTED = "events.quoted"
#: Words that may stand before a name and are no part of it.
_NOT_IN_TITLES = frozenset(
    {"esa", "kuni", "kunlari", "bo'lib", "o'tgan", "bo'lgan", "o'tkazilgan", "kechgan", "ham", *PARTS_OF_TIME}
)


def _title(scene: Scene, phrase: Phrase) -> str:
    first = phrase.first
    changed = True
    while changed:
        changed = False
        cover = scene.covering.get(first)
        circumstance = isinstance(cover, DateFinding) or (
            isinstance(cover, PlaceFinding) and cover.form == "loc"
        )
        if cover is not None and circumstance and cover.last <= phrase.head.at:
            first, changed = cover.last, True
        elif scene.tokens[first].word.key in _NOT_IN_TITLES and first < phrase.head.at:
            first, changed = first + 1, True
    return title_of(scene.tokens, first, phrase.head.at + 1)
