"""Sentences in English within Latin text, and in Russian within Cyrillic text: they are quoted, not Uzbek."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from uzkz_kb.text.transliterate.tables import data

_SENTENCE = re.compile(r"(?:[^.!?]|[.!?](?!\s|$))+[.!?]*\s*")
_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 3
_SHARE = 0.2


@cache
def _common(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    words = data("kept")[language].split()
    return frozenset(words), re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def parts(text: str, language: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a sentence of `language` (`english` or `russian`)."""
    words, spot = _common(language)
    if spot.search(text) is None:
        yield text, False
        return
    last = 0
    for sentence in _SENTENCE.finditer(text):
        found = [word.lower() for word in _WORD.findall(sentence[0])]
        common = sum(word in words for word in found)
        if common >= _ENOUGH and common >= _SHARE * len(found):
            if last < sentence.start():
                yield text[last : sentence.start()], False
            yield sentence[0], True
            last = sentence.end()
    if last < len(text):
        yield text[last:], False
