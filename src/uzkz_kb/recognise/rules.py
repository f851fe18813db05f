"""Rules as data: each file of `lang/rules/` is a list of patterns with what they give, and examples.

    - rule: dates.day_month_year
      pattern: year=year 'yil'.gen? day=day hyphen? month=month
      gives: day
      examples: {"2018 yil 15 martda": 2018-03-15}
      not: ["15 mart ko‘chasi"]

`pattern` is read by `text.patterns`; `gives` names what the recogniser makes of a match; other keys are its
own. The rules of a file are tried in order; where two match the same words, the first one has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from operator import or_
from pathlib import Path
from typing import Any

from uzkz_kb.errors import RuleError
from uzkz_kb.lang import lang_data, lang_files
from uzkz_kb.text.patterns import Found, Pattern, compiled, literals_of
from uzkz_kb.text.words import Vocabulary, vocabulary


@dataclass(frozen=True, slots=True)
class Rule:
    """A line of `lang/rules/`: `name` is `<file>.<rule>`, as `explain` prints it."""

    name: str
    pattern: Pattern
    gives: str
    settings: Mapping[str, Any]
    examples: Mapping[str, str]
    counter_examples: tuple[str, ...]


@cache
def words() -> Vocabulary:
    """The vocabulary that all rules share: `lang/words/` and every word that a rule names itself."""
    literals = frozenset(
        literal
        for path in lang_files("rules")
        for line in lang_data(path)
        for literal in literals_of(line["pattern"])
    )
    return vocabulary(literals)


@cache
def word_of(*classes: str) -> re.Pattern[str]:
    """Matches the code of a word of one of the classes, to look at all words of a sentence at once."""
    return re.compile(f"[{words().code_ranges(frozenset(classes), frozenset(), None)}]")


@cache
def codes_of(*classes: str, capital: bool | None = None) -> frozenset[str]:
    """The codes of all words of the classes, or of those with a capital, or without one."""
    return _codes(words().code_ranges(frozenset(classes), frozenset(), capital))


def _codes(ranges: str) -> frozenset[str]:
    """The characters that the inside of a character class names."""
    return frozenset(
        chr(code)
        for found in re.finditer("(.)(?:-(.))?", ranges, re.DOTALL)
        for code in range(ord(found[1]), ord(found[2] or found[1]) + 1)
    )


@cache
def rules(file: str) -> tuple[Rule, ...]:
    """The rules of `lang/rules/<file>.yml`, compiled, in order."""
    return tuple(_rule(file, line) for line in lang_data(f"rules/{file}.yml"))


def _rule(file: str, line: Mapping[str, Any]) -> Rule:
    missing = {"rule", "pattern", "gives"} - line.keys()
    if missing:
        raise RuleError(
            f"a rule lacks {sorted(missing)}: {line}", remedy="Add the keys", file=f"lang/rules/{file}.yml"
        )
    own = {
        name: value
        for name, value in line.items()
        if name not in ("rule", "pattern", "gives", "examples", "not")
    }
    return Rule(
        f"{file}.{line['rule']}",
        compiled(line["pattern"], words()),
        line["gives"],
        own,
        {str(text): str(value) for text, value in line.get("examples", {}).items()},
        tuple(line.get("not", ())),
    )


class _Held(dict[str, int]):
    """Of each code, which of the words that rules need it is, as bits."""

    def __init__(self, needed: Iterable[str]) -> None:
        self.bits: Mapping[str, int] = {codes: 1 << place for place, codes in enumerate(sorted(needed))}
        self._needed = [(re.compile(f"[{codes}]"), bit) for codes, bit in self.bits.items()]

    def __missing__(self, code: str) -> int:
        held = self[code] = sum(bit for needed, bit in self._needed if needed.match(code))
        return held


@cache
def _held_by_code() -> _Held:
    files = (Path(path).stem for path in lang_files("rules"))
    return _Held(
        {codes for file in files for rule in rules(file) for need in rule.pattern.needs for codes in need}
    )


@lru_cache(maxsize=1_000)
def _held(codes: str) -> int:
    """Which of the words that rules need a sentence has: the same for all files, which follow one another."""
    return reduce(or_, map(_held_by_code().__getitem__, set(codes)), 0)


@cache
def _needs(file: str) -> tuple[tuple[Rule, tuple[int, ...]], ...]:
    """Each rule of a file with its needs, as bits."""
    bits = _held_by_code().bits
    return tuple(
        (rule, tuple(sum(bits[codes] for codes in need) for need in rule.pattern.needs))
        for rule in rules(file)
    )


@cache
def _needed(file: str) -> int:
    """All that the rules of a file need."""
    return reduce(or_, (need for _, needs in _needs(file) for need in needs), 0)


@lru_cache(maxsize=20_000)
def _possible(file: str, held: int) -> tuple[Rule, ...]:
    return tuple(rule for rule, needs in _needs(file) if all(held & need for need in needs))


def chances(file: str, codes: str) -> tuple[Rule, ...]:
    """The rules of a file that may match in a sentence, in order: it has a word of each of their needs.

    >>> [rule.name for rule in chances("dates", "")]
    []
    """
    return _possible(file, _held(codes) & _needed(file))


def matches(file: str, codes: str) -> Iterator[tuple[Rule, Found]]:
    """All matches of a file's rules in a sentence, left to right; earlier rules win over later ones."""
    return matches_of(chances(file, codes), codes)


def matches_of(tried: Iterable[Rule], codes: str) -> Iterator[tuple[Rule, Found]]:
    """All matches of some rules in a sentence, left to right; earlier rules win over later ones."""
    return iter(apart((rule, found) for rule in tried for found in rule.pattern.find(codes)))


def apart(hits: Iterable[tuple[Rule, Found]]) -> list[tuple[Rule, Found]]:
    """Matches left to right; where two overlap, the one that is given earlier has the words."""
    taken: list[tuple[Rule, Found]] = []
    for rule, found in hits:
        if not any(found.first < other.last and other.first < found.last for _, other in taken):
            taken.append((rule, found))
    return sorted(taken, key=lambda hit: hit[1].first)
