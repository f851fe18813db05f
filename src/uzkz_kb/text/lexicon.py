"""The words of `lang/words/`: stem → classes, and phrases of several words.

A file maps class names to stems: a list, or a mapping from stem to what is known of it (a number, a kind,
a mapping). A stem may belong to many classes, in many files. A verb gets its passive by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from uzkz_kb.errors import RuleError
from uzkz_kb.lang import lang_data, lang_files
from uzkz_kb.text.keys import key
from uzkz_kb.text.morphology import passive_stem

_PARTS = re.compile(r"[^\s-]+|-")

#: Classes of this ending take the endings of verbs.
VERB_SUFFIX = "_verb"


@dataclass(frozen=True, slots=True)
class Phrase:
    """An entry of several words: all but the last stand as they are, the last takes endings."""

    keys: tuple[str, ...]
    classes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Stems by key; verb stems by key, with the active stem and whether this one is the passive; phrases."""

    stems: Mapping[str, Mapping[str, Any]]
    verbs: Mapping[str, tuple[str, Mapping[str, Any], bool]]
    phrases: Mapping[str, tuple[Phrase, ...]]


def _entries() -> Iterator[tuple[str, str, Any]]:
    """Class, stem and what is known of it, for every line of `lang/words/`."""
    for path in lang_files("words"):
        for name, items in lang_data(path).items():
            if isinstance(items, Mapping):
                yield from ((name, str(stem), value) for stem, value in items.items())
            elif isinstance(items, list):
                yield from ((name, str(stem), True) for stem in items)
            else:
                raise RuleError(
                    f"class {name!r} holds no stems", remedy="Give a list or a mapping", file=f"lang/{path}"
                )


@cache
def lexicon(literals: frozenset[str] = frozenset()) -> Lexicon:
    """All words of `lang/words/`, and the words that patterns name themselves (as the class `=word`)."""
    stems: dict[str, dict[str, Any]] = {}
    verbs: dict[str, tuple[str, dict[str, Any], bool]] = {}
    phrases: dict[tuple[str, ...], dict[str, Any]] = {}
    for name, stem, value in _entries():
        parts = tuple(key(part) for part in _PARTS.findall(stem))
        if len(parts) > 1:
            phrases.setdefault(parts, {})[name] = value
        elif name.endswith(VERB_SUFFIX):
            for form, passive in ((parts[0], False), (passive_stem(parts[0]), True)):
                verbs.setdefault(form, (parts[0], {}, passive))[1][name] = value
        else:
            stems.setdefault(parts[0], {})[name] = value
    for literal in sorted(literals):
        folded = key(literal)
        stems.setdefault(folded, {})[f"={folded}"] = True
    return Lexicon(
        MappingProxyType({stem: MappingProxyType(classes) for stem, classes in stems.items()}),
        MappingProxyType(
            {s: (base, MappingProxyType(c), passive) for s, (base, c, passive) in verbs.items()}
        ),
        MappingProxyType(_by_first_key(Phrase(keys, MappingProxyType(c)) for keys, c in phrases.items())),
    )


def _by_first_key(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word, the longest first."""
    grouped: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        grouped.setdefault(phrase.keys[0], []).append(phrase)
    return {
        first: tuple(sorted(group, key=lambda p: (-len(p.keys), p.keys))) for first, group in grouped.items()
    }
