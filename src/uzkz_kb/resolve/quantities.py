"""Which figures are one statement: the same quantity of the same indicator and period."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.findings import Dating, FigureFinding
from uzkz_kb.resolve.decisions import Decision

#: A figure with the name of its source.
SourcedFigure = tuple[str, FigureFinding]


def same_figures(
    figures: Sequence[SourcedFigure],
) -> tuple[list[list[SourcedFigure]], list[Decision]]:
    """Figures that state the same, together. Without a period only one source can repeat itself.

    Sources that disagree (another value for the same indicator and period) stay side by side.
    """
    groups: dict[tuple[object, ...], list[SourcedFigure]] = {}
    decisions: list[Decision] = []
    for source, figure in figures:
        statement = _statement(source, figure)
        group = groups.setdefault(statement, [])
        if group:
            decisions.append(
                Decision(
                    _shown(source, figure), _shown(*group[0]), True, "the same quantity, indicator and period"
                )
            )
        group.append((source, figure))
    return list(groups.values()), decisions


def _statement(source: str, figure: FigureFinding) -> tuple[object, ...]:
    period, base = _edtf(figure.period), _edtf(figure.base)
    told_by = None if period is not None and figure.unit != "count" else source
    counted = figure.counted if figure.unit == "count" else None
    change = figure.change
    return (figure.indicator, figure.value, figure.unit, figure.kind, period, base, change, counted, told_by)


def _edtf(dating: Dating | None) -> str | None:
    return None if dating is None else dating.edtf


def _shown(source: str, figure: FigureFinding) -> str:
    return f"{source}: {figure.indicator} {figure.value} {figure.unit}"
