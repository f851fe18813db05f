"""Words by themselves: their case, their ordinal, their form in a title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from uzkz_kb.model.document import Token, Word
from uzkz_kb.text.words import guessed_form

#: Cases in which a word may stand inside a noun phrase before its head.
FREE_FORMS = frozenset({"nom", "gen", "adj", "lik", "lik_gen", "equ", "ordinal", "count", "noun"})
#: Verbs that say that a happening took place, or is to.
HELD_VERBS = (
    "hold_verb",
    "begin_verb",
    "end_verb",
    "continue_verb",
    "assemble_verb",
    "carry_verb",
    "open_verb",
    "plan_verb",
    "start_verb",
    "came_verb",
)
#: Those who meet, visit and telephone without a name.
LEADERS = (
    "rahbar",
    "prezident",
    "vazir",
    "etakchi",
    "yetakchi",
    "hamkasb",
    "elchi",
    "hokim",
    "spiker",
    "rais",
    "boshliq",
    "boshlig'",
)
#: Those who meet, in a place or on a day that is told.
MEETERS = (
    *LEADERS,
    "hamrais",
    "ekspert",
    "mutaxassis",
    "delegatsiya",
    "rektor",
    "senator",
    "deputat",
    "tadbirkor",
)
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def case_of(word: Word) -> str:
    """The case of a word, by its reading, or by its ending where it is unknown."""
    return word.readings[0].form if word.readings else guessed_form(word.key)


_POSSESSED = re.compile(r"(?:(?<=[^aeioul])i|(?<='l)i|si|lari)(?:da|dan|ga|ni|ning|dagi)?$")


def is_possessed(word: Word) -> bool:
    """Whether a noun is somebody's: majmuasi, qarorlari. Unknown words are judged by their end."""
    if word.shape == "mark" or word.shape == "number" or word.key.endswith("nchi"):
        return False
    if word.readings:
        return word.readings[0].possessive
    return _POSSESSED.search(word.key) is not None


def ordinal_at(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The first token and the value of an ordinal that ends at `at`: `ikkinchi`, `XIII`, `20-`."""
    word = tokens[at].word
    if word.has("hyphen"):
        before = tokens[at - 1].word if at else None
        if before is not None and before.raw.isdigit() and len(before.raw) < 4:
            return at - 1, int(before.raw)
        return None
    if word.has("roman"):
        return at, _roman(word.raw)
    if (
        word.shape == "number"
        and at + 1 < len(tokens)
        and tokens[at + 1].word.key in ("inchi", "nchi", "chi")
    ):
        return at, int(word.raw) if word.raw.isdigit() else 0
    if word.key in ("inchi", "nchi", "chi") and at and tokens[at - 1].word.raw.isdigit():
        return at - 1, int(tokens[at - 1].word.raw)
    return _ordinal_word(tokens, at)


def _ordinal_word(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`birinchi`, `o‘n ikkinchi`, with the possessive too: `birinchisi`."""
    key = tokens[at].word.key
    if "nchi" not in key:
        return None
    for ending in ("si", "sini", "sida", "siga", "sining"):
        if key.endswith("nchi" + ending):
            key = key[: -len(ending)]
    if not key.endswith("nchi"):
        return None
    value = _VALUES.get(key.removesuffix("nchi")) or _VALUES.get(key.removesuffix("inchi"))
    if value is None:
        return None
    if at and value < 10:
        tens = _TENS.get(tokens[at - 1].word.key)
        if tens is not None:
            return at - 1, tens + value
    return at, value


_TENS = {
    "o'n": 10,
    "yigirma": 20,
    "o'ttiz": 30,
    "qirq": 40,
    "ellik": 50,
    "oltmish": 60,
    "etmish": 70,
    "yetmish": 70,
    "sakson": 80,
    "to'qson": 90,
}
_VALUES = {
    **{
        unit: value
        for value, unit in enumerate(
            ["bir", "ikki", "uch", "to'rt", "besh", "olti", "etti", "sakkiz", "to'qqiz"], 1
        )
    },
    "yetti": 7,
    **_TENS,
    "yuz": 100,
}


def _roman(raw: str) -> int:
    total = 0
    for letter, following in zip(raw, [*raw[1:], ""], strict=True):
        value = _ROMAN[letter]
        total += -value if following and _ROMAN[following] > value else value
    return total


_CASE_ENDINGS = {
    "gen": ("ning",),
    "acc": ("ni",),
    "dat": ("ga", "ka", "qa"),
    "loc": ("da",),
    "abl": ("dan",),
    "adj": ("dagi",),
    "term": ("gacha", "kacha", "qacha"),
}


def nominative(word: Word, form: str | None = None) -> str:
    """A noun without the ending of its case, in canonical Latin: `yig‘ilishiga` → `yig‘ilishi`."""
    case = form or case_of(word)
    for ending in _CASE_ENDINGS.get(case.removeprefix("noun_"), ()):
        if word.latin.endswith(ending) and len(word.latin) > len(ending) + 2:
            return word.latin[: -len(ending)]
    return word.latin


def title_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The tokens as a title: canonical Latin, the last in the nominative, the first letter a capital."""
    parts: list[str] = []
    apart = False  # what comes first, or right after an opening quotation mark, has no space before it
    for token in tokens[first : last - 1]:
        word = token.word
        if apart and not token.glued and not word.has("close_quote"):
            parts.append(" ")
        parts.append(word.latin)
        apart = not word.has("open_quote")
    end = tokens[last - 1]
    if apart and not end.glued and not end.word.has("close_quote"):
        parts.append(" ")
    parts.append(nominative(end.word))
    title = "".join(parts).strip(" ,;:-–—")
    return title[:1].upper() + title[1:]
