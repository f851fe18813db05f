"""Endings: every chain the grammar allows, made once from the slots in `lang/suffixes.yml`.

A word is read by cutting off a chain that leaves a known stem. Chains are closed: `2018 Yevroosiyoning`
cannot pass for money because no chain begins that way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.text.keys import key

VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Ending:
    """What a chain of endings makes of its stem."""

    form: str
    plural: bool = False
    possessive: bool = False
    negative: bool = False


@cache
def noun_endings() -> Mapping[str, Ending]:
    """Every ending of a noun, the empty one included."""
    slots = lang_data("suffixes.yml")
    plurals = [("", False), *((s, True) for s in slots["plural"])]
    possessives = [("", False), *((s, True) for group in slots["possessive"].values() for s in group)]
    cases = [("", "nom"), *((s, form) for form, group in slots["case"].items() for s in group)]
    particles = ["", *slots["particle"]]
    endings: dict[str, Ending] = {}
    for (plural, is_plural), (possessive, is_possessive), (case, form), particle in product(
        plurals, possessives, cases, particles
    ):
        endings.setdefault(key(plural + possessive + case + particle), Ending(form, is_plural, is_possessive))
    return endings


@cache
def verb_endings() -> Mapping[str, Ending]:
    """Every ending of a verb, after consonants and after vowels."""
    slots = lang_data("suffixes.yml")
    endings: dict[str, Ending] = {}
    for negation, a in product(["", *slots["negation"]], "ay"):
        negative = bool(negation)
        for form, group in slots["verb"].items():
            for ending in group:
                endings.setdefault(key(negation + ending.replace("{a}", a)), Ending(form, negative=negative))
        for form, group in slots["verb_noun"].items():
            for ending, (chain, noun) in product(group, noun_endings().items()):
                case = form if noun.form == "nom" else f"{form}_{noun.form}"
                endings.setdefault(
                    key(negation + ending.replace("{a}", a)) + chain,
                    Ending(case, noun.plural, noun.possessive, negative),
                )
    return endings


@cache
def numeral_endings() -> Mapping[str, Ending]:
    """Every ending of a numeral that is not one of a noun: uchta, mingtadan, birinchi."""
    slots = lang_data("suffixes.yml")["numeral"]
    endings: dict[str, Ending] = {}
    for form, group in slots.items():
        for ending, (chain, noun) in product(group, noun_endings().items()):
            case = form if noun.form == "nom" else f"{form}_{noun.form}"
            endings.setdefault(key(ending) + chain, Ending(case, noun.plural, noun.possessive))
    return endings


def passive_stem(stem: str) -> str:
    """The passive of a verb's stem: imzola → imzolan, qil → qilin, tuz → tuzil."""
    if stem[-1] in VOWELS:
        return stem + "n"
    return stem + ("in" if stem[-1] == "l" else "il")


@cache
def _short_stems() -> Mapping[str, str]:
    """Stems as they stand before a vowel: shahr → shahar."""
    short: Mapping[str, Any] = lang_data("short_stems.yml")
    return {key(before_vowel): key(stem) for stem, before_vowel in short.items()}


def stems_before(ending: str, cut: str) -> Iterator[str]:
    """The stems that `cut` may stand for before `ending`: itself, yillig → yillik, shahr → shahar."""
    yield cut
    if ending[:1] in VOWELS:
        if cut.endswith("g'"):
            yield cut[:-2] + "q"
        elif cut.endswith("g"):
            yield cut[:-1] + "k"
        short = _short_stems().get(cut)
        if short is not None:
            yield short
