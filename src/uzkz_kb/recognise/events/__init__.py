"""Happenings: visits, talks, sessions, forums, exhibitions, openings — each once, however often it is told of.

A noun names a happening (`nouns`), or a verb does (`deeds`). A phrase that tells of one already found points to
it (`same_as`), and gives it what it did not say yet: its date, its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import (
    AgreementFinding,
    DateFinding,
    Dating,
    EventFinding,
    Names,
)
from uzkz_kb.recognise.events.circumstances import carried
from uzkz_kb.recognise.events.deeds import verb_events
from uzkz_kb.recognise.events.heads import trigger
from uzkz_kb.recognise.events.nouns import Draft, noun_events
from uzkz_kb.recognise.events.same import FAMILY, Known, enriched, refers_back, same_happening
from uzkz_kb.recognise.events.scene import Scene, scene_of, surroundings

#: A phrase needs this much to be a happening of its own.
ENOUGH = 2
#: How many sentences back a visit, or the day of a scene, governs what is told without a date.
REACH = 4


def find_events(
    document: Document,
    dates: tuple[DateFinding, ...],
    names: Names,
    agreements: tuple[AgreementFinding, ...],
    published: Dating | None,
) -> tuple[EventFinding, ...]:
    """The happenings of a document, in the order of the text; later mentions carry `same_as`."""
    near = surroundings(dates, names, agreements)
    tale = _Tale(agreements)
    look = trigger().search
    for sentence in document.sentences:
        if sentence.section in ("title", "body") and look(sentence.codes):
            scene = scene_of(document, sentence.index, near)
            for draft in _drafts(scene):
                tale.add(draft, scene)
    return tuple(tale.events)


def _drafts(scene: Scene) -> Iterator[Draft]:
    """What nouns and verbs of a sentence name, in the order of the text."""
    nouns = list(noun_events(scene))
    taken = frozenset(
        at
        for draft in nouns
        for at in range(draft.event.last - 1, draft.event.last + (0 if draft.aside else 1))
        if not draft.bare or at < draft.event.last
    )
    verbs = [draft for draft in verb_events(scene, taken) if not _overlaps_noun(draft, nouns)]
    yield from sorted((*nouns, *verbs), key=lambda draft: (draft.event.first, draft.event.last))


def _overlaps_noun(draft: Draft, nouns: list[Draft]) -> bool:
    """Whether the verb is only what became of a happening that a noun of its clause names."""
    return any(
        draft.event.first <= noun.event.last - 1 < draft.event.last
        and not noun.aside
        and (
            FAMILY[noun.event.kind] == FAMILY[draft.event.kind]
            or draft.event.kind in ("opening", "founding", "visit")
        )
        for noun in nouns
    )


class _Tale:
    """The happenings told so far."""

    def __init__(self, agreements: tuple[AgreementFinding, ...]) -> None:
        self.events: list[EventFinding] = []
        self.known: list[Known] = []
        self.agreements = agreements

    def add(self, draft: Draft, scene: Scene) -> None:
        """One more phrase: a new happening, a mention of one known, or nothing particular."""
        if draft.bare:
            old = refers_back(draft.stem, draft.event.kind, self.known)
            if old is not None and not self._another_time(draft, old):
                self._mention(draft, old)
                return
            if draft.aside or draft.weight < ENOUGH + 1:
                return
        elif draft.weight < ENOUGH:
            return
        new = Known(
            len(self.events),
            draft.event,
            draft.stem,
            draft.owners,
            draft.people,
            scene.sentence.section,
            draft.another,
        )
        old = next((one for one in reversed(self.known) if same_happening(new, one)), None)
        if old is not None:
            self._mention(draft, old)
            return
        event = self._placed(draft.event, draft)
        self.events.append(event)
        self.known.append(replace(new, event=event))

    def _another_time(self, draft: Draft, old: Known) -> bool:
        from uzkz_kb.recognise.events.same import dates_agree

        if draft.aside:
            return False
        return not dates_agree(draft.event.date, old.event.date)

    def _mention(self, draft: Draft, old: Known) -> None:
        event = draft.event
        if draft.aside:
            event = replace(event, date=None)
        whole = enriched(self.events[old.index], event)
        self.events[old.index] = whole
        at = self.known.index(old)
        self.known[at] = replace(
            old, event=whole, owners=old.owners or draft.owners, people=old.people or draft.people
        )
        self.events.append(
            replace(
                event,
                kind=whole.kind,
                status=whole.status,
                date=whole.date,
                place=whole.place,
                ordinal=whole.ordinal,
                same_as=old.index,
            )
        )

    def _placed(self, event: EventFinding, draft: Draft) -> EventFinding:
        """The happening with the day and the place of the one during which it took place."""
        if event.kind == "signing" and event.date is None:
            event = replace(event, date=self._signed(event))
        around = next(
            (
                one.event
                for one in reversed(self.known)
                if one.event.kind in ("visit", "summit", "session", "ceremony", "opening")
                and event.sentence - one.event.sentence <= REACH
                and one.event.status == event.status
            ),
            None,
        )
        if around is None or around.kind != "visit" or event.kind in ("visit", "founding", "opening"):
            return event
        place = event.place or (around.place if event.date is None else None)
        date = event.date
        if date is None and event.kind in ("meeting", "signing", "ceremony", "briefing", "session"):
            date = carried(around.date)
        return replace(event, date=date, place=place)

    def _signed(self, event: EventFinding) -> Dating | None:
        for agreement in reversed(self.agreements):
            if agreement.date is not None and 0 <= event.sentence - agreement.sentence <= 2:
                return carried(agreement.date)
        return None


def example_values(text: str) -> list[str]:
    """The happenings of a text by itself: `kind status date place: name`."""
    from uzkz_kb.recognise.events.examples import values

    return values(text)


__all__ = ["example_values", "find_events"]
