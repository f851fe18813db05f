"""When a quantity holds, and what a change is measured against: from the dates around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.model.kinds import FigureKind
from uzkz_kb.recognise.dates.calendar import Point, point
from uzkz_kb.recognise.figures.wording import beginnings

#: How many words after a quantity its date may stand.
_AFTER = 6
_NO_PERIOD = ("base", "valid", "recurring")
#: Rules whose phrases tell when the source speaks, not of what time a quantity is.
_NOT_OF_QUANTITIES = ("dates.near_day", "dates.weekday", "dates.weekdays", "dates.same_day", "dates.century")


class Times(NamedTuple):
    """The period and the base of a quantity, where told."""

    period: Dating | None
    base: Dating | None


def times(
    sentence: Sentence,
    dates: Sequence[DateFinding],
    first: int,
    last: int,
    kind: FigureKind,
    published: Point | None,
) -> Times:
    """The times of the quantity in the tokens `first` to `last`, from the dates of its sentence.

    A date after the end of its clause, or in brackets that tell of something else, is none of its own;
    `hozir` before it means the time of the source, `published`.
    """
    dates = [d for d in dates if not _is_bracketed_off(sentence, d, first)]
    before = [d for d in dates if d.last <= first and _tells_period(d, kind)]
    after = [d for d in dates if d.first >= last and _tells_period(d, kind)]
    period = before[-1].dating if before else None
    now = _now(sentence, before[-1].last if before else 0, first)
    if now is not None:
        period = _of_source(now, published)
    elif period is None and after and after[0].first <= min(last + _AFTER, _clause_end(sentence, last)):
        period = after[0].dating
    bases = [d for d in dates if d.governs == "base" and d.dating.edtf]
    near = [d for d in bases if d.last <= first] or bases
    return Times(period, near[-1].dating if near else None)


def _is_bracketed_off(sentence: Sentence, date: DateFinding, index: int) -> bool:
    """Whether a date stands in brackets, with more than itself, that the token `index` stands outside of."""
    opened = _open_bracket(sentence, date.first)
    if opened is None or _open_bracket(sentence, index) == opened:
        return False
    return not (date.first <= opened + 1 and _closes(sentence, date.last))


def _is_aside(sentence: Sentence, date: DateFinding) -> bool:
    """Whether a date stands in brackets with a number that is of it: `(2024-yilda 4,1 mlrd)`."""
    opened = _open_bracket(sentence, date.first)
    if opened is None:
        return False
    for index, token in enumerate(sentence.tokens[opened + 1 :], opened + 1):
        if token.word.has("close_paren"):
            return False
        if token.word.shape == "number" and not date.first <= index < date.last:
            return True
    return False


def in_brackets(sentence: Sentence, index: int) -> bool:
    """Whether the token `index` stands in brackets."""
    return _open_bracket(sentence, index) is not None


def _open_bracket(sentence: Sentence, index: int) -> int | None:
    """The bracket that is open at the token `index`."""
    for place in range(index, -1, -1):
        word = sentence.tokens[place].word
        if word.has("close_paren") and place < index:
            return None
        if word.has("open_paren"):
            return place
    return None


def _closes(sentence: Sentence, index: int) -> bool:
    """Whether a bracket closes at the token `index`, or has just closed."""
    tokens = sentence.tokens
    near = tokens[index - 1 : index + 1]
    return any(token.word.has("close_paren") for token in near)


def _now(sentence: Sentence, start: int, end: int) -> str | None:
    """The word between two tokens that means the time of the source: `hozir`."""
    words = (token.word for token in sentence.tokens[start:end])
    return next((word.raw for word in words if word.key in beginnings("now")), None)


def _of_source(words: str, published: Point | None) -> Dating | None:
    if published is None:
        return None
    return Dating(words, published._replace(day=0).edtf, "relative")


def _clause_end(sentence: Sentence, index: int) -> int:
    """The token of the next comma or semicolon from `index` on, or the sentence's end."""
    tokens = sentence.tokens
    marks = (
        i for i in range(index, len(tokens)) if tokens[i].word.has("comma") or tokens[i].word.has("semicolon")
    )
    return next(marks, len(tokens))


def _tells_period(date: DateFinding, kind: FigureKind) -> bool:
    if date.dating.edtf is None or date.governs in _NO_PERIOD or date.rule in _NOT_OF_QUANTITIES:
        return False
    return not (kind == "actual" and date.governs == "until" and date.rule == "dates.year_end")


#: Rules whose phrases tell of what time a report's numbers are, for the sentences after it too.
_OF_REPORTS = (
    *(
        "dates.month",
        "dates.first_months",
        "dates.months_so_far",
        "dates.quarter",
        "dates.half_year",
        "dates.year",
    ),
    *("dates.near_year", "dates.year_to_date", "dates.near_month", "dates.day_of_month", "dates.weekday"),
    *("dates.days_across_months", "dates.day_month_year", "dates.season", "dates.bare_season"),
    "dates.year_end",
)
#: How many sentences on such a phrase still holds.
_HOLDS = 3


class Carried(NamedTuple):
    """The periods told in the sentences just before: the last one, and the last that had begun by then."""

    last: Dating | None
    begun: Dating | None


def carried_periods(
    sentences: Sequence[Sentence], dates: Sequence[DateFinding], sentence: int, published: Point | None
) -> Carried:
    """What the sentences just before tell of the time of a sentence that tells none."""
    told = [
        date.dating
        for date in dates
        if 0 < sentence - date.sentence <= _HOLDS
        and date.governs in ("at", "since")
        and date.dating.edtf
        and date.rule in _OF_REPORTS
        and not _is_aside(sentences[date.sentence], date)
    ]
    begun = [dating for dating in told if not is_later(dating, published)]
    return Carried(told[-1] if told else None, begun[-1] if begun else None)


def is_later(period: Dating | None, published: Point | None) -> bool:
    """Whether a period begins after the source, as far as the source's own date is known."""
    start = point(period.edtf) if period is not None else None
    if start is None or published is None:
        return False
    known = sum(1 for part in published if part)
    return start[:known] > published[:known]
