"""A text that is itself a document: a joint statement, a law or a resolution under its own heading.

Its heading is set in capitals and ends with the document's noun; a line with the day, and mostly the place,
stands at its top or its end.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, Names
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.rules import word_of

#: The heading stands among so many first sentences, its day among so many first or last ones.
_TOP, _END = 5, 3
#: A line of so many words at most holds no more than day, place and number.
_LINE = 14
_KINDS = frozenset(
    (
        "decree",
        "joint_statement",
        "declaration",
        "memorandum",
        "agreement",
        "treaty",
        "protocol",
        "convention",
    )
)


class Heading(NamedTuple):
    """The phrase that names the text itself, with the day and the place that a line of it gives."""

    item: Item
    date: Dating
    place: EntityKey | None


def heading_of(
    document: Document,
    readings: Sequence[SentenceReading],
    dates: Mapping[int, Sequence[DateFinding]],
    names: Mapping[int, Names],
) -> Heading | None:
    """The document that the whole text is; `None` where it is none."""
    for reading in readings:
        if reading.sentence.index >= _TOP:
            return None
        for item in reading.items:
            if _heads_text(reading, item) and (item.kind != "decree" or _on_treaty(document)):
                line = _line(document, dates)
                if line is None:
                    return None
                act = Act("adopted", item.head.at, item.head.last, True)
                places = names.get(line.sentence, Names()).places
                place = next((p.entity for p in places if p.kind in ("city", "residence")), None)
                return Heading(item._replace(first=_first(item), act=act), line.dating, place)
    return None


def _heads_text(reading: SentenceReading, item: Item) -> bool:
    head: Head = item.head
    noun = reading.sentence.tokens[head.at].word
    return (
        noun.shape == "upper"
        and head.form == "nom"
        and not head.plural
        and head.last == len(reading.sentence.tokens)
        and item.kind in _KINDS
        and not any(verb.finite for verb in reading.verbs)
    )


def _first(item: Item) -> int:
    """All words of the heading's line belong to its name."""
    return 0 if item.sentence.tokens[0].word.shape == "upper" else item.first


def _on_treaty(document: Document) -> bool:
    """Whether the decree's heading says that it ratifies or approves what was signed."""
    top = document.sentences[:_TOP]
    return any(
        word_of("agreement_head").search(sentence.codes)
        and word_of("ratify_noun", "ratify_verb", "adopt_verb").search(sentence.codes)
        and word_of("about_word").search(sentence.codes)
        for sentence in top[1:]
    )


def _line(document: Document, dates: Mapping[int, Sequence[DateFinding]]) -> DateFinding | None:
    """The line that holds no more than the day, the place and a number; that of the end goes before."""
    prose = [sentence for sentence in document.sentences if sentence.section in ("title", "body")]
    for sentence in [*reversed(prose[-_END:]), *prose[1:_TOP]]:
        found = next((date for date in dates.get(sentence.index, ()) if _of_the_text(sentence, date)), None)
        if found is not None:
            return found
    return None


def _of_the_text(sentence: Sentence, date: DateFinding) -> bool:
    edtf = date.dating.edtf
    if len(sentence.tokens) > _LINE or edtf is None or len(edtf) != 10 or date.dating.basis != "explicit":
        return False
    last = sentence.tokens[date.last - 1].word
    return last.form == "nom" and not any(
        token.word.shape == "lower" and token.word.key.endswith(_CLAUSES) for token in sentence.tokens
    )


#: How words end that make more of a line: verbs, and nouns of place and time.
_CLAUSES = ("di", "gan", "da", "moqda", "ladi")
