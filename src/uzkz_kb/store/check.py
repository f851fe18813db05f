"""The checks: quotes against their spans, references against the records, ids against the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import Agreement, Event, Organization, Person, Place, Record


def problems(
    data: Path, records: Records, texts: Mapping[str, str], published: frozenset[str]
) -> Iterator[str]:
    """What is wrong, each as `file: problem. Remedy`.

    `texts` are the seeds by name, `published` the ids of the ledger.
    """
    for record in records:
        file = data / record.folder / f"{record.id}.yml"
        for problem in (*_quote_problems(record, texts), *_reference_problems(record, records)):
            yield f"{file}: {problem}. Run `uzkz-kb extract`, which writes the records anew"
        if record.id not in published:
            yield f"{file}: the id is not in permalinks.yml. Run `uzkz-kb extract`, which mints it"


def _quote_problems(record: Record, texts: Mapping[str, str]) -> Iterator[str]:
    for mention in record.mentions:
        text = texts.get(mention.source)
        if text is None:
            yield f"a mention is of {mention.source!r}, which is not in seeds/"
        elif text[mention.start : mention.end] != mention.quote:
            yield f"{mention.source}[{mention.start}:{mention.end}] is not {mention.quote!r}"


def references(record: Record) -> Iterator[tuple[str, str, tuple[type[Record], ...]]]:
    """The ids a record names: the field, the id, and the types it may be of."""
    actors = (Person, Organization, Place)
    if isinstance(record, Event):
        yield from (("participants", one, actors) for one in record.participants)
        yield from (("agreements", one, (Agreement,)) for one in record.agreements)
    if isinstance(record, Agreement):
        yield from (("parties", one, (Organization, Place)) for one in record.parties)
        yield from (("signatories", one, actors) for one in record.signatories)
        if record.event is not None:
            yield ("event", record.event, (Event,))
    if isinstance(record, Event | Agreement) and record.place is not None:
        yield ("place", record.place, (Place,))
    if isinstance(record, Person):
        for role in record.roles:
            if role.organization is not None:
                yield ("roles.organization", role.organization, (Organization,))
            if role.country is not None:
                yield ("roles.country", role.country, (Place,))
    if isinstance(record, Organization | Place) and record.country is not None:
        yield ("country", record.country, (Place,))


def _reference_problems(record: Record, records: Records) -> Iterator[str]:
    for field, one, types in references(record):
        target = records.by_id.get(one)
        if target is None:
            yield f"{field} names {one!r}, which is no record"
        elif not isinstance(target, types):
            yield f"{field} names {one!r}, which is a {target.type}"
