"""The date of a happening told before, where what was signed at it bears none of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.rules import word_of

#: How many sentences back a dated happening is looked for; `_FAR` where the sentence points back to it
#: (muzokaralar yakunida, forumda, ular nihoyasida).
_NEAR, _FAR = 3, 9


def carried_date(
    document: Document,
    item: Item,
    dates: Mapping[int, Sequence[DateFinding]],
    published: Dating | None,
) -> Dating | None:
    """The date told last before the item, of what has happened; a day rather than a month."""
    sentence = item.sentence
    reach = _FAR if _points_back(document, sentence) or _one_day(dates) else _NEAR
    for back in range(1, min(reach, sentence.index) + 1):
        told = document.sentences[sentence.index - back]
        if told.section != "body":
            continue
        for date in reversed(dates.get(told.index, ())):
            if _happened(told, date, back) and _recent(date, published):
                return relative(date.dating)
    return None


def _recent(date: DateFinding, published: Dating | None) -> bool:
    """Whether a report may still tell of that time: not of years before it; a season is too wide."""
    edtf = date.dating.edtf or ""
    if edtf[5:7] > "12":
        return False
    today = published.edtf if published is not None else None
    return today is None or int(today[:4]) - int(edtf[:4]) <= 1


def _one_day(dates: Mapping[int, Sequence[DateFinding]]) -> bool:
    """Whether the text tells of one day only, so that all of it happened then."""
    days = {
        date.dating.edtf
        for some in dates.values()
        for date in some
        if date.governs == "at" and date.dating.edtf is not None and len(date.dating.edtf) == 10
    }
    return len(days) == 1


def visit_date(document: Document, item: Item, published: Dating | None) -> Dating | None:
    """The month of the source, for what it tells as signed on the visit that it reports of."""
    if published is None or published.edtf is None or item.act is None or not item.act.done:
        return None
    for index in range(max(0, item.sentence.index - 3), item.sentence.index + 1):
        if word_of("visit_noun").search(document.sentences[index].codes):
            return replace(published, edtf=published.edtf[:7], basis="inferred")
    return None


def _happened(told: Sentence, date: DateFinding, back: int) -> bool:
    edtf = date.dating.edtf
    if date.governs != "at" or edtf is None or len(edtf.partition("/")[0]) < (10 if back > 2 else 7):
        return False
    if "/" in edtf and len(edtf) < 21:
        return False  # a span of months is what figures are counted over, not when something happened
    return _tense_after(told, date.last) != "future"


def _tense_after(told: Sentence, index: int) -> str | None:
    """The tense of the first verb from a token on that closes a clause; participles before nouns do not."""
    for position in range(index, len(told.tokens)):
        word = told.tokens[position].word
        tense = word_tense(word)
        following = told.tokens[position + 1].word if position + 1 < len(told.tokens) else None
        belongs = following is not None and following.shape != "mark" and not following.has("auxiliary")
        if tense is not None and not (belongs and word.key.endswith(_PARTICIPLES)):
            return tense
    return None


#: How participles end that may belong to a noun after them.
_PARTICIPLES = ("gan", "kan", "qan", "yotgan", "digan")


def awaited_date(
    item: Item, dates: Mapping[int, Sequence[DateFinding]], published: Dating | None
) -> Dating | None:
    """The date of the happening that the text awaits, for what is planned to be signed at it."""
    today = published.edtf if published is not None else None
    if today is None:
        return None
    for back in range(1, _NEAR + 1):
        for date in reversed(dates.get(item.sentence.index - back, ())):
            edtf = date.dating.edtf
            if date.governs == "at" and edtf is not None and len(edtf) >= 7 and edtf[:10] > today[:10]:
                return relative(date.dating)
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


def relative(dating: Dating) -> Dating:
    """A date that another phrase states: explicit there, relative here."""
    return replace(dating, basis="relative" if dating.basis == "explicit" else dating.basis)
