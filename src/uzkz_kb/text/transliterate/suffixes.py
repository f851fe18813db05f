"""Whether what follows a stem is a chain of Uzbek endings."""

from __future__ import annotations

from functools import cache, lru_cache

from uzkz_kb.text.transliterate.tables import coded, data

_LONGEST = 9


@cache
def _endings(block: str) -> frozenset[str]:
    return frozenset(coded(ending) for ending in data("suffixes")[block].split())


@lru_cache(maxsize=20_000)
def is_chain(rest: str, verb_stem: bool = False) -> bool:
    """True for the empty string and any row of endings, in one-letter spelling: `larimizdagi`, `laştirilgan`.

    After a `verb_stem` the endings of verbs may come at once: etkaz-ildi.
    """
    nominal, makers, verbal = _endings("nominal"), _endings("verb_makers"), _endings("verbal")
    noun = [True] + [False] * len(rest)
    verb = [verb_stem] + [False] * len(rest)
    for end in range(1, len(rest) + 1):
        for start in range(max(0, end - _LONGEST), end):
            ending = rest[start:end]
            noun[end] = noun[end] or (noun[start] and ending in nominal)
            verb[end] = (
                verb[end]
                or (noun[start] and ending in makers)
                or (verb[start] and (ending in verbal or ending in makers or ending in nominal))
            )
    return noun[-1] or verb[-1]
