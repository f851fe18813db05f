"""Dates as EDTF: what may stand in a record, the days it may mean, and how dates are put in order."""

from __future__ import annotations

import pytest

from uzkz_kb.model.edtf import Day, bounds, checked_edtf, sort_key


@pytest.mark.parametrize(
    "date", ["2022", "2022-12", "2022-12-22", "2017-03-22/2017-03-23", "2024/2034", "2022-12~"]
)
def test_a_date_of_the_record_format_is_let_through(date: str) -> None:
    assert checked_edtf(date) == date


@pytest.mark.parametrize("date", ["kecha", "22.12.2022", "2023-02-29", ""])
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(ValueError, match="is no EDTF date"):
        checked_edtf(date)


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2024-05-17", (2024, 5, 17), (2024, 5, 17)),
        ("2024", (2024, 1, 1), (2024, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2024/2034", (2024, 1, 1), (2034, 12, 31)),
    ],
)
def test_a_date_means_all_its_days(date: str, first: Day, last: Day) -> None:
    assert bounds(date) == (first, last)


def test_what_has_no_date_comes_first() -> None:
    assert sorted(["2024-02", None, "2023"], key=sort_key) == [None, "2023", "2024-02"]
