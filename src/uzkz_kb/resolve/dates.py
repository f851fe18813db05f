"""Dates of two findings: whether they may be the same day, and which of them says more."""

from __future__ import annotations

from collections.abc import Iterable

from uzkz_kb.model.edtf import bounds
from uzkz_kb.model.findings import Dating


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
