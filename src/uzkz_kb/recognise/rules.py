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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
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
def codes_of(*classes: str) -> frozenset[str]:
    """The codes of all words of the classes: quicker than `word_of` to know whether a sentence has none."""
    ranges = re.finditer("(.)(?:-(.))?", words().code_ranges(frozenset(classes), frozenset(), None))
    return frozenset(
        chr(code) for found in ranges for code in range(ord(found[1]), ord(found[2] or found[1]) + 1)
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


def matches(file: str, codes: str) -> Iterator[tuple[Rule, Found]]:
    """All matches of a file's rules in a sentence, left to right; earlier rules win over later ones."""
    taken: list[tuple[Found, Rule]] = []
    for rule in rules(file):
        for found in rule.pattern.find(codes):
            if not any(found.first < other.last and other.first < found.last for other, _ in taken):
                taken.append((found, rule))
    for found, rule in sorted(taken, key=lambda pair: pair[0].first):
        yield rule, found
