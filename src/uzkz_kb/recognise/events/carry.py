"""When and where, from around: what headline, entry, visit or the happening before says of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, EntityKey, EventFinding, Names
from uzkz_kb.recognise.entries import Entry
from uzkz_kb.recognise.events.around import (
    goes_on,
    is_during,
    last_visit,
    listed,
    named_elsewhere,
    next_is_told,
    on_the_way_told,
    same_place,
)
from uzkz_kb.recognise.events.circumstances import carried, month_of
from uzkz_kb.recognise.events.same import Known, days_between, is_day, on_one_day, within_a_week
from uzkz_kb.recognise.events.scene import Scene

#: How many sentences back the day of a scene governs what is told without a date.
REACH = 4
THEN_REACH = 8
#: How many sentences on things are still told of the same place.
NEAR = 2
#: … and of the same day.
DAY_REACH = 9
_LOCAL = frozenset(
    {
        "meeting",
        "session",
        "summit",
        "ceremony",
        "signing",
        "exhibition",
        "forum",
        "conference",
        "congress",
        "festival",
        "competition",
        "exercise",
        "briefing",
        "commemoration",
        "cultural_days",
        "anniversary",
        "other",
    }
)
#: The rule of those who gathered; their session is told next: … Xivada yig‘ildi. Kengashning 8-majlisida ….
_GATHERED = "events.verb.assemble"
#: What takes the day of the visit during which it is told of.
_ON_A_VISIT = ("meeting", "signing", "ceremony", "briefing", "session", "summit")


#: What a guest may have come to.
_ATTENDED = ("forum", "conference", "congress", "exhibition", "festival", "competition")


class Carry:
    """What a text has said so far of when and where, for happenings that do not say it of themselves."""

    def __init__(
        self,
        agreements: Sequence[AgreementFinding],
        names: Names,
        published: Dating | None,
        entries: Mapping[int, Entry],
        dateline: EntityKey | None = None,
    ) -> None:
        self.cities = frozenset(p.entity for p in names.places if p.kind in ("city", "region", "country"))
        self._cities = {p.entity: p.country for p in names.places if p.kind == "city"}
        self._agreements = agreements
        self._published = published
        self._entries = entries
        self._heading: Dating | None = None
        self._dateline = dateline
        self._day: tuple[int, Dating] | None = None  # the sentence that begins with a day, and that day
        self._headline = next(
            (
                p.entity
                for p in names.places
                if p.sentence == 0 and p.form in ("loc", "dat") and p.kind == "city"
            ),
            None,
        )

    def turn_to(self, sentence: Sentence, dates: Sequence[DateFinding]) -> None:
        """Look at the next sentence: a date that stands alone (`4-iyul.`) heads what follows it."""
        if dates[0].first == 0 and dates[0].governs == "at" and is_day(dates[0].dating):
            self._day = (sentence.index, dates[0].dating)
        if len(dates) != 1 or len(sentence.tokens) > 12:
            return
        around = (*sentence.tokens[: dates[0].first], *sentence.tokens[dates[0].last :])
        if all(token.word.shape == "mark" for token in around):
            self._heading = dates[0].dating

    def headed(self, event: EventFinding) -> EventFinding:
        """The happening with the day and the place that head the entry in which it is told."""
        entry = self._entries.get(event.sentence)
        if entry is None or event.recurring is not None:
            return event
        if event.date is None or event.date.edtf is None:
            event = replace(event, date=entry.dating)
        elif event.date.edtf != entry.dating.edtf:
            return event  # of another time than the entry's
        if entry.planned:
            event = replace(event, status="planned")
        if event.place or entry.place is None or event.kind == "declared_year":
            return event
        return replace(event, place=entry.place)

    def placed(
        self, event: EventFinding, scene: Scene, known: Sequence[Known], within: Known | None
    ) -> EventFinding:
        """The happening with the day and the place of what it belongs to, where it has none of its own.

        `known` are the happenings told before; `within` the one on whose occasion it is told to have been.
        """
        if event.kind == "signing" and event.date is None:
            event = replace(event, date=self._signed(event))
        if event.kind == "visit" and event.date is None and self._published and goes_on(scene, event.first):
            event = replace(event, date=month_of(self._published))
        if event.date is None and self._heading is not None:
            event = replace(event, date=carried(self._heading))
        if event.place is None:
            place = same_place(event, scene, known)
            event = event if place is None else replace(event, place=place)
        event = self._continued(event, scene, known, within)
        return self._here(self._on_the_visit(event, scene, known), scene, known)

    def _here(self, event: EventFinding, scene: Scene, known: Sequence[Known]) -> EventFinding:
        """The happening in the place of the one told just before, or of the headline."""
        if event.place is not None or event.kind not in _LOCAL:
            return event
        if named_elsewhere(scene, None):
            return event
        journey = on_the_way_told(scene)
        for one in reversed(known):
            last = one.event
            far = event.sentence - one.seen
            if far > DAY_REACH:
                break
            if far > NEAR and not (journey or on_one_day(event, last)):
                continue
            if not (journey and event.date is None) and not within_a_week(event.date, last.date):
                continue  # nothing says that it was there and then
            if last.place in self.cities and last.status == event.status:
                return replace(event, place=last.place)
        near = self._headline is not None and event.sentence <= REACH
        if near and self._is_news(event):
            return replace(event, place=self._headline)
        return self.reported(event)

    def reported(self, event: EventFinding) -> EventFinding:
        """The happening in the place whence the text reports of it, where it is the day's news."""
        if event.place is not None or self._dateline is None or event.kind not in _LOCAL:
            return event
        return replace(event, place=self._dateline) if self._is_day_of_news(event) else event

    def _is_day_of_news(self, event: EventFinding) -> bool:
        """Whether it was in the days before the source, so that what comes then comes on that day."""
        day, now = event.date, self._published
        return (
            day is not None and now is not None and is_day(now) and is_day(day) and days_between(day, now) < 7
        )

    def _is_news(self, event: EventFinding) -> bool:
        """Whether the happening may be what the source reports of, by its date."""
        if event.date is None or self._published is None or not is_day(self._published):
            return True
        return not is_day(event.date) or days_between(event.date, self._published) <= 31

    def _on_the_visit(self, event: EventFinding, scene: Scene, known: Sequence[Known]) -> EventFinding:
        if event.kind in ("visit", "founding", "declared_year", "anniversary"):
            return event
        visit = last_visit(event, known)
        if visit is None or event.recurring is not None or not self._belongs(event, visit):
            return event
        place, there = event.place, self._city_of(visit, known)
        if (
            ((event.date is None and event.kind in _ON_A_VISIT) or within_a_week(event.date, visit.date))
            and (place is None or place not in self.cities)
            and there in self.cities
            and not (place is None and named_elsewhere(scene, there))
        ):
            place = there
        day = event.date
        if day is None and event.kind in _ON_A_VISIT:
            day = carried(visit.date)
        elif day is None and visit.sentence == event.sentence and event.kind in _ATTENDED and visit.date:
            day = month_of(visit.date)  # Toshkentga kelgan, …da o‘tgan forumda
            place = place or (there if there in self.cities else None)
        if day is event.date and place is event.place:
            return event
        return replace(event, date=day, place=place)

    def _continued(
        self, event: EventFinding, scene: Scene, known: Sequence[Known], within: Known | None
    ) -> EventFinding:
        """What is told as an item of a list, as the next thing of the day, or as the rite of something."""
        if event.kind == "visit":
            return event
        if within is not None:
            around = within.event
            return replace(
                event,
                date=event.date or carried(around.date),
                place=event.place or self._place_of(around, known),
            )
        then = next_is_told(scene)
        at_it = scene.tokens[0].word.key == "unda"
        for one in reversed(known):
            last = one.event
            far = event.sentence - one.seen > (THEN_REACH if then else REACH)
            if far and not (then and event.date is None and self._is_day_of_news(last)):
                break
            if last.status != event.status:
                continue
            if at_it and one.seen != event.sentence:
                return replace(event, date=event.date or carried(last.date), place=event.place or last.place)
            if last.rule == _GATHERED and event.kind == "session" and event.sentence - one.seen == 1:
                return replace(event, date=event.date or carried(last.date), place=event.place or last.place)
            if event.sentence == last.sentence:
                if event.date is None and event.place is None and listed(event, last, scene):
                    return replace(event, date=carried(last.date), place=last.place)
            elif then and event.date is None and last.date is not None and is_day(last.date):
                return replace(
                    event, date=carried(last.date), place=event.place or self._place_of(last, known)
                )
            elif (
                event.kind in ("ceremony", "signing", "commemoration")
                and event.place is None
                and last.kind not in ("founding", "anniversary", "other")
            ):
                return replace(event, place=self._place_of(last, known))
        return self._later_that_day(event) if then and event.date is None else event

    def _later_that_day(self, event: EventFinding) -> EventFinding:
        """What came next on the day with which a sentence before began: Kecha … . So‘ng … konserti bo‘ldi."""
        if self._day is None or event.status != "held" or event.sentence - self._day[0] > REACH:
            return event
        dated = replace(event, date=carried(self._day[1]))
        return dated if self._is_day_of_news(dated) else event

    def _place_of(self, last: EventFinding, known: Sequence[Known]) -> EntityKey | None:
        return self._city_of(last, known) if last.kind == "visit" else last.place

    def _belongs(self, event: EventFinding, visit: EventFinding) -> bool:
        """Whether the one is held as the other is, or still to come on a visit that goes on."""
        now = self._published.edtf if self._published is not None else None
        if visit.status == event.status:
            return True
        end = visit.date.edtf.partition("/")[2] if visit.date is not None and visit.date.edtf else ""
        return event.status == "planned" and now is not None and end > now

    def _city_of(self, visit: EventFinding, known: Sequence[Known]) -> EntityKey | None:
        """Where a visit to a country is under way: the city in it that a happening was told of in last."""
        if visit.place is None or visit.place in self._cities:
            return visit.place
        towns = (
            one.event.place
            for one in reversed(known)
            if one.event.place in self._cities and is_during(one.event.date, visit.date)
        )
        return next((town for town in towns if town and self._cities[town] == visit.place), visit.place)

    def _signed(self, event: EventFinding) -> Dating | None:
        for agreement in reversed(self._agreements):
            if agreement.date is not None and 0 <= event.sentence - agreement.sentence <= 2:
                return carried(agreement.date)
        return None
