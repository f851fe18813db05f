"""What a text has told so far: which phrase is a new happening, which one speaks of a known one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import DateFinding, Dating, EventFinding, PlaceFinding
from uzkz_kb.recognise.events.carry import Carry
from uzkz_kb.recognise.events.circumstances import place_id
from uzkz_kb.recognise.events.doubts import doubt
from uzkz_kb.recognise.events.nearby import told_of_it, until_when
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.page import heads_a_list, is_item
from uzkz_kb.recognise.events.same import (
    Known,
    enriched,
    may_agree,
    refers_back,
    talks_of_a_visit,
    told_before,
)
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.verbs import VerbGroup

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
        self._heads_a_list = False
        self._lent: set[int] = set()  # findings whose place is another's, until they name their own

    def add(self, draft: Draft, scene: Scene) -> tuple[str, str] | None:
        """One more phrase: a new happening, a mention of one known, or nothing particular, by which check
        and why."""
        headed = draft.event
        if not draft.aside or (
            draft.event.kind in _OPENED and scene.tokens[draft.event.last - 1].word.form == "gen"
        ):
            headed = self._carry.headed(draft.event)
        by_entry = headed is not draft.event
        if by_entry:
            dated = (2 + 2 * (draft.bare and draft.verbless)) * (headed.date is not draft.event.date)
            draft = draft._replace(event=headed, weight=draft.weight + dated, day_within=draft.aside)
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
        if draft.verbless and self.known and not by_entry:
            new = new._replace(event=replace(new.event, status=self.known[-1].event.status))
        if draft.bare:
            old = self._itself(refers_back(new, self._of_that_year(draft, scene, self._as_told(new))))
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
            known = draft.event.date or draft.event.place or draft.people
            if draft.weight < ENOUGH or not known or (draft.aside and draft.event.place is None):
                return "events.back", "it points back, or to any: nothing told before it may be what it names"
        old = self._itself(told_before(new, self._as_told(new)))
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
        placed = self._carry.placed(event, scene, self.known, self._occasion(scene))
        whole = self._timed(_lasting(placed, draft.until))
        if event.place is None and whole.place is not None:
            self._lent.add(len(self.events))
        self.events.append(whole)
        new = new._replace(event=whole)
        self.known.append(new)
        if draft.aside:
            self._tell_within(new, scene)

    def _tell_within(self, around: Known, scene: Scene) -> None:
        """What follows in the sentence, or in the list that it heads, was on that occasion."""
        self._within = around
        self._heads_a_list = heads_a_list(scene)

    def _occasion(self, scene: Scene) -> Known | None:
        """The happening on whose occasion the sentence tells of others."""
        around = self._within
        if around is None or around.seen == scene.sentence.index:
            return around
        return around if self._heads_a_list and is_item(scene, around.seen) else None

    def it_goes_on(self, scene: Scene) -> None:
        """A sentence that says when and where the happening told just before is: U 20-mayda o‘tkaziladi."""
        old = self.known[-1] if self.known else None
        verb = next((v for v in scene.verbs if v.finite), None)
        if old is None or verb is None or scene.sentence.index - old.seen != 1 or not _of_itself(scene, verb):
            return
        date, place = told_of_it(scene, 1, verb)
        event = replace(
            old.event,
            date=date.dating if date is not None and verb.has(*_WHEN) else None,
            place=place_id(scene, place),
            sentence=scene.sentence.index,
        )
        if may_agree(event, old.event):
            self._enrich(old, event, until_when(scene, 0))

    def set_apart(
        self, sentence: Sentence, dates: Sequence[DateFinding], places: Sequence[PlaceFinding]
    ) -> None:
        """A line in brackets that says when and where: (Toshkent shahri, 2025-yil 22–27-sentabr)."""
        old = self.known[-1] if self.known else None
        closed = any(token.word.has("close_paren") for token in sentence.tokens[-2:])
        if old is None or not closed or sentence.index - old.seen > 2 or dates[0].governs != "at":
            return
        towns = [place.entity for place in places if place.kind in ("city", "region")]
        event = replace(
            old.event,
            date=dates[0].dating,
            place=towns[0] if len(towns) == 1 else None,
            sentence=sentence.index,
        )
        if may_agree(event, old.event):
            self._enrich(old, event, None)

    def _as_told(self, new: Known) -> Sequence[Known]:
        """The happenings known; where the new one says its place, without places only lent to them."""
        if new.event.rule == "events.numbered":  # one of several: another place is another happening
            place = new.event.place
            return [one for one in self.known if None in (place, one.event.place) or one.event.place == place]
        if new.event.place is None or not self._lent:
            return self.known
        return [
            one._replace(event=replace(one.event, place=None)) if one.finding in self._lent else one
            for one in self.known
        ]

    def _of_that_year(self, draft: Draft, scene: Scene, known: Sequence[Known]) -> Sequence[Known]:
        """The happenings that may be meant where a date follows right after: Forum doirasida 5-may kuni …."""
        after = draft.event.last + 1
        dates = [d.dating.edtf for d in scene.dates if d.first == after and d.dating.edtf]
        if not dates or not draft.aside:
            return known
        year = dates[0][:4]
        days = [one.event.date.edtf if one.event.date is not None else None for one in known]
        return [one for one, day in zip(known, days, strict=True) if day is None or day[:4] == year]

    def _itself(self, told: Known | None) -> Known | None:
        """What is known of a happening as `_as_told` gives it."""
        if told is None:
            return None
        return next(one for one in self.known if one.finding == told.finding)

    def _learn(self, draft: Draft, old: Known, scene: Scene) -> EventFinding:
        """The known happening with what the phrase says of it."""
        event = _undated(draft.event) if draft.aside else draft.event
        known = old._replace(owners=old.owners or draft.owners, people=old.people or draft.people)
        self.known[self.known.index(old)] = known
        known = self._enrich(known, event, draft.until)
        if draft.aside:
            self._tell_within(known, scene)
        return known.event

    def _enrich(self, old: Known, event: EventFinding, until: Dating | None) -> Known:
        """The known happening with the date and the place that `event` states."""
        first = self.events[old.finding]
        if event.place is not None and old.finding in self._lent:
            self._lent.discard(old.finding)
            first = replace(first, place=None)
        whole = self._timed(_lasting(enriched(first, event, self._carry.cities), until))
        if first.date is None and whole.date is not None:
            whole = self._carry.reported(whole)
        self.events[old.finding] = whole
        known = old._replace(event=whole, seen=event.sentence)
        self.known[self.known.index(old)] = known
        return known

    def _mention(self, draft: Draft, old: Known, scene: Scene) -> None:
        whole = self._learn(draft, old, scene)
        if old.section == "title" and (whole.date is None or whole.place is None):
            whole = self._told_at_last(draft, whole, old.finding, scene)
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

    def _told_at_last(self, draft: Draft, whole: EventFinding, finding: int, scene: Scene) -> EventFinding:
        """What the headline names, with the day and the place that it has where the text comes to tell it."""
        at = next(index for index, one in enumerate(self.known) if one.finding == finding)
        others = [*self.known[:at], *self.known[at + 1 :]]
        event = replace(draft.event, date=whole.date, place=whole.place, kind=whole.kind, status=whole.status)
        filled = self._carry.placed(event, scene, others, self._occasion(scene))
        if filled.place is not None and whole.place is None:
            self._lent.add(finding)
        whole = replace(whole, date=filled.date, place=filled.place)
        self.events[finding] = whole
        self.known[at] = self.known[at]._replace(event=whole)
        return whole

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


#: What an entry may tell the opening or the showing of, by its name in the genitive.
_OPENED = ("exhibition", "festival", "cultural_days", "forum", "conference", "congress", "competition")
#: What a verb tells of when a happening was, rather than how long, or what became of it.
_WHEN = ("hold_verb", "begin_verb", "open_verb", "plan_verb", "launch_verb", "start_verb")
_GOES_ON = ("hold_verb", "begin_verb", "end_verb", "continue_verb", "plan_verb")
#: First words of verbs that only a happening, and no one, can be the subject of.
_OF_ITSELF = frozenset({"bo'lib", "davom"})


def _of_itself(scene: Scene, verb: VerbGroup) -> bool:
    """Whether the verb tells of a happening, not of what somebody does: o‘tkaziladi, davom etadi."""
    if not verb.has(*_GOES_ON):
        return False
    return verb.passive or (verb.last - verb.first > 1 and scene.tokens[verb.first].word.key in _OF_ITSELF)


def _lasting(event: EventFinding, until: Dating | None) -> EventFinding:
    """The happening with the day up to which it goes on, where the day of its beginning is known."""
    start = event.date.edtf if event.date is not None else None
    end = until.edtf if until is not None else None
    if event.date is None or until is None or start is None or end is None:
        return event
    if until.basis == "relative" and start < start[:4] + end[4:]:
        end = start[:4] + end[4:]  # the year goes without saying
    if not len(start) == len(end) == 10 or start >= end:
        return event
    text = f"{event.date.text} {until.text}"
    return replace(event, date=replace(event.date, text=text, edtf=f"{start}/{end}"))


def _undated(event: EventFinding) -> EventFinding:
    return event if event.date is None else replace(event, date=None)


def _only_a_rite(draft: Draft, old: Known) -> bool:
    """Whether a ceremony is spoken of at an opening: neither the opening nor told of by itself."""
    return draft.event.kind == "ceremony" and old.event.kind == "opening" and not old.owners & draft.owners


def _only_led_to(draft: Draft, scene: Scene) -> bool:
    """Whether nothing is told of the talks but what came of them: muzokaralar natijasida."""
    after = scene.tokens[draft.event.last : draft.event.last + 1]
    return draft.aside and any(token.word.key.startswith("natija") for token in after)
