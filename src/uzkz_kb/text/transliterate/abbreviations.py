"""How an abbreviation in Cyrillic capitals is written in Latin: ШҲТ is ShHT, АҚШ is AQSH."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.text.transliterate.cyrillic import latin_of
from uzkz_kb.text.transliterate.tables import data, letters

# Letters that take two in Latin; without any of them there is nothing to decide.
_TWOFOLD = frozenset("ШЧЩЕЁЮЯ")
_VOWELS = re.compile("[АЕЁИОУЭЮЯЎ]")
_LONGEST = 5


@cache
def _listed() -> dict[str, str]:
    return {str(cyrillic): str(latin) for cyrillic, latin in data("abbreviations")["latin"].items()}


@cache
def _with_e() -> dict[str, str]:
    listed = data("abbreviations")["cyrillic"].split()
    return {latin_of(word.lower(), letters().to_latin).upper(): word for word in listed}


def cyrillic_abbreviation(capitals: str) -> str | None:
    """The Cyrillic of a Latin abbreviation (one-letter spelling) that no rule tells: GES is ГЭС."""
    return _with_e().get(capitals)


def latin_abbreviation(capitals: str) -> str | None:
    """The Latin of an abbreviation, None when the word is a plain one in capitals."""
    if capitals in _listed():
        return _listed()[capitals]
    if not _TWOFOLD & set(capitals) or len(capitals) > _LONGEST or _VOWELS.search(capitals[1:]):
        return None
    if _VOWELS.match(capitals) and len(capitals) < 3:
        return None
    return "".join(_letter(letter, place) for place, letter in enumerate(capitals))


def _letter(letter: str, place: int) -> str:
    latin = letters().to_latin[letter.lower()]
    if letter == "Е" and place == 0:
        latin = "ye"
    plain = {"ş": "sh", "ç": "ch", "ö": "o‘", "ğ": "g‘"}.get(latin, latin)
    return plain[:1].upper() + plain[1:]
