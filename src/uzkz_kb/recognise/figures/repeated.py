"""A quantity told twice in one text: in the headline and in the body, in the lead and again below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import FigureFinding

#: A number of as many digits that are not noughts is hardly told of two things.
_TELLING_DIGITS = 3


def with_repeats_alike(document: Document, figures: Sequence[FigureFinding]) -> tuple[FigureFinding, ...]:
    """The figures, those that tell one quantity again with the fields of the one that tells it best."""
    groups: dict[tuple[Decimal, str], list[int]] = {}
    for index, figure in enumerate(figures):
        groups.setdefault((figure.value, figure.unit), []).append(index)
    alike = list(figures)
    for indices in groups.values():
        if len(indices) < 2:
            continue
        for index in indices:
            figure = figures[index]
            others = [figures[i] for i in indices if i != index and _repeats(document, figure, figures[i])]
            best = max([figure, *others], key=lambda f: (_told(document, f), -f.span.start))
            if best is not figure:
                alike[index] = _like(figure, best)
    return tuple(alike)


def _told(document: Document, figure: FigureFinding) -> tuple[bool, int]:
    """How well a place tells the quantity: the body better than the headline, with more fields better."""
    body = document.sentences[figure.sentence].section == "body"
    fields = (figure.period, figure.base, figure.counted)
    return body, sum(field is not None for field in fields)


def _repeats(document: Document, one: FigureFinding, other: FigureFinding) -> bool:
    sections = {document.sentences[figure.sentence].section for figure in (one, other)}
    if "title" in sections and len(sections) == 2:
        return True
    periods = {figure.period.edtf for figure in (one, other) if figure.period is not None}
    if len(periods) > 1 or one.unit == "ratio":
        return False
    digits = len("".join(map(str, one.value.as_tuple().digits)).strip("0"))
    return digits >= _TELLING_DIGITS or (
        one.indicator == other.indicator and one.kind == other.kind and one.counted == other.counted
    )


def _like(figure: FigureFinding, best: FigureFinding) -> FigureFinding:
    return replace(
        figure,
        comparator=best.comparator,
        kind=best.kind,
        indicator=best.indicator,
        counted=best.counted,
        period=best.period,
        base=best.base,
        change=best.change,
    )
