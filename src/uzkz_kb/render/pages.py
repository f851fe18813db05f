"""All pages of one script: records, indexes, the home page, the downloads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from uzkz_kb.model.records import (
    Agreement,
    Event,
    Figure,
    Organization,
    Person,
    Place,
    Record,
    Role,
    Source,
)
from uzkz_kb.render import groups
from uzkz_kb.render.connections import date_of, newest_first
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.exports import export_files
from uzkz_kb.render.figures import bar, indicator_anchor, key_figures, tables
from uzkz_kb.render.interface import section_slug
from uzkz_kb.render.quotes import quotes
from uzkz_kb.render.source_text import Body, body, mentions_by_source
from uzkz_kb.render.view import View, path_of
from uzkz_kb.store.files import yaml_text

_HIDE = ["navigation", "path"]
#: What stands in place of words where a date was taken from the source's own.
_DATE = re.compile(r"^\d{4}(-\d\d){1,2}$")
_WEB = re.compile(r"^https?://[^\s<>\"]+$")
#: Kinds that the timeline of the home page shows; the rest of a year is one link away.
_GREAT = {
    "treaty",
    "declaration",
    "programme",
    "joint_statement",
    "convention",
    "visit",
    "summit",
    "declared_year",
}
_NEWEST = 6
_IN_A_YEAR = 5


@dataclass(frozen=True)
class Page:
    """A Markdown file below the root of its script."""

    file: str
    text: str


@dataclass(frozen=True)
class Year:
    """A year of the timeline: what is shown of it, and how much there is in all."""

    year: str
    anchor: str
    shown: tuple[Record, ...]
    agreements: int
    events: int
    more: bool


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with everything escaped that is not `Markup` already."""
    folder = files("uzkz_kb.render") / "templates"
    sources = {
        file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".j2")
    }
    env = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        finalize=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.globals |= {
        "bar": bar,
        "is_date": lambda words: bool(_DATE.match(words)),
        "date_of": date_of,
        "path_of": path_of,
        "quotes_of": quotes,
    }
    env.globals |= {"section_path": section_path, "status_group": status_group}
    return env


def section_path(section: str) -> str:
    """The address of a section below the root of its script."""
    return f"{section_slug(section)}/"


def status_group(record: Record) -> str:
    """Where the words of a record's status are labelled; a figure's kind says what others call status."""
    return f"{record.type}_status"


def all_pages(view: View) -> Iterator[Page]:
    """Every page of the view's script, in a settled order."""
    yield _home(view)
    yield from _indexes(view)
    mentions = mentions_by_source(view.records)
    for record in view.records:
        here = view.at(path_of(record))
        more = _extra(record, here, mentions)
        yield _page(
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
        name: person
        for person in view.records.of(Person)
        if source.id in view.links.authored.get(person.id, ())
        for name in (person.name.latn, person.name.cyrl, *person.aliases)
    }
    return [view.link(known[name]) if name in known else view.in_page_script(name) for name in source.authors]


def _description(record: Record, view: View) -> str:
    text, title = view.interface.text, view.title(record)
    if isinstance(record, Source):
        return text("desc_source", title=title)
    if isinstance(record, Agreement):
        status = view.interface.label("agreement_status", record.status)
        return text("desc_agreement", kind=view.kind(record), status=status, date=view.date(record.date))
    one = view.interface.section(record.type, "one").capitalize()
    return text("desc_record", kind=one if record.kind == "other" else view.kind(record), title=title)


def _home(view: View) -> Page:
    records = view.records
    newest = [a for a in newest_first(records.of(Agreement)) if year_of(a)]
    sections = ["agreement", "event", "figure", "person", "organization", "place", "source"]
    counts = [{"section": name, "number": len(records.of(groups.TYPES_BY_NAME[name]))} for name in sections]
    return _page(
        view.at(""),
        "home.md.j2",
        view.interface.text("site_title"),
        view.interface.section("home", "about"),
        hide=[*_HIDE, "toc"],
        counts=counts,
        agreements=newest[:_NEWEST],
        key_figures=key_figures(view),
        years=_years(view),
        sections=[*sections, "all", "downloads", "method"],
    )


def year_of(record: Record) -> str | None:
    """The year a record is listed under."""
    return groups.year_of(record)


def _years(view: View) -> list[Year]:
    found = []
    for group in groups.by_year([*view.records.of(Agreement), *view.records.of(Event)], view):
        year = year_of(group.records[0])
        if year is None:
            continue
        great = [record for record in group.records if record.kind in _GREAT]
        chosen = (great or list(group.records))[:_IN_A_YEAR]
        agreements = sum(isinstance(record, Agreement) for record in group.records)
        found.append(
            Year(
                year=year,
                anchor=group.anchor,
                shown=tuple(chosen),
                agreements=agreements,
                events=len(group.records) - agreements,
                more=len(chosen) < len(group.records),
            )
        )
    return found


def _indexes(view: View) -> Iterator[Page]:
    for cls, grouped in (
        (Agreement, groups.by_year),
        (Event, groups.by_year),
        (Person, groups.by_kind),
        (Organization, groups.by_kind),
        (Place, groups.by_kind),
        (Source, groups.by_year),
    ):
        section = cls.model_fields["type"].default
        here = view.at(section_path(section))
        by_kind = grouped is groups.by_kind
        yield _index(
            here,
            "index.md.j2",
            section,
            groups=grouped(view.records.of(cls), here),
            grouped_by_kind=by_kind,
        )
    here = view.at(section_path("figure"))
    yield _index(here, "figures.md.j2", "figure", tables=tables(here))
    here = view.at(section_path("all"))
    everything = groups.by_type(groups.alphabetical(view.records, here), here)
    yield _index(here, "all.md.j2", "all", groups=everything)
    here = view.at(section_path("downloads"))
    yield _index(here, "downloads.md.j2", "downloads", rows=_downloads(here))


def _downloads(view: View) -> list[dict[str, Any]]:
    content = export_files(view.records)

    def file(name: str) -> dict[str, str]:
        kilobytes = max(1, round(len(content[name].encode()) / 1024))
        size = view.interface.text("bytes", kilobytes)
        return {"name": name, "format": name.rpartition(".")[2].upper(), "size": size}

    rows = [
        {
            "title": view.interface.section(name),
            "number": len(view.records.of(cls)),
            "files": [file(f"{cls.folder}.csv"), file(f"{cls.folder}.json")],
        }
        for name, cls in groups.TYPES_BY_NAME.items()
    ]
    whole = {
        "title": view.interface.text("all_in_one"),
        "number": len(view.records),
        "files": [file("uzkz_kb.json")],
    }
    return [*rows, whole]


def _index(view: View, template: str, section: str, **more: Any) -> Page:
    about = view.interface.section(section, "about")
    return _page(view, template, view.interface.section(section), about, section=section, **more)


def _page(view: View, template: str, title: str, description: str, **more: Any) -> Page:
    head = {
        "title": str(escaped(title)),
        "description": str(escaped(description)),
        "hide": more.pop("hide", _HIDE),
    }
    found: Template = environment().get_template(template)
    text = found.render(v=view, i=view.interface, **more)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    front = yaml_text(head)
    path = view.here
    file = f"{path.rstrip('/')}.md" if path.count("/") > 1 else f"{path}index.md"
    return Page(file, f"---\n{front}---\n\n{text}\n")
