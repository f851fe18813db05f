"""How far a quantity's words reach: the noun that is counted, the comparator around it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.model.kinds import Comparator
from uzkz_kb.recognise.figures.compare import Comparison, compare
from uzkz_kb.recognise.figures.counted import Counted, find_counted, form_of, is_name
from uzkz_kb.recognise.figures.quantity import Quantity
from uzkz_kb.recognise.figures.units import COMPARED
from uzkz_kb.recognise.figures.wording import begins, case_of

#: Cases in which a counter stands before the noun that it counts.
_BEFORE_NOUNS = ("nom", "term", "lik", "equ", "adj")


class Extent(NamedTuple):
    """What a count counts, one past the last token of the whole phrase, and the comparator at the number."""

    counted: Counted | None
    last: int
    compared: Comparison


def counted_by(sentence: Sentence, quantity: Quantity) -> Extent:
    """What a count counts, and how far the whole phrase reaches."""
    compared = compare(sentence.tokens, quantity.first, quantity.last, quantity.form)
    unit = 1 if quantity.rule == COMPARED else 0
    alone = Extent(None, compared.last + unit, compared)
    if quantity.unit != "count" or quantity.form == "part":
        return alone
    if quantity.counter and quantity.form not in _BEFORE_NOUNS and compared.last == quantity.last:
        return alone
    counted = find_counted(sentence.tokens, compared.last)
    if counted is None or is_name(sentence.tokens, counted):
        return alone
    return Extent(counted, max(counted.last, compared_after(sentence, quantity, counted).last), compared)


def compared_after(sentence: Sentence, quantity: Quantity, counted: Counted) -> Comparison:
    """The comparator after the noun that is counted: `50 davlatdan ortiq`, `100 kishiga yaqin`."""
    tokens = sentence.tokens
    return compare(tokens, quantity.first, counted.last, form_of(tokens[counted.last - 1].word))


def told_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is of what was told before it: `ularning 70 tasi`, `korxonalar soni 45 ta`."""
    if quantity.form == "part":
        return True
    words = [token.word for token in sentence.tokens[: quantity.first]]
    return any(word.key.startswith("soni") or begins(word, "of_them") for word in words)


def leads(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the word before (`qariyb`, `kamida`, a plus) belongs to the quantity."""
    if not quantity.first:
        return False
    word = sentence.tokens[quantity.first - 1].word
    return begins(word, "about") or begins(word, "at_least") or word.has("plus")


def from_to(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether `X gacha` ends a way that began with `Y dan`: then it is the value reached, no limit."""
    tokens = sentence.tokens
    for index in range(max(0, quantity.first - 4), quantity.first):
        word = tokens[index].word
        if not (case_of(word) or form_of(word)).endswith("abl"):
            continue
        if any(
            token.word.shape == "number" or token.word.has("numeral")
            for token in tokens[max(0, index - 3) : index + 1]
        ):
            return True
    return False


def is_change(tokens: Sequence[Token], quantity: Quantity, comparator: str, compared: int) -> bool:
    """Whether the value is a change (`18 foizga ko‘p`), no level; `compared` is where its comparator ends."""
    if quantity.unit == "count" or (comparator in ("gt", "lt") and quantity.unit not in ("ratio", "percent")):
        return False
    if quantity.unit == "ratio":
        return True
    if quantity.first and tokens[quantity.first - 1].word.has("plus"):
        return True
    words = [token.word for token in tokens[compared : compared + 2]]
    if quantity.unit == "percent" and quantity.form.endswith(("dat", "abl", "term")):
        clause = takewhile(lambda word: not word.has("semicolon"), (t.word for t in tokens[compared:]))
        return any(begins(word, "changed") for word in clause)
    if quantity.unit == "percent":
        return any(begins(word, "changed") for word in words)
    return quantity.form.endswith("dat") and any(begins(word, "changed") for word in words[:1])


def comparator_of(sentence: Sentence, quantity: Quantity, extent: Extent) -> Comparator:
    """The comparator, told at the number or after the noun; a value to be reached is no limit."""
    counted, compared, comparator = extent.counted, extent.compared, extent.compared.comparator
    if comparator == "eq" and counted is not None and counted.first == compared.last:
        after_noun = compared_after(sentence, quantity, counted)
        return after_noun.comparator if after_noun.last > counted.last else comparator
    if comparator == "le" and quantity.form.endswith("term"):
        following = sentence.tokens[extent.last : extent.last + 2]
        if any(begins(token.word, "reach") for token in following) or from_to(sentence, quantity):
            return "eq"
    return comparator
