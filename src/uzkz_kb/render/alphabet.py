"""The order of the Uzbek alphabet: o‘, g‘, sh and ch stand after z; ў, қ, ғ and ҳ after я."""

from __future__ import annotations

import re
from functools import lru_cache

from uzkz_kb.render.interface import PageScript

_ORDER = {
    "latn": (*"abcdefghijklmnopqrstuvwxyz", "o‘", "g‘", "sh", "ch"),
    "cyrl": tuple("абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳ"),
}
_LETTER = re.compile(r"o‘|g‘|sh|ch|\w", re.IGNORECASE)


@lru_cache(maxsize=65536)
def alphabet_key(words: str, script: PageScript) -> tuple[int, ...]:
    """What to sort words by; digits stand before letters, letters of other alphabets after."""
    order = _ORDER[script]
    return tuple(
        order.index(letter) + 100
        if letter in order
        else ord(letter)
        if letter.isdigit()
        else 1000 + ord(letter[0])
        for letter in _LETTER.findall(words.lower())
    )
