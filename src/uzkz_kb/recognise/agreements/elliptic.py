"""Documents told without a verb, in a chronicle or after a date: 1997-yil 10-yanvar. … shartnomasi."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.findings import DateFinding
from uzkz_kb.model.kinds import AgreementKind, AgreementStatus
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.items import Item, SentenceReading

#: Kinds that are adopted rather than signed where the text does not say which.
ADOPTED: frozenset[AgreementKind] = frozenset(
    ("decree", "programme", "plan", "declaration", "joint_statement", "other")
)


def with_elliptic_acts(
    reading: SentenceReading, dates: Sequence[DateFinding], *, entry: bool
) -> SentenceReading:
    """The reading where each document that a clause without a verb names has come to be.

    `entry` where the sentence stands in a chronicle's entry; else its own `dates` must open it.
    """
    if not (entry or _opens_with_date(reading, dates)):
        return reading
    items = tuple(_come_to_be(reading, item) for item in reading.items)
    return reading._replace(items=items)


def _opens_with_date(reading: SentenceReading, dates: Sequence[DateFinding]) -> bool:
    tokens = reading.sentence.tokens
    if not dates or dates[0].governs != "at" or any(verb.finite for verb in reading.verbs):
        return False
    first = dates[0]
    if any(token.word.shape != "mark" for token in tokens[: first.first]) or first.last >= len(tokens):
        return False
    after = tokens[first.last].word
    return any(after.has(mark) for mark in ("colon", "dash", "comma", "hyphen"))


def _come_to_be(reading: SentenceReading, item: Item) -> Item:
    if item.act is not None or item.head.form != "nom" or item.head.draft or item.head.generic:
        return item
    tokens = reading.sentence.tokens
    if item.last < len(tokens) and tokens[item.last].word.has("colon"):
        return item
    ends = (at for at in range(item.last, len(tokens)) if not _ENDS.isdisjoint(tokens[at].word.by_class))
    end = next(ends, len(tokens))
    if any(item.last <= verb.first < end for verb in reading.verbs):
        return item
    if any(
        token.word.shape == "lower" and token.word.key.endswith(_VERBS) for token in tokens[item.last : end]
    ):
        return item
    status: AgreementStatus = "adopted" if item.kind in ADOPTED else "signed"
    return item._replace(act=Act(status, item.head.last, item.head.last, True))


#: How words end that may be verbs not listed.
_VERBS = ("di", "dilar", "moqda", "adi")
#: Marks that end a clause.
_ENDS = frozenset({"semicolon", "stop"})
