"""Shortened words with the ending that follows their full stop, as one token: `2019-y.dan`, `b-n`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Token
from uzkz_kb.text.keys import canonical, key
from uzkz_kb.text.morphology import noun_endings
from uzkz_kb.text.words import Vocabulary


@cache
def _short_forms(name: str) -> Mapping[str, str]:
    return {key(short): str(whole) for short, whole in lang_data("short_forms.yml")[name].items()}


def written_out(parts: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, Token] | None:
    """The word shortened before the full stop or the hyphen at `at`, as one token, and one past its end.

    It begins at the part before `at`; `None` where nothing is shortened there.
    """
    short = parts[at - 1].word.key
    if parts[at].word.raw == "-":
        return _with_hyphen(parts, at, words)
    whole = _short_forms("after_number").get(short) if _follows_number(parts, at - 1) else None
    ending = _ending(parts, at + 1)
    if whole is None and ending:
        whole = _short_forms("before_ending").get(short)
    if whole is None:
        return None
    last = at + 2 if ending else at + 1
    word = words.word(whole + ending)
    return last, Token(parts[at - 1].start, parts[last - 1].end, word, parts[at - 1].glued)


def _with_hyphen(parts: Sequence[Token], at: int, words: Vocabulary) -> tuple[int, Token] | None:
    if at + 1 == len(parts):
        return None
    following = parts[at + 1]
    whole = _short_forms("hyphened").get(f"{parts[at - 1].word.key}-{following.word.key}")
    if whole is None or not following.glued:
        return None
    return at + 2, Token(parts[at - 1].start, following.end, words.word(whole), parts[at - 1].glued)


def _follows_number(parts: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` stands after a number in digits or in Roman letters, hyphened or not."""
    before = at - 2 if at > 1 and parts[at - 1].word.raw == "-" else at - 1
    return before >= 0 and (parts[before].word.shape == "number" or parts[before].word.has("roman"))


def _ending(parts: Sequence[Token], at: int) -> str:
    """The ending of a noun glued at `at`, in canonical Latin; empty where there is none."""
    if at >= len(parts) or not parts[at].glued or parts[at].word.shape != "lower":
        return ""
    ending = parts[at].word.key
    return canonical(parts[at].word.raw) if ending in noun_endings() else ""
