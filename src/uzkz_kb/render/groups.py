"""The lists of links that a page ends with, and those that the indexes consist of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from uzkz_kb.model.records import (
    RECORD_TYPES,
    Agreement,
    Event,
    Figure,
    Organization,
    Person,
    Place,
    Record,
    Source,
)
from uzkz_kb.render.alphabet import alphabet_key
from uzkz_kb.render.connections import date_of, in_order, newest_first
from uzkz_kb.render.interface import section_slug
from uzkz_kb.render.view import View

#: What a record is listed under by its year, and what by its kind.
BY_YEAR = (Agreement, Event, Source)
TYPES_BY_NAME = {cls.model_fields["type"].default: cls for cls in RECORD_TYPES}


@dataclass(frozen=True)
class Group:
    """A heading with its anchor, the same in both scripts, and the records under it."""

    heading: str
    anchor: str
    records: tuple[Record, ...]


def related(record: Record, view: View) -> list[Group]:
    """All records connected with this one, in either direction, grouped by how."""
    links, text = view.links, view.interface.text
    here = record.id
    named: list[tuple[str, Iterable[str]]] = []
    match record:
        case Event():
            named = [("event_agreements", links.event_agreements.get(here, ()))]
        case Person():
            named = [
                ("person_agreements", links.signed.get(here, ())),
                ("person_events", links.participated.get(here, ())),
                ("person_sources", links.authored.get(here, ())),
            ]
        case Organization():
            named = [
                ("organization_agreements", {*links.party.get(here, ()), *links.signed.get(here, ())}),
                ("organization_events", links.participated.get(here, ())),
                ("organization_people", links.served.get(here, ())),
            ]
        case Place():
            named = [
                ("place_agreements", links.placed.get(here, ())),
                ("place_events", links.placed.get(here, ())),
                ("country_agreements", {*links.party.get(here, ()), *links.signed.get(here, ())}),
                ("country_events", links.participated.get(here, ())),
                ("country_people", links.served.get(here, ())),
                ("country_organizations", links.within.get(here, ())),
                ("country_places", links.within.get(here, ())),
            ]
        case Figure():
            same = [one.id for one in view.records.of(Figure) if one.indicator == record.indicator]
            named = [("same_indicator", [one for one in same if one != here])]
    named.append(("same_passage", links.beside.get(here, ())))
    groups = []
    for name, ids in named:
        records = [one for one in in_order(view.records, ids) if _belongs(one, name)]
        if records:
            groups.append(Group(text(name), name.replace("_", "-"), tuple(records)))
    return groups


def in_source(source: Source, view: View) -> list[Group]:
    """What rests on a source, by type."""
    records = in_order(view.records, view.links.in_source.get(source.id, ()))
    return by_type(records, view)


def by_type(records: Iterable[Record], view: View) -> list[Group]:
    """The records in the order of the site's sections, each section in the order of its index."""
    of_type: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        of_type[record.type].append(record)
    return [
        Group(view.interface.section(name), section_slug(name), tuple(of_type[name]))
        for name in TYPES_BY_NAME
        if name in of_type
    ]


def by_year(records: Iterable[Record], view: View) -> list[Group]:
    """The records by year, newest first, those without a date at the end."""
    years: dict[str | None, list[Record]] = defaultdict(list)
    for record in newest_first(records):
        years[year_of(record)].append(record)
    return [
        Group(view.date(year), year_anchor(year), tuple(found))
        for year, found in sorted(years.items(), key=lambda item: item[0] or "", reverse=True)
    ]


def by_kind(records: Iterable[Record], view: View) -> list[Group]:
    """The records by kind, the largest kind first, each in the order of the alphabet."""
    kinds: dict[str, list[Record]] = defaultdict(list)
    for record in alphabetical(records, view):
        kinds[record.kind].append(record)
    ordered = sorted(kinds.items(), key=lambda item: (item[0] == "other", -len(item[1]), item[0]))
    return [
        Group(view.interface.label(f"{found[0].type}_kinds", kind), kind.replace("_", "-"), tuple(found))
        for kind, found in ordered
    ]


def alphabetical(records: Iterable[Record], view: View) -> list[Record]:
    """The records in the order of the alphabet of the view's script."""
    return sorted(records, key=lambda record: (alphabet_key(view.title(record), view.script), record.id))


def year_of(record: Record) -> str | None:
    """The year a record is listed under: the first one of its date."""
    date = date_of(record)
    return date[:4] if date and date[:4].isdigit() else None


def year_anchor(year: str | None) -> str:
    """The anchor of a year in an index."""
    return f"yil-{year}" if year else "sanasiz"


def _belongs(record: Record, group: str) -> bool:
    """Whether a record of this type stands in the group of that name; `beside` takes all."""
    wanted = {"agreements": Agreement, "events": Event, "people": Person, "sources": Source}
    wanted |= {"organizations": Organization, "places": Place, "indicator": Figure, "passage": Record}
    return isinstance(record, wanted[group.rpartition("_")[2]])
