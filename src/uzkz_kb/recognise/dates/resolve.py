"""A date phrase → EDTF: what each rule of `lang/rules/dates.yml` gives, read against what governs it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.model.kinds import Basis
from uzkz_kb.recognise.dates.calendar import (
    Point,
    days_on,
    interval,
    months_on,
    point,
    weekday,
    with_year,
)
from uzkz_kb.recognise.dates.settle import Context, near_year, settled_year

Resolved = tuple[str | None, Basis | None]
UNSETTLED: Resolved = (None, None)

#: Up to this month, `yil yakunlari` told as past are those of the year before.
_REPORTS_UNTIL = 4
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_NEARNESS = ("nearness", "told", "elapsed", "come_verb")


@dataclass(frozen=True, slots=True)
class Captures:
    """What a rule captured in a sentence, read by name."""

    sentence: Sentence
    groups: Mapping[str, tuple[int, int]]

    def word(self, name: str) -> Word | None:
        """The word of a capture."""
        found = self.groups.get(name)
        return self.sentence.tokens[found[0]].word if found else None

    def value(self, name: str, *classes: str) -> int:
        """The number that a captured word stands for; 0 where the capture is absent."""
        word = self.word(name)
        if word is None:
            return 0
        for given in classes:
            reading = word.reading(given)
            if reading is not None:
                return int(reading.classes[given])
        return _roman(word.raw) if word.has("roman") else int(word.raw) if word.raw.isdecimal() else 0

    def year(self, context: Context) -> tuple[int, Basis] | None:
        """The year that the phrase names, or means by `joriy`, `o‘tgan` …; `None` where it has none."""
        stated = self.value("y", "year") or self.value("ya", "year")
        if stated:
            return stated, "explicit"
        word = self.word("ry")
        now = self.word("ynow")
        year = context.published.year if now and context.published and not _owned(now) else None
        if word is not None:
            year = near_year(word.key, _step(word), context)
        return None if year is None else (year, "relative")

    @property
    def names_year(self) -> bool:
        """Whether a year is told of, settled or not."""
        return any(name in self.groups for name in ("y", "ya", "ry", "ynow"))


def _step(word: Word) -> int:
    for name in _NEARNESS:
        reading = word.reading(name)
        if reading is not None:
            return int(reading.classes[name])
    return 0


def _owned(word: Word) -> bool:
    """Whether a word belongs to another: `hosil yilining` is no year of the calendar."""
    return bool(word.readings) and word.readings[0].possessive and word.form == "gen"


def _roman(raw: str) -> int:
    values = [_ROMAN.get(letter, 0) for letter in raw]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def resolve(gives: str, found: Captures, context: Context) -> Resolved:
    """The date that a rule's captures mean; unsettled where the words and their context leave it open."""
    return _READERS[gives](found, context)


def _date(found: Captures, context: Context) -> Resolved:
    month, month_end = found.value("m", "month"), found.value("m2", "month") or found.value("m3", "month")
    day, day_end = found.value("d", "day"), found.value("d2", "day") or found.value("d3", "day")
    rm = found.word("rm")
    if rm is not None:
        near = _near_month_point(rm, context)
        if near is None:
            return UNSETTLED
        return _checked(Point(near.year, near.month, day), None, "relative")
    named = _named_or_settled(found, month_end or month, day_end or day, context)
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
        return _checked(first, last, basis)
    return _checked(first, None, basis)


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


def _named_or_settled(found: Captures, month: int, day: int, context: Context) -> tuple[int, Basis] | None:
    """The year that the phrase names; where it names none, the one that its context settles."""
    if found.names_year:
        return found.year(context)
    year = settled_year(month, day, context)
    return None if year is None else (year, "relative")


def _checked(first: Point, last: Point | None, basis: Basis) -> Resolved:
    if not first.real or (last is not None and (not last.real or last < first)):
        return UNSETTLED
    return (interval(first, last) if last else first.edtf), basis


def _numeric(found: Captures, context: Context) -> Resolved:
    for token in found.sentence.tokens[slice(*found.groups["_"])]:
        if token.word.has("date_numeric"):
            day, month, year = (int(part) for part in token.word.raw.split("."))
            return _checked(Point(year, month, day), None, "explicit") if 1 <= month <= 12 else UNSETTLED
    return UNSETTLED


def _near_month_point(word: Word, context: Context) -> Point | None:
    told, published = context.told, context.published
    if word.key == "o'sha" or (
        word.key in ("shu", "keyingi") and told and told.month and context.tense != "future"
    ):
        return months_on(told.year, told.month, _step(word)) if told and told.month else None
    if published is None or not published.month:
        return None
    return months_on(published.year, published.month, _step(word))


def _near_month(found: Captures, context: Context) -> Resolved:
    word, unit = found.word("rm"), found.word("u")
    if word is None or unit is None or _plural(unit) or unit.form == "lik":
        return UNSETTLED
    near = _near_month_point(word, context)
    return (near.edtf, "relative") if near else UNSETTLED


def _this_month(found: Captures, context: Context) -> Resolved:
    published = context.published
    return (
        (Point(published.year, published.month).edtf, "relative")
        if published and published.month
        else UNSETTLED
    )


def _plural(word: Word) -> bool:
    return bool(word.readings) and word.readings[0].plural


def _recurring(found: Captures, context: Context) -> Resolved:
    return UNSETTLED


def _first_months(found: Captures, context: Context) -> Resolved:
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


def _past_span(found: Captures, context: Context) -> Resolved:
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


def _future_span(found: Captures, context: Context) -> Resolved:
    unit, count, published = found.word("u"), found.value("n", "numeral"), context.published
    near = found.word("r")
    if near is not None and near.has("nearness") and _step(near) < 1:
        return UNSETTLED
    if unit is None or published is None or not 1 <= count <= 100 or unit.form == "lik":
        return UNSETTLED
    if unit.has("year_word"):
        return interval(Point(published.year), Point(published.year + count)), "relative"
    if published.month:
        last = months_on(published.year, published.month, count)
        return interval(Point(published.year, published.month), last), "relative"
    return UNSETTLED


def _ago(found: Captures, context: Context) -> Resolved:
    unit, count, published = found.word("u"), found.value("n", "numeral"), context.published
    word = found.word("w")
    compared = word is not None and word.form == "abl" and unit is not None and unit.has("year_word")
    if compared and context.told_here is not None and context.governing is not None:
        return with_year(context.governing.edtf, context.told_here.year - count), "relative"
    if "from" in found.groups and context.told is not None:
        published = context.told
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


def _quarter(found: Captures, context: Context) -> Resolved:
    word = found.word("q")
    last = word is not None and word.has("recent")
    return _part_of_year(found, context, 3, 4 if last else found.value("q", "ordinal", "numeral"))


def _half_year(found: Captures, context: Context) -> Resolved:
    return _part_of_year(found, context, 6, found.value("q", "ordinal", "numeral"))


def _part_of_year(found: Captures, context: Context, length: int, number: int) -> Resolved:
    if not 1 <= number <= 12 // length:
        return UNSETTLED
    first, last = (number - 1) * length + 1, number * length
    named = _named_or_settled(found, last if context.tense == "past" else first, 0, context)
    if named is None:
        return UNSETTLED
    return interval(Point(named[0], first), Point(named[0], last)), named[1]


def _year_to_date(found: Captures, context: Context) -> Resolved:
    named, published = found.year(context), context.published
    if named is None:
        return UNSETTLED
    if published and published.year == named[0] and published.month:
        return interval(Point(named[0], 1), Point(named[0], published.month)), named[1]
    return Point(named[0]).edtf, named[1]


def _season(found: Captures, context: Context) -> Resolved:
    season = found.value("s", "season")
    named = _named_or_settled(found, season, 0, context)
    return (f"{named[0]:04}-{season}", named[1]) if named else UNSETTLED


def _same_period(found: Captures, context: Context) -> Resolved:
    word, stated = found.word("ry"), found.value("y", "year")
    step = _step(word) if word else 0
    if stated:
        told = context.governing.edtf if context.told_here is not None and context.governing else None
        return (with_year(told, stated) if told else Point(stated).edtf), "explicit"
    if context.told_here is not None and context.governing is not None:
        return with_year(context.governing.edtf, context.told_here.year + (step or -1)), "relative"
    if context.published is None:
        return UNSETTLED
    return Point(context.published.year + (step or -1)).edtf, "relative"


def _year(found: Captures, context: Context) -> Resolved:
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
    if unit is not None and _plural(unit) and year % 10 == 0 and basis == "explicit":
        return f"{year // 10}X", basis
    return Point(year).edtf, basis


def _near_year(found: Captures, context: Context) -> Resolved:
    unit = found.word("u")
    if unit is None or _plural(unit):
        return UNSETTLED
    return _year(found, context)


def _years(found: Captures, context: Context) -> Resolved:
    first, last = found.value("y", "year"), found.value("y2", "year") or found.value("y3")
    if last < 100:
        last += first // 100 * 100
    if "j" in found.groups and last > first + 1:
        return "{" + f"{first:04},{last:04}" + "}", "explicit"
    return _checked(Point(first), Point(last), "explicit")


def _months_across_years(found: Captures, context: Context) -> Resolved:
    first = Point(found.value("y", "year"), found.value("m", "month"))
    return _checked(first, Point(found.value("y2", "year"), found.value("m2", "month")), "explicit")


def _decade(found: Captures, context: Context) -> Resolved:
    number = found.value("y")
    unit = found.word("u")
    if unit is None or not _plural(unit) or number % 10 or not (10 <= number < 100 or 1000 <= number < 2100):
        return UNSETTLED
    if number > 100:
        return f"{number // 10}X", "explicit"
    century = found.word("cent")
    if century is None:
        return UNSETTLED
    hundreds = _roman(century.raw) - 1 if century.has("roman") else 19
    return f"{hundreds:02}{number // 10}X", "explicit" if century.has("roman") else "relative"


def _last_year(found: Captures, context: Context) -> Resolved:
    return (Point(context.published.year - 1).edtf, "relative") if context.published else UNSETTLED


def _near_day(found: Captures, context: Context) -> Resolved:
    word, published = found.word("day"), context.published
    if word is None or published is None or not published.month or _plural(word):
        return UNSETTLED
    step = found.value("day", "near_day")
    if not published.day:
        return f"{published.edtf}{'~' if step else ''}", "relative"
    return days_on(published, step).edtf, "relative"


def _weekday(found: Captures, context: Context) -> Resolved:
    published, wanted = context.published, found.value("wd", "weekday")
    if published is None or not published.day:
        return UNSETTLED
    near = found.word("rw")
    step = _step(near) if near is not None else 0
    back = (weekday(published) - wanted) % 7
    if step > 0 or (step == 0 and context.tense == "future" and back):
        return days_on(published, 7 - back if back else 7).edtf, "relative"
    if step < 0 and not back:
        back = 7
    return days_on(published, -back).edtf, "relative"


def _same_day(found: Captures, context: Context) -> Resolved:
    unit, word = found.word("u"), found.word("r")
    if unit is None or word is None or _plural(unit) or unit.form == "lik":
        return UNSETTLED
    told, published = context.told_day, context.published
    if told is None and word.key == "shu" and context.governing is None and published and published.day:
        told = published
    return _day_from(told, _step(word))


def _next_day(found: Captures, context: Context) -> Resolved:
    return _day_from(context.told_day, 1)


def _part_of_day(found: Captures, context: Context) -> Resolved:
    return _day_from(context.told_day, 0)


def _day_from(told: Point | None, step: int) -> Resolved:
    return (days_on(told, step).edtf, "relative") if told is not None and told.day else UNSETTLED


def _near_week(found: Captures, context: Context) -> Resolved:
    word, unit, published = found.word("rw"), found.word("u"), context.published
    if word is None or unit is None or published is None or not published.day or unit.form.startswith("lik"):
        return UNSETTLED
    monday = days_on(published, 1 - weekday(published) + 7 * _step(word))
    return interval(monday, days_on(monday, 6)), "relative"


def _century(found: Captures, context: Context) -> Resolved:
    number = found.value("c")
    return (f"{number - 1:02}XX", "explicit") if 1 <= number <= 21 else UNSETTLED


_READERS: Mapping[str, Callable[[Captures, Context], Resolved]] = {
    "date": _date,
    "numeric": _numeric,
    "recurring": _recurring,
    "near_month": _near_month,
    "this_month": _this_month,
    "first_months": _first_months,
    "past_span": _past_span,
    "future_span": _future_span,
    "ago": _ago,
    "quarter": _quarter,
    "half_year": _half_year,
    "year_to_date": _year_to_date,
    "season": _season,
    "same_period": _same_period,
    "year": _year,
    "near_year": _near_year,
    "years": _years,
    "months_across_years": _months_across_years,
    "decade": _decade,
    "last_year": _last_year,
    "near_day": _near_day,
    "weekday": _weekday,
    "same_day": _same_day,
    "next_day": _next_day,
    "part_of_day": _part_of_day,
    "near_week": _near_week,
    "century": _century,
}
