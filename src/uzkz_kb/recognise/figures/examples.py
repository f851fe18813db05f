"""Quantities found in a text that stands alone: what the examples beside the rules are checked with."""

from __future__ import annotations

from uzkz_kb.model.findings import Names
from uzkz_kb.recognise.dates.examples import EXAMPLES_READ_ON, document_of
from uzkz_kb.recognise.dates.find import find_dates
from uzkz_kb.recognise.figures.find import find_figures


def example_values(text: str) -> list[str]:
    """The quantities of `text`: value and unit, before them the comparator if not `eq`."""
    document = document_of(text)
    dates = find_dates(document, EXAMPLES_READ_ON)
    values = []
    for figure in find_figures(document, dates, Names(), EXAMPLES_READ_ON):
        value = f"{figure.value.normalize():f} {figure.unit}"
        values.append(value if figure.comparator == "eq" else f"{figure.comparator} {value}")
    return values
