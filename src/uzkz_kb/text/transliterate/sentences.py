"""Sentences in English within Latin text, and in Russian within Cyrillic text: they are quoted, not Uzbek."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from uzkz_kb.text.transliterate.tables import data

_SENTENCE = re.compile(r"(?:[^.!?]|[.!?](?!\s|$))+?(?:[.!?]+\s*|\n(?=\s*\d+\s)|$)", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_STRANGE = re.compile(r"[wW]|[cC](?![hH])|[^aeiouAEIOU]y$")
_ENOUGH = 3
_SHARE = 0.2


@cache
def _common(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    words = data("kept")[language].split()
    return frozenset(words), re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def parts(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a sentence of `language` (`english` or `russian`)."""
    words, spot = _common(language)
    spots = [found.start() for found in spot.finditer(text)]
    if not spots:
        yield text, False
        return
    last, beside = 0, False
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        if bisect_left(spots, start) == bisect_left(spots, end) and not beside:
            continue
        beside = _is_foreign(sentence[0], words, language, beside)
        if beside:
            if last < start:
                yield text[last:start], False
            yield sentence[0], True
            last = end
    if last < len(text):
        yield text[last:], False


def _is_foreign(sentence: str, words: frozenset[str], language: str, beside: bool) -> bool:
    """Whether enough words are foreign; `beside` a foreign sentence a second one needs less to be told."""
    found = _WORD.findall(sentence)
    common = sum(word.lower() in words for word in found)
    strange = sum(_STRANGE.search(word) is not None for word in found) if language == "english" else 0
    if not common and not (beside and strange):
        return False
    return common + strange >= _ENOUGH - beside and common + strange >= _SHARE * len(found)
