"""What of a sentence may be in a name: its known entries, its words by group, what each may be in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from uzkz_kb.model.document import Sentence
from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.names.letters import LETTERED_CLASSES, letter_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.phrases import FoundPhrase, first_words, phrases_at

#: The classes whose entries of several words are looked for, all in one pass.
_PHRASE_CLASSES = PLACE_CLASSES | {"organization", "public_figure", "held_office"}

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
#: The group of the words that have a letter: those with a capital, and those of some classes without.
_LETTERED = "lettered"
_RANGE = re.compile("(.)(?:-(.))?", re.DOTALL)


class Clues(NamedTuple):
    """The known entries of a sentence, the indices of its words by group, and one letter a word (see
    `letters`)."""

    phrases: Sequence[FoundPhrase]
    words: Mapping[str, Sequence[int]]
    letters: str

    def of(self, group: str) -> Sequence[int]:
        """The indices of the words that are of a group."""
        return self.words.get(group, ())

    def lacks(self, groups: Set[str]) -> bool:
        """Whether the sentence has neither a known entry nor a word of one of the groups."""
        return not self.phrases and self.words.keys().isdisjoint(groups)


def clues_of(sentence: Sentence) -> Clues:
    """What of a sentence may be in a name."""
    tokens = sentence.tokens
    groups, firsts = _groups_by_code(), first_words(_PHRASE_CLASSES)
    found: dict[str, list[int]] = {}
    letters = [" "] * len(tokens)
    opening: list[int] = []
    for index, (_, _, word, _) in enumerate(tokens):
        if word.code in groups:
            for name in groups[word.code]:
                if name == _LETTERED:
                    letters[index] = letter_of(word.raw)
                else:
                    found.setdefault(name, []).append(index)
        if word.key in firsts:
            opening.append(index)
    phrases = tuple(phrases_at(tokens, opening, _PHRASE_CLASSES)) if opening else ()
    return Clues(phrases, found, "".join(letters))


@cache
def _groups_by_code() -> Mapping[str, tuple[str, ...]]:
    """The groups that each code is of."""
    groups: dict[str, tuple[str, ...]] = {}
    for name, (classes, capital) in _GROUPS.items():
        for code in _codes(classes, capital):
            groups[code] = (*groups.get(code, ()), name)
    for code in {*_codes(LETTERED_CLASSES, None), *_codes(frozenset({"word", "roman"}), True)}:
        groups[code] = (*groups.get(code, ()), _LETTERED)
    return groups


def _codes(classes: frozenset[str], capital: bool | None) -> Iterator[str]:
    """The codes of all words of the classes; `capital` tells whether of those with a capital only."""
    for low, high in _RANGE.findall(words().code_ranges(classes, frozenset(), capital)):
        yield from map(chr, range(ord(low), ord(high or low) + 1))
