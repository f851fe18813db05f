"""The words around a quantity, by their beginnings: `lang/figures.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Word
from uzkz_kb.text.keys import key


@cache
def beginnings(name: str) -> tuple[str, ...]:
    """The beginnings of words listed under `name`, folded."""
    return tuple(key(stem) for stem in lang_data("figures.yml")[name])


@lru_cache(maxsize=200_000)
def _begins(folded: str, name: str) -> bool:
    return folded.startswith(beginnings(name))


def begins(word: Word, name: str) -> bool:
    """Whether a word begins like one of the list `name`."""
    return word.shape not in ("number", "mark") and _begins(word.key, name)


@cache
def _case_endings() -> Mapping[str, str]:
    return {key(ending): form for ending, form in lang_data("words/units.yml")["case_ending"].items()}


def case_of(word: Word) -> str | None:
    """The case that a loose ending shows: `dan` after digits is the ablative; `None` for other words."""
    return _case_endings().get(word.key) if word.has("suffix") else None
