"""Happenings found in a text that stands alone: what the examples beside the rules are checked with."""

from __future__ import annotations

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Dating, EventFinding
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.agreements import find_agreements
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.events import find_events
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words

#: The day on which the examples are read.
EXAMPLES_READ_ON = Dating("2025-11-20", "2025-11-20", "explicit")


def events_of(text: str) -> tuple[EventFinding, ...]:
    """The findings of a text by itself, read as on 20 November 2025."""
    document = read_document(Seed("example", text, "", Sidecar()), words())
    dates = find_dates(document, EXAMPLES_READ_ON)
    names = find_names(document, EXAMPLES_READ_ON)
    agreements = find_agreements(document, dates, names, EXAMPLES_READ_ON)
    return find_events(document, dates, names, agreements, EXAMPLES_READ_ON)


def values(text: str) -> list[str]:
    """The happenings of a text, each once: `kind status date place: name`."""
    return [
        f"{event.kind} {event.status} {_date(event)} {event.place or '-'}: {event.name}"
        for event in events_of(text)
        if event.same_as is None
    ]


def _date(event: EventFinding) -> str:
    if event.recurring is not None:
        return event.recurring
    return (event.date.edtf if event.date is not None else None) or "-"
