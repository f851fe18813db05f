"""What is known of a sentence around a document's noun."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.verbs import VerbGroup


class Surroundings(NamedTuple):
    """A sentence's tokens; its verbs, names and dates by their last token; where documents' nouns stand.

    A name or date leads to its first token. `deed` where what is sought is a deed, told with its
    time and place, not a document.
    """

    tokens: Sequence[Token]
    verbs: Mapping[int, VerbGroup]
    people: Mapping[int, int]
    names: Mapping[int, int]
    dates: Mapping[int, int]
    heads: frozenset[int]
    deed: bool = False


def group_from(around: Surroundings, first: int) -> VerbGroup | None:
    """The verb that begins at a token, a place before it allowed: Toshkentda imzolangan."""
    for last in range(first, min(len(around.tokens), first + 4)):
        group = around.verbs.get(last)
        if group is not None:
            return group if group.first <= first + 1 else None
    return None
