"""What a text has told so far: which phrase is a new happening, which one speaks of a known one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, EventFinding, Names
from uzkz_kb.recognise.events.circumstances import carried, month_of
from uzkz_kb.recognise.events.doubts import doubt
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.same import (
    FAMILY,
    Known,
    enriched,
    is_day,
    refers_back,
    same_happening,
)
from uzkz_kb.recognise.events.scene import Scene

#: A phrase needs this much to be a happening of its own.
ENOUGH = 2
#: How many sentences back a visit, or the day of a scene, governs what is told without a date.
REACH = 4
VISIT_REACH = 9
THEN_REACH = 8
_THAT = frozenset({"u", "shu", "o'sha", "ushbu", "mazkur"})
_PLACE_WORDS = frozenset({"erda", "yerda", "shaharda", "joyda", "yurtda", "mamlakatda", "binoda"})
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


class Tale:
    """The happenings told so far, in the order of the text."""

    def __init__(
        self, agreements: Sequence[AgreementFinding], names: Names, published: Dating | None
    ) -> None:
        self.events: list[EventFinding] = []
        self.known: list[Known] = []
        self._agreements = agreements
        self._published = published
        self._cities = frozenset(p.entity for p in names.places if p.kind in ("city", "region", "country"))
        self._heading: Dating | None = None
        self._within: Known | None = None
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
        if len(sentence.tokens) > 8:
            return
        covered = sum(date.last - date.first for date in dates)
        words = sum(1 for token in sentence.tokens if token.word.shape != "mark")
        hyphens = sum(1 for token in sentence.tokens if token.word.has("hyphen") or token.word.has("dash"))
        if len(dates) == 1 and covered >= words and covered <= words + hyphens:
            self._heading = dates[0].dating

    def add(self, draft: Draft, scene: Scene) -> tuple[str, str] | None:
        """One more phrase: a new happening, a mention of one known, or nothing particular, by which check
        and why."""
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
            told = draft.event.date or draft.event.place or draft.people
            if draft.weight < ENOUGH or not told or (draft.aside and draft.event.place is None):
                return "events.back", "it points back, or to any: nothing told before it may be what it names"
        old = next((one for one in reversed(self.known) if same_happening(new, one)), None)
        if old is not None:
            self._mention(draft, old, scene)
            return None
        if draft.weight < ENOUGH:
            return "events.weight", doubt(draft, scene)
        event = draft.event
        if event.status != new.event.status:
            event = replace(event, status=new.event.status)
        event = self._placed(event, scene)
        self.events.append(event)
        known = new._replace(event=event)
        self.known.append(known)
        if draft.aside:
            self._within = known
        return None

    def _learn(self, draft: Draft, old: Known, scene: Scene) -> EventFinding:
        """The known happening with what the phrase says of it."""
        event = _undated(draft.event) if draft.aside else draft.event
        whole = self._timed(enriched(self.events[old.finding], event, self._cities))
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

    def _placed(self, event: EventFinding, scene: Scene) -> EventFinding:
        """The happening with the day and the place of what it belongs to, where it has none of its own."""
        if event.kind == "signing" and event.date is None:
            event = replace(event, date=self._signed(event))
        if event.kind == "visit" and event.date is None and self._published and _goes_on(scene, event.first):
            event = replace(event, date=month_of(self._published))
        if event.date is None and self._heading is not None:
            event = replace(event, date=carried(self._heading))
        if event.place is None:
            place = self._same_place(event, scene)
            event = event if place is None else replace(event, place=place)
        return self._timed(self._here(self._on_the_visit(self._continued(event, scene)), scene))

    def _here(self, event: EventFinding, scene: Scene) -> EventFinding:
        """The happening in the place of the one told just before, or of the headline."""
        if event.place is not None or event.kind not in _LOCAL:
            return event
        if any(place.form in ("loc", "dat") and place.kind == "city" for place in scene.places):
            return event
        for one in reversed(self.known):
            last = one.event
            if event.sentence - one.seen > NEAR:
                break
            if not _within_a_week(event.date, last.date):
                continue  # nothing says that it was there and then
            if last.place in self._cities and last.status == event.status:
                return replace(event, place=last.place)
        near = self._headline is not None and event.sentence <= REACH
        return replace(event, place=self._headline) if near else event

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

    def _same_place(self, event: EventFinding, scene: Scene) -> str | None:
        """`shu yerda`, `o‘sha shaharda`: the place named last."""
        tokens = scene.tokens
        for at in range(event.first, min(event.last + 8, len(tokens) - 1)):
            if tokens[at].word.key in _THAT and tokens[at + 1].word.key in _PLACE_WORDS:
                before = [place.entity for place in scene.places if place.last <= at]
                known = [one.event.place for one in self.known if one.event.place is not None]
                return before[-1] if before else known[-1] if known else None
        return None

    def _continued(self, event: EventFinding, scene: Scene) -> EventFinding:
        """What is told as an item of a list, as the next thing of the day, or as the rite of something."""
        if event.kind == "visit":
            return event
        if self._within is not None and self._within.seen == event.sentence:
            around = self._within.event
            return replace(event, date=event.date or carried(around.date), place=event.place or around.place)
        then = any(token.word.has("then_word") for token in scene.tokens[:3])
        at_it = scene.tokens[0].word.key == "unda"
        for one in reversed(self.known):
            last = one.event
            if event.sentence - one.seen > (THEN_REACH if then else REACH):
                break
            if last.status != event.status:
                continue
            if at_it and one.seen != event.sentence:
                return replace(event, date=event.date or carried(last.date), place=event.place or last.place)
            if event.sentence == last.sentence:
                if event.date is None and event.place is None and _listed(event, last, scene):
                    return replace(event, date=carried(last.date), place=last.place)
            elif then and event.date is None and last.date is not None and is_day(last.date):
                return replace(event, date=carried(last.date), place=event.place or last.place)
            elif (
                event.kind in ("ceremony", "signing", "commemoration")
                and event.place is None
                and last.kind not in ("founding", "anniversary")
            ):
                return replace(event, place=last.place)
        return event

    def _on_the_visit(self, event: EventFinding) -> EventFinding:
        if event.kind in ("visit", "founding", "opening", "declared_year", "anniversary"):
            return event
        visit = next(
            (
                one.event
                for one in reversed(self.known)
                if event.sentence - one.seen <= VISIT_REACH and one.event.kind == "visit"
            ),
            None,
        )
        if visit is None or visit.status != event.status or event.recurring is not None:
            return event
        place = event.place
        if (
            ((event.date is None and event.kind in _ON_A_VISIT) or _within_a_week(event.date, visit.date))
            and (place is None or place not in self._cities)
            and visit.place in self._cities
        ):
            place = visit.place
        day = event.date
        if day is None and event.kind in _ON_A_VISIT:
            day = carried(visit.date)
        if day is event.date and place is event.place:
            return event
        return replace(event, date=day, place=place)

    def _signed(self, event: EventFinding) -> Dating | None:
        for agreement in reversed(self._agreements):
            if agreement.date is not None and 0 <= event.sentence - agreement.sentence <= 2:
                return carried(agreement.date)
        return None


def _undated(event: EventFinding) -> EventFinding:
    return event if event.date is None else replace(event, date=None)


def _listed(event: EventFinding, last: EventFinding, scene: Scene) -> bool:
    """Whether the one follows the other in a list of their kind: ikki majlis o‘tdi: … va …."""
    if FAMILY[event.kind] != FAMILY[last.kind] or event.first < last.last:
        return False
    if any(token.word.has("colon") for token in scene.tokens[last.last : event.first]):
        return True
    return not any(last.last <= verb.first < event.first for verb in scene.verbs)


def _within_a_week(a: Dating | None, b: Dating | None) -> bool:
    if a is None or b is None or a.edtf is None or b.edtf is None or min(len(a.edtf), len(b.edtf)) < 10:
        return False
    return abs((date.fromisoformat(a.edtf[:10]) - date.fromisoformat(b.edtf[:10])).days) < 7


def _only_a_rite(draft: Draft, old: Known) -> bool:
    """Whether a ceremony is spoken of at an opening: neither the opening nor told of by itself."""
    return draft.event.kind == "ceremony" and old.event.kind == "opening" and not old.owners & draft.owners


def _goes_on(scene: Scene, after: int) -> bool:
    """Whether a visit is under way: tashrif bilan Dushanbeda bo‘lib turibdi."""
    tokens = scene.tokens
    return any(
        tokens[at].word.key == "bo'lib" and tokens[at + 1].word.key.startswith("tur")
        for at in range(after, len(tokens) - 1)
    )
