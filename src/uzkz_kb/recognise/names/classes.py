"""Which words of a sentence are of a class, told by their codes alone, in one pass over them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.rules import words

#: The classes whose entries of several words are looked for, all in one pass.
PHRASE_CLASSES = PLACE_CLASSES | {"organization", "public_figure", "held_office"}

#: What is asked of a sentence: the classes, and whether only words with a capital count.
_GROUPS: Mapping[str, tuple[frozenset[str], bool | None]] = {
    "place": (PLACE_CLASSES, True),
    "place_head": (frozenset({"place_head"}), None),
    "own_country": (frozenset({"own_country"}), None),
    "organization": (frozenset({"organization"}), True),
    "organization_head": (frozenset({"organization_head"}), None),
    "closing": (frozenset({"close_quote", "quote"}), None),
    "one_name": (frozenset({"known_by_one_name"}), True),
    "held_office": (frozenset({"held_office"}), None),
}
_RANGE = re.compile("(.)(?:-(.))?", re.DOTALL)


@cache
def _groups_by_code() -> Mapping[str, tuple[str, ...]]:
    """The groups that each code is of."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, (classes, capital) in _GROUPS.items():
        for low, high in _RANGE.findall(words().code_ranges(classes, frozenset(), capital)):
            for code in range(ord(low), ord(high or low) + 1):
                groups[chr(code)] = (*groups.get(chr(code), ()), name)
    return groups


@lru_cache(maxsize=64)
def _grouped(codes: str) -> Mapping[str, Sequence[int]]:
    known = _groups_by_code()
    found: dict[str, list[int]] = {}
    for index in [index for index, code in enumerate(codes) if code in known]:
        for name in known[codes[index]]:
            found.setdefault(name, []).append(index)
    return found


def words_of(codes: str, group: str) -> Sequence[int]:
    """The indices of the words of a sentence that are of a group."""
    return _grouped(codes).get(group, ())
