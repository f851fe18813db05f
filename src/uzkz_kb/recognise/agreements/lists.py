"""Lists of documents: what is told before the list, or after its last item, holds for all its items."""

from __future__ import annotations

from uzkz_kb.model.document import Sentence
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.announced import Announced, announcing_act
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.status import act_of
from uzkz_kb.recognise.verbs import DONE


def with_list_acts(
    reading: SentenceReading, before: SentenceReading | None, frame: Announced | None = None
) -> SentenceReading:
    """The reading with the act of a list given to each of its items.

    `before` is the last sentence read, `frame` the sentence that announces its list.
    """
    if not reading.items:
        return reading
    items = list(reading.items)
    act: Act | None = None
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.act is not None and item.act is not item.signed:
            act = item.act
        elif item.act is None and act is not None and item.head.form == "nom" and _separated(item):
            items[index] = item._replace(act=act)
    told = _told_before(reading, before)
    if told is None and frame is not None:
        told = frame.act or _last_act(before, frame.sentence)
    if told is not None:
        items = [
            item._replace(act=told) if _takes(reading, item) and item.head.form == "nom" else item
            for item in items
        ]
    return reading._replace(items=tuple(items))


def _takes(reading: SentenceReading, item: Item) -> bool:
    """Whether what is told of the list holds for an item: none that bears a date of its own."""
    if item.act is None or item.act.loose:
        return (
            item.kind != "understanding" or not reading.sentence.tokens[item.last :][:1] or _separated(item)
        )
    signed = item.signed
    if signed is None or item.act is not signed:
        return False
    return not any(item.clause <= first < signed.first for first in reading.around.dates.values())


def _last_act(before: SentenceReading | None, sentence: int) -> Act | None:
    """What was done with the last document told of, just before or in the sentence: Eng yiriklari:"""
    if before is None or sentence - before.sentence.index > 1:
        return None
    act = next((item.act for item in reversed(before.items) if item.act is not None), None)
    return None if act is None else act._replace(first=0, last=0)


def _separated(item: Item) -> bool:
    """Whether a mark or `va` stands after the item, or nothing."""
    tokens = item.sentence.tokens
    if item.last >= len(tokens):
        return True
    return not _SEPARATORS.isdisjoint(tokens[item.last].word.by_class)


_SEPARATORS = frozenset({"comma", "semicolon", "conjunction", "stop"})


def _told_before(reading: SentenceReading, before: SentenceReading | None) -> Act | None:
    """The act of the clause that announces the list: … hujjat imzolandi: a; b; c. Ular orasida … bor."""
    sentence = reading.sentence
    colon = word_of("colon").search(sentence.codes)
    if colon is not None:
        announced = announcing_act(sentence, reading.verbs, colon.start())
        if announced is not None:
            return announced
        if _presents(reading, colon.start()):
            return Act("signed", 0, colon.start(), True)
        if not any(verb.first < colon.start() for verb in reading.verbs):
            return _last_act(before, sentence.index)
    named = _named_after_dash(reading)
    if named is not None or not _is_list(reading):
        return named
    for item in reading.items:
        if item.act is not None and item.head.generic:
            return item.act
    if before is None or sentence.index - before.sentence.index > 2:
        return None
    return next((item.act for item in reversed(before.items) if item.act is not None), None)


def _presents(reading: SentenceReading, colon: int) -> bool:
    """Whether documents are said to have been presented before the colon: hujjatlar ham taqdim etildi: …"""
    if not any(
        item.head.generic and item.head.form == "nom" and item.last <= colon for item in reading.items
    ):
        return False
    last = next((verb for verb in reversed(reading.verbs) if verb.last <= colon), None)
    if last is None:
        return word_tense(reading.sentence.tokens[colon - 1].word) == "past"
    return last.last == colon and last.form in DONE


def _named_after_dash(reading: SentenceReading) -> Act | None:
    """Qabul qilingan navbatdagi muhim hujjat – … shartnoma: a sentence without a verb of its own."""
    if any(verb.finite for verb in reading.verbs):
        return None
    dash = _first_dash(reading.sentence)
    for verb in reading.verbs:
        status = act_of(verb)
        if verb.attributive and verb.last < dash and status in ("signed", "adopted"):
            return Act(status, verb.first, verb.last, True)
    if any(item.head.generic and item.last == dash for item in reading.items):
        return Act("adopted", 0, dash, True)
    return None


def _first_dash(sentence: Sentence) -> int:
    """The index of the first dash, also of one that is set as a hyphen; 0 where there is none."""
    for match in word_of("dash", "hyphen").finditer(sentence.codes):
        token = sentence.tokens[match.start()]
        if token.word.has("dash") or not token.glued:
            return match.start()
    return 0


def _is_list(reading: SentenceReading) -> bool:
    """Whether the sentence only lists: it begins with a dash, or says `ular orasida … bor`."""
    tokens, codes = reading.sentence.tokens, reading.sentence.codes
    if word_of("listing_word").search(codes):
        return True
    if word_of("existence_word").search(codes, max(0, len(tokens) - 3)):
        return True
    return not _BULLETS.isdisjoint(tokens[0].word.by_class) and not _is_speech(reading)


def _is_speech(reading: SentenceReading) -> bool:
    """Whether dashes only set off what somebody says: — Jadval bor, — dedi vazir."""
    tokens = reading.sentence.tokens
    return any(
        verb.has("say_verb")
        and verb.first > 1
        and not _BULLETS.isdisjoint(tokens[verb.first - 1].word.by_class)
        for verb in reading.verbs
    )


_BULLETS = frozenset({"hyphen", "dash", "bullet"})
