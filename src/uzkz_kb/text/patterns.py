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
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


class Found(NamedTuple):
    """Where a pattern matched: token indices, and those of its captures."""

    first: int
    last: int
    groups: Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern; `find` gives its leftmost, longest-first matches that do not overlap."""

    source: str
    regex: re.Pattern[str]

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


def compiled(source: str, words: Vocabulary) -> Pattern:
    """The pattern as a regular expression over codes; `RuleError` where it names what does not exist."""
    parts: list[str] = []
    position = 0
    while position < len(source):
        match = _ATOM.match(source, position)
        if match is None or match.end() == position:
            raise RuleError(
                f"pattern {source!r}: cannot read {source[position:]!r}", remedy="See text/patterns.py"
            )
        position = match.end()
        if match["space"]:
            continue
        if match["operator"]:
            parts.append(match["operator"])
            continue
        name = (match["name"] or "")[:-1]
        body = "(" if match["group"] else "." if match["any"] else _atom(match, source, words)
        if match["group"]:
            parts.append(f"(?P<{name}>" if name else _GROUPS[match["group"]])
        else:
            parts.append(f"(?P<{name}>{body})" if name else body)
    return Pattern(source, re.compile("".join(parts), re.DOTALL))


def _atom(match: re.Match[str], source: str, words: Vocabulary) -> str:
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
    return f"[{ranges}]"
