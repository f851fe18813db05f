"""Entries of several words (`davlat tashrifi`, `Xalqaro valyuta jamg‘armasi`) found in a run of tokens.

All words of an entry but the last stand as they are; the last one takes endings, and says the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from uzkz_kb.model.document import Reading, Token
from uzkz_kb.text.lexicon import VERB_SUFFIX, Phrase, lexicon
from uzkz_kb.text.morphology import Ending, noun_endings, passive_stem, stems_before, verb_endings

#: How many of its last letters a stem may change or lose before an ending: shahar + i → shahri.
_LOST = 2


class FoundPhrase(NamedTuple):
    """An entry in a run of tokens: from the token `first` up to, not including, `last`, read as one word."""

    first: int
    last: int
    reading: Reading


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A phrase made ready to be looked for: the words `between` its first and its last one, and how the last
    one begins in all its forms. Compared by identity, so that its readings can be cached by it.
    """

    keys: tuple[str, ...]
    between: tuple[str, ...]
    beginning: str
    classes: Mapping[str, Any]


def find_phrases(tokens: Sequence[Token], classes: frozenset[str] | None = None) -> Iterator[FoundPhrase]:
    """The entries in a sentence, the longest at each place, none overlapping.

    `classes` keeps to the entries of these classes; without it, all of `lang/words/` are looked for.
    """
    firsts = first_words(classes)
    yield from phrases_at(tokens, [i for i, token in enumerate(tokens) if token.word.key in firsts], classes)


def first_words(classes: frozenset[str] | None = None) -> Set[str]:
    """The keys of the words that the entries of these classes begin with."""
    return _table(classes).keys()


def phrases_at(
    tokens: Sequence[Token], indices: Sequence[int], classes: frozenset[str] | None = None
) -> Iterator[FoundPhrase]:
    """`find_phrases` where it is known at which `indices` the first words of entries stand."""
    table = _table(classes)
    end = 0
    for index in indices:
        found = _match(tokens, index, table[tokens[index].word.key]) if index >= end else None
        if found is not None:
            yield found
            end = found.last


def _match(tokens: Sequence[Token], first: int, entries: Sequence[Entry]) -> FoundPhrase | None:
    for entry in entries:
        last = first + len(entry.keys)
        if last > len(tokens):
            continue
        final = tokens[last - 1].word.key
        if not final.startswith(entry.beginning):
            continue
        if entry.between and entry.between != tuple(map(_key, tokens[first + 1 : last - 1])):
            continue
        reading = _read(final, entry)
        if reading is not None:
            return FoundPhrase(first, last, reading)
    return None


def _key(token: Token) -> str:
    """The key of a word; all hyphens and dashes are one."""
    return "-" if token.word.raw in "-‐‑–—" else token.word.key


@lru_cache(maxsize=50_000)
def _read(folded: str, entry: Entry) -> Reading | None:
    """The reading of the last word of an entry: with the endings of verbs where its class is one."""
    stem, last = " ".join(entry.keys), entry.keys[-1]
    nouns = {name: value for name, value in entry.classes.items() if not name.endswith(VERB_SUFFIX)}
    if nouns and (ending := _ending(folded, last, noun_endings())):
        return Reading(stem, nouns, ending.form, ending.plural, ending.possessive)
    verbs = {name: value for name, value in entry.classes.items() if name.endswith(VERB_SUFFIX)}
    for verb, passive in ((last, False), (passive_stem(last), True)):
        if verbs and (ending := _ending(folded, verb, verb_endings())):
            return Reading(
                stem, verbs, ending.form, ending.plural, ending.possessive, passive, ending.negative
            )
    return None


def _ending(folded: str, stem: str, endings: Mapping[str, Ending]) -> Ending | None:
    """What the end of `folded` is to `stem`; `None` where it is no ending, or another word's."""
    for cut in range(len(folded), max(len(stem) - _LOST, 0), -1):
        ending = endings.get(folded[cut:])
        if ending is not None and stem in stems_before(folded[cut:], folded[:cut]):
            return ending
    return None


@cache
def _table(classes: frozenset[str] | None) -> Mapping[str, Sequence[Entry]]:
    return table_of(lexicon().phrases, classes)


def table_of(
    phrases: Mapping[str, Sequence[Phrase]], classes: frozenset[str] | None = None
) -> Mapping[str, Sequence[Entry]]:
    """The phrases with one of the classes asked for, by their first word, in the order given."""
    table: dict[str, Sequence[Entry]] = {}
    for first, group in phrases.items():
        entries = [entry for phrase in group if (entry := _entry(phrase, classes)) is not None]
        if entries:
            table[first] = entries
    return table


def _entry(phrase: Phrase, classes: frozenset[str] | None) -> Entry | None:
    """The phrase with those of its classes that are asked for, in the order of the alphabet."""
    asked = sorted(phrase.classes.keys() if classes is None else phrase.classes.keys() & classes)
    if not asked:
        return None
    *between, last = phrase.keys[1:]
    known = {name: phrase.classes[name] for name in asked}
    return Entry(phrase.keys, tuple(between), last[:-_LOST], known)
