"""Dates of two findings: whether they may be the same day, and which of them says more."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from functools import lru_cache

from edtf import parse_edtf

from uzkz_kb.model.findings import Dating


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    """The first and the last day that an EDTF date may mean, as (year, month, day)."""
    parsed = parse_edtf(edtf)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    day = high.tm_mday or calendar.monthrange(high.tm_year, high.tm_mon)[1]
    return (low.tm_year, low.tm_mon, low.tm_mday), (high.tm_year, high.tm_mon, day)


def agree(one: str | None, other: str | None) -> bool:
    """Whether both dates may mean a common day; an absent date agrees with any."""
    if one is None or other is None:
        return True
    (low, high), (other_low, other_high) = bounds(one), bounds(other)
    return low <= other_high and other_low <= high


def precision(edtf: str | None) -> int:
    """0 for no date, 1 for a year, 2 for a month, 3 for a day."""
    if edtf is None:
        return 0
    return min(part.count("-") for part in edtf.rstrip("~?%").split("/")) + 1


_BASIS_RANK = {"explicit": 2, "relative": 1, "inferred": 0}


def best_dating(datings: Iterable[Dating | None]) -> Dating | None:
    """The dating shown first: the most precise, then the one whose words hold it whole, then the earlier."""
    known = [dating for dating in datings if dating is not None]
    return max(
        known,
        key=lambda dating: (precision(dating.edtf), _BASIS_RANK.get(dating.basis or "", -1)),
        default=None,
    )
