"""Numbers without a unit of their own: they count the noun after them, or take their neighbours' unit."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.model.findings import FigureFinding
from uzkz_kb.recognise.figures.compare import compare
from uzkz_kb.recognise.figures.counted import find_counted, why_excluded
from uzkz_kb.recognise.figures.nouns import is_thing
from uzkz_kb.recognise.figures.numbers import Number
from uzkz_kb.recognise.figures.quantity import CARRY, MILLION, SMALL, THOUSAND, Quantity
from uzkz_kb.recognise.figures.wording import begins

#: Units that compare rather than measure: no sum takes its unit from them.
_RELATIVE = ("percent", "ratio")
_SCALES = (Decimal(10) ** 12, Decimal(10) ** 9, MILLION, THOUSAND)
_FEW = 5
#: The words and marks between two numbers of a row.
_LONGEST_NAME = 6
#: How many words apart two numbers may share a noun.
_NEAR = 5


def paired(sentence: Sentence, number: Number, following: Quantity | None) -> Quantity | None:
    """A number that shares the unit of the next one: `350 dan 900 ta`, `51 ga 49 foiz`, `10–12 mln tonna`."""
    if following is None:
        return None
    tokens = sentence.tokens
    last = number.end
    gap = tokens[last : following.first]
    dashed = len(gap) == 1 and (gap[0].word.has("hyphen") or gap[0].word.has("dash"))
    listed = number.digits and len(gap) == 1 and _joins(gap[0].word) and not number.magnitude
    row = None if dashed or listed or not gap else _scale_in_row(sentence, number, following)
    if row is not None:
        value = number.value * row
        return following._replace(
            value=value, first=number.first, last=last, form="nom", rule="quantities.row"
        )
    if not dashed and not listed and not (not gap and _hands_on(sentence, number)):
        return None
    value = number.value
    if not number.magnitude and following.value >= THOUSAND * max(value, Decimal(1)) and dashed:
        value *= next(scale for scale in _SCALES if following.value >= scale)
    return following._replace(value=value, first=number.first, last=last, form="nom", rule="quantities.pair")


def _hands_on(sentence: Sentence, number: Number) -> bool:
    """Whether a number in the ablative or dative leaves its unit to the next: not `har biriga 33 foizdan`."""
    if number.digits:
        return number.case in ("abl", "dat")
    reading = sentence.tokens[number.last - 1].word.reading("numeral")
    return number.case in ("abl", "dat") and (reading is None or not reading.possessive)


def _scale_in_row(sentence: Sentence, number: Number, following: Quantity) -> Decimal | None:
    """What a number of a row is multiplied by, whose last one alone bears the unit; `None` outside a row.

    `eksport – 1 020,4; import – 2 492,4 mln dollar`: each has its name, and a dash before it.
    """
    tokens = sentence.tokens
    gap = [token.word for token in tokens[number.end : following.first]]
    named = 2 < len(gap) <= _LONGEST_NAME and gap[-1].has("dash")
    parted = named and (gap[0].has("semicolon") or gap[0].has("comma")) and gap[1].shape != "number"
    dashed = number.first > 1 and tokens[number.first - 1].word.has("dash")
    if not parted or not dashed or not number.digits or number.magnitude or number.case != "nom":
        return None
    scales = (token.word.reading("magnitude") for token in tokens[following.first : following.last])
    return next((Decimal(int(scale.classes["numeral"])) for scale in scales if scale), Decimal(1))


def _joins(word: Word) -> bool:
    """Whether a word stands between numbers that share a unit: `51, 24,5 va 24,5 foiz`."""
    return word.has("comma") or word.key in ("va", "hamda", "yoki")


def bare(sentence: Sentence, number: Number) -> Quantity | None:
    """A number that counts the noun after it: `120 korxona`, `yuzdan ziyod korxona`, `25 dan ortiq kitob`."""
    last, form = number.end, number.case
    if number.value != number.value.to_integral_value() and not number.magnitude:
        return None
    compared = compare(sentence.tokens, number.first, last, form)
    if form not in ("nom", "term") and compared.last == last:
        return None
    small = number.value <= SMALL and not number.magnitude
    people = compared.last < len(sentence.tokens) and begins(sentence.tokens[compared.last].word, "people")
    if small and not number.digits and not people and compared.comparator in ("eq", "le"):
        return None
    if compared.comparator == "eq" and (_is_owned(sentence, number) or _is_year(sentence, number)):
        return None
    if why_excluded(sentence.tokens, compared.last, number.value <= _FEW):
        return None
    counted = find_counted(sentence.tokens, compared.last)
    if counted is None:
        return None
    if sentence.tokens[counted.first].word.capital and compared.last == last and not number.magnitude:
        return None
    if _is_title(sentence, number, counted.last):
        return None
    return Quantity(number.value, "count", number.first, last, form, "quantities.bare", False, number.digits)


def why_unstated(sentence: Sentence, number: Number) -> tuple[str, str] | None:
    """By which check, and why, a number states no quantity; `None` where it just stands alone."""
    tokens, last, form = sentence.tokens, number.end, number.case
    excluded = why_excluded(tokens, last, number.value <= _FEW)
    if excluded is not None:
        return excluded
    if _is_year(sentence, number):
        return "figures.year", "a year by its size, told in no date"
    if _is_owned(sentence, number):
        return "figures.owned", "a part of what was told before, whose unit is not told"
    following = tokens[last].word if last < len(tokens) else None
    if following is not None and following.has("counter"):
        return "figures.occasions", "how many times something was done"
    if following is not None and following.capital and form == "nom":
        return "figures.name", "a name follows, which no number counts"
    return None


def _is_title(sentence: Sentence, number: Number, last: int) -> bool:
    """Whether the number and its noun are all that stands in quotation marks: a book, a film, a game."""
    tokens = sentence.tokens
    if not number.first or last >= len(tokens):
        return False
    return _is_quote(tokens[number.first - 1].word) and _is_quote(tokens[last].word)


def _is_quote(word: Word) -> bool:
    return word.has("quote") or word.has("open_quote") or word.has("close_quote")


def _is_owned(sentence: Sentence, number: Number) -> bool:
    """Whether a number belongs to what was told before: `shundan 1,8 milliardi import`."""
    reading = sentence.tokens[number.last - 1].word.reading("magnitude")
    return reading is not None and reading.possessive


def _is_year(sentence: Sentence, number: Number) -> bool:
    return number.last == number.first + 1 and sentence.tokens[number.first].word.has("year")


def carried_on(
    sentence: Sentence,
    number: Number,
    stated: Sequence[Quantity | None],
    index: int,
    before: FigureFinding | None,
    count: FigureFinding | None,
) -> Quantity | None:
    """A number that leaves its unit to the quantities around it: `10 milliardga yetkazish`."""
    last, form = number.end, number.case
    if not (number.digits or number.magnitude or form == "abl"):
        return None  # a small number in words
    if why_excluded(sentence.tokens, last, False):
        return None
    near = before if before is not None and sentence.index - before.sentence <= CARRY else None
    unit = None
    if number.magnitude and _of_a_number_told(sentence, number):
        unit = "count"
    elif number.magnitude >= MILLION:
        around = (*stated[:index][::-1], *stated[index + 1 :])
        unit = next(
            (q.unit for q in around if q is not None and q.value >= THOUSAND and q.unit not in _RELATIVE),
            None,
        )
        if unit is None and near is not None and near.value >= THOUSAND and near.unit not in _RELATIVE:
            unit = near.unit
        if unit is None and any(
            is_thing(t.word) or t.word.key == "soni" for t in sentence.tokens[: number.first]
        ):
            unit = "count"
    elif _shares_later_noun(sentence, number, stated[index + 1 :]):
        unit = "count"
    elif number.magnitude:
        unit = (
            "count"
            if form != "nom"
            or _counts_before(stated[:index], count is not None and sentence.index - count.sentence <= CARRY)
            else None
        )
    elif form == "abl" and compare(sentence.tokens, number.first, last, form).last > last:
        told = any(is_thing(token.word) for token in sentence.tokens[: number.first])
        unit = (
            "count"
            if told
            or _counts_before(stated[:index], count is not None and sentence.index - count.sentence <= CARRY)
            else None
        )
    if unit is None:
        return None
    return Quantity(number.value, unit, number.first, last, form, "quantities.carried")


def _of_a_number_told(sentence: Sentence, number: Number) -> bool:
    """Whether the clause says that it tells of a number: `mehmonlar soni bo‘yicha Xitoy (2 mln)`."""
    words = [token.word for token in sentence.tokens[: number.first]]
    return any(word.key.startswith("soni") for word in words) and any(map(is_thing, words))


def _shares_later_noun(sentence: Sentence, number: Number, following: Sequence[Quantity | None]) -> bool:
    """Whether a number before a comma counts what the next one does: `avval 50, keyin 70 ta korxona`."""
    later = following[0] if following else None
    comma = number.last < len(sentence.tokens) and sentence.tokens[number.last].word.has("comma")
    near = later is not None and later.counter and later.first - number.last <= _NEAR
    return comma and near and number.digits and number.form == "nom"


def _counts_before(stated: Sequence[Quantity | None], counted: bool) -> bool:
    """Whether something was counted before: in the sentence if it tells of quantities, else before it."""
    units = [quantity.unit for quantity in stated if quantity is not None]
    return "count" in units if units else counted
