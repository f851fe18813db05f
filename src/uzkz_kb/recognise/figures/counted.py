"""The thing that a count counts: the noun phrase after the number, in the nominative."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Token, Word
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.figures.nouns import is_thing
from uzkz_kb.recognise.figures.wording import beginnings, begins
from uzkz_kb.text.keys import key
from uzkz_kb.text.words import guessed_form

_LONGEST = 6
#: Endings cut from the last word, by the form that they show.
_ENDINGS: Mapping[str, tuple[str, ...]] = {
    "gen": ("ning",),
    "acc": ("ni",),
    "dat": ("ga", "ka", "qa"),
    "loc": ("da",),
    "abl": ("dan",),
    "adj": ("dagi",),
    "term": ("gacha", "kacha", "qacha"),
    "lik": ("lik",),
    "equ": ("cha", "dek", "day"),
}
#: Forms of verbs that are no nouns.
_VERBAL = frozenset(
    ("converb", "conditional", "imperative", "past", "present", "progressive", "intention", "reported")
)
_PROGRESSIVE = ("moqda", "yapti", "ayotir", "yotibdi")


_INHABITANTS = ("lik", "liklar", "likni", "likka", "likning")
_HOMES = ("country", "city", "region")
#: Endings of what belongs to the word before it: `jahon kutubxonasi`.
_OWNED = ("i", "si", "lari", "ning", "ini", "iga", "idan", "ida")


@cache
def borders() -> frozenset[str]:
    """The words that no counted thing begins with or goes on over."""
    return frozenset(beginnings("borders"))


class Counted(NamedTuple):
    """The counted thing: its tokens `first:last`, and its name in canonical Latin."""

    first: int
    last: int
    name: str


def form_of(word: Word) -> str:
    """The case of a word, known or not."""
    return word.form if word.readings else guessed_form(word.key)


def find_counted(tokens: Sequence[Token], start: int) -> Counted | None:
    """The noun phrase that begins at the token `start`; `None` where no noun stands there."""
    index, end = start, min(len(tokens), start + _LONGEST)
    if start < end and begins(tokens[start].word, "people"):
        return Counted(start, start + 1, "kishi")
    noun = start
    while index < end:
        index = _end_of_compound(tokens, index)
        word = tokens[index].word
        if not _is_nominal(word) or (word.capital and index > start):
            break
        if index == start and is_inhabitant(word) and not _is_noun_of_people(tokens, index + 1):
            return Counted(start, index + 1, _without_case(word))
        describes = _describes(word)
        noun = noun if describes else index + 1
        following = tokens[index + 1].word if index + 1 < len(tokens) else None
        if _ends_phrase(word, following, describes):
            break
        index += 1
    return _counted(tokens, start, noun) if noun > start else None


def is_inhabitant(word: Word) -> bool:
    """Whether a word tells where people are from: `o‘zbekistonlik`, `toshkentliklar`, `xorijlik`."""
    if not (word.form.startswith("lik") or word.key.endswith(_INHABITANTS)):
        return False
    return any(word.has(name) for name in _HOMES) or begins(word, "homes")


def _without_case(word: Word) -> str:
    """An inhabitant in the nominative: of `-lik` itself nothing is cut."""
    ending = next((e for e in ("ning", "ni", "ka", "da", "dan") if word.latin.endswith(f"lik{e}")), "")
    return word.latin.removesuffix(ending)


def _is_noun_of_people(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun to which `o‘zbekistonlik` belongs stands at `index`, or one word on: `yosh olim`."""
    words = [token.word for token in tokens[index : index + 2]]
    if not words or not _is_nominal(words[0]):
        return False
    return any(is_thing(word) for word in words) or _describes(words[0])


def _ends_phrase(word: Word, following: Word | None, describes: bool) -> bool:
    """Whether the counted phrase ends with `word`: a thing that is known, an ending, or no noun to come."""
    if following is None or not _is_nominal(following) or following.capital:
        return True
    if is_thing(word):
        return not _goes_on_as_phrase(word, following)
    if describes:
        return False
    if is_thing(following) and following.key.endswith(_OWNED) and form_of(word) in ("nom", "noun"):
        return False
    if form_of(word) != "nom" or _has_ending(word):
        return True
    return not (is_thing(following) or _has_ending(following) or _describes(following))


def _end_of_compound(tokens: Sequence[Token], index: int) -> int:
    """The last token of a compound with hyphens: `nazorat-o‘tkazish`."""
    while index + 2 < len(tokens) and tokens[index + 1].word.has("hyphen") and tokens[index + 2].glued:
        if tokens[index + 2].word.shape != "lower":
            break
        index += 2
    return index


def _goes_on_as_phrase(word: Word, following: Word | None) -> bool:
    """Whether the next word is the owned part of a compound: `savdo hamkorlari`, not `loyiha amalga`."""
    if following is None or form_of(word) != "nom" or _has_ending(word):
        return False
    return is_thing(following) and following.key.endswith(
        ("i", "si", "lari", "ning", "ini", "iga", "idan", "ida")
    )


def _counted(tokens: Sequence[Token], start: int, last: int) -> Counted:
    words = "".join(f"{'' if token.glued else ' '}{token.word.latin}" for token in tokens[start : last - 1])
    space = "" if tokens[last - 1].glued else " "
    return Counted(start, last, (words + space + nominative(tokens[last - 1].word)).strip())


def _is_nominal(word: Word) -> bool:
    if word.key.endswith("ib") and not begins(word, "nouns_in_ib"):
        return False
    if word.key.endswith(_PROGRESSIVE):
        return False
    if word.shape in ("number", "mark", "initial") or len(word.key) < 2 or word.key in borders():
        return False
    if word.readings and (word.has("numeral") or word.has("suffix") or word.has("month")):
        return False
        if word.form in _VERBAL and any(name.endswith("_verb") for name in word.readings[0].classes):
            return False
    return word_tense(word) is None or _describes(word)


def _describes(word: Word) -> bool:
    """Whether a word only describes the noun to come: `qo‘shma`, `haftalik`, `harbiy`."""
    if is_thing(word):
        return False
    return word.has("describing") or word.key.endswith(beginnings("describes"))


def _has_ending(word: Word) -> bool:
    """Whether a word has a plural or possessive ending, or a case: then the phrase ends with it."""
    if word.readings:
        reading = word.readings[0]
        return reading.plural or reading.possessive or reading.form != "nom"
    return word.key.endswith(("lar", "lari", "si")) or guessed_form(word.key) != "nom"


def nominative(word: Word) -> str:
    """The word in canonical Latin without its case ending."""
    return _cut(word.latin, form_of(word))


@cache
def short_stems() -> frozenset[str]:
    """Stems as they stand before a vowel: o‘rn, shahr."""
    return frozenset(key(short) for short in lang_data("short_stems.yml").values())


@lru_cache(maxsize=65536)
def _cut(latin: str, form: str) -> str:
    if form == "acc" and key(latin[:-1]) in short_stems():
        return latin  # o‘rni is o‘rin + i
    for ending in _ENDINGS.get(form, ()):
        if latin.lower().endswith(ending) and len(latin) > len(ending) + 1:
            return latin[: -len(ending)]
    return latin


DURATION = ("figures.duration", "how long, not how much")
_AGE = ("figures.age", "an age")
_VOLTAGE = ("figures.voltage", "of which kind a line is, not how much of anything")
_NUMBERED = ("figures.numbered", "the number of an article, a house, a round …")
_PARTIES = ("figures.parties", "the two sides, or a few, not a number of them")


def why_excluded(tokens: Sequence[Token], start: int, small: bool) -> tuple[str, str] | None:
    """By what, and why, the words after a number make it no quantity: a duration, an age, an article,
    `ikki davlat`; `None` where they do not."""
    if start >= len(tokens):
        return None
    word = tokens[start].word
    if word.has("duration"):
        return DURATION
    if word.has("voltage"):
        return _VOLTAGE
    if word.has("age_word"):
        return _AGE
    if word.has("numbered"):
        return _NUMBERED
    if not small:
        return None
    if word.has("parties"):
        return _PARTIES
    following = tokens[start + 1].word if start + 1 < len(tokens) else None
    parties = following is not None and following.has("parties") and not begins(word, "more")
    return _PARTIES if parties else None


def is_name(tokens: Sequence[Token], counted: Counted) -> bool:
    """Whether a single capitalised word follows a number: a name that the number does not count."""
    return tokens[counted.first].word.capital and counted.last == counted.first + 1
