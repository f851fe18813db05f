"""The order of the Uzbek alphabet, in both scripts: o‘, g‘, sh and ch stand after z; ў, қ, ғ and ҳ after я."""

from __future__ import annotations

import re
from functools import lru_cache

from uzkz_kb.render.interface import PageScript

_ORDER = {
    "latn": ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z", "o‘", "g‘", "sh", "ch"],
    "cyrl": ["а", "б", "в", "г", "д", "е", "ё", "ж", "з", "и", "й", "к", "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф", "х", "ц", "ч", "ш", "щ", "ъ", "ы", "ь", "э", "ю", "я", "ў", "қ", "ғ", "ҳ"],
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
