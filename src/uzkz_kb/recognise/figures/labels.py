"""Numbers that are no quantities: parts of names, ordinals, hours, scores, articles of law."""

from __future__ import annotations

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.recognise.figures.numbers import Number
from uzkz_kb.recognise.figures.wording import beginnings, told_by

#: A plus before more than this is no growth but a telephone.
_GREATEST_GROWTH = 200


def why_label(sentence: Sentence, number: Number) -> tuple[str, str] | None:
    """By what, and why, digits are part of a name or a place in a row (`Birlik-2024`, `PQ-143`, `5-modda`,
    `2:1`); `None` where they are not."""
    if number.form.startswith(("ordinal", "about")):
        return ("figures.ordinal", "a place in a row, or a rough number of things")
    tokens, first, last = sentence.tokens, number.first, number.last
    before = tokens[first - 1] if first else None
    told = told_by(before.word) if before is not None else ()
    if "some" in told:
        return ("figures.vague", "no number: some")
    if "abroad" in told and not number.digits:
        return ("figures.abroad", "no number: from abroad")
    if before is not None and _labels_next(
        before, tokens[first], tokens[first - 2] if first > 1 else None, number
    ):
        return _LABEL
    after = tokens[last] if last < len(tokens) else None
    if after is not None and not number.digits and after.word.has("ordinal"):
        return ("figures.ordinal", "a place in a row, or a rough number of things")
    if after is None or not number.digits or not after.glued:
        return None
    if after.word.has("colon") or after.word.has("slash"):
        return ("figures.score", "an hour, a score or a proportion")
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    joined = after.word.has("hyphen") and following is not None and following.glued
    return _LABEL if joined and following is not None and not _goes_on(following) else None


_LABEL = ("figures.label", "part of a name, or of a number that only names: an article, an hour, a telephone")


def _labels_next(before: Token, token: Token, earlier: Token | None, number: Number) -> bool:
    word = before.word
    if token.glued and (word.has("colon") or word.has("slash") or word.shape not in ("mark", "number")):
        return True
    if word.has("number_sign") or (word.has("plus") and number.value > _GREATEST_GROWTH):
        return True
    if word.has("hyphen") and token.glued and before.glued and earlier is not None:
        return earlier.word.shape != "number"
    return word.key in beginnings("numbers_a_thing") and number.digits and not number.magnitude


def _goes_on(token: Token) -> bool:
    """Whether a quantity goes on after a hyphen: `10-12`, `5-ta`."""
    return token.word.shape == "number" or token.word.has("counter") or token.word.has("unit")
