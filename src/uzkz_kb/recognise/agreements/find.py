"""All agreements of a document, in the order of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, Finding, Names, Refusal
from uzkz_kb.recognise.agreements.gather import Context, Gathering
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.lists import with_list_acts
from uzkz_kb.recognise.agreements.parties import sides_of
from uzkz_kb.recognise.agreements.sentences import read_sentence
from uzkz_kb.recognise.agreements.understandings import understandings_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.verbs import Verbs


@cache
def _anchor() -> re.Pattern[str]:
    """What a sentence must hold to be read: a document's noun or a verb of agreeing or deciding."""
    classes = frozenset({"agreement_head", "agree_verb", "decide_verb", "agree_noun"})
    return re.compile(f"[{words().code_ranges(classes, frozenset(), None)}]")


def find_agreements(
    document: Document, dates: tuple[DateFinding, ...], names: Names, published: Dating | None
) -> tuple[AgreementFinding, ...]:
    """The documents and understandings that a text tells of.

    A place that only names again what an earlier one named has `same_as`, the index of that one. `published`
    is the source's date.
    """
    return judged_agreements(document, dates, names, published)[0]


def judged_agreements(
    document: Document,
    dates: tuple[DateFinding, ...],
    names: Names,
    published: Dating | None,
    verbs: Verbs | None = None,
) -> tuple[tuple[AgreementFinding, ...], tuple[Refusal, ...]]:
    """`find_agreements`, and the nouns that name no agreement of the text, with the reason.

    `verbs` are those of the document, where somebody else reads them too.
    """
    verbs = verbs or Verbs()
    readings = _readings(document, verbs, dates, names)
    if not readings:
        return (), ()
    by_sentence: dict[int, list[DateFinding]] = defaultdict(list)
    for date in dates:
        by_sentence[date.sentence].append(date)
    gathering = Gathering(Context(document, verbs, by_sentence, names, sides_of(names), published))
    headline: list[Item] = []
    for reading in readings:
        found = sorted([*reading.items, *understandings_of(reading)], key=lambda item: item.first)
        if reading.sentence.section == "title":
            headline.extend(found)
        else:
            for item in found:
                gathering.take(item)
    for item in headline:
        gathering.take_title(item)
    refused = [refusal for reading in readings for refusal in reading.refused]
    return gathering.findings(), (*refused, *gathering.refused)


def _readings(
    document: Document, verbs: Verbs, dates: Sequence[DateFinding], names: Names
) -> list[SentenceReading]:
    """The sentences that may tell of an agreement, read one after the other."""
    anchor = _anchor()
    wanted = {
        sentence.index: sentence
        for sentence in document.sentences
        if sentence.section in ("title", "body") and anchor.search(sentence.codes)
    }
    if not wanted:
        return []
    people = _ends(names.people)
    named = _ends((*names.organizations, *names.places))
    dated = _ends(dates)
    readings: list[SentenceReading] = []
    for index, sentence in wanted.items():
        reading = read_sentence(sentence, verbs.of(sentence), people[index], named[index], dated[index])
        readings.append(with_list_acts(reading, readings[-1] if readings else None))
    return readings


def _ends(found: Sequence[Finding]) -> dict[int, dict[int, int]]:
    """By sentence: from the last token of each finding to its first."""
    ends: dict[int, dict[int, int]] = defaultdict(dict)
    for one in found:
        ends[one.sentence][one.last - 1] = one.first
    return ends


def kinds_and_names(findings: Sequence[AgreementFinding]) -> list[str]:
    """The findings as `kind status: name`, second mentions left out."""
    return [f"{f.kind} {f.status}: {f.name}" for f in findings if f.same_as is None]
