"""Latin words that what stands around them decides: yod etdi is ёд этди; X asr keeps its numeral."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from uzkz_kb.text.transliterate import foreign
from uzkz_kb.text.transliterate.tables import data
from uzkz_kb.text.transliterate.words import cyrillic_word

# A name has no more words than this.
_ROW = 4
_ROMAN_LETTERS = frozenset("IVX")
_INITIALS = re.compile(r"\.\s?(?:[A-Z]\.\s?)*([A-Z][\w’']+)")
_BESIDE = re.compile(r"([A-Z][\w’']*)[ -]$")
_AFTER = re.compile(r"[ -]([A-Z][\w’']*)")


@dataclass(frozen=True)
class Choice:
    """What a word is when the text after it fits one of the patterns."""

    options: tuple[tuple[re.Pattern[str], str], ...]

    def after(self, found: re.Match[str]) -> str | None:
        """The Cyrillic of the found word in its own case, None when no pattern fits."""
        for pattern, cyrillic in self.options:
            if pattern.match(found.string, found.end()):
                return cyrillic.capitalize() if found[0][0].isupper() and cyrillic.islower() else cyrillic
        return None


@cache
def contexts() -> dict[str, Choice]:
    """The words of `contexts.yml`, in small letters."""
    return {
        word: Choice(tuple((re.compile(o["next"], re.IGNORECASE), o["cyrillic"]) for o in options))
        for word, options in data("contexts")["words"].items()
    }


def has_context(word: str) -> bool:
    """Whether the words around a Latin word may decide what becomes of it."""
    return (len(word) == 1 and word.isupper()) or word.lower() in contexts() or foreign.is_companion(word)


def told_by_context(found: re.Match[str], word: str) -> str | None:
    """What the found word is by what stands around it, None when that says nothing."""
    if len(word) == 1 and _begins_foreign_name(found):
        return word
    if word in _ROMAN_LETTERS:
        return word if _stands_alone(found) else None
    if choice := contexts().get(word.lower()):
        return choice.after(found)
    return word if _beside_foreign(found) else None


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether a single I, V or X is a numeral: no initial (V. Navoiy), no unit (220V)."""
    text, start, end = found.string, found.start(), found.end()
    return text[end : end + 1] != "." and not text[start - 1 : start].isalnum()


def _begins_foreign_name(found: re.Match[str]) -> bool:
    """Whether an initial stands before a surname that is kept: K. W. Deutsch."""
    name = _INITIALS.match(found.string, found.end())
    return name is not None and cyrillic_word(name[1]) == name[1]


def _beside_foreign(found: re.Match[str]) -> bool:
    """Whether a kept name stands in the same row of capitalised Latin words."""
    text, start, end = found.string, found.start(), found.end()
    for _ in range(_ROW):
        near = _BESIDE.search(text, max(0, start - 40), start)
        if near is None:
            break
        if cyrillic_word(near[1]) == near[1]:
            return True
        if not foreign.is_companion(near[1]):
            break
        start = near.start()
    for _ in range(_ROW):
        after = _AFTER.match(text, end)
        if after is None:
            break
        if cyrillic_word(after[1]) == after[1]:
            return True
        if not foreign.is_companion(after[1]):
            break
        end = after.end()
    return False
