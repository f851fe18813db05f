"""What nobody claimed: numbers, dates, capitalised names and head nouns that stand in no record, and why.

Nothing is silently skipped: what a reader might take for a fact is listed, so that a rule can be added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter

from uzkz_kb.model.document import Sentence, Span, Word
from uzkz_kb.model.findings import Dating, Extraction, Finding, Refusal, Unclaimed
from uzkz_kb.recognise.names.context import why_no_name
from uzkz_kb.recognise.rules import word_of, words

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
    length = len(extraction.document.seed.text)
    claimed, dated = _Cover(length, records), _Cover(length, extraction.dates)
    reasons = {
        (refusal.what, refusal.sentence, token): refusal
        for refusal in refusals
        for token in range(refusal.first, refusal.last)
    }
    leftovers: list[Unclaimed] = []
    for sentence in extraction.document.sentences:
        if sentence.section in _MINED:
            leftovers.extend(_leftovers(sentence, claimed, dated, reasons))
    sentences = extraction.document.sentences
    for refusal in refusals:
        if refusal.what == NUMBER.name and _in_words(sentences[refusal.sentence], refusal):
            span = sentences[refusal.sentence].span_of(refusal.first, refusal.last)
            if not claimed.covers(*span) and not dated.covers(*span):
                leftovers.append(_unclaimed(span, refusal))
    governed = {dating.text for dating in _datings(extraction)}
    for finding in extraction.dates:
        if finding.dating.text not in governed and not claimed.covers(*finding.span):
            reason = (
                "nothing recognised is dated by it" if finding.dating.edtf else "nothing settles the words"
            )
            place = (finding.sentence, finding.first, finding.last)
            leftovers.append(_unclaimed(finding.span, Refusal("date", *place, finding.rule, reason)))
    return tuple(sorted(leftovers, key=attrgetter("span")))


def _datings(extraction: Extraction) -> Iterator[Dating]:
    """The dates that records bear."""
    datings = [
        *(event.date for event in extraction.events),
        *(date for agreement in extraction.agreements for date in (agreement.date, agreement.valid)),
        *(date for figure in extraction.figures for date in (figure.period, figure.base)),
    ]
    return (dating for dating in datings if dating is not None)


def _unclaimed(span: Span, refusal: Refusal) -> Unclaimed:
    """The leftover at `span`, for which the refusal gives the reason."""
    return Unclaimed(
        span=span,
        sentence=refusal.sentence,
        first=refusal.first,
        last=refusal.last,
        rule=refusal.rule,
        what=refusal.what,
        reason=refusal.reason,
    )


class _Cover:
    """The characters of a text, `length` of them, that findings stand on."""

    def __init__(self, length: int, findings: Iterable[Finding]) -> None:
        self._marked = bytearray(length)
        for finding in findings:
            start, end = finding.span
            self._marked[start:end] = _MARK * (end - start)

    def covers(self, start: int, end: int) -> bool:
        """Whether one of the characters from `start` up to `end` is among them."""
        return self._marked.find(_MARK, start, end) >= 0


_MARK = b"\1"


def _leftovers(
    sentence: Sentence, claimed: _Cover, dated: _Cover, reasons: Mapping[tuple[str, int, int], Refusal]
) -> Iterator[Unclaimed]:
    end = 0
    for match in _notable().finditer(sentence.codes):
        index = match.start()
        if index < end:
            continue
        start, past, word, _ = sentence.tokens[index]
        if claimed.covers(start, past):
            continue
        what = _what(word)
        if what is None or (what is NAME and not _inside(sentence, index)):
            continue
        if what is NUMBER and dated.covers(start, past):
            continue
        end = _name_end(sentence, index, claimed) if what is NAME else index + 1
        refusal = reasons.get((what.name, sentence.index, index))
        if refusal is not None:
            rule, reason = refusal.rule, refusal.reason
        else:
            no_name = why_no_name(sentence.tokens, index, end) if what is NAME else None
            rule, reason = no_name or ("unclaimed", what.reason)
        left = Refusal(what.name, sentence.index, index, end, rule, reason)
        yield _unclaimed(sentence.span_of(index, end), left)


def _in_words(sentence: Sentence, refusal: Refusal) -> bool:
    """Whether a number has no digits: only who refused it knows that it is more than a word."""
    return word_of("number", "date_numeric").search(sentence.codes, refusal.first, refusal.last) is None


@cache
def _notable() -> re.Pattern[str]:
    """The code of a word that `_what` is worth asking about."""
    marked = words().code_ranges(frozenset(("agreement_head", "date_numeric", "event", "number")), _ANY, None)
    return re.compile(f"[{marked}{words().code_ranges(frozenset(('unread',)), _ANY, True)}]")


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
        if not token.word.capital or claimed.covers(token.start, token.end):
            break
        last += 1
    return last


def totals(leftovers: Sequence[Unclaimed]) -> tuple[tuple[str, int], ...]:
    """How many leftovers of each sort, by its name."""
    return tuple(sorted(Counter(leftover.what for leftover in leftovers).items()))
