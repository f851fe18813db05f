"""How a seed is laid out on its page: paragraphs and sentences, as spans of the seed as it stands on disk."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from uzkz_kb.read.layout import find_layout

_LINE = re.compile(r"[^\n\r\f]+")
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*\d{0,2}(?=\s+[–—-]?\s*[«“\"(]?[A-ZА-ЯЎҚҒҲЁO‘‘\d])")
_LONG_WORD = re.compile(r"(?:[^\W\d_]|[‘’ʻʼ'`]){4,}$")
_INITIAL = re.compile(r"(?:^|[\s.(])(?:[A-ZА-ЯЎҚҒҲЁ]|Sh|Ch|Ya|Yo|Yu|No|mln|mlrd|млн|млрд)$")


@dataclass(frozen=True)
class Stretch:
    """A part of a seed, in code points: `text[start:end]`."""

    start: int
    end: int


@lru_cache(maxsize=512)
def paragraphs(text: str) -> tuple[Stretch, ...]:
    """The paragraphs of the text, without the white space around them.

    A line break inside a paragraph is only where a line of the original ended. Where nearly every line is
    followed by an empty one (double-spaced copies of PDF files), an empty line alone starts no paragraph.
    Footnotes and page numbers are paragraphs of their own.
    """
    lines = [Stretch(m.start(), m.end()) for m in _LINE.finditer(text) if m[0].strip()]
    if not lines:
        return ()
    gaps = [_breaks(text[one.end : two.start]) for one, two in pairwise(lines)]
    double_spaced = len(gaps) > 8 and sum(gap == 2 for gap in gaps) > len(gaps) * 0.6
    full = sorted(line.end - line.start for line in lines)[len(lines) * 3 // 4]
    apart = notes(text)
    found, start = [], 0
    for at, gap in enumerate(gaps):
        if _note_of(lines[at], apart) != _note_of(lines[at + 1], apart) or _starts_paragraph(
            text, lines[at], lines[at + 1], gap, full, double_spaced
        ):
            found.append(_trimmed(text, lines[start].start, lines[at].end))
            start = at + 1
    found.append(_trimmed(text, lines[start].start, lines[-1].end))
    return tuple(found)


@lru_cache(maxsize=512)
def notes(text: str) -> tuple[Stretch, ...]:
    """The footnotes and page numbers: what stands apart from the prose and begins a line."""
    regions = (region.span for region in find_layout(text).regions if region.kind in ("note", "marginal"))
    return tuple(
        _trimmed(text, start, end)
        for start, end in regions
        if text[start:end].strip() and not text[:start].rpartition("\n")[2].strip()
    )


def is_note(text: str, part: Stretch) -> bool:
    """Whether a paragraph is a footnote or a page number."""
    return _note_of(part, notes(text)) is not None


@lru_cache(maxsize=8192)
def sentences(text: str, paragraph: Stretch) -> tuple[Stretch, ...]:
    """The sentences of a paragraph, in order, without the white space between them."""
    found, start = [], paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if text[match.start()] == "." and _INITIAL.search(text, max(start, match.start() - 6), match.start()):
            continue
        if text[match.end() : match.end() + 4].lstrip()[:1].isdigit() and not _LONG_WORD.search(
            text, start, match.start()
        ):
            continue
        found.append(_trimmed(text, start, match.end()))
        start = match.end()
    if text[start : paragraph.end].strip():
        found.append(_trimmed(text, start, paragraph.end))
    return tuple(found)


def sentence_around(text: str, start: int, end: int) -> Stretch:
    """The sentence that holds `text[start:end]`, or all that it touches."""
    touched = [
        sentence
        for paragraph in _touched(paragraphs(text), start, end)
        for sentence in _touched(sentences(text, paragraph), start, end)
    ]
    if not touched:
        return Stretch(start, end)
    return Stretch(min(start, touched[0].start), max(end, touched[-1].end))


def _touched(ordered: Sequence[Stretch], start: int, end: int) -> Sequence[Stretch]:
    """Those of the stretches, which follow one another, that share a character with `text[start:end]`."""
    first = bisect_right(ordered, start, key=lambda one: one.end)
    return ordered[first : bisect_left(ordered, end, lo=first, key=lambda one: one.start)]


def _starts_paragraph(
    text: str, line: Stretch, following: Stretch, gap: int, full: int, double_spaced: bool
) -> bool:
    ended = text[line.start : line.end].rstrip()[-1:] in '.!?:;”»"'
    length = line.end - line.start
    opens = text[following.start : following.end].lstrip()[:1]
    if gap <= (2 if double_spaced else 1) and (text[line.start : following.end]).isupper():
        return False
    if gap > (2 if double_spaced else 1):
        return ended or opens.isupper() or not opens.isalpha()
    if (length < full * 0.8 and ended) or (length < full * 0.6 and not opens.islower()):
        return True
    return double_spaced and ended and opens in "-–•" and gap == 2


def _note_of(line: Stretch, apart: tuple[Stretch, ...]) -> Stretch | None:
    return next(
        (
            note
            for note in apart
            if line.start <= note.start < line.end or note.start <= line.start < note.end
        ),
        None,
    )


def _breaks(between: str) -> int:
    return between.replace("\r\n", "\n").replace("\r", "\n").count("\n") + between.count("\f")


def _trimmed(text: str, start: int, end: int) -> Stretch:
    part = text[start:end]
    return Stretch(start + len(part) - len(part.lstrip()), start + len(part.rstrip()))
