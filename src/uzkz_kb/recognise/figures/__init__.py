"""Figures: every quantity that a text states, with its unit, comparator, times and what it is of."""

from uzkz_kb.recognise.figures.examples import example_values
from uzkz_kb.recognise.figures.find import find_figures, judged_figures

__all__ = ["example_values", "find_figures", "judged_figures"]
