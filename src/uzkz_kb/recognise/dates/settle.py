"""The year of a date that names none: by the source's date, the tense, and the dates told before it."""

from __future__ import annotations

from dataclasses import dataclass

from uzkz_kb.recognise.dates.calendar import Point, distance, point
from uzkz_kb.recognise.dates.tense import Tense

#: How far back, in sentences, a date still governs one that lacks its year.
_REACH = 3
_REACH_OF_DAYS = 5
_REACH_OF_NEWS = 20
#: A story told of years as far before the source's date as this is told in its own time.
_LONG_AGO = 2
#: A day within as many days before the source is its news.
_NEWS = 10


@dataclass(frozen=True, slots=True)
class Governing:
    """A date told before: its EDTF and the sentence it stands in."""

    edtf: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Context:
    """What a date without a year is read against: the source's date, the last date and the last day told.

    `news` is the last day told that lies near the source's date: the day that the source reports of.
    """

    published: Point | None
    governing: Governing | None
    sentence: int
    tense: Tense | None
    day: Governing | None = None
    news: Governing | None = None

    @property
    def told(self) -> Point | None:
        """The last date told, where it is near enough to govern."""
        if self.governing is None or self.sentence - self.governing.sentence > _REACH:
            return None
        return point(self.governing.edtf)

    @property
    def told_day(self) -> Point | None:
        """The last day told, to the day, where it is near enough to govern."""
        if self.day is None or self.sentence - self.day.sentence > _REACH_OF_DAYS:
            return None
        return point(self.day.edtf, end=True)

    @property
    def reported_day(self) -> Point | None:
        """The day that the source tells of: not one that it only recalls in a sentence before."""
        told = self.told_day
        if self.news is None or (self.day is not None and self.day.sentence == self.sentence):
            return told
        if self.sentence - self.news.sentence > _REACH_OF_NEWS:
            return told
        return point(self.news.edtf, end=True)

    @property
    def told_here(self) -> Point | None:
        """The last date told in this very sentence."""
        if self.governing is None or self.governing.sentence != self.sentence:
            return None
        return point(self.governing.edtf)


def settled_year(month: int, day: int, context: Context) -> int | None:
    """The year of a month (and day) that names none; `None` where nothing settles it."""
    wanted = month
    if month > 12:
        wanted = {21: 3, 22: 6, 23: 9, 24: 12}.get(month, 1)
    told, published = context.told, context.published
    if published is None:
        return _next_after(told, wanted, day) if told else None
    if told and told.month == month and told.year < published.year and _was_just_told(context):
        return told.year
    if told and context.tense != "future" and told.year <= published.year - _LONG_AGO:
        return published.year if _is_news(told, wanted, day, context) else _next_after(told, wanted, day)
    here = context.told_here
    if here and here.month == wanted and context.tense != "future":
        return here.year
    if here and context.tense != "future" and here.year < published.year and not here.month:
        return here.year
    if not published.month:
        return published.year
    candidates = [Point(published.year + step, wanted, day) for step in (-1, 0, 1)]
    nearest = min(candidates, key=lambda c: (abs(distance(published, c)), -c.year))
    if context.tense == "past":
        chosen = max(c for c in candidates if distance(published, c) <= 0)
    elif context.tense == "future":
        chosen = min(c for c in candidates if distance(published, c) >= 0)
    else:
        chosen = nearest
    if day and abs(distance(published, nearest)) <= 10 and abs(distance(published, chosen)) > 300:
        chosen = nearest
    return chosen.year


def _is_news(told: Point, month: int, day: int, context: Context) -> bool:
    """Whether a day stands so near before the source's date that it is of its time, not of the story told."""
    published = context.published
    if published is None or not day or not published.day or context.told_here is not None:
        return False
    return told.month != month and 0 <= distance(Point(published.year, month, day), published) <= _NEWS


def _was_just_told(context: Context) -> bool:
    """Whether the last date was told in this sentence or the one before."""
    return context.governing is not None and context.sentence - context.governing.sentence <= 1


def _next_after(told: Point, month: int, day: int) -> int:
    """The year in which the month comes after `told` in the story."""
    if told.month and Point(told.year, month, day or told.day) < Point(told.year, told.month, told.day):
        return told.year + (1 if told.month - month > 3 else 0)
    return told.year


def near_year(word: str, step: int, context: Context, bare: bool = False) -> int | None:
    """The year that `joriy`, `o‘sha`, `keyingi` … yil means; `step` is what `lang/words/time.yml` says.

    `bare` tells that `yil` has no ending: `shu yil bahorda` is this year, `shu yili` the one told of.
    """
    told, published = context.told, context.published
    if word == "o'sha":
        return told.year if told else None
    if word == "shu" and bare and published and context.told_here is None:
        return published.year
    if word in ("shu", "mazkur", "ushbu", "keyingi", "avvalgi", "oldingi") and told:
        elsewhere = published is None or told.year != published.year
        here = context.told_here is not None
        if published and told.year > published.year and context.tense == "past":
            return published.year + step  # what was told of is still to come, this is past
        if elsewhere and (context.tense != "future" or here):
            return told.year + step
    return published.year + step if published else None
