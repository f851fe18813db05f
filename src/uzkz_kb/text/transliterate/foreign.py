"""Which Latin words stay in Latin letters within Cyrillic text: brands, English, codes, Roman numerals."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.text.transliterate.abbreviations import cyrillic_abbreviation
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import APOSTROPHES, coded, data

_ROMAN = re.compile(r"(?=[IVXL]{2})(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_STRANGE = re.compile(
    r"[wW]|[cC](?![hH])|[^\W\d_a-zA-ZöğşçÖĞŞÇʻʼ]|^[TPKGWZtpkgz][hH](?=[a-zA-Z])|[fbm]oo[km]|sch(?![aeiouy])"
)
# A y that touches no vowel is no Uzbek letter: Energy, Python.
_LONE_Y = re.compile(r"(?<![aeiouö’])y(?![aeiouö])")
_ENGLISH = re.compile(rf"(?<![oOgG])[{APOSTROPHES}](?:s|re|ll|ve)$|n[{APOSTROPHES}]t$")
_HUMP = re.compile(r"(?<=[a-zşçöğ])(?=[A-ZŞÇÖĞ])")
# Capitals, and a small ending after them: BMTning, YaIMda.
CAPITALS = re.compile(r"((?:Y[aeou](?![a-zöğşç])|[A-ZÖĞŞÇ’]){2,})([a-zöğşç’]*)")
_OWN_LETTER = re.compile(r"[öğÖĞ]")
_MIN_STEM = 3


@cache
def _listed(block: str) -> frozenset[str]:
    return frozenset(data("kept")[block].split())


@cache
def phrases() -> tuple[str, ...]:
    """Kept names that are more than a word: `Wi-Fi`, `McDonald’s`; the longest first."""
    found = [name for name in _listed("brands") if not name.isalpha()] + data("kept")["phrases"]
    return tuple(sorted(found, key=lambda name: (-len(name), name)))


def is_roman(word: str) -> bool:
    """True for Roman numerals of two letters and more, up to 89: `XXI`."""
    return len(word) > 1 and _ROMAN.fullmatch(word) is not None and word not in {"LI", "L"}


@cache
def _uzbek_humps() -> tuple[frozenset[str], frozenset[str]]:
    table = data("kept")
    return frozenset(coded(word) for word in table["uzbek_heads"].split()), frozenset(
        coded(word) for word in table["uzbek_tails"].split()
    )


def is_uzbek_compound(runs: list[str]) -> bool:
    """True for names written with inner capitals that are Uzbek all the same: `O‘zAvtosanoat`, `SamDU`."""
    heads, tails = _uzbek_humps()
    return runs[0] in heads or runs[-1] in tails or any(_OWN_LETTER.search(run) for run in runs)


def humps(code: str) -> list[str]:
    """The word cut before each inner capital: `QazaqGaz` → `Qazaq`, `Gaz`."""
    return _HUMP.split(code)


def kept_part(word: str, code: str) -> int:
    """How many letters of a Latin word stay as they are; 0 when it is an Uzbek word.

    `code` is the word in one-letter spelling. What follows the kept part is an Uzbek ending.
    """
    if word[0].isupper():
        brands = _listed("brands") | _listed("abbreviations")
        for end in range(len(word), 1, -1):
            if word[:end] in brands and (end == len(word) or _is_ending(word[end:])):
                return end
    elif word in _listed("units") or any(word.startswith(b) for b in ("iPhone", "iPad", "iOS")):
        return _stem_length(word)
    if word in _listed("units"):
        return len(word)
    if _STRANGE.search(word) or _ENGLISH.search(word):
        return _stem_length(word)
    if not word.isupper() and len(word) > 2 and _LONE_Y.search(code.lower()):
        return _stem_length(word)
    runs = humps(code)
    if len(runs) > 1 and not (
        CAPITALS.fullmatch(code) or is_uzbek_compound(runs) or cyrillic_abbreviation(code)
    ):
        return _stem_length(word)
    return 0


def _is_ending(rest: str) -> bool:
    rest = rest.lstrip("‘’'ʻʼ`´")
    return rest.islower() and is_chain(coded(rest))


def _stem_length(word: str) -> int:
    """The length of an unknown foreign word without an unmistakable ending: `Wildberries|ning`."""
    for end in range(_MIN_STEM, len(word) - 2):
        rest = word[end:]
        if rest[0] in "‘’'ʻʼ`´" and len(rest) > 2 and _is_ending(rest):
            return end
        if rest in _listed("clear_endings"):
            return end
    return len(word)


def is_companion(word: str) -> bool:
    """True for words that belong to a foreign name only beside one: Motors, Group."""
    return word in _listed("companions")
