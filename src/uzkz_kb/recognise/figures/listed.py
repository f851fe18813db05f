"""Lists and tables whose heading gives the unit: `mln. dollarda: – Rossiya – 812,4; – Xitoy – 1 020`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from uzkz_kb.model.document import Sentence
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.figures.numbers import Number
from uzkz_kb.recognise.figures.quantity import Quantity
from uzkz_kb.recognise.figures.units import with_unit

HEADING = ("figures.heading", "the unit of the numbers that follow, no number itself")

#: What may stand after the unit of a heading.
_ENDS = ("colon", "close_paren", "comma", "dash")
_OF_ACCOUNT = "hisob"


class Heading(NamedTuple):
    """The unit that numbers below have, what each is multiplied by, and the token from which it holds."""

    scale: Decimal
    unit: str
    first: int


def heading_of(sentence: Sentence, numbers: Sequence[Number]) -> tuple[int, Heading] | None:
    """The unit told with no number of its own, and which of the `numbers` it was taken for."""
    for index, number in enumerate(numbers):
        if number.digits or not number.magnitude or number.last != number.first + 1:
            continue
        quantity = with_unit(sentence, number)
        if quantity is not None and quantity.unit != "count" and _ends_heading(sentence, quantity.last):
            return index, Heading(number.magnitude, quantity.unit, quantity.last)
    return None


def _ends_heading(sentence: Sentence, last: int) -> bool:
    """Whether a unit told with no number stands at the end of a heading, or in its brackets."""
    tokens = sentence.tokens
    if last < len(tokens) and tokens[last].word.has("stop"):
        last += 1
    if last == len(tokens):
        return True
    word = tokens[last].word
    return word.key.startswith(_OF_ACCOUNT) or any(word.has(mark) for mark in _ENDS)


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence after a heading may be one more line of its list: it says nothing with a verb."""
    return all(word_tense(token.word) is None for token in sentence.tokens)


def listed(sentence: Sentence, number: Number, heading: Heading | None) -> Quantity | None:
    """A number without a unit, in that of the heading above it."""
    if heading is None or not number.digits or number.magnitude or number.first < heading.first:
        return None
    tokens = sentence.tokens
    following = tokens[number.end].word if number.end < len(tokens) else None
    if following is not None and following.shape != "mark" and not following.capital:
        return None
    value = number.value * heading.scale
    return Quantity(value, heading.unit, number.first, number.end, number.case, "quantities.listed")
