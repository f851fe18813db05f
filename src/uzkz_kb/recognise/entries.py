"""Chronicles and programmes: the date, and the place, at an entry's head hold for all that it tells.

    1997-yil 10-yanvar. Bishkek. Uch davlat o‘rtasida … shartnoma.
    23-sentabr, seshanba. 11:00 – ko‘rgazma taqdimoti.

The head is the date itself, in no case, before a stop, a colon, a dash or a number; a text has entries
where at least three of its sentences begin so. In a week told day by day, one that begins with its weekday
(`Payshanba kuni Xivada …`) is an entry too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from uzkz_kb.model.document import Document, Sentence, Word
from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, PlaceFinding

#: Fewer dates at the head of a sentence make no chronicle.
FEWEST = 3

#: The rules that find weekdays, by which a week is told.
_OF_WEEKDAYS = ("dates.weekday", "dates.weekday_alone")
_AFTER_DATE = ("stop", "colon", "dash", "semicolon", "open_paren", "number", "bullet")
_AFTER_PLACE = ("stop", "colon", "dash", "comma", "open_paren")


@dataclass(frozen=True, slots=True)
class Entry:
    """What the head of an entry says of all that follows: when, and where if it names a place.

    `sentence` is the index of the sentence that the head begins; `planned` says that it is told as awaited:
    `2027-yil (kutilmoqda)`.
    """

    sentence: int
    dating: Dating
    place: EntityKey | None = None
    planned: bool = False


def heads(document: Document, dates: Iterable[DateFinding]) -> Mapping[int, DateFinding]:
    """Index of a sentence → the date at its head; empty where the text is no chronicle."""
    told = [date for date in dates if date.dating.edtf is not None and date.governs == "at"]
    found = {date.sentence: date for date in told if _begins(document.sentences[date.sentence], date)}
    if len(found) < FEWEST:
        return {}
    if any(date.rule in _OF_WEEKDAYS for date in found.values()):
        days = {date.sentence: date for date in told if date.first == 0 and date.rule in _OF_WEEKDAYS}
        found = {**days, **found}
    return found


def entries(
    document: Document, dates: Sequence[DateFinding], places: Iterable[PlaceFinding]
) -> Mapping[int, Entry]:
    """Index of each sentence of the prose that stands in an entry → that entry."""
    dated = heads(document, dates)
    if not dated:
        return {}
    named = {(place.sentence, place.first): place for place in places}
    found: dict[int, Entry] = {}
    entry: Entry | None = None
    for sentence in document.sentences:
        date = dated.get(sentence.index)
        if date is not None:
            entry = Entry(
                sentence.index, date.dating, _place(document, date, named), _awaited(sentence, date)
            )
        if entry is not None and entry.place is None:
            entry = replace(entry, place=_goal(sentence, named))
        if entry is not None and sentence.section in ("title", "body"):
            found[sentence.index] = entry
    return found


def _begins(sentence: Sentence, date: DateFinding) -> bool:
    tokens = sentence.tokens
    before = [token.word for token in tokens[: date.first]]
    if any(word.shape != "mark" and not word.has("weekday") for word in before):
        return False
    if tokens[date.last - 1].word.form != "nom":
        return False
    last = _after_weekday(sentence, date.last)
    return last == len(tokens) or _has(tokens[last].word, _AFTER_DATE) or last > date.last


def _after_weekday(sentence: Sentence, last: int) -> int:
    """The index after `, dushanba`, where it follows the date."""
    tokens = sentence.tokens
    if last + 1 < len(tokens) and tokens[last].word.has("comma"):
        weekday = tokens[last + 1].word.reading("weekday")
        if weekday is not None and weekday.form == "nom":
            return last + 2
    return last


def _place(
    document: Document, date: DateFinding, named: Mapping[tuple[int, int], PlaceFinding]
) -> EntityKey | None:
    """The place between the date and what happened there, in no case: `Bishkek.`, `– Ostona, …`"""
    sentence = document.sentences[date.sentence]
    at = _after_weekday(sentence, date.last)
    while at < len(sentence.tokens) and sentence.tokens[at].word.shape == "mark":
        at += 1
    if at == len(sentence.tokens):
        if sentence.index + 1 == len(document.sentences):
            return None
        sentence, at = document.sentences[sentence.index + 1], 0
    place = named.get((sentence.index, at))
    if place is None or place.form not in ("nom", "adj"):
        return None
    ends = place.last == len(sentence.tokens) or _has(sentence.tokens[place.last].word, _AFTER_PLACE)
    return place.entity if (ends and place.form == "nom") or _before_colon(sentence, place.last) else None


def _before_colon(sentence: Sentence, start: int) -> bool:
    """Whether the words from `start` name a house up to a colon: `Buxoro viloyat teatri: … konserti`."""
    for token in sentence.tokens[start : start + _LONGEST_HOUSE]:
        if token.word.has("colon"):
            return True
        if token.word.has("comma") or token.word.has("stop"):
            return False
    return False


#: Words and marks in the name of a house.
_LONGEST_HOUSE = 9


def _goal(sentence: Sentence, named: Mapping[tuple[int, int], PlaceFinding]) -> EntityKey | None:
    """Whither one goes in the course of an entry: `Nukusga uchish`, `Buxoroga jo‘nab ketish`."""
    for at, token in enumerate(sentence.tokens):
        place = named.get((sentence.index, at)) if token.word.capital else None
        if place is not None and place.form == "dat":
            near = sentence.tokens[place.last : place.last + 7]
            if any(one.word.has("journey_word") for one in near):
                return place.entity
    return None


def _awaited(sentence: Sentence, date: DateFinding) -> bool:
    near = sentence.tokens[date.last : date.last + 3]
    return bool(near) and near[0].word.has("open_paren") and any(one.word.has("expect_verb") for one in near)


def _has(word: Word, classes: Sequence[str]) -> bool:
    return any(word.has(name) for name in classes)
