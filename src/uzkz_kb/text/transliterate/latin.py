"""One Latin word in one-letter spelling, small letters → Cyrillic."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from uzkz_kb.text.transliterate.lexicon import lexicon
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import data, letters

# What follows a first part is longer than this.
_SHORT = 3
# A longer string of letters is no word; the lexicon and the patterns need not bother.
_LONGEST = 80
_VOWELS = frozenset("aeiouöаеёиоуэюяўы")


@dataclass(frozen=True)
class Pattern:
    """A rewrite of part of a Latin word into Cyrillic letters."""

    find: re.Pattern[str]
    put: str


@cache
def patterns() -> tuple[Pattern, ...]:
    """The rules of `patterns.yml`, in order."""
    return tuple(Pattern(re.compile(rule["find"]), rule["put"]) for rule in data("patterns")["rules"])


def spelt(word: str, start: bool = True) -> str:
    """Letter by letter; `start` says whether the word begins here (э, not е). Cyrillic letters pass."""
    table = letters()
    out: list[str] = []
    place, before = 0, "" if start else "b"
    while place < len(word):
        pair = word[place : place + 2]
        letter = word[place]
        if pair in table.pairs:
            out.append(table.pairs[pair])
            before = pair[1]
            place += 2
            continue
        if letter == "e" and (not before or before in _VOWELS):
            out.append("э")
        else:
            out.append(table.to_cyrillic.get(letter, letter))
        before = letter
        place += 1
    return "".join(out)


def cyrillic_of(word: str, capital: bool = False) -> str:
    """The Cyrillic of a small-letter word; `capital` lets it be a name. `konserti` → `концерти`."""
    if len(word) > _LONGEST:
        return spelt(word)
    return _compound(word, capital) or spelt(_rewritten(word))


def _compound(word: str, capital: bool, whole: bool = True) -> str | None:
    """A stem with its ending, or first parts and then such a stem: `aerofotosyomka` → `аэрофотосъёмка`."""
    found = _from_lexicon(word, capital, whole)
    if found is not None:
        return found
    for latin, cyrillic in lexicon().prefixes:
        if word.startswith(latin) and len(word) - len(latin) > _SHORT:
            rest = _compound(word[len(latin) :], capital=False, whole=False)
            if rest is not None:
                return cyrillic + rest
    return None


def _rewritten(word: str) -> str:
    for pattern in patterns():
        word = pattern.find.sub(pattern.put, word)
    return word


def _from_lexicon(word: str, capital: bool, whole: bool) -> str | None:
    found = lexicon().found(word, capital, whole)
    if found is None:
        return None
    stem, rest = found
    if rest and stem[-1] in _VOWELS and rest[0] == "e":
        return stem + "э" + spelt(rest[1:], start=False)
    if not is_chain(rest):
        # The patterns look at the letter before: konsolid|atsiya.
        rest = _rewritten(word[-len(rest) - 1] + rest)[1:]
    return stem + spelt(rest, start=False)
