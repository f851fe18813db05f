"""Which records speak of which, in both directions: the links between pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import get_args

from uzkz_kb.model.edtf import sort_key
from uzkz_kb.model.kinds import AgreementKind, EventKind
from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import Agreement, Event, Figure, Organization, Person, Place, Record, Source
from uzkz_kb.render.layout import Stretch, sentence_around

Links = dict[str, set[str]]


def _links() -> Links:
    return defaultdict(set)


@dataclass(frozen=True)
class Connections:
    """Back-links by the id they lead to: `events["xiva"]` are the events held at Xiva."""

    event_agreements: Links = field(default_factory=_links)
    agreement_events: Links = field(default_factory=_links)
    placed: Links = field(default_factory=_links)
    participated: Links = field(default_factory=_links)
    party: Links = field(default_factory=_links)
    signed: Links = field(default_factory=_links)
    served: Links = field(default_factory=_links)
    within: Links = field(default_factory=_links)
    authored: Links = field(default_factory=_links)
    in_source: Links = field(default_factory=_links)
    beside: Links = field(default_factory=_links)


def source_names(records: Records) -> Mapping[str, Source]:
    """The source records by the name of their seed, which is what mentions call them."""
    return {source.mentions[0].source: source for source in records.of(Source)}


def connections(records: Records, texts: Mapping[str, str]) -> Connections:
    """All links between the records; `texts` are the seeds by name, for what stands in the same sentence."""
    found = Connections()
    for event in records.of(Event):
        for agreement_id in event.agreements:
            found.event_agreements[event.id].add(agreement_id)
            found.agreement_events[agreement_id].add(event.id)
        _add(found.placed, event.id, [event.place])
        _add(found.participated, event.id, event.participants)
    for agreement in records.of(Agreement):
        if agreement.event:
            found.event_agreements[agreement.event].add(agreement.id)
            found.agreement_events[agreement.id].add(agreement.event)
        _add(found.placed, agreement.id, [agreement.place])
        _add(found.party, agreement.id, agreement.parties)
        _add(found.signed, agreement.id, agreement.signatories)
    for person in records.of(Person):
        for role in person.roles:
            _add(found.served, person.id, [role.organization, role.country])
    for organization in records.of(Organization):
        _add(found.within, organization.id, [organization.country])
    for place in records.of(Place):
        _add(found.within, place.id, [place.country])
    _add_sources(found, records)
    _add_neighbours(found, records, texts)
    return found


def in_order(records: Records, ids: Iterable[str]) -> list[Record]:
    """The records of these ids that exist, newest first, the undated last, then by id."""
    existing = [records.by_id[one] for one in ids if one in records.by_id]
    return newest_first(existing)


def newest_first(found: Iterable[Record]) -> list[Record]:
    """Records by date, newest first; the undated last; on the same day treaties before plans, then by id."""
    ordered = sorted(found, key=lambda record: (_weight(record), record.id))
    return sorted(ordered, key=lambda record: sort_key(date_of(record)), reverse=True)


def _weight(record: Record) -> int:
    """The place of an agreement's or event's kind in the list of kinds, which begins with the weightiest."""
    kinds = get_args(AgreementKind) if isinstance(record, Agreement) else get_args(EventKind)
    return kinds.index(record.kind) if record.kind in kinds else 0


def date_of(record: Record) -> str | None:
    """The date a record is listed under."""
    match record:
        case Event() | Agreement():
            return record.date
        case Figure():
            return record.period
        case Source():
            return record.published
        case _:
            return None


def _add(links: Links, from_id: str, to_ids: Iterable[str | None]) -> None:
    for to_id in to_ids:
        if to_id is not None and to_id != from_id:
            links[to_id].add(from_id)


def _add_sources(found: Connections, records: Records) -> None:
    sources = source_names(records)
    people: dict[str, str] = {}
    for person in records.of(Person):
        for name in (person.name.latn, person.name.cyrl, *person.aliases):
            people.setdefault(plain_name(name), person.id)
    for source in sources.values():
        for author in source.authors:
            if plain_name(author) in people:
                found.authored[people[plain_name(author)]].add(source.id)
    for record in records:
        for mention in record.mentions:
            if mention.source in sources and not isinstance(record, Source):
                found.in_source[sources[mention.source].id].add(record.id)


def _add_neighbours(found: Connections, records: Records, texts: Mapping[str, str]) -> None:
    """Figures have no fields that name other records: they are linked with what stands in their sentence."""
    sentences: dict[tuple[str, Stretch], list[Record]] = defaultdict(list)
    for record in records:
        for mention in record.mentions:
            if mention.source in texts and not isinstance(record, Source):
                around = sentence_around(texts[mention.source], mention.start, mention.end)
                sentences[mention.source, around].append(record)
    for together in sentences.values():
        for figure in together:
            for other in together if isinstance(figure, Figure) else ():
                if other.id != figure.id:
                    found.beside[figure.id].add(other.id)
                    found.beside[other.id].add(figure.id)


def plain_name(name: str) -> str:
    """A name to compare by: one apostrophe of each kind, single spaces, no capitals."""
    return " ".join(name.replace("'", "’").replace("ʻ", "‘").replace("ʼ", "’").split()).casefold()
