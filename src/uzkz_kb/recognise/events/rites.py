"""Beginnings and ends of things with a day of their own: ochilishi 9-mayda Urganchda bo‘ldi."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from uzkz_kb.model.findings import EventFinding
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.events.circumstances import date_near, place_id, place_near
from uzkz_kb.recognise.events.glance import RITES, rite_words
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import HELD_VERBS, title_of
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup

_KINDS: Mapping[str, EventKind] = MappingProxyType({"och": "opening", "yop": "ceremony", "imz": "signing"})


def own_rites(scene: Scene) -> Iterator[Draft]:
    """What is opened, closed or signed on a day that follows, where no other verb tells of it."""
    if not scene.dates:
        return
    for match in rite_words().finditer(scene.sentence.codes, 0, len(scene.tokens) - 1):
        at = match.start()
        if scene.tokens[at].word.key in RITES and _begins_circumstances(scene, at + 1):
            draft = _rite(scene, at)
            if draft is not None:
                yield draft


def _begins_circumstances(scene: Scene, at: int) -> bool:
    """Whether a date or a place where begins at the token."""
    word = scene.tokens[at].word
    cover = scene.covering.get(at + (word.has("comma") or word.has("dash")))
    return cover is not None and (
        cover in scene.dates or any(place is cover and place.form == "loc" for place in scene.places)
    )


def _rite(scene: Scene, at: int) -> Draft | None:
    verb = next((v for v in scene.verbs if v.first > at and v.finite), None)
    if verb is not None and not verb.has(*HELD_VERBS, "stay_verb"):
        return None
    if any(agreement.first <= at < agreement.last for agreement in scene.agreements):
        return None
    right = len(scene.tokens) if verb is None else verb.first
    kind = _KINDS[scene.tokens[at].word.key[:3]]
    date = date_near(scene, at, at + 1, at, right)
    if date is None:
        return None
    first = _owner_start(scene, at)
    place = place_near(scene, kind, at, at + 1, at, right)
    event = EventFinding(
        span=scene.sentence.span_of(first, at + 1),
        sentence=scene.sentence.index,
        first=first,
        last=at + 1,
        rule="events.rite",
        name=title_of(scene.tokens, first, at + 1),
        kind=kind,
        status="held" if _held(scene, verb) else "planned",
        date=date.dating,
        place=place_id(scene, place),
    )
    owners = frozenset(token.word.key[:6] for token in scene.tokens[first:at])
    return Draft(event, scene.tokens[at].word.key[:6], owners, frozenset(), False, False, 9)


def _held(scene: Scene, verb: VerbGroup | None) -> bool:
    if verb is None:
        return True
    return not verb.has("plan_verb") and is_done(scene.verbs, scene.verbs.index(verb), scene.tokens)


def _owner_start(scene: Scene, at: int) -> int:
    """Where the words begin that say whose it is: Savdo markazining tantanali | ochilishi."""
    first = at
    while first and at - first < _LONGEST:
        before = first - 1
        cover = scene.covering.get(before)
        if scene.tokens[before].word.shape == "mark" or before in scene.verb_at or cover in scene.dates:
            break
        first = before
    return first


#: No rite is named by more words than these.
_LONGEST = 8
