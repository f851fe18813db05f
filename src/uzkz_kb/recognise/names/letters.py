"""What a word may be in a name, as one letter a token, so that names are regular expressions over a sentence.

    G given name       S surname by its ending    W maybe one      U unknown word with a capital
    P patronymic       I initial                  q qizi, o‘g‘li   p al, ibn, fon
    T title            N no name                  . , - ( )        themselves

A small letter (g s w u) is the same with a case ending, which only the last word of a name can have; `d` is a
given name that is a common word too (Davlat, Umid).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Reading, Word
from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.keys import canonical, key
from uzkz_kb.text.morphology import noun_endings

_MARKS = {".": ".", ",": ",", "-": "-", "‐": "-", "‑": "-", "(": "(", ")": ")"}
_NEUTRAL = frozenset(
    {"given_name", "honorific", "name_particle", "known_by_one_name", "public_figure", "word"}
)


@dataclass(frozen=True, slots=True)
class NamePart:
    """A word as part of a name: its letter, its stem in canonical Latin with capitals, and its form."""

    letter: str
    stem: str
    form: str = "nom"
    plural: bool = False


def part_of(word: Word) -> NamePart:
    """What a word may be in a name."""
    return _part(word.raw)


@lru_cache(maxsize=100_000)
def _part(raw: str) -> NamePart:
    word = words().word(raw)
    if word.shape == "mark":
        return NamePart(_MARKS.get(word.raw, " "), "")
    if word.shape == "number" or not word.latin[:1].isalpha():
        return NamePart(" ", "")
    title = word.reading("office")
    if title is not None and not (word.capital and word.has("given_name")):
        return NamePart("T" if title.form == "nom" else "t", word.latin, title.form, title.plural)
    if word.has("patronymic_word"):
        return NamePart("q", word.latin)
    if not word.capital:
        return NamePart("p" if word.has("name_particle") else " ", word.latin)
    if word.shape == "initial":
        return NamePart("I", word.latin)
    return _capital(word)


def _capital(word: Word) -> NamePart:
    latin = titled(word)
    given = word.reading("given_name")
    others = _other_classes(word)
    if given is not None:
        stem = latin[: len(latin) - (len(word.key) - len(given.stem))]
        oblique = given.form != "nom" or given.plural or given.possessive
        # A given name by its stem alone: an ending that makes another word of it (Umidli) makes no name.
        if others:
            return NamePart("N" if oblique else "D", stem, given.form)
        return NamePart("g" if oblique else "G", stem, given.form, given.plural)
    if others:
        return NamePart("N", latin, word.form)
    if word.shape == "upper" and len(word.latin) < 5:
        return NamePart("N", latin)
    known = word.reading("known_by_one_name") or word.reading("public_figure")
    if known is not None:
        stem = latin[: len(latin) - (len(word.key) - len(known.stem))]
        letter = "W" if _strong_stem(key(stem)) is None else "S"
        oblique = known.form != "nom" or known.plural
        return NamePart(letter.lower() if oblique else letter, stem, known.form, known.plural)
    return _by_ending(latin)


def _other_classes(word: Word) -> bool:
    """Whether the lexicon knows the word as something that is in no name."""
    return any(
        not name.startswith("=")
        and name not in _NEUTRAL
        and not (name in PLACE_CLASSES and _one_name(reading))
        for reading in word.readings
        for name in reading.classes
    )


def _one_name(reading: Reading) -> bool:
    return "known_by_one_name" in reading.classes or "given_name" in reading.classes


def titled(word: Word) -> str:
    """The word in canonical Latin, with one capital where it stands in capitals."""
    return _titled(word.raw)


@lru_cache(maxsize=100_000)
def _titled(raw: str) -> str:
    word = words().word(raw)
    usual = raw.translate(_foreign_letters())
    latin = word.latin if usual == raw else canonical(usual)
    return latin if word.shape != "upper" else latin[:1] + latin[1:].lower()


@cache
def _foreign_letters() -> Mapping[int, str]:
    return str.maketrans(lang_data("surnames.yml")["letters"])


def _by_ending(latin: str) -> NamePart:
    folded = key(latin)
    if folded.endswith(_endings("ours")):
        return NamePart("N", latin)
    strong = _strong_stem(folded)
    if strong is not None:
        cut = len(folded) - len(strong)
        stem = latin[: len(latin) - cut]
        form, plural = _ending(folded[len(strong) :])
        if any(strong.endswith(ending) for ending in _endings("patronymic")):
            return NamePart("P", stem, form)
        return NamePart("s" if form != "nom" or plural else "S", stem, form, plural)
    given = _given_stem(folded)
    if given is not None:
        form, plural = _ending(folded[len(given) :])
        letter = "g" if form != "nom" or plural else "G"
        return NamePart(letter, latin[: len(latin) - (len(folded) - len(given))], form, plural)
    for ending in _any_cases():
        stem = folded[: -len(ending)]
        if folded.endswith(ending) and len(stem) >= 3 and any(vowel in stem for vowel in "aeiou"):
            form, plural = _ending(ending)
            letter = "w" if _weak(stem) else "u"
            return NamePart(letter, latin[: -len(ending)], form, plural)
    return NamePart("W" if _weak(folded) else "U", latin)


def _weak(folded: str) -> bool:
    return folded.endswith(_endings("weak"))


def _ending(ending: str) -> tuple[str, bool]:
    chain = noun_endings().get(ending)
    if chain is not None:
        return chain.form, chain.plural
    return str(lang_data("surnames.yml")["cases"].get(ending, "nom")), ending.startswith("lar")


@cache
def _strong_stem(folded: str) -> str | None:
    """The surname in a word, without its case: the longest stem that ends as surnames do."""
    if folded in _not_surnames():
        return None
    for ending in ("", *_cases()):
        stem = folded.removesuffix(ending)
        if ending and stem == folded:
            continue
        if len(stem) >= 4 and stem.endswith(_endings("strong")):
            return None if stem in _not_surnames() else stem
    return None


@cache
def _given_stem(folded: str) -> str | None:
    """The given name in a word, without its case, by how such names end: Hoshimxon."""
    for ending in ("", *_any_cases()):
        stem = folded.removesuffix(ending)
        if len(stem) > 5 and stem.endswith(_endings("given")) and (stem != folded or not ending):
            return None if stem in _endings("not_given") else stem
    return None


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(key(ending) for ending in lang_data("surnames.yml")[name])


@cache
def _not_surnames() -> frozenset[str]:
    return frozenset(_endings("not_surnames"))


@cache
def _cases() -> tuple[str, ...]:
    cases: Mapping[str, str] = lang_data("surnames.yml")["cases"]
    return tuple(sorted((key(ending) for ending in cases), key=len))


@cache
def _any_cases() -> tuple[str, ...]:
    return tuple(sorted(_endings("any"), key=len, reverse=True))
