"""Canonical Latin, and the key under which words are looked up.

Recognisers see one script and one apostrophe: a word in Cyrillic, with any of the six apostrophes or in an
old spelling has the same key as its twin in today's Latin.
"""

from __future__ import annotations

import re
from functools import lru_cache

from uzkz_kb.text.transliterate import to_latin

#: Everything that is typed for ‘ and ’.
APOSTROPHES = "‘’'ʻʼ`´ʹ′"

_APOSTROPHE_RUN = re.compile(f"[{APOSTROPHES}]+")
_OLD_TS = re.compile(r"ts(?=i)|(?<=[knrpl])ts|^ts")


@lru_cache(maxsize=200_000)
def canonical(word: str) -> str:
    """The word in canonical Latin, its capitals kept."""
    return to_latin(word)


@lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """The folded form of a word: lower case, `'` for every apostrophe, old spellings (ts, ye) as today's.

    >>> key("Конституциясининг") == key("konstitutsiyasining")
    True
    """
    folded = _APOSTROPHE_RUN.sub("'", canonical(word).lower())
    return _OLD_TS.sub("s", folded.replace("ye", "e"))
