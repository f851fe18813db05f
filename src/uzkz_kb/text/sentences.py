"""Sentences: where a stop ends one, and where it only ends an initial or an abbreviation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from uzkz_kb.model.document import Token
from uzkz_kb.text.words import Vocabulary

_OPENING = frozenset(("open_quote", "quote", "open_paren", "dash", "hyphen", "bullet"))


@cache
def _closing(words: Vocabulary) -> re.Pattern[str]:
    """The codes of the marks that may close a sentence."""
    classes = frozenset({"stop", "close_quote", "quote", "close_bracket"})
    return re.compile(f"[{words.code_ranges(classes, frozenset(), None)}]")


def sentence_ends(
    tokens: Sequence[Token], codes: str, breaks: Sequence[int], words: Vocabulary
) -> Iterator[int]:
    """The index one past the last token of each sentence; `breaks` are offsets that no sentence crosses.

    `codes` has the code of each token.
    """
    if not tokens:
        return
    last = len(tokens) - 1
    ends = {last + 1}
    for match in _closing(words).finditer(codes, 0, last):
        index = match.start()
        if _ends_sentence(tokens, index, tokens[index + 1]):
            ends.add(index + 1)
    starts = [token.start for token in tokens] if breaks else []
    for border in breaks:
        at = bisect_left(starts, border)
        if 0 < at <= last:
            ends.add(at)
    yield from sorted(ends)


def _ends_sentence(tokens: Sequence[Token], index: int, following: Token) -> bool:
    """Whether the token at `index` closes a sentence before `following`."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    if token.word.has("close_quote") or token.word.has("quote") or token.word.has("close_bracket"):
        # The stop stands before the quotation mark: “… .” Keyin …
        return (
            before is not None and before.word.has("stop") and following.word.capital and not following.glued
        )
    if not token.word.has("stop") or following.word.has("stop"):
        return False
    if following.glued and not following.word.has("open_bracket") and not _glued_capital(token, following):
        return False
    if token.word.raw == "." and before is not None and token.glued:
        if before.word.shape == "initial" or before.word.has("abbreviation"):
            if following.word.has("dollar_owner"):
                return False  # 2,4 mlrd. AQSh dollari
            long = before.word.shape != "initial" and len(before.word.key) > 2
            return long and following.word.capital and following.word.shape != "initial"
        if before.word.shape == "number" and len(before.word.raw) <= 2 and index == 1:
            return False  # the number of a list's item
    return _opens_sentence(tokens, index + 1)


def _glued_capital(token: Token, following: Token) -> bool:
    """A missing space: `imzolandi.Shu bilan`."""
    return token.word.raw in ".!?" and following.word.shape == "title" and len(following.word.raw) > 3


def _opens_sentence(tokens: Sequence[Token], index: int) -> bool:
    while index < len(tokens) and not _OPENING.isdisjoint(tokens[index].word.by_class):
        index += 1
    if index == len(tokens):
        return True
    word = tokens[index].word
    return word.capital or word.shape in ("number", "mixed") or word.has("roman")
