"""Dates: every phrase that tells when, as EDTF, and the date of the source itself."""

from uzkz_kb.recognise.dates.examples import example_values
from uzkz_kb.recognise.dates.find import find_dates
from uzkz_kb.recognise.dates.published import find_published, first_day

__all__ = ["example_values", "find_dates", "find_published", "first_day"]
