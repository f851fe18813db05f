"""Which happening a document came from, and what of the happening holds for the document too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from uzkz_kb.model.findings import AgreementFinding, EventFinding

#: Kinds of happenings at which documents are signed, adopted or agreed, the closest to the signing first.
SIGNING_KINDS = (
    "signing",
    "ceremony",
    "session",
    "meeting",
    "summit",
    "forum",
    "conference",
    "congress",
    "visit",
)
#: How many sentences back a happening still governs what is signed.
REACH = 3


def with_events(
    agreements: Sequence[AgreementFinding], events: Sequence[EventFinding]
) -> tuple[AgreementFinding, ...]:
    """The agreements, each with the index of its event where the text shows one.

    The event's date and place hold for what was signed at it; a date of the agreement's own that contradicts
    the event's speaks against the link.
    """
    return tuple(_linked(agreement, events) for agreement in agreements)


def _linked(agreement: AgreementFinding, events: Sequence[EventFinding]) -> AgreementFinding:
    if agreement.status == "planned" or agreement.event is not None:
        return agreement
    best = max(
        (index for index, event in enumerate(events) if _may_be_of(agreement, event)),
        key=lambda index: _nearness(agreement, events[index], index),
        default=None,
    )
    if best is None:
        return agreement
    event = events[best]
    first = best if event.same_as is None else event.same_as
    date = agreement.date
    if date is None and event.date is not None and event.sentence == agreement.sentence:
        date = event.date.told_elsewhere()
    return replace(
        agreement, event=first, date=date, place=agreement.place or events[first].place or event.place
    )


def _may_be_of(agreement: AgreementFinding, event: EventFinding) -> bool:
    if event.kind not in SIGNING_KINDS or event.status != "held":
        return False
    if not 0 <= agreement.sentence - event.sentence <= REACH:
        return False
    own, its = agreement.date, event.date
    if own is None or own.edtf is None:
        return event.sentence == agreement.sentence
    return its is not None and its.edtf is not None and (own.edtf in its.edtf or its.edtf in own.edtf)


def _nearness(agreement: AgreementFinding, event: EventFinding, index: int) -> tuple[int, int, int]:
    return (event.sentence - agreement.sentence, -SIGNING_KINDS.index(event.kind), index)
