"""When a quantity holds, and what a change is measured against: from the dates around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.model.kinds import FigureKind

#: How many words after a quantity its date may stand.
_AFTER = 6
_NO_PERIOD = ("base", "valid", "recurring")
#: Rules whose phrases tell when the source speaks, not of what time a quantity is.
_NOT_OF_QUANTITIES = ("dates.near_day", "dates.weekday", "dates.same_day", "dates.century")


class Times(NamedTuple):
    """The period and the base of a quantity, where told."""

    period: Dating | None
    base: Dating | None


def times(dates: Sequence[DateFinding], first: int, last: int, kind: FigureKind, clause: int) -> Times:
    """The times of the quantity in the tokens `first` to `last`, from the dates of its sentence.

    `clause` is where its clause ends: a date after that tells of something else.
    """
    before = [d for d in dates if d.last <= first and _tells_period(d, kind)]
    after = [d for d in dates if d.first >= last and _tells_period(d, kind)]
    period = before[-1] if before else None
    if period is None and after and after[0].first <= min(last + _AFTER, clause):
        period = after[0]
    bases = [d for d in dates if d.governs == "base" and d.dating.edtf]
    near = [d for d in bases if d.last <= first] or bases
    return Times(period.dating if period else None, near[-1].dating if near else None)


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
)
#: How many sentences on such a phrase still holds.
_HOLDS = 3


def carried_period(dates: Sequence[DateFinding], sentence: int) -> Dating | None:
    """The period told in the sentences just before, where this one tells none."""
    for date in reversed(dates):
        if date.sentence >= sentence:
            continue
        if sentence - date.sentence > _HOLDS:
            return None
        if date.governs in ("at", "since") and date.dating.edtf and date.rule in _OF_REPORTS:
            return date.dating
    return None
