"""What a rule captured in a sentence, read by name, and the small readings that all date phrases share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.model.kinds import Basis
from uzkz_kb.recognise.dates.calendar import Point, interval
from uzkz_kb.recognise.dates.settle import Context, near_year, settled_year

#: A date and how it is known.
Resolved = tuple[str | None, Basis | None]
UNSETTLED: Resolved = (None, None)

#: Roman letters, and the Cyrillic ones typed for them.
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "Х": 10, "І": 1}
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
        if word.has("roman") or word.raw == "I":
            return roman_value(word.raw)
        return int(word.raw) if word.raw.isdecimal() else 0

    def year(self, context: Context) -> tuple[int, Basis] | None:
        """The year that the phrase names, or means by `joriy`, `o‘tgan` …; `None` where it has none."""
        stated = self.value("y", "year") or self.value("ya", "year")
        if stated:
            return stated, "explicit"
        word = self.word("ry")
        now = self.word("ynow")
        year = context.published.year if now and context.published and not _owned(now) else None
        if "ly" in self.groups and context.published:
            year = context.published.year - 1
        elif word is not None:
            year = near_year(word.key, step_of(word), context, self._is_bare_year())
        return None if year is None else (year, "relative")

    def _is_bare_year(self) -> bool:
        """Whether `yil` after `shu` has no ending."""
        at = self.groups["ry"][1]
        tokens = self.sentence.tokens
        return at < len(tokens) and tokens[at].word.key == "yil"

    @property
    def names_year(self) -> bool:
        """Whether a year is told of, settled or not."""
        return any(name in self.groups for name in ("y", "ya", "ry", "ly", "ynow"))


def step_of(word: Word) -> int:
    """How many units a word like `o‘tgan` leads away from now."""
    for name in _NEARNESS:
        reading = word.reading(name)
        if reading is not None:
            return int(reading.classes[name])
    return 0


def _owned(word: Word) -> bool:
    """Whether a word belongs to another: `hosil yilining` is no year of the calendar."""
    return bool(word.readings) and word.readings[0].possessive and word.form == "gen"


def roman_value(raw: str) -> int:
    """The value of a Roman numeral."""
    values = [_ROMAN.get(letter, 0) for letter in raw]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def is_plural(word: Word) -> bool:
    """Whether a word has the ending of the plural."""
    return bool(word.readings) and word.readings[0].plural


def checked(first: Point, last: Point | None, basis: Basis) -> Resolved:
    """The date or the interval, where the calendar has it."""
    if not first.real or (last is not None and (not last.real or last < first)):
        return UNSETTLED
    return (interval(first, last) if last else first.edtf), basis


def named_or_settled(found: Captures, month: int, day: int, context: Context) -> tuple[int, Basis] | None:
    """The year that the phrase names; where it names none, the one that its context settles."""
    if found.names_year:
        return found.year(context)
    year = settled_year(month, day, context)
    return None if year is None else (year, "relative")
