"""Spans told by a number: the first nine months, the last seven years, five years ago, the year so far."""

from __future__ import annotations

from uzkz_kb.recognise.dates.calendar import Point, days_on, interval, months_on, with_year
from uzkz_kb.recognise.dates.captures import UNSETTLED, Captures, Resolved, step_of
from uzkz_kb.recognise.dates.settle import Context


def read_first_months(found: Captures, context: Context) -> Resolved:
    """The first nine months of a year, or of this one."""
    count = found.value("n", "numeral")
    named = found.year(context)
    if named is None and (context.tense == "future" or (count < 2 and "first" not in found.groups)):
        return UNSETTLED
    published = context.published
    if named is None and published is not None:
        late = published.month and published.month < count
        named = (published.year - (1 if late else 0), "relative")
    if named is None or not 1 <= count <= 11:
        return UNSETTLED
    return interval(Point(named[0], 1), Point(named[0], count)), named[1]


def read_past_span(found: Captures, context: Context) -> Resolved:
    """The last seven years, months, weeks."""
    unit, recent = found.word("u"), found.word("r")
    count = found.value("n", "numeral")
    published = context.published
    if unit is None or recent is None or published is None or not 1 <= count <= 500:
        return UNSETTLED
    if recent.key == "keyingi" and context.tense == "future":
        count = -count
    if unit.has("year_word"):
        ends = sorted((Point(published.year - count), Point(published.year)))
        return interval(*ends), "relative"
    if unit.has("month_word") and published.month:
        ends = sorted(
            (months_on(published.year, published.month, -count), Point(published.year, published.month))
        )
        return interval(*ends), "relative"
    if unit.has("day_word") and published.day:
        return interval(*sorted((days_on(published, -count), published))), "relative"
    return UNSETTLED


def read_future_span(found: Captures, context: Context) -> Resolved:
    """The five years to come."""
    unit, count, published = found.word("u"), found.value("n", "numeral"), context.published
    near = found.word("r")
    if near is not None and near.has("nearness") and step_of(near) < 1:
        return UNSETTLED
    if unit is None or published is None or not 1 <= count <= 100 or unit.form == "lik":
        return UNSETTLED
    if unit.has("year_word"):
        return interval(Point(published.year), Point(published.year + count)), "relative"
    if published.month:
        last = months_on(published.year, published.month, count)
        return interval(Point(published.year, published.month), last), "relative"
    return UNSETTLED


def read_ago(found: Captures, context: Context) -> Resolved:
    """Five years ago; before something told, or before what it is compared with."""
    unit, count, published = found.word("u"), found.value("n", "numeral"), context.published
    word = found.word("w")
    compared = word is not None and word.form == "abl" and unit is not None and unit.has("year_word")
    if compared and context.told_here is not None and context.governing is not None:
        return with_year(context.governing.edtf, context.told_here.year - count), "relative"
    if "from" in found.groups and context.told is not None:
        published = context.told
    elif unit is not None and unit.has("day_word") and context.told_day is not None:
        published = context.told_day
    if unit is None or published is None or not 1 <= count <= 1000:
        return UNSETTLED
    if unit.has("year_word"):
        return Point(published.year - count).edtf, "relative"
    if unit.has("month_word") and published.month:
        return months_on(published.year, published.month, -count).edtf, "relative"
    if unit.has("day_word") and published.day:
        return days_on(published, -count).edtf, "relative"
    if unit.has("week_word") and published.day:
        return f"{days_on(published, -7 * count).edtf}~", "relative"
    return UNSETTLED


def read_year_to_date(found: Captures, context: Context) -> Resolved:
    """From the beginning of the year until the source's month."""
    named, published = found.year(context), context.published
    if named is None:
        return UNSETTLED
    if published and published.year == named[0] and published.month:
        return interval(Point(named[0], 1), Point(named[0], published.month)), named[1]
    return Point(named[0]).edtf, named[1]


def read_same_period(found: Captures, context: Context) -> Resolved:
    """The same period of another year."""
    word, stated = found.word("ry"), found.value("y", "year")
    step = step_of(word) if word else 0
    if stated:
        told = context.governing.edtf if context.told_here is not None and context.governing else None
        return (with_year(told, stated) if told else Point(stated).edtf), "explicit"
    if context.told_here is not None and context.governing is not None:
        return with_year(context.governing.edtf, context.told_here.year + (step or -1)), "relative"
    if context.published is None:
        return UNSETTLED
    return Point(context.published.year + (step or -1)).edtf, "relative"


def read_after(found: Captures, context: Context) -> Resolved:
    """Two years after something told, three days from now."""
    unit, count = found.word("u"), found.value("n", "numeral")
    start = context.published if context.tense == "future" else context.told
    if unit is None or start is None or not 1 <= count <= 1000:
        return UNSETTLED
    if unit.has("year_word"):
        return Point(start.year + count).edtf, "relative"
    if unit.has("month_word") and start.month:
        return months_on(start.year, start.month, count).edtf, "relative"
    if unit.has("week_word") and start.day:
        return f"{days_on(start, 7 * count).edtf}~", "relative"
    if unit.has("day_word") and start.day:
        return days_on(start, count).edtf, "relative"
    return UNSETTLED
