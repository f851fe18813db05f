"""Whether two phrases of a text name the same document: by their nouns and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.rules import words as vocabulary

#: Words that do not tell one document from another.
_PLAIN = frozenset(
    {
        *("about_word", "between_word", "field_noun", "conjunction", "clause_word", "own_word"),
        *("pointing_word", "many_word", "year_word", "meant_word", "plain_word", "suffix", "participle_word"),
    }
)


class Content(NamedTuple):
    """What tells a document from others: the beginnings of its words, its numbers, the countries it names."""

    words: frozenset[str]
    numbers: frozenset[str]
    countries: frozenset[str]


def content_of(item: Item) -> Content:
    """The content of a phrase, its noun left out."""
    words: set[str] = set()
    numbers: set[str] = set()
    countries: set[str] = set()
    for token in item.sentence.tokens[item.first : item.head.at]:
        if token.word.shape == "number":
            numbers.add(token.word.raw)
        elif token.word.has("country"):
            countries.add(token.word.readings[0].stem)
        else:
            root = _root(token.word.raw)
            if root is not None:
                words.add(root)
    return Content(frozenset(words), frozenset(numbers), frozenset(countries - {_HOME}))


#: The country that all sides share says nothing.
_HOME = "o'zbekiston"


@lru_cache(maxsize=100_000)
def _root(raw: str) -> str | None:
    """The beginning of a word that tells a document from others; `None` for all other words."""
    word = vocabulary().word(raw)
    if word.shape == "mark" or any(_PLAIN & reading.classes.keys() for reading in word.readings):
        return None
    if word.readings:
        return word.readings[0].stem[:6]
    return word.key[:6]


def same_kind(one: Item, other: Item) -> bool:
    """Whether the two may be one by their nouns."""
    if one.head.generic or other.head.generic or one.head.stem == other.head.stem:
        return True
    if one.kind == other.kind and one.head.at and other.head.at:
        return one.kind not in ("other", "understanding")
    return False


def same(one: Item, other: Item, told: Content, others: Content, *, title: bool) -> bool:
    """Whether a phrase names what an earlier one named; a headline may say it in fewer words."""
    if not same_kind(one, other) or one.listed or other.listed:
        return False
    if one.sentence is other.sentence and not _told_apart(one, other):
        return False
    if _differ(told.numbers, others.numbers) or _differ(told.countries, others.countries):
        return False
    common = len(told.words & others.words)
    smaller, larger = sorted((len(told.words), len(others.words)))
    if title:
        return common >= 1 and common * 2 >= smaller
    return common >= 1 and common * 4 >= smaller * 3 and (smaller > 1 or larger < 3)


def _told_apart(one: Item, other: Item) -> bool:
    """Whether a verb stands between two phrases of one sentence, so that they are no items of a list."""
    before, after = sorted((one, other), key=lambda item: item.first)
    return before.act is not None and before.act.last <= after.first


def _differ(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and bool(others) and not some & others


#: How many sentences back a word such as `hujjat`, or another noun of the kind, may point.
_NEAR = 3
#: Kinds that a text calls by one another's nouns when it points back.
_KIN = frozenset(("treaty", "agreement", "framework_agreement", "contract", "convention"))


def latest(items: Sequence[Item], pointer: Item) -> int | None:
    """The index of the document named before that `mazkur Memorandum` or `Hujjat` points to."""
    same_noun: int | None = None
    near: int | None = None
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        distance = pointer.sentence.index - item.sentence.index
        if not pointer.head.generic and item.head.stem == pointer.head.stem:
            if distance <= _NEAR:
                return index
            same_noun = index if same_noun is None else same_noun
        elif distance <= _NEAR and near is None and _may_be_called(item, pointer):
            near = index
    return same_noun if same_noun is not None and near is None else near


def _may_be_called(item: Item, pointer: Item) -> bool:
    """Whether the pointer's noun may stand for the item: `hujjat` for all but laws and understandings."""
    if pointer.head.generic:
        return item.kind not in ("understanding", "decree")
    return item.kind in _KIN and pointer.kind in _KIN and (pointer.bare or pointer.pointing)


def called_again(before: Item, item: Item) -> bool:
    """Whether brackets only call the document before them by another name: … rejasi («yo‘l xaritasi»)."""
    tokens, last = item.sentence.tokens, before.last
    if before.sentence is not item.sentence or not 0 < item.first - last <= 2:
        return False
    closes = any(token.word.has("close_paren") for token in tokens[item.last : item.last + 2])
    return closes and tokens[last].word.has("open_paren")
