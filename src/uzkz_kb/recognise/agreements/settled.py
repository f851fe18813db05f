"""Understandings without a verb of agreeing: tayyorlaydigan bo‘ldi, and the items of what was agreed.

Tomonlar quyidagilarga kelishib oldilar: yangi ko‘prik qurish; bojxona postini kengaytirish.
Ikki masalada to‘xtamga kelindi. Birinchisi – yangi ko‘prik qurish. Ikkinchisi – …
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from uzkz_kb.model.document import Document, Token
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.announced import tells_deed
from uzkz_kb.recognise.agreements.complements import Complement
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.predicates import ENDED_UP
from uzkz_kb.recognise.agreements.readings import noun_reading
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.rules import word_of

#: Two patterns, for each begins with letters that can be looked for at once.
_SETTLED = (re.compile(r"digan\s+bo"), re.compile(r"диган\s+бў"))
#: An item of fewer words says nothing of what was agreed.
_FEWEST = 2


def settling_sentences(document: Document) -> frozenset[int]:
    """The indices of the sentences in which somebody ends up to do something: tayyorlaydigan bo‘ldi."""
    found = [match.start() for pattern in _SETTLED for match in pattern.finditer(document.seed.text)]
    if not found:
        return frozenset()
    starts = [sentence.tokens[0].start for sentence in document.sentences]
    return frozenset(document.sentences[max(0, bisect_right(starts, at) - 1)].index for at in found)


def settled(reading: SentenceReading) -> Iterator[Item]:
    """What both sides will do by what the sentence says: taraflar … tayyorlaydigan bo‘ldi."""
    tokens = reading.sentence.tokens
    for index in range(1, len(tokens)):
        before = tokens[index - 1].word.key
        if tokens[index].word.key not in ENDED_UP or not before.endswith("digan"):
            continue
        if any(item.act is not None and item.act.first == index - 1 for item in reading.items):
            continue  # a document that will be signed
        first = _after_sides(tokens, index - 1)
        if first is not None and index - 1 - first >= _FEWEST:
            yield _item(reading, Complement(first), index - 1, index + 1)


def _after_sides(tokens: Sequence[Token], end: int) -> int | None:
    """The index after those who do it: taraflar, ikki vazirlik; `None` where none are told before `end`."""
    for index in range(end - 1, -1, -1):
        side = noun_reading(tokens[index].word, "actor_noun")
        if side is not None and side.form == "nom" and (side.plural or _counted(tokens, index)):
            return index + 1
    return None


def _counted(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and tokens[index - 1].word.key in ("ikki", "ikkala", "uch", "uchala")


def listed(reading: SentenceReading, *, announced: bool, promises: bool = True) -> Iterator[Item]:
    """The deeds that the sentence lists: all of it where it is `announced`, else what follows its colon.

    With `promises`, verbs of what will be done tell deeds too: avtobus har kuni yuradi; post ochiladi.
    """
    tokens = reading.sentence.tokens
    start = 0 if announced else _after_agreeing(reading)
    if start is None:
        yield from _before_agreeing(reading)
        return
    segments = list(_segments(tokens, start))
    if len(segments) == 1 and not announced:
        segments = _by_commas(tokens, *segments[0]) or segments
    promises = promises and not (
        not announced
        and any(
            verb.finite and verb.last < start and (len(segments) == 1 or tells_deed(tokens, verb.first))
            for verb in reading.verbs
        )
    )
    for first, last in segments:
        if any(first <= item.head.at < last and item.act is not None for item in reading.items):
            continue  # the document is what they agreed on
        if promises:
            last = _promised(tokens, first, last) or last
        if last - first >= _FEWEST and (
            tokens[last - 1].word.key.endswith(("sh", "shga", "shni"))
            or (promises and _is_promise(tokens[last - 1]))
        ):
            at = last if last < len(tokens) else last - 1
            yield _item(reading, Complement(first), at, last)


def _promised(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """One past the last verb of what will be done, as an item says it: avtobus har kuni yuradi (hozir …)."""
    for at in range(last - 1, first, -1):
        if _is_promise(tokens[at]):
            return at + 1
    return None


def _is_promise(token: Token) -> bool:
    return token.word.key.endswith(_WILL) and word_tense(token.word) == "future"


#: How verbs of what will be done end: ochiladi, quramiz, boshlaydilar.
_WILL = ("di", "dilar", "miz", "dik", "lar")


def _by_commas(tokens: Sequence[Token], first: int, last: int) -> list[tuple[int, int]]:
    """The deeds that commas and `va` keep apart: … ochish, … uzaytirish va … qurish; else none."""
    found: list[tuple[int, int]] = []
    begin = first
    for at in range(first, last + 1):
        ends = at == last or tokens[at].word.has("comma") or tokens[at].word.has("conjunction")
        if ends and at > begin and tokens[at - 1].word.key.endswith("sh"):
            found.append((begin, at))
            begin = at + 1
        elif at < last and tokens[at].word.has("comma"):
            return []
    whole = begin > last and all(end - start >= _FEWEST for start, end in found)
    return found if whole and len(found) > 1 else []


def _before_agreeing(reading: SentenceReading) -> Iterator[Item]:
    """The deeds before one verb of agreeing that closes them all: … qurishga; … ochishga kelishildi."""
    tokens = reading.sentence.tokens
    verb = reading.verbs[-1] if reading.verbs else None
    if verb is None or not verb.has("agree_verb") or not verb.finite or verb.negative:
        return
    if not word_of("semicolon").search(reading.sentence.codes, 0, verb.first):
        return
    segments = list(_segments(tokens[: verb.first], 0))
    if all(
        last - first >= _FEWEST and tokens[last - 1].word.key.endswith("shga") for first, last in segments
    ):
        for first, last in segments:
            if any(first <= item.head.at < last for item in reading.items):
                continue  # the document is what they agreed on
            end = verb.last if last == verb.first else last
            yield _item(reading, Complement(first), last, end)


def _after_agreeing(reading: SentenceReading) -> int | None:
    """The index after the colon that a verb of agreeing stands before."""
    tokens = reading.sentence.tokens
    for verb in reading.verbs:
        if verb.has("agree_verb") and not verb.negative and verb.last < len(tokens):
            if verb.finite:
                return verb.last + 1 if tokens[verb.last].word.has("colon") else None
            if verb.participle or verb.attributive:
                return _past_colon(tokens, verb.last)
    for item in reading.items:
        if item.head.stem in ("kelishuv", "ahdlashuv") and item.head.form == "nom":
            start = _past_colon(tokens, item.last)  # kelishuvimiz bunday: …
            if start is not None and (item.act is None or item.act.first >= start):
                return start
    return None


def _past_colon(tokens: Sequence[Token], at: int) -> int | None:
    """The index after a colon that closes no more than `kelishganimiz shu:`, `kelishilgan ishlar:`."""
    for index in range(at, min(at + _TO_COLON, len(tokens))):
        if tokens[index].word.has("colon"):
            return index + 1
    return None


#: Words up to a colon after what was agreed: kelishganlarimizning asosiylari shular:
_TO_COLON = 4


def _segments(tokens: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    """The stretches between semicolons, without the bullets, numbers and ordinals that open them."""
    first = start
    for index in range(start, len(tokens) + 1):
        if index < len(tokens) and not tokens[index].word.has("semicolon"):
            continue
        last = index
        while last > first and tokens[last - 1].word.has("stop"):
            last -= 1
        begin = first
        while first < last and _opens_item(tokens, first, begin):
            first += 1
        yield first, last
        first = index + 1


def _opens_item(tokens: Sequence[Token], index: int, start: int) -> bool:
    word = tokens[index].word
    if word.shape == "number" and index + 1 < len(tokens) and tokens[index + 1].glued:
        following = tokens[index + 1].word
        return not following.has("hyphen")  # 1-dekabrdan boshlab
    if word.shape == "mark":
        return not (word.has("open_quote") or word.has("quote"))
    if index > start + 2 or index + 1 >= len(tokens):
        return False
    return tokens[index + 1].word.shape == "mark" and (word.has("ordinal") or len(word.key) <= 2)


def _item(reading: SentenceReading, complement: Complement, at: int, last: int) -> Item:
    head = Head(at, last, "kelishuv", "understanding", "nom", False, False, True, False, False, "")
    act = Act("agreed", at, last, True)
    rule = "agreements.understanding"
    return Item(reading.sentence, complement.first, last, head, complement, act, "understanding", rule)
