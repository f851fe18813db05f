"""The words around a quantity, by their beginnings: `lang/figures.yml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Token, Word
from uzkz_kb.text.keys import key

_NOTHING: frozenset[str] = frozenset()


@cache
def beginnings(name: str) -> tuple[str, ...]:
    """The beginnings of words listed under `name`, folded."""
    return tuple(key(stem) for stem in lang_data("figures.yml")[name])


@cache
def _lists() -> Mapping[str, tuple[str, ...]]:
    return {
        name: beginnings(name) for name, stems in lang_data("figures.yml").items() if isinstance(stems, list)
    }


@lru_cache(maxsize=200_000)
def _told_by(folded: str) -> frozenset[str]:
    ended = f"{folded}."
    return frozenset(name for name, stems in _lists().items() if ended.startswith(stems))


def told_by(word: Word) -> frozenset[str]:
    """The lists of `lang/figures.yml` that have a beginning of the word."""
    return _NOTHING if word.shape in ("number", "mark") else _told_by(word.key)


def begins(word: Word, name: str) -> bool:
    """Whether a word begins like one of the list `name`."""
    return name in told_by(word)


@cache
def _case_endings() -> Mapping[str, str]:
    return {key(ending): form for ending, form in lang_data("words/units.yml")["case_ending"].items()}


def case_of(word: Word) -> str | None:
    """The case that a loose ending shows: `dan` after digits is the ablative; `None` for other words."""
    return _case_endings().get(word.key) if word.has("suffix") else None


def loose_case(tokens: Sequence[Token], index: int) -> tuple[int, str] | None:
    """The case ending that stands by itself at `index`, and one past it: `25 dan`, `mlrd.ga`, `% gacha`."""
    if index + 1 < len(tokens) and tokens[index].word.has("stop") and tokens[index + 1].glued:
        index += 1
    if index >= len(tokens):
        return None
    form = case_of(tokens[index].word)
    return (index + 1, form) if form is not None else None
