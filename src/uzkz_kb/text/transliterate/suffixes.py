"""Whether what follows a stem is a chain of Uzbek endings."""

from __future__ import annotations

from functools import cache, lru_cache

from uzkz_kb.text.transliterate.tables import coded, data


@cache
def endings() -> frozenset[str]:
    """All single endings, in one-letter spelling."""
    table = data("suffixes")
    return frozenset(coded(ending) for block in table.values() for ending in block.split())


@lru_cache(maxsize=20_000)
def is_chain(rest: str) -> bool:
    """True for the empty string and for any row of endings: `larimizdagi`."""
    known = endings()
    reachable = [True] + [False] * len(rest)
    for end in range(1, len(rest) + 1):
        reachable[end] = any(
            reachable[start] and rest[start:end] in known for start in range(max(0, end - 8), end)
        )
    return reachable[-1]
