"""How a value stands to the quantity: at least, more than, about; by the ending and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import Comparator
from uzkz_kb.recognise.figures.wording import told_by

#: How many words before the number may say `kamida`, `qariyb`.
_BEFORE = 3
#: What is in every noun of an action denied: chiqarmaslik.
_NOT_TO = "masli"
#: How many words on a verb may stand that denies it.
_TO_VERB = 2
#: How many words after it may say `ortiq`, `yaqin`.
_AFTER = 2


class Comparison(NamedTuple):
    """The comparator, and one past the last token that expresses it."""

    comparator: Comparator
    last: int


def compare(tokens: Sequence[Token], first: int, last: int, form: str) -> Comparison:
    """The comparator of the quantity in `tokens[first:last]`, whose last word has the case `form`."""
    after = _after(tokens, last, form)
    if after is not None:
        return after
    before = _before(tokens, first)
    if before is not None:
        return Comparison(before, last)
    if form.endswith("term"):
        return Comparison("le", last)
    if form.endswith("equ"):
        return Comparison("approx", last)
    return Comparison("eq", last)


def _after(tokens: Sequence[Token], last: int, form: str) -> Comparison | None:
    """What the words after a quantity say, each after its case: `dan ortiq`, `ga yaqin`, `atrofida`."""
    if form.endswith("abl"):
        return _after_ablative(tokens, last)
    words = [token.word for token in tokens[last : last + _AFTER]]
    if form.endswith("dat"):
        for step, word in enumerate(words, 1):
            told = told_by(word)
            if "near" in told:
                return Comparison("approx", last + step)
            if "falls_short" in told:
                return Comparison("lt", last + step)
            if word.key != "ham":
                break
    if form == "nom" and words and "near" in told_by(words[0]) and words[0].form in ("loc", "nom"):
        return Comparison("approx", last + 1)
    return None


def _after_ablative(tokens: Sequence[Token], last: int) -> Comparison | None:
    words = [token.word for token in tokens[last : last + _AFTER + 1]]
    for step, word in enumerate(words[:_AFTER], 1):
        if word.has("comma") or word.has("close_paren"):
            break
        told = told_by(word)
        if "less" in told:
            denied = step < len(words) and "denials" in told_by(words[step])
            return Comparison("ge" if denied else "lt", last + step)
        if "denied" in told:
            return Comparison("le", last + step)
        if "more" in told or "exceed" in told:
            return Comparison("le" if _is_denied(tokens, last + step) else "gt", last + step)
        if "from_on" in told:
            return Comparison("ge", last + step)
    return None


def _is_denied(tokens: Sequence[Token], last: int) -> bool:
    """Whether the verb right after what is compared says that it is not so: `dan ko‘p suv chiqarmasligi`."""
    for token in tokens[last : last + _TO_VERB]:
        if "denials" in told_by(token.word) or _NOT_TO in token.word.key:
            return True
        for reading in token.word.readings:
            if any(name.endswith("_verb") for name in reading.classes):
                return reading.negative
    return False


def _before(tokens: Sequence[Token], first: int) -> Comparator | None:
    """What the words before a quantity say: `kamida`, `qariyb`, `ko‘pi bilan`."""
    for index in range(first - 1, max(0, first - _BEFORE) - 1, -1):
        word = tokens[index].word
        if word.shape == "number" or word.has("comma"):
            break
        told = told_by(word)
        if "at_least" in told:
            return "ge"
        if "about" in told:
            return "approx"
        if "at_most" in told:
            return "le"
    return None
