"""Days, months and years as EDTF: written, taken apart, counted on from one another."""

from __future__ import annotations

import calendar as _calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

#: EDTF years of four digits end before this one.
_LAST_YEAR = 10000
_YEAR = re.compile(r"\d{4}")


class Point(NamedTuple):
    """A year, a month of it, or a day of that; what is not known is 0."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def edtf(self) -> str:
        """`2022`, `2022-12` or `2022-12-22`."""
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def real(self) -> bool:
        """Whether the calendar has such a day."""
        if not 0 < self.year < _LAST_YEAR:
            return False
        if self.month > 12:
            return self.day == 0
        return not self.day or 1 <= self.day <= _calendar.monthrange(self.year, self.month)[1]


def point(edtf: str | None, end: bool = False) -> Point | None:
    """The first point of a date (the last one with `end`); a season gives its first month, a decade none."""
    if edtf is None:
        return None
    if edtf.startswith("{"):
        days = edtf.strip("{}").split(",")
        return point(days[-1 if end else 0])
    first, _, last = edtf.partition("/")
    chosen = (last if end and last not in ("", "..") else first).rstrip("~?%")
    parts = chosen.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) > 1 and numbers[1] > 12:
        numbers[1] = {21: 3, 22: 6, 23: 9, 24: 12}.get(numbers[1], 1)
    return Point(*numbers)


def interval(first: Point, last: Point) -> str:
    """`first/last`; one date where they are the same."""
    return first.edtf if first == last else f"{first.edtf}/{last.edtf}"


def months_on(year: int, month: int, step: int) -> Point:
    """The month that is `step` months after the given one."""
    index = year * 12 + month - 1 + step
    return Point(index // 12, index % 12 + 1)


def days_on(day: Point, step: int) -> Point:
    """The day that is `step` days after the given one."""
    moved = date(day.year, day.month, day.day) + timedelta(days=step)
    return Point(moved.year, moved.month, moved.day)


def days_from(one: Point, other: Point) -> int:
    """How many days lie from one day to another; negative where the other is the earlier."""
    return (date(*other) - date(*one)).days


def weekday(day: Point) -> int:
    """1 for Monday to 7 for Sunday."""
    return date(day.year, day.month, day.day).isoweekday()


def distance(one: Point, other: Point) -> int:
    """About how many days lie from `one` to `other`, months of thirty days; unknown parts count as equal."""
    days = (other.year - one.year) * 360
    if one.month and other.month:
        days += (other.month - one.month) * 30
        if one.day and other.day:
            days += other.day - one.day
    return days


def with_year(edtf: str, year: int) -> str:
    """The same part of another year: `2018-01/2018-02` in 2017 is `2017-01/2017-02`."""
    told = "/".join(part for part in edtf.split("/") if _YEAR.search(part))
    base = int(_YEAR.findall(told)[0])
    return _YEAR.sub(lambda match: f"{int(match.group()) - base + year:04}", told)
