"""The words of a text as the search spells them: Latin, small, without apostrophes, old spelling as new.

The table is `lang/search/fold.yml`. The browser folds with the same table (`fold_tables`) and the same steps
(`publish/search/browser/fold.js`), and a test holds the two together.

>>> [token.folded for token in words("Ўзбекистон — O'zbekiston, 4,5 mlrd")]
['ozbekiston', 'ozbekiston', '4.5', 'mlrd']
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

#: Latin letters with marks that the table does not name are read as the letter without its mark.
_MARKED_LATIN = range(0x00C0, 0x0250)
_DIGITS = frozenset("0123456789")
#: What stands between the thousands of a number: a space, one that does not break, a narrow one.
_GAPS = " \u00a0\u202f"


@dataclass(frozen=True)
class Token:
    """A word of a text: as it stands there (`text[start:end]`) and as the search spells it."""

    surface: str
    start: int
    end: int
    folded: str


@lru_cache(maxsize=1)
def fold_tables() -> dict[str, Any]:
    """The tables of the fold as plain data, the same for Python and the browser."""
    source = files("uzkz_kb.lang").joinpath("search/fold.yml")
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    letters = {chr(code): base for code in _MARKED_LATIN if (base := _bare_latin(chr(code)))}
    letters.update({letter: letter for letter in "abcdefghijklmnopqrstuvwxyz0123456789"})
    letters.update(data["letters"])
    letters.update(dict.fromkeys(data["dropped"], ""))
    letters.update({chr(code): "" for code in range(ord(data["dropped_from"]), ord(data["dropped_to"]) + 1)})
    for table in (letters, data["pairs"]):
        capitals = {letter.upper(): folded for letter, folded in table.items() if _has_capital(letter)}
        table.update({letter: folded for letter, folded in capitals.items() if letter not in table})
    return {
        "letters": letters,
        "pairs": data["pairs"],
        "spellings": data["spellings"],
        "coarse": data["coarse"],
    }


def words(text: str) -> Iterator[Token]:
    """The words of `text` in order. A number is one word, its comma a point; letters and digits part."""
    reader = _reader()
    for match in reader.word.finditer(text):
        surface = match[0]
        yield Token(surface, match.start(), match.end(), _folded(surface))


def fold(word: str) -> str:
    """One word as the search spells it; several words are joined by a space.

    >>> fold("Shartnoma") == fold("ШАРТНОМА")
    True
    """
    return " ".join(token.folded for token in words(word))


def coarse(folded: str) -> str:
    """The form in which Russian, English and Uzbek spellings of a name meet.

    >>> coarse(fold("Xo‘jayev")) == coarse(fold("Khodjaev"))
    True
    """
    for pattern, spelling in _spellings("coarse"):
        folded = pattern.sub(spelling, folded)
    return folded


@dataclass(frozen=True)
class _Reader:
    """What finds the words of a text, and what writes one of them anew."""

    word: re.Pattern[str]
    pair: re.Pattern[str]
    letters: dict[int, str]


@lru_cache(maxsize=1)
def _reader() -> _Reader:
    letters, pairs = fold_tables()["letters"], fold_tables()["pairs"]
    dropped = "[" + "".join(re.escape(letter) for letter, folded in letters.items() if not folded) + "]*"
    pair = "|".join(map(re.escape, pairs))
    written = "".join(
        re.escape(letter) for letter, folded in letters.items() if folded and folded not in _DIGITS
    )
    letter = f"(?:{pair}|[{written}])"
    thousands = f"[0-9]{{1,3}}(?:[{_GAPS}][0-9]{{3}})+(?![0-9])"
    number = f"(?:{thousands}|[0-9])(?:{dropped}[0-9]|(?<=[0-9])[.,][0-9])*"
    word = re.compile(f"{number}|{letter}(?:{dropped}{letter})*")
    return _Reader(word, re.compile(pair), str.maketrans({**letters, **dict.fromkeys(_GAPS, ""), ",": "."}))


@lru_cache(maxsize=200_000)
def _folded(surface: str) -> str:
    reader = _reader()
    composed = reader.pair.sub(lambda match: str(fold_tables()["pairs"][match[0]]), surface)
    folded = composed.translate(reader.letters)
    for pattern, spelling in _spellings("spellings"):
        folded = pattern.sub(spelling, folded)
    return folded


@lru_cache(maxsize=2)
def _spellings(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """The rules of one table; the browser's `$1` is written `\\1` here."""
    return tuple(
        (re.compile(pattern), spelling.replace("$", "\\")) for pattern, spelling in fold_tables()[table]
    )


def _bare_latin(letter: str) -> str:
    base = unicodedata.normalize("NFKD", letter)[0].lower()
    return base if "a" <= base <= "z" else ""


def _has_capital(letter: str) -> bool:
    return letter.upper() != letter and len(letter.upper()) == len(letter)
