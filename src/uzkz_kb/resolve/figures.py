"""Groups of figure findings → records, titled by what is measured, how much, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.model.findings import Dating, FigureFinding
from uzkz_kb.model.records import Figure, Names
from uzkz_kb.resolve.dates import best_dating
from uzkz_kb.resolve.ledger import slug_of
from uzkz_kb.resolve.proto import Proto, References, dating_fields, mentions_of
from uzkz_kb.resolve.quantities import SourcedFigure
from uzkz_kb.text.quantities import quantity_in_words
from uzkz_kb.text.transliterate import names


def figure_protos(groups: Sequence[Sequence[SourcedFigure]], texts: Mapping[str, str]) -> list[Proto]:
    """One record a statement."""
    return [_figure(group, texts) for group in groups]


def _figure(group: Sequence[SourcedFigure], texts: Mapping[str, str]) -> Proto:
    first = group[0][1]
    period = best_dating(figure.period for _, figure in group)
    base = best_dating(figure.base for _, figure in group)

    def fields(references: References) -> dict[str, Any]:
        return {
            "kind": first.kind,
            "title": _title(first, period),
            "value": first.value,
            "unit": first.unit,
            "comparator": first.comparator,
            "indicator": first.indicator,
            "counted": names(first.counted) if first.counted else None,
            **dating_fields("period", period),
            **dating_fields("base", base),
            "change": first.change,
        }

    mentions = mentions_of(((source, figure.span) for source, figure in group), texts)
    keys = tuple(("figure", (source, figure.span)) for source, figure in group)
    return Proto(Figure, keys, _slug(first, period), mentions, fields)


def _title(figure: FigureFinding, period: Dating | None) -> Names:
    """“Tovar ayirboshlash hajmi: qariyb 4,5 mlrd dollar (2024)”, in both scripts."""
    years = _years(period)
    when = f" ({years})" if years else ""
    label = lang_data("interface/kinds.yml")["indicator"].get(figure.indicator)
    counted = names(figure.counted) if figure.counted else None
    titles = {}
    for script in ("latn", "cyrl"):
        what = getattr(counted, script) if counted and label is None else None
        amount = quantity_in_words(figure.value, figure.unit, figure.comparator, script, what)
        head = f"{label[script]}: " if label else ""
        titles[script] = f"{head}{amount}{when}"
    return Names(**titles)


def _years(period: Dating | None) -> str:
    if period is None or period.edtf is None:
        return ""
    years = dict.fromkeys(part[:4] for part in period.edtf.split("/"))
    return "–".join(years)


def _slug(figure: FigureFinding, period: Dating | None) -> str:
    amount = f"{figure.value.normalize():f}".replace(".", "-")
    what = figure.counted if figure.unit == "count" and figure.counted else ""
    parts = (
        figure.indicator.replace("_", "-"),
        slug_of(what) if what else "",
        _years(period),
        amount,
        figure.unit.lower(),
    )
    return slug_of("-".join(part for part in parts if part))
