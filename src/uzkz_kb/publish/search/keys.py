"""The key under which a word lies in the index: its stem; for a known name the stem of its one spelling."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from uzkz_kb.errors import RuleError
from uzkz_kb.text.fold import fold, words
from uzkz_kb.text.stem import stem

Phrase = tuple[str, ...]


def key(folded: str) -> str:
    """The key of a folded word.

    >>> key(fold("Токаев")) == key(fold("Toqayevning"))
    True
    """
    stemmed = stem(folded)
    return name_keys().get(stemmed, stemmed)


def keys_of(text: str) -> list[str]:
    """The keys of a text's words in order, without stop words."""
    return [key(token.folded) for token in words(text) if token.folded not in stop_words()]


@lru_cache(maxsize=1)
def stop_words() -> frozenset[str]:
    """The words too common to ask for, folded."""
    return frozenset(fold(word) for word in _data("words")["stop"])


@lru_cache(maxsize=1)
def words_after_numbers() -> frozenset[str]:
    """Folded words that a query need not have behind a number: 1998 yil, 230 ta."""
    return frozenset(fold(word) for word in _data("words")["after_number"])


def status_keys(facets: Iterable[str]) -> set[str]:
    """The keys of those facets that tell a status, which readers ask for by name."""
    statuses = {fold(status) for status in _data("words")["status"]}
    return {found for facet in facets if fold(facet) in statuses for found in keys_of(facet)}


@lru_cache(maxsize=1)
def name_keys() -> dict[str, str]:
    """Stem of a known spelling of a name or word → the stem of the spelling that stands first in its line."""
    return _first_spellings(_groups())


@lru_cache(maxsize=1)
def name_spellings() -> dict[str, str]:
    """The same for names alone: their first letters lead to them, those of a foreign word do not."""
    return _first_spellings(_folded(_all_lines(_data("names"))))


def _first_spellings(groups: Iterable[tuple[str, ...]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for group in groups:
        singles = [stem(spelling) for spelling in group if " " not in spelling]
        for spelling in singles[1:]:
            if found.get(spelling, singles[0]) != singles[0]:
                raise RuleError(
                    f"the spelling {spelling!r} stands in two lines",
                    remedy="Keep it where it belongs",
                    file="lang/search/names.yml",
                )
            if spelling != singles[0]:
                found[spelling] = singles[0]
    return found


def with_other_names(keys: Sequence[str]) -> set[str]:
    """The keys of a field, and those of the phrases that say the same as a phrase of it.

    >>> "shht" in with_other_names(keys_of("Shanxay hamkorlik tashkiloti"))
    True
    """
    found = set(keys)
    for at, first in enumerate(keys):
        for phrase, others in _phrases().get(first, ()):
            if tuple(keys[at : at + len(phrase)]) == phrase:
                found.update(others)
    return found


def messages(script: str) -> dict[str, str]:
    """What the search itself says, in `script` (`latn` or `cyrl`)."""
    said: dict[str, str] = _data("messages")[script]
    return said


@lru_cache(maxsize=1)
def _phrases() -> dict[str, list[tuple[Phrase, set[str]]]]:
    """First key of a phrase → the phrase and the keys of all that says the same."""
    found: dict[str, list[tuple[Phrase, set[str]]]] = {}
    for group in _groups():
        phrases = list(dict.fromkeys(tuple(keys_of(spelling)) for spelling in group))
        if all(len(phrase) == 1 for phrase in phrases):
            continue
        for phrase in phrases:
            others = {word for other in phrases for word in other} - set(phrase)
            found.setdefault(phrase[0], []).append((phrase, others))
    return found


@lru_cache(maxsize=1)
def _groups() -> tuple[tuple[str, ...], ...]:
    """Every line of names and words, its spellings folded."""
    listed = _data("words")
    return _folded([*_all_lines(_data("names")), *listed["same"], *listed["alike"]])


def _folded(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(dict.fromkeys(fold(spelling) for spelling in group)) for group in groups)


def _all_lines(sections: dict[str, list[list[str]]]) -> Iterable[list[str]]:
    return (line for lines in sections.values() for line in lines)


@lru_cache(maxsize=8)
def _data(name: str) -> dict[str, Any]:
    source = files("uzkz_kb.lang").joinpath(f"search/{name}.yml")
    data: dict[str, Any] = yaml.safe_load(source.read_text(encoding="utf-8"))
    return data
