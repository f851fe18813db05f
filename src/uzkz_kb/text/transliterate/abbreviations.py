"""How an abbreviation in Cyrillic capitals is written in Latin: ШҲТ is ShHT, АҚШ is AQSH."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.text.transliterate.cyrillic import latin_of
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import coded, data, letters

# Letters that take two in Latin; without any of them there is nothing to decide.
_TWOFOLD = frozenset("ШЧЩЕЁЮЯ")
_VOWELS = re.compile("[АЕЁИОУЭЮЯЎ]")
_LONGEST = 5


@cache
def _listed() -> dict[str, str]:
    return {str(cyrillic): str(latin) for cyrillic, latin in data("abbreviations")["latin"].items()}


@cache
def _by_latin() -> dict[str, str]:
    """Latin abbreviations in one-letter spelling → Cyrillic ones: all that are listed, GES and YaIM alike."""
    found = {coded(latin): cyrillic for cyrillic, latin in _listed().items()}
    for cyrillic in data("abbreviations")["cyrillic"].split():
        found[latin_of(cyrillic.lower(), letters().to_latin).upper()] = cyrillic
    return found


def cyrillic_abbreviation(code: str) -> tuple[str, str] | None:
    """The Cyrillic of the listed abbreviation a Latin word begins with, and its ending (GESning)."""
    for end in range(len(code), 1, -1):
        cyrillic = _by_latin().get(code[:end])
        if cyrillic is not None and is_chain(code[end:]):
            return cyrillic, code[end:]
    return None


def latin_abbreviation(capitals: str) -> str | None:
    """The Latin of an abbreviation, None when the word is a plain one in capitals."""
    if capitals in _listed():
        return _listed()[capitals]
    if not _TWOFOLD & set(capitals) or len(capitals) > _LONGEST or _VOWELS.search(capitals):
        return None
    return "".join(_letter(letter, place) for place, letter in enumerate(capitals))


def _letter(letter: str, place: int) -> str:
    latin = letters().to_latin[letter.lower()]
    if letter == "Е" and place == 0:
        latin = "ye"
    plain = {"ş": "sh", "ç": "ch", "ö": "o‘", "ğ": "g‘"}.get(latin, latin)
    return plain[:1].upper() + plain[1:]
