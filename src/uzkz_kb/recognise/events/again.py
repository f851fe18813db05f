"""Happenings without a noun of their own: the first and the sixth of them, the next “Birlik”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from uzkz_kb.model.findings import EventFinding, PlaceFinding
from uzkz_kb.recognise.events.circumstances import date_near, place_id, place_near
from uzkz_kb.recognise.events.glance import another_quoted, takes_up
from uzkz_kb.recognise.events.heads import Head
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.phrases import clause_start
from uzkz_kb.recognise.events.same import Known
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import HELD_VERBS, is_possessed, ordinal_at, title_of
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup

_ENDINGS = ("nchisi", "nchisini", "nchisida", "nchisiga", "nchisining")


def numbered_events(scene: Scene, heads: Sequence[Head]) -> Iterator[Draft]:
    """`Uchrashuvlarning birinchisi 2018-yilda, oltinchisi Toshkentda bo‘lgan`: one for each number.

    `heads` are the nouns of the sentence, left to right; a number is of the last one before it.
    """
    if not heads or not (scene.dates or scene.places):
        return
    if word_of("ordinal", "numeral").search(scene.sentence.codes) is None:
        return
    past_first = enumerate(scene.tokens[heads[0].at + 1 :], heads[0].at + 1)
    ordinals = [at for at, token in past_first if token.word.key.endswith(_ENDINGS)]
    place = None
    for number, at in enumerate(ordinals):
        found = ordinal_at(scene.tokens, at)
        if found is None:
            continue
        head = next(head for head in reversed(heads) if head.at < at)
        end = ordinals[number + 1] if number + 1 < len(ordinals) else len(scene.tokens)
        verb = next((v for v in scene.verbs if v.first > at and v.finite), None)
        right = min(end, verb.first if verb is not None else end)
        date = date_near(scene, found[0], at + 1, at, right)
        where = place_near(scene, head.kind, found[0], at + 1, at, right)
        if date is None and where is None:  # …, 2019-yilda Toshkentda ikkinchisi
            left = max(head.at, ordinals[number - 1] if number else 0) + 1
            date = date_near(scene, found[0], at + 1, left, at)
            where = place_near(scene, head.kind, found[0], at + 1, left, at)
        place = where.entity if where is not None else place
        if date is None and where is None:
            continue
        last = max([at + 1, *(f.last for f in (date, where) if f is not None)])
        done = verb is None or is_done(scene.verbs, scene.verbs.index(verb), scene.tokens)
        event = EventFinding(
            span=scene.sentence.span_of(found[0], last),
            sentence=scene.sentence.index,
            first=found[0],
            last=last,
            rule="events.numbered",
            name=_number_name(scene, at, head),
            kind=head.kind,
            status="held" if done else "planned",
            date=date.dating if date is not None else None,
            place=place,
            ordinal=found[1],
        )
        yield Draft(event, head.stem, frozenset(), frozenset(), False, False, 9)


def _number_name(scene: Scene, at: int, head: Head) -> str:
    """`birinchisi` of the `uchrashuvlarning` → Birinchi uchrashuv."""
    latin = scene.tokens[at].word.latin
    number = latin[: latin.rindex("nchi") + 4]
    return f"{number[:1].upper()}{number[1:]} {head.stem.replace(chr(39), '‘')}"


def taken_up(scene: Scene, heads: Sequence[Head], known: Sequence[Known]) -> Iterator[Draft]:
    """`Keyingisi 2026-yilda Boku shahrida o‘tadi`: another one of what was told."""
    if not (scene.dates or scene.places) or not known or scene.sentence.index - known[-1].seen > _STILL_TOLD:
        return
    if not takes_up(scene.sentence.codes):
        return
    tokens = scene.tokens
    for at in range(len(tokens)):
        word = tokens[at].word
        number = ordinal_at(tokens, at) if word.key.endswith(_ENDINGS) else None
        next_one = word.has("event_another") and is_possessed(word)
        verb = next((v for v in scene.verbs if v.first > at and (v.finite or _when_held(v))), None)
        if not (number or next_one) or verb is None or (number and any(head.at < at for head in heads)):
            continue
        if not verb.has(*HELD_VERBS, "host_verb", "receive_verb", "stay_verb"):
            continue
        old = next((one for one in reversed(known) if one.event.kind in _IN_SERIES), None)
        left = clause_start(scene, at, 0)
        kind = old.event.kind if old is not None else "meeting"
        last = at + 1 + tokens[at + 1].word.has("comma")  # To‘rtinchisi, 2022-yil 21-iyulda …
        date = date_near(scene, at, last, left, verb.first)
        place = place_near(scene, kind, at, last, left, verb.first) or _host(scene, at, verb)
        if old is None or (date is None and place is None):
            continue
        first = at if number is None else number[0]
        event = replace(
            old.event,
            span=scene.sentence.span_of(first, verb.last),
            sentence=scene.sentence.index,
            first=first,
            last=verb.last,
            rule="events.taken_up",
            name=f"{title_of(tokens, first, at + 1)} ({old.event.name})",
            status="held" if is_done(scene.verbs, scene.verbs.index(verb), tokens) else "planned",
            date=date.dating if date is not None else None,
            place=place.entity if place is not None else None,
            participants=(),
            ordinal=number[1] if number else None,
            recurring=None,
        )
        yield Draft(event, old.stem, frozenset(), frozenset(), False, number is None, 9)
        return


def _when_held(verb: VerbGroup) -> bool:
    """Whether a verb tells of the time when something was held: uyushtirilganida."""
    return verb.form == "participle_loc" and verb.has("hold_verb")


def _host(scene: Scene, at: int, verb: VerbGroup) -> PlaceFinding | None:
    """Who gives the house: keyingisini Xiva qabul qiladi."""
    if not verb.has("host_verb", "receive_verb"):
        return None
    return next((p for p in scene.places if at < p.first < verb.first and p.form == "nom"), None)


#: How many sentences on another of what was told last may be spoken of.
_STILL_TOLD = 3
#: What is held again and again.
_IN_SERIES = frozenset(
    {
        "meeting",
        "summit",
        "session",
        "forum",
        "conference",
        "congress",
        "exhibition",
        "festival",
        "cultural_days",
        "competition",
        "exercise",
    }
)


def next_events(scene: Scene, known: Sequence[Known]) -> Iterator[Draft]:
    """`Navbatdagi «Birlik» Samarqandda o‘tadi`: the next of a happening known by its quoted name."""
    if not known:
        return
    tokens = scene.tokens
    for match in another_quoted().finditer(scene.sentence.codes):
        at = match.start()
        close = next((i for i in range(at + 2, len(tokens)) if tokens[i].word.has("close_quote")), None)
        if close is None or (close + 1 < len(tokens) and tokens[close + 1].word.has("event")):
            continue
        name = frozenset(token.word.key[:6] for token in tokens[at + 2 : close])
        old = next((one for one in reversed(known) if name and name <= one.owners), None)
        verb = next((v for v in scene.verbs if v.first > close and v.finite), None)
        if old is None or verb is None:
            continue
        left = clause_start(scene, at, 0)
        date = date_near(scene, at, close + 1, left, verb.first)
        place = place_near(
            scene, "visit" if verb.has("came_verb") else old.event.kind, at, close + 1, left, verb.first
        )
        event = replace(
            old.event,
            span=scene.sentence.span_of(at, close + 1),
            sentence=scene.sentence.index,
            first=at,
            last=close + 1,
            rule="events.next",
            name=title_of(tokens, at, close + 1),
            status="held" if is_done(scene.verbs, scene.verbs.index(verb), tokens) else "planned",
            date=date.dating if date is not None else None,
            place=place_id(scene, place),
            participants=(),
            ordinal=None,
        )
        yield Draft(event, old.stem, name, frozenset(), False, True, 9)
