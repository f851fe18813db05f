"""All agreements of a document, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, Finding, Names, Refusal
from uzkz_kb.recognise.agreements.announced import announced
from uzkz_kb.recognise.agreements.elliptic import with_elliptic_acts
from uzkz_kb.recognise.agreements.gather import Gathering
from uzkz_kb.recognise.agreements.heading import heading_of
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.lists import with_list_acts
from uzkz_kb.recognise.agreements.parties import sides_of
from uzkz_kb.recognise.agreements.scene import Telling
from uzkz_kb.recognise.agreements.sentences import read_sentence
from uzkz_kb.recognise.agreements.settled import settling_sentences
from uzkz_kb.recognise.agreements.told import NOBODY, Context
from uzkz_kb.recognise.agreements.understandings import understandings_of
from uzkz_kb.recognise.entries import entries
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import Verbs

_F = TypeVar("_F", bound=Finding)


#: What a sentence must hold to be read: a document's noun or a verb of agreeing or deciding.
_ANCHORS = ("agreement_head", "agree_verb", "decide_verb", "agree_noun")


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
    anchor = word_of(*_ANCHORS)
    anchored = [
        sentence.index
        for sentence in document.sentences
        if sentence.section in ("title", "body") and anchor.search(sentence.codes)
    ]
    settling = settling_sentences(document)
    if not anchored and not settling:
        return (), ()
    verbs = verbs or Verbs()
    lists = announced(document, verbs)
    agreed = frozenset(index for index, frame in lists.items() if frame.agreed)
    wanted = sorted(settling.union(agreed, anchored))
    dated, named = _by_sentence(dates), _names_by_sentence(names)
    chronicle = entries(document, dates, names.places)
    readings: list[SentenceReading] = []
    for index in wanted:
        reading = _read(document.sentences[index], verbs, named.get(index, NOBODY), dated.get(index, ()))
        reading = with_list_acts(reading, readings[-1] if readings else None, lists.get(index))
        readings.append(with_elliptic_acts(reading, dated.get(index, ()), entry=index in chronicle))
    tellers = {index: frame.sentence for index, frame in lists.items()}
    telling = Telling(document, dated, named, published, chronicle, set(), tellers)
    gathering = Gathering(Context(document, verbs, dated, named, sides_of(names), published, telling))
    heading = heading_of(document, readings, dated, named)
    if heading is not None:
        gathering.take_heading(*heading)
        readings = [one for one in readings if one.sentence is not heading.item.sentence]
    headline: list[Item] = []
    for reading in readings:
        index = reading.sentence.index
        understood = understandings_of(
            reading, lists.get(index), settling=index in settling, among=gathering.goes_on(index)
        )
        found = sorted([*reading.items, *understood], key=lambda item: item.first)
        if reading.sentence.section == "title":
            headline.extend(found)
        else:
            for item in found:
                gathering.take(item)
    for item in headline:
        gathering.take_title(item)
    refused = [refusal for reading in readings for refusal in reading.refused]
    return gathering.findings(), (*refused, *gathering.refused)


def _read(sentence: Sentence, verbs: Verbs, names: Names, dates: Sequence[DateFinding]) -> SentenceReading:
    """A sentence read, by what others found in it."""
    return read_sentence(
        sentence,
        verbs.of(sentence),
        _ends(names.people),
        _ends((*names.organizations, *names.places)),
        _ends(dates),
    )


def _by_sentence(found: Iterable[_F]) -> Mapping[int, Sequence[_F]]:
    groups: dict[int, list[_F]] = {}
    for one in found:
        groups.setdefault(one.sentence, []).append(one)
    return groups


def _names_by_sentence(names: Names) -> Mapping[int, Names]:
    """By the index of each sentence that names somebody or something: the names in it."""
    people = _by_sentence(names.people)
    organizations, places = _by_sentence(names.organizations), _by_sentence(names.places)
    return {
        index: Names(
            tuple(people.get(index, ())), tuple(organizations.get(index, ())), tuple(places.get(index, ()))
        )
        for index in people.keys() | organizations.keys() | places.keys()
    }


def _ends(found: Iterable[Finding]) -> Mapping[int, int]:
    """From the last token of each finding of a sentence to its first."""
    return {one.last - 1: one.first for one in found}


def kinds_and_names(findings: Sequence[AgreementFinding]) -> list[str]:
    """The findings as `kind status: name`, second mentions left out."""
    return [f"{f.kind} {f.status}: {f.name}" for f in findings if f.same_as is None]
