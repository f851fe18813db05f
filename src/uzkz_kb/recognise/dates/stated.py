"""Dates whose words name their parts: days, months, quarters, seasons, years, decades, centuries."""

from __future__ import annotations

from uzkz_kb.recognise.dates.calendar import Point, interval
from uzkz_kb.recognise.dates.captures import (
    UNSETTLED,
    Captures,
    Resolved,
    checked,
    is_plural,
    named_or_settled,
    roman_value,
)
from uzkz_kb.recognise.dates.near import near_month_point
from uzkz_kb.recognise.dates.settle import Context

#: Up to this month, `yil yakunlari` told as past are those of the year before.
_REPORTS_UNTIL = 4
_PRESENT_CENTURY = 21


def read_date(found: Captures, context: Context) -> Resolved:
    """A day, days, a month, or months, in the year that is named or settled."""
    month, month_end = found.value("m", "month"), found.value("m2", "month") or found.value("m3", "month")
    day, day_end = found.value("d", "day"), found.value("d2", "day") or found.value("d3", "day")
    rm = found.word("rm")
    if rm is not None:
        near = near_month_point(rm, context)
        if near is None:
            return UNSETTLED
        return checked(Point(near.year, near.month, day), None, "relative")
    named = named_or_settled(found, month_end or month, day_end or day, context)
    if named is None:
        return UNSETTLED
    year, basis = named
    if "j" in found.groups and (listed := _listed(found, year)):
        return listed, basis
    first = Point(year, month, day)
    if day_end or month_end:
        last_month = month_end or month
        last = Point(year, last_month, day_end)
        if last_month < month and not day:
            first = Point(year - 1, month)
        return checked(first, last, basis)
    return checked(first, None, basis)


def _listed(found: Captures, year: int) -> str | None:
    """Days or months that do not follow one another, as a set: `5 va 7 may`; `None` where they do."""
    name = "day" if "d" in found.groups else "month"
    words = [token.word for token in found.sentence.tokens[slice(*found.groups["_"])]]
    numbers = [int(reading.classes[name]) for word in words if (reading := word.reading(name))]
    if numbers == list(range(numbers[0], numbers[0] + len(numbers))):
        return None
    month = found.value("m", "month")
    points = [Point(year, month, n) if name == "day" else Point(year, n) for n in numbers]
    return "{" + ",".join(p.edtf for p in points) + "}" if all(p.real for p in points) else None


def read_numeric(found: Captures, context: Context) -> Resolved:
    """15.11.2025."""
    for token in found.sentence.tokens[slice(*found.groups["_"])]:
        if token.word.has("date_numeric"):
            day, month, year = (int(part) for part in token.word.raw.split("."))
            return checked(Point(year, month, day), None, "explicit") if 1 <= month <= 12 else UNSETTLED
    return UNSETTLED


def read_figures(found: Captures, context: Context) -> Resolved:
    """2025-11-15, 15/11/2025, 15.XI.2025."""
    day = Point(found.value("y", "year"), found.value("m", "day"), found.value("d", "day"))
    return checked(day, None, "explicit") if 1 <= day.month <= 12 else UNSETTLED


def read_day_in_words(found: Captures, context: Context) -> Resolved:
    """O‘n beshinchi mart."""
    month = found.value("m", "month") or found.value("m2", "month")
    day = found.value("t", "numeral") + found.value("d", "ordinal", "numeral")
    named = named_or_settled(found, month, day, context)
    return checked(Point(named[0], month, day), None, named[1]) if named else UNSETTLED


def read_recurring(found: Captures, context: Context) -> Resolved:
    """A day of every year, which is no date."""
    return UNSETTLED


def read_quarter(found: Captures, context: Context) -> Resolved:
    """The n-th quarter, or the last one."""
    word = found.word("q")
    last = word is not None and word.has("recent")
    return _part_of_year(found, context, 3, 4 if last else found.value("q", "ordinal", "numeral"))


def read_half_year(found: Captures, context: Context) -> Resolved:
    """The first or the second half of a year."""
    return _part_of_year(found, context, 6, found.value("q", "ordinal", "numeral"))


def _part_of_year(found: Captures, context: Context, length: int, number: int) -> Resolved:
    if not 1 <= number <= 12 // length:
        return UNSETTLED
    first, last = (number - 1) * length + 1, number * length
    named = named_or_settled(found, last if context.tense == "past" else first, 0, context)
    if named is None:
        return UNSETTLED
    return interval(Point(named[0], first), Point(named[0], last)), named[1]


def read_season(found: Captures, context: Context) -> Resolved:
    """A season, as EDTF numbers them."""
    season = found.value("s", "season") or found.value("s2", "season")
    named = named_or_settled(found, season, 0, context)
    return (f"{named[0]:04}-{season}", named[1]) if named else UNSETTLED


def read_year(found: Captures, context: Context) -> Resolved:
    """A year; with a plural, the decade that it begins."""
    unit = found.word("u")
    named = found.year(context)
    if named is None or (unit is not None and unit.form.startswith("lik")):
        return UNSETTLED
    year, basis = named
    published = context.published
    if (
        "ynow" in found.groups
        and context.tense == "past"
        and published
        and 0 < published.month <= _REPORTS_UNTIL
    ):
        year -= 1
    if unit is not None and is_plural(unit) and year % 10 == 0 and basis == "explicit":
        return f"{year // 10}X", basis
    return Point(year).edtf, basis


def read_near_year(found: Captures, context: Context) -> Resolved:
    """This year, last year, that same year."""
    unit = found.word("u")
    if unit is None or is_plural(unit):
        return UNSETTLED
    return read_year(found, context)


def read_years(found: Captures, context: Context) -> Resolved:
    """A range of years, or two years apart from one another."""
    first, last = found.value("y", "year"), found.value("y2", "year") or found.value("y3")
    if last < 100:
        last += first // 100 * 100
    if "j" in found.groups:
        words = [token.word for token in found.sentence.tokens[slice(*found.groups["_"])]]
        years = [int(reading.classes["year"]) for word in words if (reading := word.reading("year"))]
        if years != list(range(years[0], years[0] + len(years))):
            return "{" + ",".join(Point(year).edtf for year in years) + "}", "explicit"
    return checked(Point(first), Point(last), "explicit")


def read_months_across_years(found: Captures, context: Context) -> Resolved:
    """From a month of one year to a month of another."""
    first = Point(found.value("y", "year"), found.value("m", "month"))
    return checked(first, Point(found.value("y2", "year"), found.value("m2", "month")), "explicit")


def read_decade(found: Captures, context: Context) -> Resolved:
    """The nineties, of a century that is named."""
    number = found.value("y")
    unit = found.word("u")
    if (
        unit is None
        or not is_plural(unit)
        or number % 10
        or not (10 <= number < 100 or 1000 <= number < 2100)
    ):
        return UNSETTLED
    if number > 100:
        return f"{number // 10}X", "explicit"
    century = found.word("cent")
    if century is None:
        return UNSETTLED
    hundreds = roman_value(century.raw) - 1 if century.has("roman") else 19
    return f"{hundreds:02}{number // 10}X", "explicit" if century.has("roman") else "relative"


def read_century(found: Captures, context: Context) -> Resolved:
    """XX asr; the present one dates nothing."""
    number = found.value("c")
    return (f"{number - 1:02}XX", "explicit") if 1 <= number < _PRESENT_CENTURY else UNSETTLED
