"""The index of each type, the plain list of all records, and the downloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from uzkz_kb.model.records import Agreement, Event, Organization, Person, Place, Source
from uzkz_kb.render import groups
from uzkz_kb.render.exports import SCHEMA_FILE, export_files
from uzkz_kb.render.figures import tables
from uzkz_kb.render.template import Page, made_page, section_path
from uzkz_kb.render.view import View


def index_pages(view: View) -> Iterator[Page]:
    """Every page that lists records."""
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
    schema = {
        "title": view.interface.text("schema_file"),
        "number": None,
        "files": [file(SCHEMA_FILE)],
    }
    return [*rows, whole, schema]


def _index(view: View, template: str, section: str, **more: Any) -> Page:
    about = view.interface.section(section, "about")
    return made_page(view, template, view.interface.section(section), about, section=section, **more)
