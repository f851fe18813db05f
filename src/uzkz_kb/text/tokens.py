"""Tokens: words, numbers, marks, each at its place in the seed.

A number takes its spaced thousands with it (`1 303 702,1`); letters glued to digits (`25dan`, `imzolandi1`)
are tokens of their own, and so is a footnote's mark (`imzolandi¹`); a word that a line break has
cut (`konfe-` `rensiyasida`) is one token again.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from operator import add, eq

from uzkz_kb.model.document import Token
from uzkz_kb.text.keys import APOSTROPHES
from uzkz_kb.text.short_forms import written_out
from uzkz_kb.text.words import Vocabulary, class_inside


def _letters() -> str:
    """The letters as a class: small digits count as letters for `re`, but a word ends before them.

    Spelled out, the class is a table to look up for `re`, where `[^\\W\\d_]` asks one question after another.
    """
    letters = re.findall(r"[^\W\d_¹²³⁰⁴-⁹₀-₉]", "".join(map(chr, range(0x10000))))
    return class_inside((ord(letter), ord(letter)) for letter in letters)


#: Beyond the first plane, letters are told from pictures by their blocks.
_LETTER = f"[{_letters()}\U00010000-\U0001efff\U00020000-\U0003ffff]"
#: The units that are written with one: m², km³.
_UNIT = r"[kdscкдс]?[mм][²³]"
_ADDRESS = r"""
      (?:https?://|www\.)[^\s<>"»”]+
    | [\w.+-]+@[\w-]+\.[\w.]+
"""
_NUMBER = r"""
      \d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?!\d)
    | (?:\d{1,3}(?:[ \u00a0\u202f\u2009\n]{1,3}\d{3}(?!\d))+(?:,\d+)? | \d+(?:[.,]\d+)*)
"""
#: Most tokens are words: they are tried first, units and numbers only where one begins.
_PLAIN = rf"""
      (?=[kdscкдсmм]){_UNIT}(?!\w)
    | {_LETTER}+(?:[{APOSTROPHES}]+{_LETTER}+)*(?:(?<=[oOgGОоГг])[‘ʻ`'ʼ’]+(?!\w))?
    | (?=\d)(?:{_NUMBER})
    | \S
"""
_TOKEN = re.compile(rf"\s*({_PLAIN})", re.VERBOSE)
_TOKEN_OR_ADDRESS = re.compile(rf"\s*({_ADDRESS} | {_PLAIN})", re.VERBOSE)
#: What an address cannot do without: a text that has none of these is spared the search for addresses.
_ADDRESS_MARKS = ("://", "www.", "@")
#: Marks that may stand inside a word, or at its end where it is shortened.
_JOINING = frozenset("-.")


def tokens(text: str, words: Vocabulary, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, in order, with offsets into `text`."""
    # Blanks at the end, where no token follows them, would be gone over again from each of them.
    part = text[start:end].rstrip()
    pattern = _TOKEN_OR_ADDRESS if any(mark in part for mark in _ADDRESS_MARKS) else _TOKEN
    raws = pattern.findall(part)
    read = [word or words.word(raw) for word, raw in zip(map(words.known.get, raws), raws, strict=True)]
    starts: list[int] = []
    place = start
    for raw in raws:
        place = text.find(raw, place)
        starts.append(place)
        place += len(raw)
    ends = list(map(add, starts, map(len, raws)))
    glued = map(eq, starts, chain((-1,), ends))
    # A thousand tokens a text: they are made without the call that a named tuple's own constructor costs.
    return list(map(partial(tuple.__new__, Token), zip(starts, ends, read, glued, strict=False)))


def joined(parts: list[Token], text: str, words: Vocabulary) -> list[Token]:
    """Tokens with words made whole that a hyphen at the end of a line has cut, or a full stop shortened.

    A cut only where the whole is a known word and its first part is not: `yanvar-sentabr` stays as it is.
    """
    whole: list[Token] = []
    done = 0
    for at in [at for at, part in enumerate(parts) if part.glued and part.word.raw in _JOINING]:
        if not done < at < len(parts):
            continue
        made = _cut_by_line(parts, at, text, words) or written_out(parts, at, words)
        if made is not None:
            whole.extend(parts[done : at - 1])
            whole.append(made[1])
            done = made[0]
    whole.extend(parts[done:])
    return whole


def _cut_by_line(parts: list[Token], at: int, text: str, words: Vocabulary) -> tuple[int, Token] | None:
    """The word that the hyphen at `at` cuts, as one token, and one past its last part."""
    if at + 1 == len(parts) or parts[at].word.raw != "-":
        return None
    left, right = parts[at - 1], parts[at + 1]
    gap = text[parts[at].end : right.start]
    if (right.glued or "\n" in gap) and right.word.shape == "lower" and not left.word.readings:
        word = words.word(left.word.raw + right.word.raw)
        if word.readings:
            return at + 2, Token(left.start, right.end, word, left.glued)
    return None
