"""The letter tables of `lang/transliteration/letters.yml`, and the one-letter spelling the rest works in.

Inside, a Latin word is spelt with one character a letter: `ö ğ ş ç` for o‘ g‘ sh ch, `’` for the tutuq.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

APOSTROPHES = "‘’'ʻʼ`´"
# A letter of a word. ʻ and ʼ count as letters for `re`, and so do ² and ½.
LETTER = r"[^\W\d_ʻʼ\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u209c\u2150-\u218b]"
_A = f"[{APOSTROPHES}]{{1,2}}"
_WITH_APOSTROPHE = re.compile(rf"([oOgG]){_A}|{_A}")
_DIGRAPH = re.compile(r"[sc]h|[SC][hH]")
_ONE = {
    "o": "ö",
    "O": "Ö",
    "g": "ğ",
    "G": "Ğ",
    "sh": "ş",
    "Sh": "Ş",
    "SH": "Ş",
    "ch": "ç",
    "Ch": "Ç",
    "CH": "Ç",
}


@cache
def data(name: str) -> Any:
    """The content of `lang/transliteration/<name>.yml`."""
    path = files("uzkz_kb") / "lang" / "transliteration" / f"{name}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Letters:
    """Both alphabets, letter by letter."""

    to_cyrillic: dict[str, str]
    pairs: dict[str, str]
    to_latin: dict[str, str]
    latin_alike: dict[int, int]
    cyrillic_alike: dict[int, int]


@cache
def letters() -> Letters:
    """The tables as they stand in `letters.yml`."""
    table = data("letters")
    alike = table["lookalikes"]
    return Letters(
        to_cyrillic=table["latin_to_cyrillic"],
        pairs=table["pairs"],
        to_latin=table["cyrillic_to_latin"],
        latin_alike=str.maketrans(alike["cyrillic"], alike["latin"]),
        cyrillic_alike=str.maketrans(alike["latin"], alike["cyrillic"]),
    )


@dataclass(frozen=True)
class Script:
    """An output script: its alphabet, and for Latin ones how the one-letter spelling is written out."""

    name: str
    alphabet: str
    letters: dict[str, str]

    def written(self, coded: str, capitals: bool = False) -> str:
        """A word in one-letter spelling as this script writes it; `capitals` makes SH of Ş, not Sh."""
        if coded.isascii():
            return coded
        return self._joint.sub(lambda m: self._cased(m[0], capitals), coded)

    def _cased(self, found: str, capitals: bool) -> str:
        if found.lower() in self.letters and found == found.lower():
            return self.letters[found]
        plain = self.letters[found.lower()]
        if capitals or len(found) > 1:
            return plain.upper()
        return plain[0].upper() + plain[1:]

    @property
    def _joint(self) -> re.Pattern[str]:
        return _joint(self.name)


@cache
def _joint(name: str) -> re.Pattern[str]:
    keys = sorted(script(name).letters, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys)), re.IGNORECASE)


@cache
def script(name: str) -> Script:
    """The output script called `name`; a ValueError lists the known names."""
    known = data("letters")["scripts"]
    if name not in known:
        raise ValueError(f"no output script {name!r}; there are {', '.join(known)}")
    return Script(name, known[name]["alphabet"], known[name].get("letters", {}))


def coded(word: str) -> str:
    """A Latin word in one-letter spelling and its own case: `O‘zbekiston` → `Özbekiston`."""
    if not word.isascii() or "'" in word or "`" in word:
        word = _WITH_APOSTROPHE.sub(lambda m: _ONE[m[1]] if m[1] else "’", word)
    return _DIGRAPH.sub(lambda m: _ONE[m[0]], word)
