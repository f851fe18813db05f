"""What nobody claimed: numbers, dates, capitalised names and head nouns that stand in no record, and why.

Nothing is silently skipped: what a reader might take for a fact is listed, so that a rule can be added.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from uzkz_kb.model.document import Sentence, Span, Word
from uzkz_kb.model.findings import Dating, Extraction, Finding, Refusal, Unclaimed
from uzkz_kb.recognise.names.context import why_no_name
from uzkz_kb.recognise.rules import words

_MINED = ("title", "body")


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of leftover, and why no rule may have taken it."""

    name: str
    reason: str


NUMBER = Sort("number", "no unit, nothing counted, no date beside it")
DOCUMENT = Sort("agreement noun", "no document of its own: a general word, or one taken up again")
HAPPENING = Sort(
    "event noun", "no date, place, number, proper name or person makes it a particular happening"
)
NAME = Sort("name", "neither in the gazetteer nor beside an office, a given name or a surname's ending")


def find_unclaimed(extraction: Extraction, refusals: Sequence[Refusal] = ()) -> tuple[Unclaimed, ...]:
    """The leftovers of one document, in the order of the text; `refusals` are the recognisers' reasons."""
    records: list[Finding] = [
        *extraction.names.people,
        *extraction.names.organizations,
        *extraction.names.places,
        *extraction.figures,
        *extraction.agreements,
        *extraction.events,
    ]
    claimed = _Cover(finding.span for finding in records)
    dated = _Cover(finding.span for finding in extraction.dates)
    reasons = {
        (refusal.what, refusal.sentence, token): refusal
        for refusal in refusals
        for token in range(refusal.first, refusal.last)
    }
    leftovers: list[Unclaimed] = []
    for sentence in extraction.document.sentences:
        if sentence.section in _MINED:
            leftovers.extend(_leftovers(sentence, claimed, dated, reasons))
    for refusal in refusals:
        if refusal.what == NUMBER.name:
            leftovers.extend(
                _in_words(extraction.document.sentences[refusal.sentence], refusal, claimed, dated)
            )
    governed = {dating.text for dating in _datings(extraction)}
    for finding in extraction.dates:
        if finding.dating.text not in governed and not claimed.covers(finding.span):
            reason = (
                "nothing recognised is dated by it" if finding.dating.edtf else "nothing settles the words"
            )
            leftovers.append(_unclaimed(finding, "date", reason))
    return tuple(sorted(leftovers, key=lambda leftover: leftover.span))


def _datings(extraction: Extraction) -> Iterator[Dating]:
    """The dates that records bear."""
    datings = [
        *(event.date for event in extraction.events),
        *(date for agreement in extraction.agreements for date in (agreement.date, agreement.valid)),
        *(date for figure in extraction.figures for date in (figure.period, figure.base)),
    ]
    return (dating for dating in datings if dating is not None)


def _unclaimed(finding: Finding, what: str, reason: str) -> Unclaimed:
    return Unclaimed(
        span=finding.span,
        sentence=finding.sentence,
        first=finding.first,
        last=finding.last,
        rule=finding.rule,
        what=what,
        reason=reason,
    )


class _Cover:
    """Spans, merged, to ask whether a stretch touches one."""

    def __init__(self, spans: Iterable[Span]) -> None:
        merged: list[Span] = []
        for span in sorted(spans):
            if merged and span.start < merged[-1].end:
                merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
            else:
                merged.append(span)
        self._starts = [span.start for span in merged]
        self._ends = [span.end for span in merged]

    def covers(self, span: Span) -> bool:
        """Whether `span` shares a character with one of the spans."""
        at = bisect_right(self._starts, span.end - 1) - 1
        return at >= 0 and self._ends[at] > span.start


def _leftovers(
    sentence: Sentence, claimed: _Cover, dated: _Cover, reasons: Mapping[tuple[str, int, int], Refusal]
) -> Iterator[Unclaimed]:
    end = 0
    for match in _notable().finditer(sentence.codes):
        index = match.start()
        token = sentence.tokens[index]
        what = _what(token.word)
        if what is None or index < end or (what is NAME and not _inside(sentence, index)):
            continue
        span = Span(token.start, token.end)
        if claimed.covers(span) or (what is NUMBER and dated.covers(span)):
            continue
        end = _name_end(sentence, index, claimed) if what is NAME else index + 1
        refusal = reasons.get((what.name, sentence.index, index))
        if refusal is not None:
            rule, reason = refusal.rule, refusal.reason
        else:
            no_name = why_no_name(sentence.tokens, index, end) if what is NAME else None
            rule, reason = no_name or ("unclaimed", what.reason)
        yield Unclaimed(
            span=sentence.span_of(index, end),
            sentence=sentence.index,
            first=index,
            last=end,
            rule=rule,
            what=what.name,
            reason=reason,
        )


def _in_words(sentence: Sentence, refusal: Refusal, claimed: _Cover, dated: _Cover) -> Iterator[Unclaimed]:
    """A number without digits: only the recogniser that refused it knows that it is more than a word."""
    span = sentence.span_of(refusal.first, refusal.last)
    digits = any(token.word.shape == "number" for token in sentence.tokens[refusal.first : refusal.last])
    if not digits and not claimed.covers(span) and not dated.covers(span):
        yield Unclaimed(span=span, **refusal._asdict())


@cache
def _notable() -> re.Pattern[str]:
    """The code of a word that `_what` is worth asking about."""
    marked = words().code_ranges(frozenset(("agreement_head", "date_numeric", "event", "number")), _ANY, None)
    return re.compile(f"[{marked}{words().code_ranges(frozenset(('word',)), _ANY, True)}]")


_ANY: frozenset[str] = frozenset()


def _what(word: Word) -> Sort | None:
    """What a word looks like that a record might rest on; a name only where its capital says so."""
    if word.shape == "number":
        return NUMBER
    if word.has("agreement_head"):
        return DOCUMENT
    if word.has("event"):
        return HAPPENING
    return NAME if word.capital and not word.readings else None


def _inside(sentence: Sentence, index: int) -> bool:
    """Whether a capital at `index` does not merely begin a sentence or speech in it."""
    return index > 0 and sentence.tokens[index - 1].word.raw not in ".!?:-–—"


def _name_end(sentence: Sentence, first: int, claimed: _Cover) -> int:
    last = first + 1
    while last < len(sentence.tokens):
        token = sentence.tokens[last]
        if not token.word.capital or claimed.covers(Span(token.start, token.end)):
            break
        last += 1
    return last


def totals(leftovers: Sequence[Unclaimed]) -> tuple[tuple[str, int], ...]:
    """How many leftovers of each sort, by its name."""
    return tuple(sorted(Counter(leftover.what for leftover in leftovers).items()))
