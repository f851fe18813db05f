"""EDTF dates (ISO 8601-2): checking, and the order in which pages list them."""

from __future__ import annotations

from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException


@lru_cache(maxsize=65536)
def checked_edtf(date: str) -> str:
    """`date` itself; `ValueError` where it is no EDTF expression."""
    try:
        parse_edtf(date)
    except EDTFParseException as error:
        raise ValueError(f"{date!r} is no EDTF date") from error
    return date


@lru_cache(maxsize=65536)
def sort_key(date: str | None) -> tuple[int, int, int]:
    """Year, month and day of the earliest day the date may mean; what has no date sorts first."""
    if date is None:
        return (0, 0, 0)
    earliest = parse_edtf(date).lower_strict()
    return (earliest.tm_year, earliest.tm_mon, earliest.tm_mday)
