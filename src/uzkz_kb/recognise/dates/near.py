"""Dates told by their distance: today, Monday, last month, that same day, next year."""

from __future__ import annotations

from uzkz_kb.model.document import Word
from uzkz_kb.recognise.dates.calendar import Point, days_on, interval, months_on, weekday
from uzkz_kb.recognise.dates.captures import UNSETTLED, Captures, Resolved, is_plural, step_of
from uzkz_kb.recognise.dates.settle import Context


def near_month_point(word: Word, context: Context) -> Point | None:
    """The month that `joriy`, `o‘tgan`, `o‘sha` oy means."""
    told, published = context.told, context.published
    if word.key == "o'sha" or (
        word.key in ("shu", "keyingi") and told and told.month and context.tense != "future"
    ):
        return months_on(told.year, told.month, step_of(word)) if told and told.month else None
    if published is None or not published.month:
        return None
    return months_on(published.year, published.month, step_of(word))


def read_near_month(found: Captures, context: Context) -> Resolved:
    """This month, last month, next month."""
    word, unit = found.word("rm"), found.word("u")
    if word is None or unit is None or is_plural(unit) or unit.form == "lik":
        return UNSETTLED
    near = near_month_point(word, context)
    return (near.edtf, "relative") if near else UNSETTLED


def read_this_month(found: Captures, context: Context) -> Resolved:
    """The month of the source."""
    published = context.published
    return (
        (Point(published.year, published.month).edtf, "relative")
        if published and published.month
        else UNSETTLED
    )


def read_last_year(found: Captures, context: Context) -> Resolved:
    """Bultur."""
    return (Point(context.published.year - 1).edtf, "relative") if context.published else UNSETTLED


def read_near_day(found: Captures, context: Context) -> Resolved:
    """Today, yesterday, tomorrow; to the month where the source's day is not known."""
    word, published = found.word("day"), context.published
    if word is not None and word.readings[0].possessive:
        return UNSETTLED  # ijod kechasi
    if word is None or published is None or not published.month or is_plural(word):
        return UNSETTLED
    step = found.value("day", "near_day")
    if not published.day:
        return f"{published.edtf}{'~' if step else ''}", "relative"
    return days_on(published, step).edtf, "relative"


def read_weekday(found: Captures, context: Context) -> Resolved:
    """The nearest such day: the one past, or the one to come where the words speak of it."""
    published, wanted = context.published, found.value("wd", "weekday") or found.value("wl", "weekday")
    if published is None or not published.day:
        return UNSETTLED
    last = found.value("wd2", "weekday")
    if last:
        end = _weekday_near(found, context, published, last)
        return interval(days_on(end, -((last - wanted) % 7)), end), "relative"
    return _weekday_near(found, context, published, wanted).edtf, "relative"


def _weekday_near(found: Captures, context: Context, published: Point, wanted: int) -> Point:
    near = found.word("rw")
    step = step_of(near) if near is not None else 0
    back = (weekday(published) - wanted) % 7
    if step > 0 or (step == 0 and context.tense == "future" and back):
        return days_on(published, 7 - back if back else 7)
    if step < 0 and not back:
        back = 7
    return days_on(published, -back)


def read_same_day(found: Captures, context: Context) -> Resolved:
    """The day told of before, or the day after it."""
    unit, word = found.word("u"), found.word("r")
    if unit is None or word is None or is_plural(unit) or unit.form == "lik" or unit.key.startswith("kunlar"):
        return UNSETTLED
    told = context.reported_day if word.key in ("shu", "ertasi") else context.told_day
    published = context.published
    if told is None and word.key == "shu" and context.governing is None and published and published.day:
        told = published
    return _day_from(told, step_of(word))


def read_next_day(found: Captures, context: Context) -> Resolved:
    """The day after the day told of."""
    return _day_from(context.reported_day, 1)


def read_eve(found: Captures, context: Context) -> Resolved:
    """The day before the day told of; the eve of something named is no day."""
    word = found.word("r")
    if word is None or word.readings[0].possessive:
        return UNSETTLED
    return _day_from(context.told_day, -1)


def read_part_of_day(found: Captures, context: Context) -> Resolved:
    """The evening of the day told of."""
    return _day_from(context.reported_day, 0)


def _day_from(told: Point | None, step: int) -> Resolved:
    return (days_on(told, step).edtf, "relative") if told is not None and told.day else UNSETTLED


def read_day_of_week(found: Captures, context: Context) -> Resolved:
    """Tuesday of next week."""
    word, published = found.word("rw"), context.published
    if word is None or published is None or not published.day:
        return UNSETTLED
    monday = days_on(published, 1 - weekday(published) + 7 * step_of(word))
    return days_on(monday, found.value("wd", "weekday") - 1).edtf, "relative"


def read_near_week(found: Captures, context: Context) -> Resolved:
    """From Monday to Sunday of this week, last week, next week."""
    word, unit, published = found.word("rw"), found.word("u"), context.published
    if word is None or unit is None or published is None or not published.day or unit.form.startswith("lik"):
        return UNSETTLED
    monday = days_on(published, 1 - weekday(published) + 7 * step_of(word))
    return interval(monday, days_on(monday, 6)), "relative"
