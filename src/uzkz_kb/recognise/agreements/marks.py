"""Marks inside a phrase: which commas, dashes and quotation marks belong to it."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token, Word
from uzkz_kb.recognise.agreements.readings import form_of
from uzkz_kb.recognise.agreements.surroundings import Surroundings


def step_over_mark(around: Surroundings, index: int, at: int) -> int | None:
    """Over a mark, or back over all that it closes; `None` where the mark ends the phrase."""
    tokens = around.tokens
    word = tokens[index].word
    if word.has("quote") and not tokens[index].glued and tokens[at].glued:
        return index  # opens what closes with the noun: "yo‘l xaritasi"
    if word.has("close_quote") or word.has("quote"):
        return _opening(tokens, index)
    if word.has("close_bracket") or word.has("close_paren"):
        for back in range(index - 1, max(-1, index - 12), -1):
            if tokens[back].word.has("close_paren") or tokens[back].word.has("semicolon"):
                return None  # the letter of an item: b) …
            if tokens[back].word.has("open_bracket") or tokens[back].word.has("open_paren"):
                return back
        return None
    if word.has("open_quote"):
        return index
    if word.has("hyphen") and tokens[index].glued:
        return index
    if (
        (word.has("dash") or word.has("hyphen"))
        and index
        and tokens[index - 1].word.shape in ("number", "title")
        and _alike(tokens, index)
    ):
        return index
    if word.has("comma"):
        return index if _comma_within(around, index, at) else None
    if word.has("stop"):
        return index if index and tokens[index - 1].word.has("numeral") else None  # 5 mlrd. dollarlik
    if word.has("number_sign") or word.has("percent") or word.has("dollar") or word.has("slash"):
        return index
    return None


def _alike(tokens: Sequence[Token], index: int) -> bool:
    """Whether a dash joins two years or two names: 2026–2027, O‘zbekiston – Qozog‘iston."""
    return index + 1 < len(tokens) and tokens[index - 1].word.shape == tokens[index + 1].word.shape


def _opening(tokens: Sequence[Token], close: int) -> int | None:
    """Where the quotation that ends at `close` begins."""
    for back in range(close - 1, max(-1, close - 60), -1):
        if tokens[back].word.has("open_quote") or (
            tokens[close].word.has("quote") and tokens[back].word.has("quote")
        ):
            return back
    return None


def closes_quote(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation ends at the token, an ending after it allowed: …”gi."""
    while index >= 0 and tokens[index].word.has("suffix"):
        index -= 1
    return index >= 0 and (tokens[index].word.has("close_quote") or tokens[index].word.has("quote"))


def _comma_within(around: Surroundings, index: int, at: int) -> bool:
    """Whether a comma stands inside one complement: do‘stlik, hamkorlik va o‘zaro yordam to‘g‘risida.

    The words on its sides are alike in form, and a `va` follows before the word that says what it is about.
    """
    tokens = around.tokens
    if around.deed and index and tokens[index - 1].word.key.endswith("shga"):
        return True
    if index == 0 or (index - 1 in around.verbs and around.verbs[index - 1].form != "noun"):
        return False
    left = tokens[index - 1].word
    if index - 1 in around.heads or index - 1 in around.dates or left.shape == "number":
        return False
    if form_of(left) in ("loc", "abl", "dat") or left.has("clause_word"):
        return False
    for ahead in range(at, min(len(tokens), at + 14)):
        word = tokens[ahead].word
        if word.has("conjunction"):
            before = tokens[ahead - 1].word
            return _alike_in_form(before, left) and not _crosses(around, at, ahead)
        if word.has("field_noun") and word.readings[0].plural:
            return not _crosses(around, at, ahead)
        if word.has("about_word") or word.has("between_word") or ahead in around.heads:
            return False
    return False


def _alike_in_form(one: Word, other: Word) -> bool:
    """Whether two words stand in one row: both of a case, or both verbal nouns, listed or not."""
    return form_of(one) == form_of(other) or (one.key.endswith("sh") and other.key.endswith("sh"))


def _crosses(around: Surroundings, first: int, last: int) -> bool:
    """Whether another document's noun stands between."""
    return any(index in around.heads for index in range(first, last))
