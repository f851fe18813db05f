"""What of a page is prose: footnotes, page numbers, references, datelines and headings told apart from it.

Regions are found by what they say, not by where a line ends, so that a text on one line reads as it did in
forty columns. The prose that is left runs on over a footnote or a page number that interrupts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import SectionKind, Span

_CAPITAL = "A-ZА-ЯЎҚҒҲЁ"
_SURNAME = rf"[{_CAPITAL}][\w‘’'ʻʼ`-]+,?\s(?:[{_CAPITAL}][a-zа-я]?\.\s?){{1,3}}"
# What may not stand before a match is asked after its first character: so the search skips all other letters.
_NOTE = re.compile(rf"(?P<number>[0-9](?<![\w,.-][0-9])[0-9]?)\.?\s(?P<body>https?://\S+|{_SURNAME})")
#: How far from its first words the pages of a work may stand.
_LONGEST_NOTE = 300
_NOTE_END = re.compile(
    r"[-–—]\s?\d+(?:\s?[-–]\s?\d+)?\s?-?(?:бет|bet|б|b|с|p|c)\b\.?|\b(?:[PСCpс]|pp)\.\s?\d+(?:[-–]\d+)?\.?|\n"
)
_REFERENCE = re.compile(r"\[\s?\d[^\]\n]{0,40}\]")
_PAGE_NUMBER = re.compile(r"[ \t\f]*[-–—]?\s?\d{1,4}\s?[-–—]?[ \t]*(?=\n|\Z)")
_BLANK_LINES = re.compile(r"\n(?:[ \t\r\f]*\n)+")
_CAPITAL_LINE = rf"[ \t\f]*[{_CAPITAL}‘’'ʻʼ`(“«][{_CAPITAL}‘’'ʻʼ`()“”«»–—:, -]{{4,}}[ \t]*(?=\n|\Z)"
_CAPITAL_LINES = re.compile(rf"{_CAPITAL_LINE}(?:\s*?\n{_CAPITAL_LINE})*")


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the seed that is no running prose."""

    span: Span
    kind: SectionKind


@dataclass(frozen=True, slots=True)
class Layout:
    """The regions set apart, in order, and the offsets that no sentence crosses."""

    regions: tuple[Region, ...]
    breaks: tuple[int, ...]

    def prose(self, length: int) -> Iterator[Span]:
        """The stretches between the regions."""
        start = 0
        for region in self.regions:
            if region.span.start > start:
                yield Span(start, region.span.start)
            start = max(start, region.span.end)
        if start < length:
            yield Span(start, length)


def find_layout(text: str, title_end: int | None = None) -> Layout:
    """The layout of a seed's text; `title_end` is where its headline ends, if that is known."""
    regions = sorted(
        (*_find_notes(text), *_find_references(text), *_find_page_numbers(text), *_find_datelines(text)),
        key=lambda region: region.span,
    )
    apart: list[Region] = []
    for region in regions:
        if not apart or region.span.start >= apart[-1].span.end:
            apart.append(region)
    borders = {edge for region in apart if region.kind == "dateline" for edge in region.span}
    if title_end is not None:
        borders.add(title_end)
    return Layout(tuple(apart), tuple(sorted({*_find_breaks(text, apart), *borders})))


def _from_line_starts(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches that begin where a line does, none overlapping; `pattern` matches no empty stretch."""
    start = 0
    while True:
        match = pattern.match(text, start)
        if match is not None:
            yield match
        start = text.find("\n", start if match is None else match.end() - 1) + 1
        if not start:
            return


def _find_notes(text: str) -> Iterator[Region]:
    """Footnotes: numbered one after the other, each an address or a work."""
    expected, starts = 1, list(_NOTE.finditer(text))
    for index, match in enumerate(starts):
        number = int(match["number"])
        address = match["body"].startswith("http")
        stop = _NOTE_END.search(text, match.end(), match.end() + _LONGEST_NOTE)
        if number not in (1, expected) or not (address or stop or number > 1):
            continue
        following = next((other for other in starts[index + 1 :] if int(other["number"]) == number + 1), None)
        limit = len(text) if following is None else following.start()
        if address:
            end = match.end()
        elif stop is not None and stop.end() <= limit:
            end = stop.end()
        else:
            end = limit if following is not None else match.end()
        expected = number + 1
        yield Region(Span(match.start(), end), "note")


def _find_references(text: str) -> Iterator[Region]:
    for match in _REFERENCE.finditer(text):
        yield Region(Span(*match.span()), "marginal")


def _find_page_numbers(text: str) -> Iterator[Region]:
    for match in _from_line_starts(_PAGE_NUMBER, text):
        yield Region(Span(*match.span()), "marginal")


@cache
def _agency() -> re.Pattern[str]:
    """How a dateline ends: an agency and a dash."""
    agencies = "|".join(sorted(map(re.escape, lang_data("layout.yml")["agencies"]), key=len, reverse=True))
    return re.compile(rf"(?:{agencies})(?:/|\)|»|”|\"|\.uz)?\.?\s?[—–-]\s?")


@cache
def _dateline() -> re.Pattern[str]:
    place = rf"[{_CAPITAL}][{_CAPITAL}a-zа-я‘’'ʻʼ`ўқғҳё-]{{2,}}(?:[ -][{_CAPITAL}]\w+)?"
    day = r"(?:,? ?\d{1,2}[- ]\w{3,8}(?:[ ,]+\d{4}(?:[- ]?\w+)?)?)?"
    return re.compile(
        rf"(?<!\w)(?:{place}{day}[.,]? ?[/(—–-]?\s?)"
        rf"[/(«“\"]?{_agency().pattern}"
    )


def _find_datelines(text: str) -> Iterator[Region]:
    if not _agency().search(text):
        return
    for match in _dateline().finditer(text):
        yield Region(Span(*match.span()), "dateline")


def _find_breaks(text: str, regions: Sequence[Region]) -> Iterator[int]:
    """Where a paragraph or a heading begins: at blank lines, unless a text has one after every line."""
    gaps = list(_BLANK_LINES.finditer(text))
    within = sum(1 for gap in gaps if text[gap.end() : gap.end() + 3].strip()[:1].islower())
    double_spaced = within > 2 and within * 4 > len(gaps)
    for gap in gaps:
        if double_spaced and gap.group().count("\n") < 3:
            continue
        before = text[max(0, gap.start() - 80) : gap.start()].rstrip()[-1:]
        position = _prose_after(gap.end(), text, regions)
        after = text[position : position + 80].lstrip()[:1]
        if before and not after.islower() and before != ",":
            yield gap.end()
    for match in _from_line_starts(_CAPITAL_LINES, text):
        yield from match.span()
    for heading in _headings().finditer(text):
        yield heading.start()
        if heading.group().endswith((".", ":")):
            yield heading.end()


def _prose_after(position: int, text: str, regions: Sequence[Region]) -> int:
    """The offset of the first character of prose from `position` on."""
    for region in regions:
        if region.span.end > position and not text[position : region.span.start].strip():
            position = max(position, region.span.end)
    return position


@cache
def _headings() -> re.Pattern[str]:
    return _any_of(lang_data("layout.yml")["headings"])


@cache
def marginal_headings() -> re.Pattern[str]:
    """The headings whose sentence is no prose: key words, sources."""
    return _any_of(lang_data("layout.yml")["marginal"])


def _any_of(phrases: Any) -> re.Pattern[str]:
    """A pattern of phrases that begin with a letter, as whole words, the longest first."""
    alternatives = "|".join(
        phrase[0] + rf"(?<!\w{phrase[0]})" + re.escape(phrase[1:]).replace("‘", "[‘’'ʻʼ`]")
        for phrase in sorted(map(str, phrases), key=len, reverse=True)
    )
    return re.compile(rf"(?:{alternatives})(?!\w)")
