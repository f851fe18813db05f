"""Two people who did something together, by a verb that nobody listed."""

from __future__ import annotations

from collections.abc import Iterator

from uzkz_kb.model.findings import EventFinding
from uzkz_kb.recognise.events.circumstances import date_near, participants, place_near
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import title_of


def reciprocal_event(scene: Scene) -> Iterator[Draft]:
    """Two people, a day, a place and a verb of doing together, whatever it says: … Ostonada hisoblashdi."""
    if len(scene.people) < 2 or not scene.dates or not scene.places:
        return
    last = len(scene.tokens) - 1
    while last > 0 and scene.tokens[last].word.shape == "mark":
        last -= 1
    if not scene.tokens[last].word.key.endswith("shdi") or last in scene.verb_at:
        return
    date = date_near(scene, last, last + 1, 0, last)
    place = place_near(scene, "meeting", last, last + 1, 0, last)
    if date is None or place is None:
        return
    event = EventFinding(
        span=scene.sentence.span_of(0, last + 1),
        sentence=scene.sentence.index,
        first=0,
        last=last + 1,
        rule="events.verb.together",
        name=title_of(scene.tokens, 0, last + 1),
        kind="meeting",
        status="held",
        date=date.dating,
        place=place.entity,
        participants=participants(scene, 0, last),
    )
    people = frozenset(person.entity for person in scene.people)
    yield Draft(event, "uchrash", frozenset(), people, False, False, 9)
