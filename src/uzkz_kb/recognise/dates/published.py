"""The date of a source: what its sidecar says, else its head or dateline, else what its own words settle.

A source that dates things by `joriy yil` or by days without a year tells its own year in other ways: by
an anniversary of something whose beginning is known, by the years that what was just adopted is meant for,
by the full dates it tells as past. Only what these settle is given, never a day that they leave open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.recognise.dates.calendar import Point, days_on, point
from uzkz_kb.recognise.dates.find import find_dates
from uzkz_kb.recognise.dates.tense import tense_after
from uzkz_kb.recognise.entries import heads
from uzkz_kb.text.keys import key

#: How many sentences from the top a bare date may be the page's own.
_HEAD = 4
#: How many words there may be in its line.
_FEW_WORDS = 3
#: How many words may stand between what is celebrated and `N yilligi`.
_NEAR = 8
#: Rules whose phrases are read against the source's own date.
_DEICTIC = (
    "dates.day_of_month",
    "dates.month",
    "dates.near_year",
    "dates.days_across_months",
    "dates.year_to_date",
)


class Evidence(NamedTuple):
    """A year (and month) that the text gives for itself, and the words that show it."""

    when: Point
    words: str


def find_published(document: Document) -> Dating | None:
    """The source's date, with the words it was read from; `None` where nothing settles it."""
    stated = document.seed.sidecar.published
    if stated:
        return Dating(str(stated), str(stated), "explicit")
    head = _dateline(document) or _head(document)
    if head is not None:
        return head
    dates = find_dates(document, None)
    today = _today(document, dates)
    if today is not None:
        return today
    evidence = (
        _year_of_anniversary(document) or _year_of_validity(document, dates) or _latest_told(document, dates)
    )
    if evidence is None:
        return None
    if evidence.when.month:
        return Dating(evidence.words, evidence.when.edtf, "inferred")
    year = evidence.when.year
    months = [m for m, _ in _past_without_year(document, dates)]
    if not months and not _speaks_of_this_year(dates):
        return None
    return Dating(evidence.words, (Point(year, max(months)) if months else Point(year)).edtf, "inferred")


def first_day(published: Dating | None) -> Dating | None:
    """What a text is read against: of a source of several days, months or years, the first."""
    start = point(published.edtf) if published is not None else None
    return replace(published, edtf=start.edtf) if published is not None and start is not None else None


def _dateline(document: Document) -> Dating | None:
    """The date with a year that a dateline states."""
    for sentence in document.sentences:
        if sentence.section == "dateline":
            for finding in _dates_of(document, sentence):
                stated = point(finding.dating.edtf)
                if stated is not None and stated.month and finding.dating.basis == "explicit":
                    return Dating(finding.dating.text, finding.dating.edtf, "explicit")
    return None


def _dates_of(document: Document, sentence: Sentence) -> Sequence[DateFinding]:
    body = Sentence(sentence.index, "body", sentence.tokens, sentence.codes)
    return find_dates(Document(document.seed, (body,), document.script), None)


def _head(document: Document) -> Dating | None:
    """A full date that stands by itself, or with a place, at the top of the page: `16:05 / 30.05.2023`."""
    for finding in find_dates(Document(document.seed, document.sentences[:_HEAD], document.script), None):
        stated = point(finding.dating.edtf)
        full = stated is not None and stated.day and finding.dating.basis == "explicit"
        sentence = document.sentences[finding.sentence]
        if full and _stands_with_hour(sentence, finding):
            return Dating(finding.dating.text, finding.dating.edtf, "explicit")
        if full and _stands_in_an_imprint(sentence):
            return Dating(finding.dating.text, finding.dating.edtf, "explicit")
        if full and _stands_alone(sentence, finding):
            if heads(document, find_dates(document, None)):
                return None  # the first day that a chronicle tells of, or its title with that
            return Dating(finding.dating.text, finding.dating.edtf, "explicit")
    return None


def _stands_alone(sentence: Sentence, date: DateFinding) -> bool:
    """Whether next to nothing but a place stands beside the date: `Toshkent sh., 2021-yil 4-may`."""
    words = [token.word for token in sentence.tokens if token.word.shape not in ("number", "mark")]
    if len(words) <= _FEW_WORDS:
        return True
    around = (*sentence.tokens[: date.first], *sentence.tokens[date.last :])
    place = [token.word for token in around if token.word.shape not in ("number", "mark")]
    return (
        len(place) == 2 and place[0].capital and (place[1].has("place_head") or place[1].has("abbreviation"))
    )


def _stands_in_an_imprint(sentence: Sentence) -> bool:
    """Whether a newspaper and its number are told beside the date: «Surxon» gazetasi, 5-son."""
    words = [token.word for token in sentence.tokens]
    paper = any(word.key.startswith(("gazeta", "jurnal")) for word in words)
    return paper and any(
        word.key in ("son", "soni") and words[at - 1].has("hyphen") for at, word in enumerate(words) if at
    )


def _stands_with_hour(sentence: Sentence, date: DateFinding) -> bool:
    """Whether an hour stands beside a date in figures, as on a page of news: `04.05.2021, 18:42`."""
    if date.rule != "dates.numeric":
        return False
    around = (
        sentence.tokens[max(0, date.first - 5) : date.first],
        sentence.tokens[date.last : date.last + 5],
    )
    return any(
        one.word.shape == "number" and mark.word.has("colon") and mark.glued and other.word.shape == "number"
        for run in around
        for one, mark, other in zip(run, run[1:], run[2:], strict=False)
    )


def _today(document: Document, dates: Sequence[DateFinding]) -> Dating | None:
    """The day that the text calls today, yesterday or tomorrow and dates: `Ertaga, 7-iyun kuni …`.

    Its year is told with it, or by the dates before it.
    """
    for finding in dates:
        told = point(finding.dating.edtf)
        if told is None or not told.day or finding.governs != "at" or not finding.first:
            continue
        tokens = document.sentences[finding.sentence].tokens
        at = finding.first - (2 if tokens[finding.first - 1].word.has("comma") else 1)
        reading = tokens[at].word.reading("near_day") if at >= 0 else None
        if reading is None or reading.form != "nom" or reading.possessive or reading.plural:
            continue
        day = days_on(told, -int(reading.classes["near_day"]))
        span = document.sentences[finding.sentence].span_of(at, finding.last)
        return Dating(document.quote(span), day.edtf, "inferred")
    return None


def _year_of_anniversary(document: Document) -> Evidence | None:
    """The year in which `N yilligi` of something whose beginning is known is kept, as this year's."""
    for sentence in document.sentences:
        tokens = sentence.tokens
        for index, token in enumerate(tokens[1:], 1):
            number = tokens[index - 1].word.raw
            if not token.word.key.startswith(("yillig", "yillik")) or not number.isdecimal():
                continue
            if not any(
                t.word.has("nearness") and t.word.key in ("joriy", "bu", "shu") for t in tokens[:index]
            ):
                continue
            before = [t.word.key for t in tokens[max(0, index - _NEAR) : index]]
            for line in lang_data("beginnings.yml"):
                if _holds(before, [key(word) for word in line["words"]]):
                    span = sentence.span_of(index - 1, index + 1)
                    return Evidence(Point(line["year"] + int(number)), document.quote(span))
    return None


def _holds(words: Sequence[str], stems: Sequence[str]) -> bool:
    """Whether words of these stems follow one another, in this order, with others between."""
    rest = iter(words)
    return all(any(word.startswith(stem) for word in rest) for stem in stems)


def _year_of_validity(document: Document, dates: Sequence[DateFinding]) -> Evidence | None:
    """The first year of what was just signed or adopted, where the text speaks of its own year."""
    valid = [d for d in dates if d.governs == "valid" and d.rule == "dates.years" and d.dating.edtf]
    if not valid:
        return None
    first = min(valid, key=lambda d: d.dating.edtf or "")
    start = point(first.dating.edtf)
    told = _latest_told(document, dates)
    if start is None or (told is not None and told.when.year > start.year):
        return None
    return Evidence(Point(start.year), first.dating.text)


def _latest_told(document: Document, dates: Sequence[DateFinding]) -> Evidence | None:
    """The latest day that the text tells in full as past, where its opening tells it: the news it reports.

    Given to the month, for the report came after. A history begins with days that later ones follow.
    """
    told = [
        (day, finding)
        for finding in dates
        if finding.dating.basis == "explicit"
        and finding.governs == "at"
        and (day := point(finding.dating.edtf, end=True)) is not None
        and tense_after(document.sentences[finding.sentence], finding.last) == "past"
    ]
    if not told:
        return None
    latest, finding = max(told, key=lambda pair: pair[0])
    if not latest.day or finding.sentence >= _HEAD:
        return None
    return Evidence(Point(latest.year, latest.month), finding.dating.text)


def _past_without_year(document: Document, dates: Sequence[DateFinding]) -> Iterator[tuple[int, DateFinding]]:
    """The months without a year that are told as past."""
    for finding in dates:
        if finding.dating.edtf is not None or finding.rule not in _DEICTIC or finding.governs != "at":
            continue
        sentence = document.sentences[finding.sentence]
        words = [token.word for token in sentence.tokens[finding.first : finding.last]]
        if any(word.has("elapsed") or word.key in ("kelgusi", "kelasi", "keyingi") for word in words):
            continue
        readings = [reading for word in words if (reading := word.reading("month"))]
        months = [int(reading.classes["month"]) for reading in readings]
        if months and tense_after(sentence, finding.last) == "past":
            yield months[-1], finding


def _speaks_of_this_year(dates: Sequence[DateFinding]) -> bool:
    return any(finding.dating.edtf is None and finding.rule in _DEICTIC for finding in dates)
