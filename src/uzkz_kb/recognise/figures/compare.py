"""How a value stands to the quantity: at least, more than, about; by the ending and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import Comparator
from uzkz_kb.recognise.figures.wording import begins

#: How many words before the number may say `kamida`, `qariyb`.
_BEFORE = 3
_AFTER = 3


class Comparison(NamedTuple):
    """The comparator, and one past the last token that expresses it."""

    comparator: Comparator
    last: int


def compare(tokens: Sequence[Token], first: int, last: int, form: str) -> Comparison:
    """The comparator of the quantity in `tokens[first:last]`, whose last word has the case `form`."""
    after = [token.word for token in tokens[last : last + _AFTER]]
    if form.endswith("abl"):
        for step, word in enumerate(after[:2], 1):
            if word.has("comma") or word.has("close_paren"):
                break
            if begins(word, "less"):
                denied = step < len(after) and begins(after[step], "denials")
                return Comparison("ge" if denied else "lt", last + step)
            if begins(word, "denied"):
                return Comparison("le", last + step)
            if begins(word, "more"):
                return Comparison("gt", last + step)
            if begins(word, "exceed"):
                return Comparison("gt", last + step)
            if begins(word, "from_on"):
                return Comparison("ge", last + step)
    if form.endswith("dat"):
        for step, word in enumerate(after[:2], 1):
            if begins(word, "near"):
                return Comparison("approx", last + step)
            if begins(word, "falls_short"):
                return Comparison("lt", last + step)
            if word.key != "ham":
                break
    if form == "nom" and after and begins(after[0], "near") and after[0].form in ("loc", "nom"):
        return Comparison("approx", last + 1)
    for token in reversed(tokens[max(0, first - _BEFORE) : first]):
        word = token.word
        if word.shape == "number" or word.has("comma"):
            break
        if begins(word, "at_least"):
            return Comparison("ge", last)
        if begins(word, "about"):
            return Comparison("approx", last)
        if begins(word, "at_most"):
            return Comparison("le", last)
    if form.endswith("term"):
        return Comparison("le", last)
    if form.endswith("equ"):
        return Comparison("approx", last)
    return Comparison("eq", last)
