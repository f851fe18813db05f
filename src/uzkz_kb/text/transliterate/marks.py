"""The master patterns that find words in a text, and what an apostrophe at the end of a word is."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.text.transliterate.foreign import phrases
from uzkz_kb.text.transliterate.tables import APOSTROPHES, LETTER, data

# Quotations longer than this are none: it bounds the work on a line without end.
_FAR = 400
_A = f"[{APOSTROPHES}]"
_L = LETTER
_WORD = rf"{_L}+(?:{_A}{{1,2}}{_L}+)*(?:{_A}{{1,2}}(?!\w))?"
_OPENING = re.compile(rf"(?<![^\W_ʻʼ]){_A}{{1,2}}(?=[^\W_ʻʼ])")
_CLOSING = re.compile(rf"(?<=[^\s{APOSTROPHES}])(?<![oOgG]){_A}{{1,2}}(?![^\W_ʻʼ])")
_MAYBE_CLOSING = re.compile(rf"(?<=[^\s{APOSTROPHES}]){_A}{{1,2}}(?![^\W_ʻʼ])")


@cache
def master(alphabet: str) -> re.Pattern[str]:
    """All tokens on the way into `alphabet`: groups `word` and `date` (a sign to swap); the rest is kept."""
    kept, dates = data("kept"), data("dates")
    domains = "|".join(kept["domains"].split())
    ends = "|".join(kept["files"].split())
    names = "|".join(map(re.escape, phrases()))
    # Each kind of what is kept stands behind a look ahead that most words fail at once: this is the hot loop.
    address = (
        r"(?<![\w@])(?=[\w.+-]{1,80}[@._:])(?:"
        r"(?:https?|ftp)://[^\s<>«»“”\"]+|www\.[^\s<>«»“”\"]+|[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,80}){1,8}"
        rf"|(?<![.-])(?:[A-Za-z0-9][A-Za-z0-9-]{{0,62}}\.){{1,8}}(?:{domains})(?![\w-])(?:/[^\s<>«»“”\"]*)?"
        rf"|(?<!\.)[\w-]{{1,80}}\.(?:{ends})(?!\w)|[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+)"
    )
    # Handles; fields of a template, tags and entities of HTML; degrees.
    signs = (
        r"(?=[@{<&°])(?:(?<![\w.])@[A-Za-z]\w+|\{\w*\}|</?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,500})?/?>|&(?:[a-z]+|#\d+);"
        r"|°\s?[CСF](?!\w))"
    )
    names = rf"(?=[A-Z]|e-)(?<!\w)(?:{names})(?!\w)"
    codes = r"(?=[A-Z\d])(?<![^\W_])(?:[A-Z]{1,3}\d+(?:[A-Z]+\d*)*(?![A-Z])|\d+[GKDPX](?![^\W_]))"
    swap = dates["cyrillic" if alphabet == "cyrillic" else "latin"]
    kept_parts = "|".join((address, signs, names, codes))
    return re.compile(rf"(?P<kept>{kept_parts})|(?P<date>(?=[- \u00a0])(?:{swap.strip()}))|(?P<word>{_WORD})")


@cache
def _final_tutuq() -> frozenset[str]:
    return frozenset(data("letters")["final_tutuq"].split())


def resolved(found: re.Match[str], word: str) -> tuple[str, str]:
    """The word, and the quotation mark that only seemed part of it: `tog‘` is whole, `'kitob'` is not."""
    bare = word.rstrip(APOSTROPHES)
    mark = word[len(bare) :]
    text, start, end = found.string, found.start(), found.end()
    line = max(text.rfind("\n", 0, start) + 1, start - _FAR)
    if bare[-1] in "oOgG":
        if mark[0] in "‘ʻ`" or not _pending(text, line, start):
            return (bare + mark[0], mark[1:]) if len(mark) < 2 or mark[0] != mark[1] else (word, "")
        stop = text.find("\n", end, end + _FAR)
        rest = text[end : stop if stop >= 0 else end + _FAR]
        if len(mark) > 1:
            return bare + mark[0], mark[1:]
        opening = _OPENING.search(rest)
        closing = _MAYBE_CLOSING.search(rest, 0, opening.start() if opening else len(rest))
        if closing is not None:
            return word, ""
        return bare, mark
    if bare.lower() in _final_tutuq():
        return (word, "") if len(mark) == 1 else (bare + mark[0], mark[1:])
    return bare, mark


def _pending(text: str, start: int, end: int) -> bool:
    """Whether a quotation opened on this line is still open."""
    opened = len(_OPENING.findall(text, start, end + 1))
    if not opened:
        return False
    return opened > len(_CLOSING.findall(text, start, end))
