"""Which words of a sentence are of a class, told by their codes alone."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.rules import words

#: The classes whose entries of several words are looked for, all in one pass.
PHRASE_CLASSES = PLACE_CLASSES | {"organization", "public_figure", "held_office"}

_RANGE = re.compile("(.)(?:-(.))?", re.DOTALL)


@cache
def _codes(classes: str, capital: bool | None) -> frozenset[str]:
    """All codes of the classes; a set is quicker here than a regular expression with as many ranges."""
    ranges = words().code_ranges(frozenset(classes.split()), frozenset(), capital)
    return frozenset(
        chr(code) for low, high in _RANGE.findall(ranges) for code in range(ord(low), ord(high or low) + 1)
    )


def words_of(codes: str, classes: str, capital: bool | None = None) -> list[int]:
    """The indices of the words of a sentence that are of one of `classes`, in capitals where asked for."""
    known = _codes(classes, capital)
    if known.isdisjoint(codes):
        return []
    return [index for index, code in enumerate(codes) if code in known]
