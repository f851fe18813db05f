"""Numbers in digits, in words and in both: `2,6 mlrd`, `besh milliard`, `25 ming 600`, `mingta`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.figures.wording import loose_case, told_by

_SPACES = re.compile(r"\s+")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+$|\d{1,3}(?:,\d{3}){2,}$")
_NOUGHT, _HALF = Decimal(0), Decimal("0.5")
_HUNDRED = 100


class Number(NamedTuple):
    """A number and the tokens `first:last` that say it.

    `form` is the ending of the last one, `digits` whether any are. A loose case ending after them (`25 dan`)
    goes up to `end`, and is the `case`; else these are `last` and `form`.
    """

    value: Decimal
    first: int
    last: int
    form: str
    digits: bool
    magnitude: Decimal
    end: int
    case: str


@lru_cache(maxsize=10_000)
def number_of(raw: str) -> Decimal | None:
    """The value of a number in digits: a comma before decimals, spaces or points between thousands."""
    plain = _SPACES.sub("", raw)
    plain = plain.replace(".", "").replace(",", "") if _GROUPED.match(plain) else plain.replace(",", ".")
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None


def find_numbers(tokens: Sequence[Token], first: int, last: int) -> Iterator[Number]:
    """The numbers in a run of number words; two that stand side by side are told apart."""
    index = first
    while index < last:
        number = _number_at(tokens, index, last)
        if number is None:
            index += 1
            continue
        yield number
        index = number.last


def _is_face(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hundred is a face: `yuz berdi`, it happened."""
    reading = tokens[index].word.reading("numeral")
    if reading is None or reading.form != "nom" or index + 1 == len(tokens):
        return False
    return reading.classes["numeral"] == _HUNDRED and "faces" in told_by(tokens[index + 1].word)


def _number_at(tokens: Sequence[Token], first: int, last: int) -> Number | None:
    if _is_face(tokens, first):
        return None
    total, group, scale = _NOUGHT, None, _NOUGHT
    end, form, digits = first, "nom", False
    for index in range(first, last):
        word = tokens[index].word
        if word.has("stop"):
            continue
        if form != "nom":
            break
        if word.shape == "number":
            value = number_of(word.raw)
            if value is None or group is not None or (scale and value >= scale):
                break
            group, digits = value, True
        elif word.has("half_number"):
            group = (group or _NOUGHT) + _HALF
        elif (reading := word.reading("numeral")) is None:
            break
        elif word.has("magnitude"):
            size = Decimal(int(reading.classes["numeral"]))
            if scale and group is None and size > scale:
                total *= size
            elif scale and size >= scale:
                break
            else:
                total += (Decimal(1) if group is None else group) * size
            group, scale, form = None, size, reading.form
        else:
            value = Decimal(int(reading.classes["numeral"]))
            if value == _HUNDRED and group is not None and group < 10:
                group *= value
            elif group is not None and (
                (digits and not scale) or (group % 10 and value >= 1) or value > group
            ):
                break
            else:
                group = (group or _NOUGHT) + value
            form = reading.form
        end = index + 1
    if end == first:
        return None
    after, case = loose_case(tokens, end) or (end, form)
    return Number(total + (group or _NOUGHT), first, end, form, digits, scale, after, case)
