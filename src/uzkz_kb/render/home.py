"""The home page: what there is, the newest, the key figures, the years."""

from __future__ import annotations

from dataclasses import dataclass

from uzkz_kb.model.records import Agreement, Event, Record
from uzkz_kb.render.connections import newest_first
from uzkz_kb.render.figures import key_figures
from uzkz_kb.render.groups import TYPES_BY_NAME, by_year, year_of
from uzkz_kb.render.template import HIDE, Page, made_page
from uzkz_kb.render.view import View

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
class Year:
    """A year of the timeline: what is shown of it, and how much there is in all."""

    year: str
    anchor: str
    shown: tuple[Record, ...]
    agreements: int
    events: int
    more: bool


def home_page(view: View) -> Page:
    """The page at the root of the script."""
    records = view.records
    newest = [a for a in newest_first(records.of(Agreement)) if year_of(a)]
    sections = ["agreement", "event", "figure", "person", "organization", "place", "source"]
    counts = [{"section": name, "number": len(records.of(TYPES_BY_NAME[name]))} for name in sections]
    return made_page(
        view.at(""),
        "home.md.j2",
        view.interface.text("site_title"),
        view.interface.section("home", "about"),
        hide=[*HIDE, "toc"],
        counts=counts,
        agreements=newest[:_NEWEST],
        key_figures=key_figures(view),
        years=_years(view),
        sections=[*sections, "all", "downloads", "method"],
    )


def _years(view: View) -> list[Year]:
    found = []
    for group in by_year([*view.records.of(Agreement), *view.records.of(Event)], view):
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
