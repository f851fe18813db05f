"""All pages of one script: the home page, the indexes, and a page for each record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from uzkz_kb.model.records import Agreement, Figure, Person, Record, Role, Source
from uzkz_kb.render import groups
from uzkz_kb.render.connections import plain_name
from uzkz_kb.render.figures import indicator_anchor
from uzkz_kb.render.home import home_page
from uzkz_kb.render.indexes import index_pages
from uzkz_kb.render.source_text import Body, body, mentions_by_source
from uzkz_kb.render.template import Page, made_page
from uzkz_kb.render.view import View, path_of

_WEB = re.compile(r"^https?://[^\s<>\"]+$")


def all_pages(view: View) -> Iterator[Page]:
    """Every page of the view's script, in a settled order."""
    yield home_page(view)
    yield from index_pages(view)
    mentions = mentions_by_source(view.records)
    for record in view.records:
        here = view.at(path_of(record))
        more = _extra(record, here, mentions)
        yield made_page(
            here,
            f"{record.type}.md.j2",
            view.title(record),
            _description(record, view),
            record=record,
            **more,
        )


def _extra(record: Record, view: View, mentions: Any) -> dict[str, Any]:
    """What a type's template needs beside the record and its links."""
    match record:
        case Source():
            name = record.mentions[0].source
            text, note = view.texts.get(name), "full_text_note" if record.full_text else "passages_note"
            return {
                "groups": groups.in_source(record, view),
                "body": body(record, text, mentions.get(name, []), view)
                if text
                else Body("uz-Latn", (), "", ()),
                "note": view.interface.text(note if text else "missing_text"),
                "authors": _authors(record, view),
                "web_address": lambda url: bool(_WEB.match(url)),
            }
        case Agreement():
            events = view.found(sorted(view.links.agreement_events.get(record.id, ())))
            return {"groups": groups.related(record, view), "events": events}
        case Figure():
            counted = getattr(record.counted, view.script) if record.counted else ""
            anchor = indicator_anchor(record)
            return {"groups": groups.related(record, view), "counted": counted, "indicator_anchor": anchor}
        case Person():

            def role_title(role: Role) -> str:
                return str(getattr(role.title, view.script))

            return {"groups": groups.related(record, view), "role_title": role_title}
        case _:
            return {"groups": groups.related(record, view)}


def _authors(source: Source, view: View) -> list[Any]:
    """The authors: linked where they have a page, else by name in the page's script."""
    known = {
        plain_name(name): person
        for person in view.records.of(Person)
        if source.id in view.links.authored.get(person.id, ())
        for name in (person.name.latn, person.name.cyrl, *person.aliases)
    }
    return [
        view.link(known[plain_name(name)]) if plain_name(name) in known else view.in_page_script(name)
        for name in source.authors
    ]


def _description(record: Record, view: View) -> str:
    text, title = view.interface.text, view.title(record)
    if isinstance(record, Source):
        return text("desc_source", title=title)
    if isinstance(record, Agreement):
        status = view.interface.label("agreement_status", record.status)
        return text("desc_agreement", kind=view.kind(record), status=status, date=view.date(record.date))
    one = view.interface.section(record.type, "one").capitalize()
    unnamed = record.kind == "other" or record.type == "figure"
    return text("desc_record", kind=one if unnamed else view.kind(record), title=title)
