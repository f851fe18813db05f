"""Figures by indicator: the tables of their index, with a bar beside each level that can be compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from uzkz_kb.model.edtf import sort_key
from uzkz_kb.model.records import Figure
from uzkz_kb.render.interface import has_label
from uzkz_kb.render.view import View

#: Indicators a reader looks for first; the others follow by how many figures they have.
_FIRST = ("trade_turnover", "exports", "imports", "investment", "projects_value", "agreements_value")


@dataclass(frozen=True)
class Row:
    """A figure and the length of its bar, in hundredths of the longest; `None` where nothing compares."""

    figure: Figure
    bar: Decimal | None


@dataclass(frozen=True)
class Table:
    """The figures of one indicator; `mixed` where it has no name of its own, so that rows show titles."""

    heading: str
    anchor: str
    rows: tuple[Row, ...]
    mixed: bool


def indicator_group(figure: Figure) -> str:
    """The indicator, or `other` for one that has no label yet."""
    return figure.indicator if has_label("indicator", figure.indicator) else "other"


def indicator_anchor(figure: Figure) -> str:
    """The anchor of a figure's indicator in the index."""
    return indicator_group(figure).replace("_", "-")


def tables(view: View) -> list[Table]:
    """All figures by indicator, each indicator in the order of its periods."""
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in view.records.of(Figure):
        groups[indicator_group(figure)].append(figure)
    names = sorted(groups, key=lambda name: (name == "other", _place(name), -len(groups[name]), name))
    return [
        Table(
            heading=view.interface.label("indicator", name),
            anchor=name.replace("_", "-"),
            rows=_rows(groups[name], comparable=name != "other"),
            mixed=name == "other",
        )
        for name in names
    ]


def key_figures(view: View) -> list[Figure]:
    """For the home page: the newest level of each indicator that is looked for first, and a target."""
    found = []
    for name in (*_FIRST, "projects", "joint_ventures", "jobs"):
        levels = [
            f for f in view.records.of(Figure) if f.indicator == name and not f.change and f.unit != "ratio"
        ]
        actual = [f for f in levels if f.kind == "actual"]
        ahead = [f for f in levels if f.kind == "target"] if name == "trade_turnover" else []
        for some in (actual, ahead):
            if some:
                found.append(max(some, key=lambda f: (sort_key(view.date_of(f)), f.value, f.id)))
    return found[:6]


def bar(row: Row) -> Markup:
    """The bar as a drawing that needs no script; the number beside it says the same in words."""
    kind = "bar" if row.figure.kind == "actual" else "bar bar--target"
    return Markup(
        '<svg class="{}" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect x="0" y="0" width="{}" height="6"/></svg>'
    ).format(kind, row.bar)


def _place(name: str) -> int:
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)


def _rows(figures: list[Figure], comparable: bool) -> tuple[Row, ...]:
    ordered = sorted(figures, key=lambda f: (f.period is None, f.change, sort_key(f.period), f.value, f.id))
    levels: dict[str, list[Decimal]] = defaultdict(list)
    for figure in ordered:
        if not figure.change and figure.unit not in ("ratio", "percent"):
            levels[figure.unit].append(Decimal(figure.value))
    rows = []
    for figure in ordered:
        others = levels[figure.unit] if not figure.change and figure.unit not in ("ratio", "percent") else []
        drawn = comparable and len(others) > 1 and figure.value > 0
        length = (Decimal(figure.value) * 100 / max(others)).quantize(Decimal("0.1")) if drawn else None
        rows.append(Row(figure, length))
    return tuple(rows)
