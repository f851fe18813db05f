"""What a text has told so far: which phrase is a new happening, which one speaks of a known one again."""

from __future__ import annotations

from dataclasses import replace

from uzkz_kb.model.findings import Dating, EventFinding
from uzkz_kb.recognise.events.carry import Carry
from uzkz_kb.recognise.events.doubts import doubt
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.same import (
    Known,
    enriched,
    refers_back,
    same_happening,
    talks_of_a_visit,
)
from uzkz_kb.recognise.events.scene import Scene

#: A phrase needs this much to be a happening of its own.
ENOUGH = 2


class Tale:
    """The happenings told so far, in the order of the text."""

    def __init__(self, carry: Carry, published: Dating | None) -> None:
        self.events: list[EventFinding] = []
        self.known: list[Known] = []
        self._carry = carry
        self._published = published
        self._within: Known | None = None

    def add(self, draft: Draft, scene: Scene) -> tuple[str, str] | None:
        """One more phrase: a new happening, a mention of one known, or nothing particular, by which check
        and why."""
        if not draft.aside:
            headed = self._carry.headed(draft.event)
            dated = 2 * (headed.date is not draft.event.date)
            draft = draft._replace(event=headed, weight=draft.weight + dated)
        new = Known(
            len(self.events),
            _undated(draft.event) if draft.aside and not draft.day_within else draft.event,
            draft.stem,
            draft.owners,
            draft.people,
            scene.sentence.section,
            draft.another,
            scene.sentence.index,
        )
        if draft.verbless and self.known:
            new = new._replace(event=replace(new.event, status=self.known[-1].event.status))
        if draft.bare:
            old = refers_back(new, self.known)
            if old is not None and self._of_another_year(new.event, old.event):
                old = None
            if old is not None:
                if _only_a_rite(draft, old):
                    self._learn(draft, old, scene)
                else:
                    self._mention(draft, old, scene)
                return None
            if talks_of_a_visit(new, self.known) and not _only_led_to(draft, scene):
                self._new(draft, new, scene)
                return None
            told = draft.event.date or draft.event.place or draft.people
            if draft.weight < ENOUGH or not told or (draft.aside and draft.event.place is None):
                return "events.back", "it points back, or to any: nothing told before it may be what it names"
        old = next((one for one in reversed(self.known) if same_happening(new, one)), None)
        if old is not None:
            self._mention(draft, old, scene)
            return None
        if draft.weight < ENOUGH:
            return "events.weight", doubt(draft, scene)
        self._new(draft, new, scene)
        return None

    def _new(self, draft: Draft, new: Known, scene: Scene) -> None:
        """One more happening."""
        event = draft.event
        if event.status != new.event.status:
            event = replace(event, status=new.event.status)
        event = self._timed(self._carry.placed(event, scene, self.known, self._within))
        self.events.append(event)
        known = new._replace(event=event)
        self.known.append(known)
        if draft.aside:
            self._within = known

    def _learn(self, draft: Draft, old: Known, scene: Scene) -> EventFinding:
        """The known happening with what the phrase says of it."""
        event = _undated(draft.event) if draft.aside else draft.event
        whole = self._timed(enriched(self.events[old.finding], event, self._carry.cities))
        self.events[old.finding] = whole
        known = old._replace(
            event=whole,
            owners=old.owners or draft.owners,
            people=old.people or draft.people,
            seen=scene.sentence.index,
        )
        self.known[self.known.index(old)] = known
        if draft.aside:
            self._within = known
        return whole

    def _mention(self, draft: Draft, old: Known, scene: Scene) -> None:
        whole = self._learn(draft, old, scene)
        event = draft.event
        self.events.append(
            replace(
                event,
                kind=whole.kind,
                status=whole.status,
                date=whole.date,
                place=whole.place,
                ordinal=whole.ordinal,
                same_as=old.finding,
            )
        )

    def _of_another_year(self, event: EventFinding, old: EventFinding) -> bool:
        """Whether the phrase dates itself to a year past, while what it would refer to is of now."""
        now = self._published.edtf if self._published is not None else None
        day = event.date.edtf if event.date is not None else None
        return bool(now and day and old.date is None and len(day) == 4 and day < now[:4])

    def _timed(self, event: EventFinding) -> EventFinding:
        """What is dated after the text itself is still to come, whatever its verb."""
        now = self._published.edtf if self._published is not None else None
        day = event.date.edtf if event.date is not None else None
        if now is None or day is None or event.status == "planned":
            return event
        start = day.partition("/")[0]
        length = min(len(start), len(now))
        return replace(event, status="planned") if start[:length] > now[:length] else event


def _undated(event: EventFinding) -> EventFinding:
    return event if event.date is None else replace(event, date=None)


def _only_a_rite(draft: Draft, old: Known) -> bool:
    """Whether a ceremony is spoken of at an opening: neither the opening nor told of by itself."""
    return draft.event.kind == "ceremony" and old.event.kind == "opening" and not old.owners & draft.owners


def _only_led_to(draft: Draft, scene: Scene) -> bool:
    """Whether nothing is told of the talks but what came of them: muzokaralar natijasida."""
    after = scene.tokens[draft.event.last : draft.event.last + 1]
    return draft.aside and any(token.word.key.startswith("natija") for token in after)
