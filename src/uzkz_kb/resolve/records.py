"""Findings of all sources → records: merged, named in both scripts, with ids from the ledger.

The second, separate step after extraction: it sees every source at once, but only what was found there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from uzkz_kb.model.findings import AgreementFinding, EventFinding, Extraction
from uzkz_kb.model.records import Agreement, Event, Record
from uzkz_kb.resolve.counterparts import counterpart
from uzkz_kb.resolve.decisions import Decision
from uzkz_kb.resolve.entities import entity_protos, source_protos
from uzkz_kb.resolve.figures import figure_protos
from uzkz_kb.resolve.happening_titles import Called
from uzkz_kb.resolve.happenings import agreement_protos, event_protos
from uzkz_kb.resolve.ledger import Draft, Entry, with_ids
from uzkz_kb.resolve.proto import References
from uzkz_kb.resolve.quantities import same_figures
from uzkz_kb.resolve.sameness import Item, compare_agreements, compare_events, grouped
from uzkz_kb.resolve.who import Who, merge_names


@dataclass(frozen=True, slots=True)
class Resolution:
    """The records, the ledger as it is now, and every decision that led to them."""

    records: tuple[Record, ...]
    ledger: tuple[Entry, ...]
    decisions: tuple[Decision, ...]


def resolve(extractions: Sequence[Extraction], ledger: Sequence[Entry] = ()) -> Resolution:
    """The records that the extractions give; the order in which these come changes nothing."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.seed.name)
    texts = {extraction.document.seed.name: extraction.document.seed.text for extraction in ordered}
    who = merge_names(ordered)
    event_items, agreement_items = _items(ordered, who)
    events, event_decisions = grouped(event_items, compare_events)
    agreements, agreement_decisions = grouped(agreement_items, compare_agreements)
    figures, figure_decisions = same_figures(
        [(extraction.document.seed.name, figure) for extraction in ordered for figure in extraction.figures]
    )
    called = _called(who)
    protos = [
        *source_protos(ordered, texts),
        *entity_protos(who, texts),
        *event_protos(events, texts, called),
        *agreement_protos(agreements, texts, called),
        *figure_protos(figures, texts),
    ]
    ids, entries = with_ids([Draft(proto.type, proto.slug, proto.mentions) for proto in protos], ledger)
    references = References({key: one for proto, one in zip(protos, ids, strict=True) for key in proto.keys})
    records = [proto.record(one, references) for proto, one in zip(protos, ids, strict=True)]
    decisions = (*who.decisions, *event_decisions, *agreement_decisions, *figure_decisions)
    return Resolution(_with_agreements(records), entries, decisions)


def _called(who: Who) -> Called:
    """What titles may call the people, places and organizations of all sources."""
    return Called(
        people={one.key: one.name for one in who.people},
        places={one.key: one.name for one in who.places},
        countries={one.key: one.name for one in who.places if one.kind == "country"},
        organizations={one.key: one.name for one in who.organizations},
    )


def _items(
    extractions: Sequence[Extraction], who: Who
) -> tuple[list[Item[EventFinding]], list[Item[AgreementFinding]]]:
    """The events and agreements of all sources, their names called by what they are across sources."""
    country_of = {place.entity: place.country for e in extractions for place in e.names.places}
    events: list[Item[EventFinding]] = []
    agreements: list[Item[AgreementFinding]] = []
    for extraction in extractions:
        source, partner = extraction.document.seed.name, counterpart(extraction)
        for index, event in enumerate(extraction.events):
            own = replace(
                event,
                place=_merged(who, source, event.place),
                participants=_all_merged(who, source, event.participants),
            )
            events.append(Item(source, index, own, partner, country_of.get(event.place or "")))
        for index, agreement in enumerate(extraction.agreements):
            named = replace(
                agreement,
                place=_merged(who, source, agreement.place),
                parties=_all_merged(who, source, agreement.parties),
                signatories=_all_merged(who, source, agreement.signatories),
            )
            agreements.append(Item(source, index, named, partner, country_of.get(agreement.place or "")))
    return events, agreements


def _merged(who: Who, source: str, key: str | None) -> str | None:
    return None if key is None else who.entity_of(source, key)


def _all_merged(who: Who, source: str, keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(who.entity_of(source, key) for key in keys))


def _with_agreements(records: Sequence[Record]) -> tuple[Record, ...]:
    """The records, each event with the agreements that name it."""
    signed: defaultdict[str, list[str]] = defaultdict(list)
    for record in records:
        if isinstance(record, Agreement) and record.event is not None:
            signed[record.event].append(record.id)
    return tuple(
        record.model_copy(update={"agreements": tuple(sorted(signed[record.id]))})
        if isinstance(record, Event) and record.id in signed
        else record
        for record in records
    )
