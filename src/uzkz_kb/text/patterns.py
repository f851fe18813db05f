"""Patterns over tokens: regular expressions whose letters are classes of words.

    DAY hyphen? MONTH.nom|loc 'kun'?
    y=year 'yil' d=day m=month

An atom is a class of `lang/words/` or a shape (`number`, `year`, `comma` …), or a word in quotation marks
(any of its forms). `.form|form` asks for forms, `^` before an atom for a capital, `!` for none; `name=`
captures one token, `name=( … )` several. `? * + | ( )` and `~` (any token) are as in regular expressions;
an alternative's `|` stands between spaces. `&( … )` looks at what follows without taking it, `&!( … )` at
what may not follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple

from uzkz_kb.errors import RuleError
from uzkz_kb.text.keys import key
from uzkz_kb.text.words import FORMS, Vocabulary

_ATOM = re.compile(
    r"""(?P<name>[a-z_]\w*=)?
        (?: (?P<flag>[\^!])?
            (?:'(?P<literal>[^\s']+(?:'[^\s']+)*)'|(?P<cls>[a-z_]+))
            (?:\.(?P<forms>[a-z_]+(?:\|[a-z_]+)*))?
          | (?P<any>~)
          | (?P<group>(?:&!?)?\()
        )
      | (?P<operator>[)?*+|]|\{\d*,?\d*\})
      | (?P<space>\s+)
    """,
    re.VERBOSE,
)
_GROUPS: Mapping[str, str] = {"(": "(?:", "&(": "(?=", "&!(": "(?!"}
#: What makes the atom or group before it one that a match can do without.
_OPTIONAL = ("?", "*", "{0", "{,")
#: The words of which a match needs one, as the insides of the character classes of their codes.
Need = frozenset[str]
#: More needs than this of one group are not worth their asking.
_MOST_NEEDS = 16


class Found(NamedTuple):
    """Where a pattern matched: token indices, and those of its captures."""

    first: int
    last: int
    groups: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `find` gives its leftmost, longest-first matches that do not overlap.

    `needs` are what a sentence must hold for a match: a word of each.
    """

    source: str
    regex: re.Pattern[str]
    needs: frozenset[Need] = frozenset()

    def find(self, codes: str) -> Sequence[Found]:
        """The matches in a sentence's codes; `last` is one past the last token."""
        if self.regex.search(codes) is None:
            return ()  # nearly always: cheaper to know than to begin a search for all
        return [_found(match) for match in self.regex.finditer(codes) if match.end() > match.start()]

    def match_at(self, codes: str, position: int) -> Found | None:
        """The match that begins at the token `position`."""
        match = self.regex.match(codes, position)
        return None if match is None or match.end() == position else _found(match)


def _found(match: re.Match[str]) -> Found:
    groups = {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}
    return Found(match.start(), match.end(), groups)


def literals_of(source: str) -> frozenset[str]:
    """The words that a pattern names itself."""
    return frozenset(match["literal"] for match in _ATOM.finditer(source) if match["literal"])


class _Group:
    """What of a group has been read: the needs of each part of each alternative, the last one still open."""

    def __init__(self, opening: str = "") -> None:
        self.opening = opening
        self.alternatives: list[list[frozenset[Need]]] = [[]]

    def add(self, needs: frozenset[Need]) -> None:
        self.alternatives[-1].append(needs)

    def operate(self, operator: str) -> None:
        """Takes note of what stands between or after the parts."""
        if operator == "|":
            self.alternatives.append([])
        elif operator.startswith(_OPTIONAL):
            self.alternatives[-1][-1] = frozenset()

    def needs(self) -> frozenset[Need]:
        """What the group needs: one need of every alternative, in all combinations."""
        if self.opening == "&!(":
            return frozenset()
        return reduce(_either, (frozenset[Need]().union(*parts) for parts in self.alternatives))


def _either(some: frozenset[Need], others: frozenset[Need]) -> frozenset[Need]:
    needs = frozenset(one | other for one in some for other in others)
    return needs if len(needs) <= _MOST_NEEDS else frozenset()


def compiled(source: str, words: Vocabulary) -> Pattern:
    """The pattern as a regular expression over codes; `RuleError` where it names what does not exist."""
    parts: list[str] = []
    groups = [_Group()]
    for match in _atoms_of(source):
        if match["operator"]:
            parts.append(match["operator"])
            if match["operator"] == ")" and len(groups) > 1:
                needs = groups.pop().needs()
                groups[-1].add(needs)
            else:
                groups[-1].operate(match["operator"])
            continue
        name = (match["name"] or "")[:-1]
        if match["group"]:
            groups.append(_Group(match["group"]))
            parts.append(f"(?P<{name}>" if name else _GROUPS[match["group"]])
            continue
        codes = None if match["any"] else _atom(match, source, words)
        groups[-1].add(frozenset() if codes is None else frozenset({frozenset({codes})}))
        body = "." if codes is None else f"[{codes}]"
        parts.append(f"(?P<{name}>{body})" if name else body)
    return Pattern(source, re.compile("".join(parts), re.DOTALL), groups[0].needs())


def _atoms_of(source: str) -> Iterator[re.Match[str]]:
    """The atoms, brackets and operators of a pattern, in order."""
    position = 0
    while position < len(source):
        match = _ATOM.match(source, position)
        if match is None or match.end() == position:
            raise RuleError(
                f"pattern {source!r}: cannot read {source[position:]!r}", remedy="See text/patterns.py"
            )
        position = match.end()
        if not match["space"]:
            yield match


def _atom(match: re.Match[str], source: str, words: Vocabulary) -> str:
    """The inside of the character class of an atom's codes."""
    name = f"={key(match['literal'])}" if match["literal"] else match["cls"]
    forms = frozenset((match["forms"] or "").split("|")) - {""}
    unknown = forms - set(FORMS)
    if unknown:
        raise RuleError(
            f"pattern {source!r}: no form {sorted(unknown)}", remedy=f"Forms are {', '.join(FORMS)}"
        )
    capital = {"^": True, "!": False}.get(match["flag"] or "")
    ranges = words.code_ranges(frozenset({name}), forms, capital)
    if not ranges:
        raise RuleError(
            f"pattern {source!r}: no word is of the class {name!r}", remedy="Add one to lang/words/"
        )
    return ranges
