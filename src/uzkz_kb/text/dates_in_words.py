"""EDTF dates in words: `2017-03-22/2017-03-23` is `2017-yil 22–23-mart` or `2017 йил 22–23 март`."""

from __future__ import annotations

import re

from uzkz_kb.lang import lang_data
from uzkz_kb.text.scripts import PageScript

_PLAIN = re.compile(r"^(?P<year>-?\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)$")
_DECADE = re.compile(r"^(\d{3})X$")


def date_in_words(edtf: str, script: PageScript) -> str:
    """The date as a sentence would say it; an expression that has no words of its own stands as it is."""
    if "/" not in edtf:
        return _one(edtf, script) or edtf
    first, last = edtf.split("/", 1)
    if last in ("", ".."):
        return with_ending(_one(first, script) or first, "since", script)
    if first in ("", ".."):
        return with_ending(_one(last, script) or last, "until", script)
    return _interval(first, last, script)


def recurring_in_words(recurring: str, script: PageScript) -> str:
    """`--08-10` is `har yili 10-avgust`."""
    month, _, day = recurring.removeprefix("--").partition("-")
    name = _month(month, script)
    return _pattern("every_year", script).format(_day(day, name, script) if day else name)


def with_ending(words: str, pattern: str, script: PageScript) -> str:
    """Puts an ending on the words; a soft sign does not stand before one."""
    return _pattern(pattern, script).format(words.removesuffix("ь"))


def _interval(first: str, last: str, script: PageScript) -> str:
    one, two = _PLAIN.match(first), _PLAIN.match(last)
    if one and two and not one["mark"] and not two["mark"]:
        if not one["month"] and not two["month"]:
            if one["year"] == two["year"]:
                return _pattern("year", script).format(one["year"])
            return _pattern("years", script).format(one["year"], two["year"])
        if one["year"] == two["year"] and one["month"] and two["month"]:
            return _within_year(one, two, script)
    return _pattern("span", script).format(_one(first, script) or first, _one(last, script) or last)


def _within_year(one: re.Match[str], two: re.Match[str], script: PageScript) -> str:
    year = _pattern("year", script).format(one["year"])
    if one["month"] == two["month"] and one["day"] and two["day"]:
        month = _month(one["month"], script)
        part = _pattern("days", script).format(int(one["day"]), int(two["day"]), month=month)
    elif not one["day"] and not two["day"]:
        part = f"{_month(one['month'], script)}–{_month(two['month'], script)}"
    else:
        ends = [_day(m["day"], _month(m["month"], script), script) for m in (one, two)]
        part = _pattern("span", script).format(*ends)
    return _pattern("part", script).format(year=year, part=part)


def _one(edtf: str, script: PageScript) -> str | None:
    decade = _DECADE.match(edtf)
    if decade:
        return _pattern("decade", script).format(decade[1] + "0")
    match = _PLAIN.match(edtf)
    if not match:
        return None
    words = _pattern("year", script).format(match["year"])
    if match["month"]:
        part = _day(match["day"], _month(match["month"], script), script)
        words = _pattern("part", script).format(year=words, part=part)
    for mark, pattern in (("~", "about"), ("?", "uncertain"), ("%", "about")):
        if match["mark"] == mark:
            words = _pattern(pattern, script).format(words)
    return words


def _day(day: str | None, month: str, script: PageScript) -> str:
    return _pattern("day", script).format(int(day), month=month) if day else month


def _month(number: str, script: PageScript) -> str:
    dates = lang_data("interface/dates.yml")
    if int(number) <= 12:
        return str(dates["months"][script][int(number) - 1])
    return str(dates["seasons"][int(number)][script])


def _pattern(name: str, script: PageScript) -> str:
    return str(lang_data("interface/dates.yml")["patterns"][name][script])
