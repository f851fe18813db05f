"""All date phrases of a document, resolved against the source's date and against one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.recognise.dates.calendar import Point, distance, point
from uzkz_kb.recognise.dates.captures import Captures
from uzkz_kb.recognise.dates.governs import governs
from uzkz_kb.recognise.dates.resolve import resolve
from uzkz_kb.recognise.dates.settle import Context, Governing
from uzkz_kb.recognise.dates.tense import is_of_a_life, tense_after
from uzkz_kb.recognise.rules import Rule, apart, chances
from uzkz_kb.text.patterns import Found

_FILE = "dates"
#: Days before and after the source's date that it may be the news of.
_NEWS = 20
#: Phrases that the text does not settle and that would only be noise: `shu kunlarda`, `30 yillar`.
_ONLY_SETTLED = frozenset(
    (
        *(
            "near_year",
            "near_month",
            "near_week",
            "day_of_week",
            "near_day",
            "weekday",
            "same_day",
            "next_day",
            "eve",
        ),
        *("part_of_day", "year", "decade", "century", "first_months", "quarter", "half_year"),
        *("past_span", "future_span", "after", "figures"),
    )
)
#: Years of a source that can be counted on from; a year beyond them is a slip of the pen.
_COUNTABLE = range(1500, 3000)
#: Phrases that no later phrase without a year is read against.
_NOT_GOVERNING = ("past_span", "future_span", "century", "decade", "near_day", "years", "same_period")


def date_matches(sentence: Sentence) -> list[tuple[Rule, Found]]:
    """The date phrases of a sentence, left to right; where two overlap, the earlier rule has the words."""
    hits = [
        (rule, found)
        for rule in chances(_FILE, sentence.codes)
        for found in map(_trimmed(sentence), rule.pattern.find(sentence.codes))
        if not _counts_a_year(sentence, found)
    ]
    return apart(hits) if len(hits) > 1 else hits


def _trimmed(sentence: Sentence) -> Callable[[Found], Found]:
    """Cuts off the mark that a rule needs after its words: `Seshanba.`"""

    def trim(found: Found) -> Found:
        mark = sentence.tokens[found.last - 1].word
        if found.last > found.first + 1 and (mark.has("stop") or mark.has("colon")):
            return found._replace(last=found.last - 1)
        return found

    return trim


def _counts_a_year(sentence: Sentence, found: Found) -> bool:
    """Whether what would be a number of years is one year: `joriy 2025-yil`."""
    number = found.groups.get("n")
    return number is not None and sentence.tokens[number[0]].word.has("year")


def find_dates(document: Document, published: Dating | None) -> tuple[DateFinding, ...]:
    """Every date phrase of the prose, in the order of the text.

    `published` is the source's date: what `bugun`, `joriy yil` and dates without a year are read against.
    A phrase that nothing settles keeps its words and has no EDTF.
    """
    source = point(published.edtf if published else None)
    return tuple(_find(document, source if source and source.year in _COUNTABLE else None))


def _find(document: Document, published: Point | None) -> Iterator[DateFinding]:
    governing: Governing | None = None
    day: Governing | None = None
    news: Governing | None = None
    for sentence in document.sentences:
        if sentence.section not in ("title", "body"):
            continue
        for rule, found in date_matches(sentence):
            if _is_name(sentence, found.first, found.last):
                continue
            tense = None if _is_limit(sentence, found) else tense_after(sentence, found.last)
            context = Context(published, governing, sentence.index, tense, day, news)
            captures = Captures(sentence, {**found.groups, "_": (found.first, found.last)})
            edtf, basis = resolve(rule.gives, captures, context)
            if edtf is None and rule.gives in _ONLY_SETTLED:
                continue
            bears = governs(sentence, found.first, found.last, rule.gives)
            finding = DateFinding(
                span=sentence.span_of(found.first, found.last),
                sentence=sentence.index,
                first=found.first,
                last=found.last,
                rule=rule.name,
                dating=Dating(
                    " ".join(document.quote(sentence.span_of(found.first, found.last)).split()), edtf, basis
                ),
                governs=bears,
                recurring=_recurring(captures) if rule.gives == "recurring" else None,
            )
            if edtf is not None and bears in ("at", "since") and _governs_on(rule, found, sentence):
                governing = Governing(edtf, sentence.index)
            last = point(edtf, end=True)
            if last is not None and last.day and bears == "at" and edtf is not None and "~" not in edtf:
                if rule.gives == "near_day" and last == published and tense != "past" and news is not None:
                    yield finding  # Bugun yurtda 245 ta maktab bor: nowadays, no day of the story
                    continue
                day = Governing(edtf, sentence.index)
                if published is not None and published.day and abs(distance(published, last)) <= _NEWS:
                    news = day
            yield finding


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words only look like a date: `8 Mart ko‘chasi`, `bugungi kunda`, the town of Dushanba."""
    word = sentence.tokens[last - 1].word
    if word.has("weekday") and word.capital and word.has("ambiguous_place"):
        return first > 0 and sentence.tokens[first - 1].word.shape != "mark"
    if last == len(sentence.tokens):
        return False
    after = sentence.tokens[last].word
    near = word.reading("near_day")
    if near is not None:
        return near.form != "nom" and near.classes["near_day"] == 0 and after.has("vague_now")
    return word.form == "nom" and after.has("named_after_day")


def _governs_on(rule: Rule, found: Found, sentence: Sentence) -> bool:
    """Whether later phrases without a year may be read against this one: no spans, comparisons or births."""
    if found.last < len(sentence.tokens) and is_of_a_life(sentence.tokens[found.last].word):
        return False
    if rule.gives == "ago":
        return "from" in found.groups
    if rule.gives == "date" and sentence.tokens[found.last - 1].word.form == "adj":
        return False
    return rule.gives not in _NOT_GOVERNING


def _is_limit(sentence: Sentence, found: Found) -> bool:
    """Whether the phrase is a limit (`may oyiga qadar`): no tense tells on which side of now it is."""
    word = sentence.tokens[found.last - 1].word
    after = sentence.tokens[found.last].word if found.last < len(sentence.tokens) else None
    return word.form == "term" or (word.form == "dat" and after is not None and after.has("until_word"))


def _recurring(captures: Captures) -> str:
    return f"--{captures.value('m', 'month'):02}-{captures.value('d', 'day'):02}"
