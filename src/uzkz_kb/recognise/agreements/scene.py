"""When and where, told before: the happening at which something was signed that bears no date of its own.

A report tells of one day and one place; what is signed in its simple past was signed then and there, however
far below. What it recalls (`imzolangan edi`) belongs to the date told just before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from uzkz_kb.model.document import Document, Sentence, Token, Word
from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, Names, PlaceFinding
from uzkz_kb.recognise.agreements.circumstances import bound, is_where
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.readings import noun_reading
from uzkz_kb.recognise.dates.calendar import days_from, point
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.entries import Entry
from uzkz_kb.recognise.rules import word_of

#: How many sentences back a date is looked for: of any time; where the sentence points back to a happening
#: (muzokaralar yakunida, forumda, ular nihoyasida); and of the days that a report tells of.
_NEAR, _FAR, _REPORT = 3, 9, 30
#: So many days before a report is what it tells of.
_NEWS = 45


@dataclass(frozen=True, slots=True)
class Telling:
    """A document with the dates and names of its sentences; `taken` are dates of documents named before.

    `lists` leads from the index of an item of a list to that of the sentence that announces the list.
    """

    document: Document
    dates: Mapping[int, Sequence[DateFinding]]
    names: Mapping[int, Names]
    published: Dating | None
    chronicle: Mapping[int, Entry]
    taken: set[tuple[int, int]]
    lists: Mapping[int, int] = field(default_factory=dict)

    def teller(self, sentence: Sentence) -> Sentence:
        """The sentence that tells what was done: the one that announces the list, for its items."""
        return self.document.sentences[self.lists.get(sentence.index, sentence.index)]


def scene_of(telling: Telling, item: Item) -> tuple[Dating | None, EntityKey | None]:
    """The date and the place told last before the item, of what has happened."""
    document, sentence = telling.document, telling.teller(item.sentence)
    recalled = _recalls(item)
    far = _points_back(document, sentence) or _one_day(telling.dates)
    near: DateFinding | None = None
    for date, back in _dates_before(telling, item, _REPORT):
        if not recalled and _is_news(date, telling.published):
            return date.dating.told_elsewhere(), place_before(telling, item, date)
        if near is None and back <= (_FAR if far else _NEAR) and _may_be_old(telling, item, date, back):
            near = date
            if recalled:
                break
    return (None, None) if near is None else (near.dating.told_elsewhere(), place_before(telling, item, near))


def _dates_before(telling: Telling, item: Item, reach: int) -> Iterator[tuple[DateFinding, int]]:
    """The dates of what has happened, the last first, and how many sentences back each is."""
    index = telling.teller(item.sentence).index
    for at in sorted((at for at in telling.dates if index - reach <= at <= index), reverse=True):
        told, back = telling.document.sentences[at], index - at
        if told.section != "body":
            continue
        for date in reversed(telling.dates[at]):
            if told is item.sentence and date.first >= item.first:
                continue
            if (told.index, date.first) not in telling.taken and _happened(told, date, back):
                yield date, back


def _recalls(item: Item) -> bool:
    """Whether what is told lies before what the text reports: imzolangan edi, imzolangandi, o‘shanda."""
    if item.act is not None and item.act.recalled:
        return True
    return any(token.word.key in _THEN for token in item.sentence.tokens[: item.first])


_THEN = frozenset({"o'shanda", "o'sha"})


def _may_be_old(telling: Telling, item: Item, date: DateFinding, back: int) -> bool:
    """Whether a date may hold though it is none of the report's days: not of years before it."""
    edtf, told = date.dating.edtf or "", point(date.dating.edtf)
    if told is None or edtf[5:7] > "12":
        return False
    today = telling.published.edtf if telling.published is not None else None
    if today is not None and edtf[: len(today)] > today[: len(edtf)]:
        return False
    if today is None or int(today[:4]) - told.year <= 1:
        return True
    return back <= 2 and (_recalls(item) or _points_back(telling.document, item.sentence))


def _is_news(date: DateFinding, published: Dating | None) -> bool:
    """Whether the date lies in the days before the source's."""
    told, today = point(date.dating.edtf), point(published.edtf if published is not None else None)
    if told is None or today is None or not told.month or not today.day:
        return False
    if not told.day:
        return (told.year, told.month) == (today.year, today.month)
    return 0 <= days_from(told, today) <= _NEWS


def _one_day(dates: Mapping[int, Sequence[DateFinding]]) -> bool:
    """Whether the text tells of one day only, so that all of it happened then."""
    days = {
        date.dating.edtf
        for some in dates.values()
        for date in some
        if date.governs == "at" and date.dating.edtf is not None and len(date.dating.edtf) == 10
    }
    return len(days) == 1


def visit_date(telling: Telling, item: Item) -> Dating | None:
    """The month of the source, for what it tells as signed on the visit that it reports of."""
    published = telling.published
    if published is None or published.edtf is None or item.act is None or not item.act.done:
        return None
    visit = word_of("visit_noun")
    for index in range(max(0, item.sentence.index - 3), item.sentence.index + 1):
        if visit.search(telling.document.sentences[index].codes):
            return replace(published, edtf=published.edtf[:7], basis="inferred")
    return None


def place_before(telling: Telling, item: Item, date: DateFinding) -> EntityKey | None:
    """Where it happened: the place told with the date or on the way to the item; else the headline's."""
    told_by = telling.teller(item.sentence).index
    for index in range(told_by - (told_by == item.sentence.index), date.sentence - 1, -1):
        sentence = telling.document.sentences[index]
        if index != date.sentence and not word_of("happening_point").search(sentence.codes):
            continue
        found = _places(telling, sentence)
        if found:
            return found[-1].entity
    if date.sentence == item.sentence.index:
        return None
    titles = [s for s in telling.document.sentences[: date.sentence] if s.section == "title"]
    named = {
        place.entity
        for title in titles
        for place in telling.names.get(title.index, Names()).places
        if place.kind in ("city", "residence") and place.form in ("nom", "loc", "adj")
    }
    return named.pop() if len(named) == 1 and _is_news(date, telling.published) else None


def _places(telling: Telling, sentence: Sentence) -> list[PlaceFinding]:
    names = telling.names.get(sentence.index)
    if names is None:
        return []
    return [
        place
        for place in names.places
        if place.kind in ("city", "residence")
        and (is_where(sentence.tokens, place) or _reached(sentence.tokens, place))
        and not bound(sentence.tokens, place)
        and _tense_after(sentence, place.last) != "future"
    ]


def _reached(tokens: Sequence[Token], place: PlaceFinding) -> bool:
    """Whether somebody came there: Samarqandga uchib keldi."""
    if place.form != "dat":
        return False
    return any(
        token.word.has("visit_verb") or token.word.has("arrive_verb") for token in tokens[place.last :][:4]
    )


def _happened(told: Sentence, date: DateFinding, back: int) -> bool:
    edtf = date.dating.edtf
    if date.governs != "at" or edtf is None or len(edtf.partition("/")[0]) < (10 if back > 2 else 7):
        return False
    if "/" in edtf and len(edtf) < 21:
        return False  # a span of months is what figures are counted over, not when something happened
    if bound(told.tokens, date) or _describes(told.tokens, date):
        return False
    return _tense_after(told, date.last) != "future"


def _describes(tokens: Sequence[Token], date: DateFinding) -> bool:
    """Whether the date only tells of a noun since when it is so: kecha kelgan mehmonlarni kutib oldi."""
    for at in range(date.last, min(date.last + 3, len(tokens) - 1)):
        word, following = tokens[at].word, tokens[at + 1].word
        if word.shape == "mark":
            return False
        if word.shape == "lower" and word.key.endswith(("gan", "kan", "qan")):
            attributive = following.shape != "mark" and not following.has("auxiliary")
            near = tokens[at + 1 : at + 8]
            happens = word.has("hold_verb") or any(_happening(one.word) for one in near)
            return attributive and not happens
    return False


def _tense_after(told: Sentence, index: int) -> str | None:
    """The tense of the first verb from a token on that closes a clause; participles before nouns do not."""
    for position in range(index, len(told.tokens)):
        word = told.tokens[position].word
        tense = word_tense(word)
        if tense is None:
            continue
        following = told.tokens[position + 1].word if position + 1 < len(told.tokens) else None
        belongs = following is not None and following.shape != "mark" and not following.has("auxiliary")
        if not (belongs and word.key.endswith(_PARTICIPLES)):
            return tense
    return None


#: How participles end that may belong to a noun after them.
_PARTICIPLES = ("gan", "kan", "qan", "yotgan", "digan")


def _happening(word: Word) -> bool:
    return word.has("event") or noun_reading(word, "happening_point") is not None


def awaited_date(telling: Telling, item: Item) -> Dating | None:
    """The date of the happening that the text awaits, for what is planned to be signed at it."""
    today = telling.published.edtf if telling.published is not None else None
    if today is None:
        return None
    for back in range(1, _NEAR + 1):
        for date in reversed(telling.dates.get(item.sentence.index - back, ())):
            edtf = date.dating.edtf
            if date.governs == "at" and edtf is not None and len(edtf) >= 7 and edtf[:10] > today[:10]:
                return date.dating.told_elsewhere()
    return None


def _points_back(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence, or the one that announces its list, tells at what it happened."""
    for index in (sentence.index, sentence.index - 1, sentence.index - 2):
        if index < 0:
            return False
        told = document.sentences[index]
        points = (match.start() for match in word_of("happening_point").finditer(told.codes))
        if any(_occasion(told.tokens[at].word.readings) for at in points):
            return True
        if not (told.tokens[0].word.has("hyphen") or told.tokens[0].word.has("dash") or len(told.tokens) < 5):
            return False
    return False


def _occasion(readings: Sequence[object]) -> bool:
    return any(
        "happening_point" in reading.classes and reading.form in ("loc", "abl", "nom", "gen", "dat")  # type: ignore[attr-defined]
        for reading in readings
    )
