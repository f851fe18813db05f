"""The stem of a folded word: what is left when the closed endings of Uzbek are cut.

The rules are `lang/search/stem.yml`; the browser cuts by the same rules (`stem_tables`,
`publish/search/browser/stem.js`). The stem is a key, not a dictionary form: it need only be the same for all
forms of a word.

>>> stem("shartnomasini"), stem("bitimlarning"), stem("toshkentdagi")
('shartnoma', 'bitim', 'toshkent')
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

#: No Uzbek chain is longer; the bound keeps hostile input from looping.
_LONGEST_CHAIN = 12


@dataclass(frozen=True)
class Rule:
    """One ending and what must hold for it to be cut; see `lang/search/stem.yml`."""

    ending: str
    keep: int
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    first: bool = False
    verb: bool = False
    of_verb: bool = False


@lru_cache(maxsize=1)
def stem_tables() -> dict[str, Any]:
    """The rules as plain data, the same for Python and the browser."""
    source = files("uzkz_kb.lang").joinpath("search/stem.yml")
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The stem of a folded word; a word with a digit is returned as it is."""
    if word[:1].isdigit():
        return word
    left, first, verb = word, True, False
    for _ in range(_LONGEST_CHAIN):
        rule = _rule_for(left, first, verb)
        if rule is None:
            break
        left = left[: -len(rule.ending)]
        first, verb = False, verb or rule.verb
    return _with_last_letter(stem_tables()["dropped_vowel"].get(left, left))


@lru_cache(maxsize=1)
def _rules() -> tuple[Rule, ...]:
    return tuple(_rule(**row) for row in stem_tables()["rules"])


def _rule(
    ending: str, keep: int, after: Sequence[str] = (), not_after: Sequence[str] = (), **kind: bool
) -> Rule:
    return Rule(ending, keep, tuple(after), tuple(not_after), **kind)


@lru_cache(maxsize=1)
def _whole() -> frozenset[str]:
    tables = stem_tables()
    return frozenset(tables["whole"]) | frozenset(tables["dropped_vowel"])


def _rule_for(word: str, first: bool, verb: bool) -> Rule | None:
    if word in _whole():
        return None
    whole_and_i = word.endswith("i") and word[:-1] in _whole()
    for rule in _rules():
        if whole_and_i and rule.ending != "i":
            continue
        if (rule.first and not first) or (rule.of_verb and not verb):
            continue
        if word.endswith(rule.ending) and _may_cut(word[: -len(rule.ending)], rule):
            return rule
    return None


def _may_cut(left: str, rule: Rule) -> bool:
    if left in _whole():
        return True
    if len(left) < rule.keep or left.endswith(rule.not_after):
        return False
    return not rule.after or any(_ends_as(left, wanted) for wanted in rule.after)


def _ends_as(left: str, wanted: str) -> bool:
    if wanted in ("C", "V"):
        return (left[-1] in stem_tables()["vowels"]) == (wanted == "V")
    return left.endswith(wanted)


def _with_last_letter(left: str) -> str:
    rule = stem_tables()["last_letter"]
    if len(left) >= rule["keep"] and left[-1] in rule["of"]:
        return left[:-1] + str(rule["as"])
    return left
