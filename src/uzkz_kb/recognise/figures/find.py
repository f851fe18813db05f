"""All quantities of a document: numbers with their units, comparators, times and what they are of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import DateFinding, Dating, FigureFinding, Finding, Names, Refusal
from uzkz_kb.recognise.dates.calendar import Point, point
from uzkz_kb.recognise.dates.tense import tense_after
from uzkz_kb.recognise.figures.extent import (
    Extent,
    comparator_of,
    counted_by,
    is_change,
    leads,
    told_before,
)
from uzkz_kb.recognise.figures.indicators import Nouns, indicator_of, last_alike, nouns_of, what_they_are
from uzkz_kb.recognise.figures.labels import why_label
from uzkz_kb.recognise.figures.listed import HEADING, Heading, goes_on, heading_of, listed
from uzkz_kb.recognise.figures.numbers import Number, find_numbers
from uzkz_kb.recognise.figures.purpose import purpose
from uzkz_kb.recognise.figures.quantity import CARRY, Quantity
from uzkz_kb.recognise.figures.refusals import why_refused
from uzkz_kb.recognise.figures.repeated import with_repeats_alike
from uzkz_kb.recognise.figures.units import number_rule, with_unit
from uzkz_kb.recognise.figures.unstated import bare, carried_on, paired, why_unstated
from uzkz_kb.recognise.figures.when import Carried, carried_periods, in_brackets, is_later, times

_PAIR = "quantities.pair"


def find_figures(
    document: Document, dates: Sequence[DateFinding], names: Names, published: Dating | None
) -> tuple[FigureFinding, ...]:
    """Every quantity that the prose states, in the order of the text.

    `dates` and `names` are the document's: their words are no quantities, and dates tell when one holds.
    """
    return judged_figures(document, dates, names, published)[0]


def judged_figures(
    document: Document, dates: Sequence[DateFinding], names: Names, published: Dating | None
) -> tuple[tuple[FigureFinding, ...], tuple[Refusal, ...]]:
    """`find_figures`, and the numbers that state no quantity, with the reason."""
    source = point(published.edtf, end=True) if published else None
    refused: list[Refusal] = []
    found = tuple(_find(document, dates, names, source, refused))
    return with_repeats_alike(document, found), tuple(refused)


def _find(
    document: Document,
    dates: Sequence[DateFinding],
    names: Names,
    published: Point | None,
    refused: list[Refusal],
) -> Iterator[FigureFinding]:
    """The quantities; the numbers that are none go to `refused`."""
    told = _by_sentence(dates)
    claimed = _claimed((*dates, *names.people, *names.organizations, *names.places))
    number_words = number_rule().pattern.regex
    before: FigureFinding | None = None
    outside: FigureFinding | None = None
    count: FigureFinding | None = None
    recent: list[FigureFinding] = []
    heading: Heading | None = None
    for sentence in document.sentences:
        if sentence.section not in ("title", "body"):
            continue
        runs = [match.span() for match in number_words.finditer(sentence.codes)]
        if not runs:
            continue
        numbers = _numbers(sentence, runs, claimed.get(sentence.index, set()), refused)
        heading, numbers = _under_heading(sentence, heading, numbers, refused)
        quantities = _quantities(sentence, numbers, before, count, heading, refused) if numbers else ()
        if not quantities:
            continue
        here = told.get(sentence.index, ())
        nouns, period = (
            nouns_of(sentence),
            carried_periods(document.sentences, dates, sentence.index, published),
        )
        them = what_they_are(sentence, document.sentences[sentence.index - 1]) if sentence.index else None
        for quantity, extent in _with_shared_nouns(sentence, quantities):
            recent = [figure for figure in recent if sentence.index - figure.sentence <= CARRY]
            alike = last_alike(recent, quantity)
            aside = in_brackets(sentence, quantity.first)
            near = before if aside else outside
            before = _finding(sentence, quantity, extent, nouns, here, near, alike, period, published, them)
            outside = outside if aside else before
            recent.append(before)
            count = before if before.unit == "count" else count
            yield before


def _by_sentence(dates: Sequence[DateFinding]) -> Mapping[int, Sequence[DateFinding]]:
    grouped: dict[int, list[DateFinding]] = {}
    for date in dates:
        grouped.setdefault(date.sentence, []).append(date)
    return grouped


def _claimed(findings: Sequence[Finding]) -> Mapping[int, set[int]]:
    """The tokens of findings, by their sentence."""
    claimed: dict[int, set[int]] = {}
    for finding in findings:
        claimed.setdefault(finding.sentence, set()).update(range(finding.first, finding.last))
    return claimed


def _numbers(
    sentence: Sentence, runs: Sequence[tuple[int, int]], claimed: set[int], refused: list[Refusal]
) -> list[Number]:
    """The numbers in runs of number words, but those at the tokens `claimed`, which belong to dates and
    names, and those that only name or order; the latter go to `refused`."""
    numbers: list[Number] = []
    for first, last in runs:
        if claimed.issuperset(range(first, last)):
            continue
        for number in find_numbers(sentence.tokens, first, last):
            if number.first not in claimed:
                label = why_label(sentence, number)
                if label is None:
                    numbers.append(number)
                else:
                    _refuse(refused, sentence, number, label)
    return numbers


def _under_heading(
    sentence: Sentence, heading: Heading | None, numbers: list[Number], refused: list[Refusal]
) -> tuple[Heading | None, list[Number]]:
    """What gives the numbers of a list in this sentence their unit, and the numbers but that itself.

    `heading` is the one of the sentence before.
    """
    told = heading_of(sentence, numbers)
    if told is not None:
        _refuse(refused, sentence, numbers[told[0]], HEADING)
        return told[1], numbers[: told[0]] + numbers[told[0] + 1 :]
    if heading is None or not goes_on(sentence):
        return None, numbers
    return heading._replace(first=0), numbers


def _quantities(
    sentence: Sentence,
    numbers: Sequence[Number],
    before: FigureFinding | None,
    count: FigureFinding | None,
    heading: Heading | None,
    refused: list[Refusal],
) -> list[Quantity]:
    """The quantities that the numbers of a sentence state.

    `before` is the figure told last, `count` the last one that counts something, `heading` what gives
    numbers of a list their unit. What states no quantity goes to `refused`.
    """
    stated: list[Quantity | None] = [None] * len(numbers)
    for index in range(len(numbers) - 1, -1, -1):
        number = numbers[index]
        following = stated[index + 1] if index + 1 < len(numbers) else None
        stated[index] = (
            with_unit(sentence, number)
            or listed(sentence, number, heading)
            or paired(sentence, number, following)
            or (bare(sentence, number) if _is_worth_telling(number) else None)
        )
    found: list[Quantity] = []
    for index, number in enumerate(numbers):
        quantity = stated[index] or carried_on(sentence, number, stated, index, before, count)
        if quantity is None and not _is_worth_telling(number):
            continue
        why = why_unstated(sentence, number) if quantity is None else why_refused(sentence, quantity)
        if quantity is not None and why is None:
            stated[index] = quantity
            found.append(quantity)
        elif why is not None:
            _refuse(refused, sentence, number, why)
    return found


def _refuse(refused: list[Refusal], sentence: Sentence, number: Number, why: tuple[str, str]) -> None:
    """One more number that states no quantity."""
    if _is_worth_telling(number):
        refused.append(Refusal("number", sentence.index, number.first, number.last, *why))


def _is_worth_telling(number: Number) -> bool:
    """Whether a number that states no quantity is worth a refusal: the word `bir` (one, some) is not."""
    return number.digits or number.value > 1


def _with_shared_nouns(
    sentence: Sentence, quantities: Sequence[Quantity]
) -> Iterator[tuple[Quantity, Extent]]:
    """Each quantity with what it counts; `5 nafar va 7 nafar olim` share their noun."""
    extents = [counted_by(sentence, quantity) for quantity in quantities]
    for index, (quantity, extent) in enumerate(zip(quantities, extents, strict=True)):
        alone = extent.counted is None and (quantity.counter or quantity.rule == _PAIR)
        if alone and index + 1 < len(quantities) and not told_before(sentence, quantity):
            yield quantity, extent._replace(counted=extents[index + 1].counted)
        else:
            yield quantity, extent


def _finding(
    sentence: Sentence,
    quantity: Quantity,
    extent: Extent,
    nouns: Nouns,
    dates: Sequence[DateFinding],
    before: FigureFinding | None,
    alike: FigureFinding | None,
    carried: Carried,
    published: Point | None,
    them: str | None,
) -> FigureFinding:
    """The quantity with all that the words around it, and the figures told before it, say of it.

    `before` is the figure told last, outside of brackets unless it stands in them too; `alike` the last one
    that may say what this one is of; `them` what the sentence before told of, where this one counts `them`.
    """
    near = before if before is not None and sentence.index - before.sentence <= CARRY else None
    kind = purpose(sentence, quantity.first, extent.last)
    comparator = comparator_of(sentence, quantity, extent)
    change = is_change(sentence.tokens, quantity, comparator, extent.compared.last)
    counted = extent.counted.name if extent.counted else None
    if quantity.unit == "count" and counted is None and alike is not None:
        counted = alike.counted
    told = times(sentence, dates, quantity.first, extent.last, kind, published)
    period = told.period
    if period is None and kind == "actual":
        period = carried.last or (near.period if near is not None and near.kind == "actual" else None)
        if is_later(period, published) and tense_after(sentence, extent.last) == "past":
            period = carried.begun
    if kind == "actual" and is_later(period, published):
        kind = "planned"
    first = quantity.first - 1 if leads(sentence, quantity) else quantity.first
    return FigureFinding(
        span=sentence.span_of(first, extent.last),
        sentence=sentence.index,
        first=first,
        last=extent.last,
        rule=quantity.rule,
        value=quantity.value,
        unit=quantity.unit,
        comparator=comparator,
        kind=kind,
        indicator=indicator_of(sentence, quantity, extent.counted, nouns, alike, change, them),
        counted=counted,
        period=period,
        base=told.base,
        change=change,
    )
