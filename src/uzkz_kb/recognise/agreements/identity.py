"""Whether two phrases of a text name the same document: by their nouns and the words that tell them apart."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.items import Item

#: Kinds that a text may call by one another's nouns.
_KIN = (
    {"treaty", "agreement", "contract", "framework_agreement"},
    {"declaration", "joint_statement"},
    {"plan", "programme"},
)
_SHORT = 4


def content(item: Item) -> frozenset[str]:
    """The words that tell a document from others, cut to their beginnings so that endings do not matter."""
    return frozenset(
        _root(token) for token in item.sentence.tokens[item.first : item.head.index] if _tells(token)
    )


def _tells(token: Token) -> bool:
    word = token.word
    if word.shape == "mark" or word.has("suffix"):
        return False
    return not any(
        word.has(name)
        for name in (
            "about_word",
            "between_word",
            "field_noun",
            "conjunction",
            "clause_word",
            "own_word",
            "pointing_word",
            "many_word",
            "year_word",
            "meant_word",
            "plain_word",
        )
    )


def _root(token: Token) -> str:
    word = token.word
    if word.readings and word.shape != "number":
        return word.readings[0].stem[:6]
    return word.key[:6]


def same_kind(one: Item, other: Item) -> bool:
    """Whether the two may be one by their nouns."""
    if one.head.generic or other.head.generic or one.head.stem == other.head.stem:
        return True
    if one.kind == other.kind and one.head.index and other.head.index:
        return one.kind not in ("other", "understanding")
    return False


def same(one: Item, other: Item, words: frozenset[str], others: frozenset[str], *, title: bool) -> bool:
    """Whether a phrase names what an earlier one named; a headline may say it in fewer words."""
    if not same_kind(one, other) or one.listed or other.listed:
        return False
    if not words or not others:
        return False
    common = len(words & others)
    smaller = min(len(words), len(others))
    if one.sentence is other.sentence:
        return False
    return common >= 1 and (common * 2 >= smaller if title else common * 4 >= smaller * 3)


def latest(items: Sequence[Item], pointer: Item) -> int | None:
    """The index of the document, named before, that a phrase such as `mazkur Memorandum` or `Hujjat` points to."""
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if pointer.head.generic:
            if item.kind == "understanding":
                continue
            if pointer.sentence.index - item.sentence.index > 3:
                return None
            return index
        if item.head.stem == pointer.head.stem:
            return index
    return None
