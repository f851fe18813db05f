"""EDTF dates (ISO 8601-2): checking, the days they may mean, and the order in which pages list them."""

from __future__ import annotations

import calendar
import re
from datetime import date as calendar_date
from functools import lru_cache
from typing import Any

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

#: Year, month and day.
Day = tuple[int, int, int]
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@lru_cache(maxsize=65536)
def _parsed(date: str) -> Any:
    """The library's reading of a date; parsing one takes milliseconds, so that each is parsed once."""
    try:
        return parse_edtf(date)
    except EDTFParseException as error:
        raise ValueError(f"{date!r} is no EDTF date") from error


def _day(date: str) -> Day | None:
    """The one day of `2024-05-17`: most dates are such, and the calendar knows them without a grammar.

    It also knows, as the grammar does not, that no year but a leap year has a 29th of February.
    """
    if not _DAY.fullmatch(date):
        return None
    try:
        day = calendar_date.fromisoformat(date)
    except ValueError as error:
        raise ValueError(f"{date!r} is no EDTF date") from error
    return day.year, day.month, day.day


def checked_edtf(date: str) -> str:
    """`date` itself; `ValueError` where it is no EDTF expression."""
    if _day(date) is None:
        _parsed(date)
    return date


@lru_cache(maxsize=65536)
def bounds(date: str) -> tuple[Day, Day]:
    """The first and the last day that a date may mean."""
    day = _day(date)
    if day is not None:
        return day, day
    low, high = _parsed(date).lower_strict(), _parsed(date).upper_strict()
    last_day = high.tm_mday or calendar.monthrange(high.tm_year, high.tm_mon)[1]
    return (low.tm_year, low.tm_mon, low.tm_mday), (high.tm_year, high.tm_mon, last_day)


def sort_key(date: str | None) -> Day:
    """The earliest day the date may mean; what has no date sorts first."""
    return (0, 0, 0) if date is None else bounds(date)[0]
