"""What of a sentence may be in a name: its known entries, its words by group, what each may be in a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from typing import NamedTuple

from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.phrases import FoundPhrase, first_words, phrases_at

#: The classes whose entries of several words are looked for, all in one pass.
_PHRASE_CLASSES = PLACE_CLASSES | {"organization", "public_figure", "held_office"}

#: What is asked of a sentence: the classes, and whether only words with a capital count.
_GROUPS: Mapping[str, tuple[frozenset[str], bool]] = {
    "place": (PLACE_CLASSES, True),
    "place_head": (frozenset({"place_head"}), False),
    "own_country": (frozenset({"own_country"}), False),
    "organization": (frozenset({"organization"}), True),
    "organization_head": (frozenset({"organization_head"}), False),
    "closing": (frozenset({"close_quote", "quote"}), False),
    "one_name": (frozenset({"known_by_one_name"}), True),
    "held_office": (frozenset({"held_office"}), False),
}
_WITH_CAPITAL = ("title", "upper", "mixed", "initial")


class _WordClue(NamedTuple):
    """What a word form may be in a name: its letter, its groups, whether a known entry begins with it."""

    letter: str
    groups: tuple[str, ...]
    opens: bool


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
    known = _clues_by_form()
    found: dict[str, list[int]] = {}
    letters = [" "] * len(tokens)
    opening: list[int] = []
    clues = [known[word.raw] for _, _, word, _ in tokens]
    for index, clue in enumerate(clues):
        if clue is None:
            continue
        letters[index] = clue.letter
        for name in clue.groups:
            found.setdefault(name, []).append(index)
        if clue.opens:
            opening.append(index)
    phrases = tuple(phrases_at(tokens, opening, _PHRASE_CLASSES)) if opening else ()
    return Clues(phrases, found, "".join(letters))


class _CluesByForm(dict[str, _WordClue | None]):
    """The clue of each word form, made when it is first asked for; `None` where it is in no name, as most."""

    def __missing__(self, raw: str) -> _WordClue | None:
        word = words().word(raw)
        clue = _WordClue(part_of(word).letter, tuple(_groups(word)), word.key in first_words(_PHRASE_CLASSES))
        known = None if clue == _WordClue(" ", (), False) else clue
        if raw in words().known:  # long numbers are seldom met twice
            self[raw] = known
        return known


@cache
def _clues_by_form() -> _CluesByForm:
    return _CluesByForm()


def _groups(word: Word) -> Iterator[str]:
    if word.has("roman"):
        return
    for name, (classes, capital) in _GROUPS.items():
        if not classes.isdisjoint(word.by_class) and (not capital or word.shape in _WITH_CAPITAL):
            yield name
