"""All agreements of a document, in the order of the text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, Finding, Names
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.carry import carried_date
from uzkz_kb.recognise.agreements.fields import (
    date_of,
    kind_of,
    parties_of,
    place_of,
    sectors_of,
    signatories_of,
    validity_of,
)
from uzkz_kb.recognise.agreements.identity import content, latest, same
from uzkz_kb.recognise.agreements.items import Item, SentenceReading, read_sentence
from uzkz_kb.recognise.agreements.judge import Verdict, verdict
from uzkz_kb.recognise.agreements.predicates import Act
from uzkz_kb.recognise.agreements.titles import title_of
from uzkz_kb.recognise.agreements.understandings import understandings_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.verbs import DONE

#: From what was only planned to what holds: a later place may tell more.
_RANK: tuple[AgreementStatus, ...] = ("planned", "agreed", "signed", "adopted", "ratified", "in_force")


@cache
def _anchor() -> re.Pattern[str]:
    """What a sentence must hold to be read: a document's noun or a verb of agreeing or deciding."""
    classes = frozenset({"agreement_head", "agree_verb", "decide_verb", "agree_noun", "light_verb"})
    return re.compile(f"[{words().code_ranges(classes, frozenset(), None)}]")


@dataclass(slots=True)
class _Found:
    """A finding in the making."""

    item: Item
    words: frozenset[str]
    status: AgreementStatus
    date: Dating | None
    again: int | None = None
    mentions: list[int] = field(default_factory=list)


def find_agreements(
    document: Document, dates: tuple[DateFinding, ...], names: Names, published: Dating | None
) -> tuple[AgreementFinding, ...]:
    """The documents and understandings that a text tells of.

    A place that only names again what an earlier one named has `same_as`, the index of that one. `published`
    is the source's date.
    """
    by_sentence: dict[int, list[DateFinding]] = defaultdict(list)
    for date in dates:
        by_sentence[date.sentence].append(date)
    ends: dict[int, tuple[dict[int, int], dict[int, int]]] = defaultdict(lambda: ({}, {}))
    for person in names.people:
        ends[person.sentence][0][person.last - 1] = person.first
    for name in (*names.organizations, *names.places):
        ends[name.sentence][1][name.last - 1] = name.first
    found: list[_Found] = []
    titles: list[Item] = []
    before: SentenceReading | None = None
    for sentence in document.sentences:
        if sentence.section not in ("title", "body") or not _anchor().search(sentence.codes):
            continue
        people, named = ends[sentence.index]
        reading = read_sentence(
            sentence, people, named, {d.last - 1: d.first for d in by_sentence[sentence.index]}
        )
        reading = _with_list_acts(document, reading, before)
        before = reading
        for item in sorted([*reading.items, *understandings_of(reading)], key=lambda i: i.first):
            if sentence.section == "title":
                titles.append(item)
            else:
                _take(document, found, item, by_sentence, names)
    for item in titles:
        _take_title(found, item, by_sentence, names)
    return _findings(document, found, by_sentence, names)


def _with_list_acts(
    document: Document, reading: SentenceReading, before: SentenceReading | None
) -> SentenceReading:
    """Items of a list have the act that is told before the list, or after its last item."""
    items = list(reading.items)
    act: Act | None = None
    for index in range(len(items) - 1, -1, -1):
        item = items[index]
        if item.act is not None:
            act = item.act
        elif act is not None and item.head.form == "nom" and _separated(item):
            items[index] = replace(item, act=act)
    told = _told_before(document, reading, before)
    if told is not None:
        items = [
            replace(item, act=told) if item.act is None and item.head.form == "nom" else item for item in items
        ]
    return replace(reading, items=tuple(items))


def _separated(item: Item) -> bool:
    tokens = item.sentence.tokens
    if item.last >= len(tokens):
        return True
    word = tokens[item.last].word
    return word.has("comma") or word.has("semicolon") or word.has("conjunction") or word.has("stop")


def _told_before(document: Document, reading: SentenceReading, before: SentenceReading | None) -> Act | None:
    """The act of the clause that announces the list: … hujjat imzolandi: a; b; c. Ular orasida … bor."""
    sentence = reading.sentence
    colon = next((i for i, t in enumerate(sentence.tokens) if t.word.has("colon")), None)
    for verb_index, verb in enumerate(reading.verbs):
        del verb_index
        if colon is not None and verb.last == colon and verb.form in DONE:
            return _announced(reading, verb.first)
    if not _is_list(reading):
        return None
    for item in reading.items:
        if item.act is not None and item.head.generic:
            return item.act
    if before is None or sentence.index - before.sentence.index > 2:
        return None
    return next((item.act for item in reversed(before.items) if item.act is not None), None)


def _announced(reading: SentenceReading, verb: int) -> Act | None:
    return next((item.act for item in reading.items if item.act is not None and item.act.first == verb), None)


def _is_list(reading: SentenceReading) -> bool:
    """Whether the sentence only lists: it begins with a dash, says `ular orasida … bor`, or has no verb."""
    tokens = reading.sentence.tokens
    if any(token.word.has("listing_word") for token in tokens):
        return True
    if any(token.word.has("existence_word") for token in tokens[-3:]):
        return True
    return tokens[0].word.has("hyphen") or tokens[0].word.has("dash") or tokens[0].word.has("bullet")


def _take(
    document: Document,
    found: list[_Found], item: Item, dates: dict[int, list[DateFinding]], names: Names
) -> None:
    what, _ = (Verdict.NEW, "") if item.kind == "understanding" and item.rule.endswith("understanding") else verdict(item)
    if what is Verdict.NONE:
        return
    told = content(item)
    date = date_of(item, dates[item.sentence.index], carried_date(document, item, dates))
    earlier = [one.item for one in found]
    if what in (Verdict.AGAIN, Verdict.EITHER):
        index = latest(earlier, item) if item.bare or item.pointing or not item.specific else None
        if index is None:
            index = _same_before(found, item, told, title=False)
        if index is not None:
            _add_mention(found, index, item, told, date)
            return
        if what is Verdict.AGAIN:
            return
    index = _same_before(found, item, told, title=False)
    if index is not None:
        _add_mention(found, index, item, told, date)
        return
    found.append(_Found(item, told, _status(item), date))


def _take_title(
    found: list[_Found], item: Item, dates: dict[int, list[DateFinding]], names: Names
) -> None:
    """A headline is a second mention of what the text tells, or names a document that the text leaves unnamed."""
    what, _ = (Verdict.NEW, "") if item.kind == "understanding" else verdict(item)
    if item.head.generic or item.head.plural:
        return
    told = content(item)
    index = _same_before(found, item, told, title=True)
    if index is None:
        of_kind = [i for i, one in enumerate(found) if one.again is None and one.item.head.stem == item.head.stem]
        index = of_kind[0] if len(of_kind) == 1 and not (told and found[of_kind[0]].words and not told & found[of_kind[0]].words and item.complement.about) else None
    if index is not None:
        _add_mention(found, index, item, told, None)
    elif what is Verdict.NEW and item.specific and item.act is not None:
        found.append(_Found(item, told, _status(item), date_of(item, dates[item.sentence.index], None)))


def _same_before(found: Sequence[_Found], item: Item, told: frozenset[str], *, title: bool) -> int | None:
    for index in range(len(found) - 1, -1, -1):
        one = found[index]
        if one.again is None and same(one.item, item, one.words, told, title=title):
            return index
    return None


def _add_mention(found: list[_Found], index: int, item: Item, told: frozenset[str], date: Dating | None) -> None:
    first = found[index].again if found[index].again is not None else index
    assert first is not None
    one = found[first]
    if item.act is not None:
        status = _status(item)
        if _RANK.index(status) > _RANK.index(one.status) and one.status != "agreed":
            one.status = status
        own = item.act.done and item.act.status in ("signed", "adopted")
        if one.date is None and own and date is not None and item.sentence.section != "title":
            one.date = date
    found.append(_Found(item, told, one.status, one.date, again=first))


def _status(item: Item) -> AgreementStatus:
    if item.head.draft:
        return "planned"
    if item.act is not None:
        return item.act.status if item.act.status != "agreed" or item.kind == "understanding" else "agreed"
    if item.kind == "understanding":
        return "agreed"
    return "adopted" if item.kind in ("decree", "programme", "plan", "declaration", "joint_statement", "other") else "signed"


def _findings(
    document: Document, found: Sequence[_Found], dates: dict[int, list[DateFinding]], names: Names
) -> tuple[AgreementFinding, ...]:
    order = sorted(range(len(found)), key=lambda i: (found[i].item.sentence.index, found[i].item.first))
    groups: dict[int, int] = {}
    place: dict[int, int] = {}
    for position, index in enumerate(order):
        first = found[index].again if found[index].again is not None else index
        assert first is not None
        groups.setdefault(first, position)
        place[index] = position
    findings: list[AgreementFinding] = []
    for position, index in enumerate(order):
        one = found[index]
        first = one.again if one.again is not None else index
        main = found[first]
        lead = groups[first]
        findings.append(_finding(main, one, names, dates, lead if lead != position else None))
    return tuple(findings)


def _finding(
    main: _Found, one: _Found, names: Names, dates: dict[int, list[DateFinding]], same_as: int | None
) -> AgreementFinding:
    item, full = one.item, main.item
    return AgreementFinding(
        span=item.sentence.span_of(item.first, item.last),
        sentence=item.sentence.index,
        first=item.first,
        last=item.last,
        rule=item.rule,
        name=title_of(full.sentence.tokens, full.head.index if not full.listed else full.last - 1, full.first, full.last, full.head.form),
        kind=kind_of(full, names),
        status=main.status,
        date=main.date,
        valid=validity_of(full, dates[full.sentence.index]),
        parties=parties_of(full, names),
        sectors=sectors_of(full),
        place=place_of(full, names),
        signatories=signatories_of(full, names),
        same_as=same_as,
    )


def kinds_and_names(findings: Sequence[AgreementFinding]) -> list[str]:
    """The findings as `kind status: name`, second mentions left out."""
    return [f"{f.kind} {f.status}: {f.name}" for f in findings if f.same_as is None]


__all__ = ["Finding", "Sentence", "find_agreements", "kinds_and_names"]
