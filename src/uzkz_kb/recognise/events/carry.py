"""When and where, from around: what headline, entry, visit or the happening before says of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, EntityKey, EventFinding, Names
from uzkz_kb.recognise.entries import Entry
from uzkz_kb.recognise.events.circumstances import carried, month_of
from uzkz_kb.recognise.events.same import FAMILY, Known, dates_agree, days_between, is_day, within_a_week
from uzkz_kb.recognise.events.scene import Scene

#: How many sentences back a visit, or the day of a scene, governs what is told without a date.
REACH = 4
VISIT_REACH = 9
THEN_REACH = 8
_THAT = frozenset({"u", "shu", "o'sha", "ushbu", "mazkur"})
_PLACE_WORDS = frozenset({"erda", "yerda", "shaharda", "joyda", "yurtda", "mamlakatda", "binoda"})
_TOWN = "shaharda"
#: How many sentences on things are still told of the same place.
NEAR = 2
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
#: What takes the day of the visit during which it is told of.
_ON_A_VISIT = ("meeting", "signing", "ceremony", "briefing", "session", "summit")


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
        if event.kind == "visit" and event.date is None and self._published and _goes_on(scene, event.first):
            event = replace(event, date=month_of(self._published))
        if event.date is None and self._heading is not None:
            event = replace(event, date=carried(self._heading))
        if event.place is None:
            place = _same_place(event, scene, known)
            event = event if place is None else replace(event, place=place)
        event = self._continued(event, scene, known, within)
        return self._here(self._on_the_visit(event, scene, known), scene, known)

    def _here(self, event: EventFinding, scene: Scene, known: Sequence[Known]) -> EventFinding:
        """The happening in the place of the one told just before, or of the headline."""
        if event.place is not None or event.kind not in _LOCAL:
            return event
        if _named_elsewhere(scene, None):
            return event
        for one in reversed(known):
            last = one.event
            if event.sentence - one.seen > NEAR:
                break
            if not within_a_week(event.date, last.date):
                continue  # nothing says that it was there and then
            if last.place in self.cities and last.status == event.status:
                return replace(event, place=last.place)
        near = self._headline is not None and event.sentence <= REACH
        if near and self._is_news(event):
            return replace(event, place=self._headline)
        reported = self._dateline is not None and self._is_day_of_news(event)
        return replace(event, place=self._dateline) if reported else event

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
        visit = _last_visit(event, known)
        if visit is None or event.recurring is not None or not self._belongs(event, visit):
            return event
        place, there = event.place, self._city_of(visit, known)
        if (
            ((event.date is None and event.kind in _ON_A_VISIT) or within_a_week(event.date, visit.date))
            and (place is None or place not in self.cities)
            and there in self.cities
            and not (place is None and _named_elsewhere(scene, there))
        ):
            place = there
        day = event.date
        if day is None and event.kind in _ON_A_VISIT:
            day = carried(visit.date)
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
        then = any(token.word.has("then_word") for token in scene.tokens[:3])
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
            if event.sentence == last.sentence:
                if event.date is None and event.place is None and _listed(event, last, scene):
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
            if one.event.place in self._cities and _is_during(one.event.date, visit.date)
        )
        return next((town for town in towns if town and self._cities[town] == visit.place), visit.place)

    def _signed(self, event: EventFinding) -> Dating | None:
        for agreement in reversed(self._agreements):
            if agreement.date is not None and 0 <= event.sentence - agreement.sentence <= 2:
                return carried(agreement.date)
        return None


def _last_visit(event: EventFinding, known: Sequence[Known]) -> EventFinding | None:
    """The visit told of last, if it is not long ago."""
    for one in reversed(known):
        if one.event.kind == "visit" and event.sentence - one.seen <= VISIT_REACH:
            return one.event
    return None


def _same_place(event: EventFinding, scene: Scene, known: Sequence[Known]) -> EntityKey | None:
    """`shu yerda`, `o‘sha shaharda`, or `shaharda` alone: the place where something was told of last."""
    tokens = scene.tokens
    for at in range(max(0, event.first - 3), min(event.last + 8, len(tokens))):
        key = tokens[at].word.key
        if key in _PLACE_WORDS and (key == _TOWN or (at and tokens[at - 1].word.key in _THAT)):
            before = [p.entity for p in scene.places if p.last <= at and p.form in ("loc", "dat")]
            told = [one.event.place for one in known if one.event.place is not None]
            return before[-1] if before else told[-1] if told else None
    return None


def _listed(event: EventFinding, last: EventFinding, scene: Scene) -> bool:
    """Whether the one follows the other in a list of their kind: ikki majlis o‘tdi: … va …."""
    if FAMILY[event.kind] != FAMILY[last.kind] or event.first < last.last:
        return False
    if any(token.word.has("colon") for token in scene.tokens[last.last : event.first]):
        return True
    return not any(last.last <= verb.first < event.first for verb in scene.verbs)


def _named_elsewhere(scene: Scene, here: str | None) -> bool:
    """Whether the sentence names a city, other than `here`, where something is or whither it goes."""
    return any(
        place.form in ("loc", "dat") and place.kind == "city" and place.entity != here
        for place in scene.places
    )


def _is_during(when: Dating | None, visit: Dating | None) -> bool:
    """Whether nothing says that it was at another time than the visit, whose days are known."""
    return when is None or (visit is not None and is_day(visit) and dates_agree(when, visit))


def _goes_on(scene: Scene, after: int) -> bool:
    """Whether a visit is under way: tashrif bilan Dushanbeda bo‘lib turibdi."""
    tokens = scene.tokens
    return any(
        tokens[at].word.key == "bo'lib" and tokens[at + 1].word.key.startswith("tur")
        for at in range(after, len(tokens) - 1)
    )
