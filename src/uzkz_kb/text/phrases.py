"""Entries of several words (`davlat tashrifi`, `Xalqaro valyuta jamg‘armasi`) found in a run of tokens.

All words of an entry but the last stand as they are; the last one takes endings, and says the form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from uzkz_kb.model.document import Reading, Token
from uzkz_kb.text.lexicon import VERB_SUFFIX, Phrase, lexicon
from uzkz_kb.text.morphology import Ending, noun_endings, passive_stem, stems_before, verb_endings


@dataclass(frozen=True, slots=True)
class FoundPhrase:
    """An entry in a run of tokens: from the token `first` up to, not including, `last`, read as one word."""

    first: int
    last: int
    reading: Reading


def find_phrases(tokens: Sequence[Token], classes: frozenset[str] | None = None) -> Iterator[FoundPhrase]:
    """The entries in a sentence, the longest at each place, none overlapping.

    `classes` keeps to the entries of these classes; without it, all of `lang/words/` are looked for.
    """
    table = _table(classes)
    end = 0
    for index in [index for index, token in enumerate(tokens) if token.word.key in table]:
        found = _match(tokens, index, table[tokens[index].word.key]) if index >= end else None
        if found is not None:
            yield found
            end = found.last


def _match(tokens: Sequence[Token], first: int, phrases: Sequence[Phrase]) -> FoundPhrase | None:
    for phrase in phrases:
        last = first + len(phrase.keys)
        if last > len(tokens):
            continue
        between = zip(tokens[first + 1 : last - 1], phrase.keys[1:-1], strict=True)
        if any(_key(token) != key for token, key in between):
            continue
        reading = _read(tokens[last - 1].word.key, phrase.keys, frozenset(phrase.classes))
        if reading is not None:
            kept = {name: phrase.classes[name] for name in reading.classes}
            return FoundPhrase(
                first,
                last,
                Reading(
                    reading.stem,
                    kept,
                    reading.form,
                    reading.plural,
                    reading.possessive,
                    reading.passive,
                    reading.negative,
                ),
            )
    return None


def _key(token: Token) -> str:
    """The key of a word; all hyphens and dashes are one."""
    return "-" if token.word.raw in "-‐‑–—" else token.word.key


@lru_cache(maxsize=50_000)
def _read(folded: str, keys: tuple[str, ...], classes: frozenset[str]) -> Reading | None:
    """The reading of the last word of the entry `keys`: with the endings of verbs where its class is one."""
    stem = " ".join(keys)
    nouns = {name: True for name in sorted(classes) if not name.endswith(VERB_SUFFIX)}
    if nouns and (ending := _ending(folded, keys[-1], noun_endings())):
        return Reading(stem, nouns, ending.form, ending.plural, ending.possessive)
    verbs = {name: True for name in sorted(classes) if name.endswith(VERB_SUFFIX)}
    for last, passive in ((keys[-1], False), (passive_stem(keys[-1]), True)):
        if verbs and (ending := _ending(folded, last, verb_endings())):
            return Reading(
                stem, verbs, ending.form, ending.plural, ending.possessive, passive, ending.negative
            )
    return None


def _ending(folded: str, stem: str, endings: Mapping[str, Ending]) -> Ending | None:
    """What the end of `folded` is to `stem`; `None` where it is no ending, or another word's."""
    for cut in range(len(folded), max(len(stem) - 2, 0), -1):
        ending = endings.get(folded[cut:])
        if ending is not None and stem in stems_before(folded[cut:], folded[:cut]):
            return ending
    return None


@cache
def _table(classes: frozenset[str] | None) -> Mapping[str, tuple[Phrase, ...]]:
    """The entries of the classes asked for, by their first word, the longest first."""
    phrases = lexicon().phrases
    if classes is None:
        return phrases
    kept: dict[str, tuple[Phrase, ...]] = {}
    for first, group in phrases.items():
        of_class = tuple(
            Phrase(phrase.keys, {name: value for name, value in phrase.classes.items() if name in classes})
            for phrase in group
            if classes & phrase.classes.keys()
        )
        if of_class:
            kept[first] = of_class
    return kept
