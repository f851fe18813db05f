"""Agreements: what two sides signed, adopted or agreed, each place that names it with the same identity."""

from uzkz_kb.recognise.agreements.examples import example_values
from uzkz_kb.recognise.agreements.find import find_agreements, judged_agreements

__all__ = ["example_values", "find_agreements", "judged_agreements"]
