"""What the search is told of each page and of each passage of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypedDict

from uzkz_kb.model.records import Agreement, Event, Figure, Organization, Person, Place, Record, Source
from uzkz_kb.render.connections import date_of
from uzkz_kb.render.layout import paragraphs
from uzkz_kb.render.source_text import mentions_by_source, passage_anchor, shown
from uzkz_kb.render.view import View, path_of
from uzkz_kb.text.transliterate import to_cyrillic, to_latin


class SearchFields(TypedDict):
    """The fields of an entry as the publisher hands them to the search: plain text in the page's script."""

    location: str
    title: str
    type: str
    type_label: str
    text: str
    aliases: tuple[str, ...]
    facets: tuple[str, ...]
    rank: int


_YEAR = re.compile(r"\d{4}")
_LONGEST = 600


def search_entries(view: View) -> Iterator[SearchFields]:
    """Records in the order of the sections, then the sources' passages, in the view's script."""
    for record in view.records:
        yield _record_entry(record, view)
    mentions = mentions_by_source(view.records)
    for name, source in sorted(view.sources.items()):
        text = view.texts.get(name, "")
        for part in shown(source, text, mentions.get(name, [])) if text else ():
            words = " ".join(text[part.start : part.end].split())
            if len(words) < 40:
                continue
            yield SearchFields(
                location=f"{path_of(source)}#{passage_anchor(part)}",
                title=view.title(source),
                type="passage",
                type_label=view.interface.text("passage"),
                text=_in_script(words, view),
                aliases=(),
                facets=(),
                rank=0,
            )


def _record_entry(record: Record, view: View) -> SearchFields:
    return SearchFields(
        location=path_of(record),
        title=view.title(record),
        type=record.type,
        type_label=_type_label(record, view),
        text=_summary(record, view),
        aliases=tuple(sorted({record.names.latn, record.names.cyrl, *record.aliases} - {view.title(record)})),
        facets=tuple(dict.fromkeys(_facets(record, view))),
        rank=len(record.mentions),
    )


def _type_label(record: Record, view: View) -> str:
    """The type as a result shows it, with the kind where it says more: `Bitim · memorandum`."""
    type_, kind = view.interface.section(record.type, "one"), view.kind(record).lower()
    return type_.capitalize() if kind == type_ else f"{type_.capitalize()} · {kind}"


def _summary(record: Record, view: View) -> str:
    if isinstance(record, Source):
        name = record.mentions[0].source
        parts = paragraphs(view.texts.get(name, "")) if record.full_text else ()
        quotes = [view.texts[name][part.start : part.end] for part in parts[:3]]
    else:
        quotes = list(dict.fromkeys(mention.quote for mention in record.mentions))
    words = " · ".join(_in_script(" ".join(quote.split()), view) for quote in quotes)
    return words[:_LONGEST]


def _in_script(words: str, view: View) -> str:
    return to_cyrillic(words) if view.script == "cyrl" else to_latin(words)


def _facets(record: Record, view: View) -> Iterator[str]:
    label, section = view.interface.label, view.interface.section
    yield section(record.type, "one")
    yield view.kind(record).lower()
    date = date_of(record)
    if date:
        yield from _YEAR.findall(date)
        yield view.date(date)
    match record:
        case Agreement():
            yield label("agreement_status", record.status)
            yield from _YEAR.findall(record.valid or "")
            yield from (label("sector", sector) for sector in record.sectors)
            yield from _titles(view, (*record.parties, record.place, *record.signatories))
        case Event():
            yield label("event_status", record.status)
            yield from _titles(view, (record.place, *record.participants))
        case Figure():
            yield view.indicator(record)
            yield view.quantity(record)
        case Person():
            for role in record.roles:
                yield getattr(role.title, view.script)
                yield from _titles(view, (role.organization, role.country))
        case Organization() | Place():
            yield from _titles(view, (record.country,))
        case _:
            pass


def _titles(view: View, ids: tuple[str | None, ...]) -> Iterator[str]:
    for record in view.found(ids):
        yield view.title(record)
