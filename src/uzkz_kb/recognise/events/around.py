"""What the words of a sentence, or what was told of last, say of the place and the time of a happening."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.findings import Dating, EntityKey, EventFinding
from uzkz_kb.recognise.events.same import FAMILY, Known, dates_agree, is_day
from uzkz_kb.recognise.events.scene import Scene

#: How many sentences back a visit governs what is told without a date.
VISIT_REACH = 9
_THAT = frozenset({"u", "shu", "o'sha", "ushbu", "mazkur"})
_PLACE_WORDS = frozenset({"erda", "yerda", "shaharda", "joyda", "yurtda", "mamlakatda", "binoda"})
_TOWN = "shaharda"


def last_visit(event: EventFinding, known: Sequence[Known]) -> EventFinding | None:
    """The visit told of last, if it is not long ago."""
    for one in reversed(known):
        if one.event.kind == "visit" and event.sentence - one.seen <= VISIT_REACH:
            return one.event
    return None


def same_place(event: EventFinding, scene: Scene, known: Sequence[Known]) -> EntityKey | None:
    """`shu yerda`, `o‘sha shaharda`, or `shaharda` alone: the place where something was told of last."""
    tokens = scene.tokens
    for at in range(max(0, event.first - 3), min(event.last + 8, len(tokens))):
        key = tokens[at].word.key
        if key in _PLACE_WORDS and (key == _TOWN or (at and tokens[at - 1].word.key in _THAT)):
            before = [p.entity for p in scene.places if p.last <= at and p.form in ("loc", "dat")]
            told = [one.event.place for one in known if one.event.place is not None]
            return before[-1] if before else told[-1] if told else None
    return None


def listed(event: EventFinding, last: EventFinding, scene: Scene) -> bool:
    """Whether the one follows the other in a list of their kind: ikki majlis o‘tdi: … va …."""
    if FAMILY[event.kind] != FAMILY[last.kind] or event.first < last.last:
        return False
    if any(token.word.has("colon") for token in scene.tokens[last.last : event.first]):
        return True
    return not any(last.last <= verb.first < event.first for verb in scene.verbs)


def named_elsewhere(scene: Scene, here: str | None) -> bool:
    """Whether the sentence names a city, other than `here`, where something is or whither it goes."""
    return any(
        place.form in ("loc", "dat") and place.kind == "city" and place.entity != here
        for place in scene.places
    )


def is_during(when: Dating | None, visit: Dating | None) -> bool:
    """Whether nothing says that it was at another time than the visit, whose days are known."""
    return when is None or (visit is not None and is_day(visit) and dates_agree(when, visit))


def goes_on(scene: Scene, after: int) -> bool:
    """Whether a visit is under way: tashrif bilan Dushanbeda bo‘lib turibdi."""
    tokens = scene.tokens
    return any(
        tokens[at].word.key == "bo'lib" and tokens[at + 1].word.key.startswith("tur")
        for at in range(after, len(tokens) - 1)
    )


def next_is_told(scene: Scene) -> bool:
    """Whether the sentence goes on with the day that is being told of: Kechqurun …, Ayni kunda …."""
    tokens = scene.tokens
    if any(token.word.has("then_word") for token in tokens[:3]):
        return True
    return tokens[0].word.key in ("ayni", "aynan") and any(t.word.has("day_word") for t in tokens[1:3])


def on_the_way_told(scene: Scene) -> bool:
    """Whether the sentence tells of a journey as known, that nothing named: Safar davomida …."""
    tokens = scene.tokens
    return (
        len(tokens) > 1
        and tokens[0].word.key in ("safar", "tashrif", "safari", "tashrifi")
        and tokens[1].word.has("event_relation")
    )
