"""Tokens: words, numbers, marks, each at its place in the seed.

A number takes its spaced thousands with it (`1 303 702,1`); letters glued to digits (`25dan`, `imzolandi1`)
are tokens of their own; a word that a line break has cut (`konfe-` `rensiyasida`) is one token again.
"""

from __future__ import annotations

import re

from uzkz_kb.model.document import Token
from uzkz_kb.text.keys import APOSTROPHES
from uzkz_kb.text.words import Vocabulary

_LETTER = r"[^\W\d_]"
_TOKEN = re.compile(
    rf"""
      (?:https?://|www\.)[^\s<>"»”]+
    | [\w.+-]+@[\w-]+\.[\w.]+
    | \d{{1,2}}\.\d{{1,2}}\.(?:19|20)\d\d(?!\d)
    | (?:\d{{1,3}}(?:[ \u00a0\u202f\u2009\n]{{1,3}}\d{{3}}(?!\d))+(?:,\d+)? | \d+(?:[.,]\d+)*)
    | (?:{_LETTER}+(?:[{APOSTROPHES}]+{_LETTER}+)*(?:(?<=[oOgGОоГг])[‘ʻ`'ʼ’]+(?!\w))?)
    | \S
    """,
    re.VERBOSE,
)


def tokens(text: str, words: Vocabulary, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order, with offsets into `text`."""
    found: list[Token] = []
    read = words.word
    last = start
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        low, high = match.span()
        found.append(Token(low, high, read(match.group()), low == last and low > start))
        last = high
    return found


def joined(parts: list[Token], text: str, words: Vocabulary) -> list[Token]:
    """Tokens with words that a hyphen at the end of a line has cut made whole.

    Only where the whole is a known word and its first part is not: `yanvar-sentabr` stays as it is.
    """
    whole: list[Token] = []
    done = 0
    for at in [at for at, part in enumerate(parts) if part.glued and part.word.raw == "-"]:
        if not done < at < len(parts) - 1:
            continue
        left, right = parts[at - 1], parts[at + 1]
        gap = text[parts[at].end : right.start]
        if (right.glued or "\n" in gap) and right.word.shape == "lower" and not left.word.readings:
            word = words.word(left.word.raw + right.word.raw)
            if word.readings:
                whole.extend(parts[done : at - 1])
                whole.append(Token(left.start, right.end, word, left.glued))
                done = at + 2
    whole.extend(parts[done:])
    return whole
