"""A date phrase → EDTF: what each rule of `lang/rules/dates.yml` gives, read against what governs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from uzkz_kb.recognise.dates import near, spans, stated
from uzkz_kb.recognise.dates.captures import Captures, Resolved
from uzkz_kb.recognise.dates.settle import Context


def resolve(gives: str, found: Captures, context: Context) -> Resolved:
    """The date that a rule's captures mean; unsettled where the words and their context leave it open."""
    return _READERS[gives](found, context)


_READERS: Mapping[str, Callable[[Captures, Context], Resolved]] = {
    "date": stated.read_date,
    "numeric": stated.read_numeric,
    "figures": stated.read_figures,
    "day_in_words": stated.read_day_in_words,
    "recurring": stated.read_recurring,
    "near_month": near.read_near_month,
    "this_month": near.read_this_month,
    "first_months": spans.read_first_months,
    "past_span": spans.read_past_span,
    "future_span": spans.read_future_span,
    "ago": spans.read_ago,
    "after": spans.read_after,
    "quarter": stated.read_quarter,
    "half_year": stated.read_half_year,
    "year_to_date": spans.read_year_to_date,
    "season": stated.read_season,
    "same_period": spans.read_same_period,
    "year": stated.read_year,
    "near_year": stated.read_near_year,
    "years": stated.read_years,
    "months_across_years": stated.read_months_across_years,
    "decade": stated.read_decade,
    "last_year": near.read_last_year,
    "near_day": near.read_near_day,
    "weekday": near.read_weekday,
    "same_day": near.read_same_day,
    "next_day": near.read_next_day,
    "eve": near.read_eve,
    "part_of_day": near.read_part_of_day,
    "near_week": near.read_near_week,
    "day_of_week": near.read_day_of_week,
    "century": stated.read_century,
}
