"""Quantities that are none of ours: single things, durations, points of an agenda, what a price is for."""

from __future__ import annotations

from uzkz_kb.model.document import Sentence
from uzkz_kb.recognise.figures.counted import DURATION, find_counted, why_excluded
from uzkz_kb.recognise.figures.nouns import is_thing
from uzkz_kb.recognise.figures.quantity import SMALL, Quantity
from uzkz_kb.recognise.figures.wording import begins, told_by

_FEW = 5
#: Units of which speeds are made.
_SPED = ("km", "m", "m3", "l", "t")
#: Round amounts that prices are told for: 100 km, 1000 m³.
_PRICED = (1, 100, 1000)


def why_refused(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """By which check, and why, a quantity is not one that the record format counts; `None` where it is."""
    if quantity.unit == "count":
        return _why_no_count(sentence, quantity)
    if quantity.unit in _SPED and _is_speed(sentence, quantity):
        return "figures.speed", "how fast, not how much"
    if _is_measure_of_price(sentence, quantity):
        return "figures.price", "it only says what a price is for"
    return None


def _why_no_count(sentence: Sentence, quantity: Quantity) -> tuple[str, str] | None:
    """Why a count is none of ours: one thing, a duration, `ikkita davlat`."""
    if quantity.value <= 1 and (not quantity.digits or (quantity.value == 1 and not quantity.counter)):
        return "figures.one", "one thing, not a number of things"
    if quantity.value <= SMALL and _is_matter(sentence, quantity):
        return "figures.matters", "points or parts of a matter"
    few = quantity.value <= _FEW and not quantity.digits
    if quantity.counter:
        if _is_duration(sentence, quantity):
            return DURATION
        if _is_small(sentence, quantity):
            return "figures.few", "a few things of no account, counted in words"
        return why_excluded(sentence.tokens, quantity.last, True) if few else None
    return why_excluded(sentence.tokens, quantity.last, few)


def _is_matter(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a few parts of a matter are counted: `5 ta masala`, `uchta yo‘nalish`."""
    words = [token.word for token in sentence.tokens[quantity.last : quantity.last + 2]]
    if not words or begins(words[0], "people"):
        return False
    return any(begins(word, "matters") and not is_thing(word) for word in words)


def _is_measure_of_price(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity only says what a price is for: `1000 kub metri uchun`, `1 dollar 12 500 so‘m`."""
    tokens, last = sentence.tokens, quantity.last
    if quantity.value in _PRICED and last < len(tokens) and tokens[last].word.key == "uchun":
        return True
    exchanged = any(token.word.has("currency") for token in tokens[last : last + 4])
    return quantity.money and quantity.value == 1 and exchanged


def _is_speed(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a length or a volume is told of a moment: `soniyasiga 350 kub metr`, `90 km/soat`."""
    tokens, first, last = sentence.tokens, quantity.first, quantity.last
    before = [token.word for token in tokens[max(0, first - 2) : first]]
    if any(begins(word, "moments") and word.form == "dat" for word in before):
        return True
    return (
        last + 1 < len(tokens) and tokens[last].word.has("slash") and begins(tokens[last + 1].word, "moments")
    )


def _is_duration(sentence: Sentence, quantity: Quantity) -> bool:
    tokens = sentence.tokens
    return quantity.last < len(tokens) and tokens[quantity.last].word.has("duration")


def _is_small(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a few things of no account are counted in words: `uchta belgi`, but not `uchta korxona`."""
    in_one_word = sentence.tokens[quantity.last - 1].word.has("numeral")
    if quantity.digits or quantity.value > _FEW or not in_one_word:
        return False
    if quantity.first and "at_least" in told_by(sentence.tokens[quantity.first - 1].word):
        return False
    counted = find_counted(sentence.tokens, quantity.last)
    return counted is not None and not any(
        is_thing(token.word) for token in sentence.tokens[counted.first : counted.last]
    )
