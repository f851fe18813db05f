"""How alike two titles are: the stems they share, weighed by how rare each is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.keys import key
from uzkz_kb.text.tokens import tokens

#: An unknown word is compared by its beginning, which endings do not change.
_PREFIX = 7


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(key(word) for word in lang_data("sameness.yml")["empty"])


@lru_cache(maxsize=65536)
def title_stems(title: str) -> frozenset[str]:
    """The stems of a title's words, numbers included, without those that tell nothing apart."""
    stems = set()
    for token in tokens(title, words()):
        word = token.word
        short = word.shape != "number" and len(word.key) <= 3
        if word.shape == "mark" or short or word.key in _empty_words():
            continue
        stems.add(word.readings[0].stem if word.readings else word.key[:_PREFIX])
    return frozenset(stems)


#: Classes of words that say which one of a series, or what sort of thing, but not of whom.
_SORTING = ("event", "event_plural", "ordinal", "numeral", "country", "agreement_head")


@lru_cache(maxsize=65536)
def owner_stems(title: str) -> frozenset[str]:
    """The stems that tell whose session or whose document it is: no numbers, kinds or countries."""
    sorting = frozenset(
        reading.stem
        for token in tokens(title, words())
        for reading in token.word.readings
        if any(name in reading.classes for name in _SORTING)
    )
    return title_stems(title) - sorting


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each stem tells: the rarer, the more."""

    titles: int
    frequency: Mapping[str, int]

    def __call__(self, stem: str) -> float:
        """The stem's weight: `log(1 + titles / occurrences)`."""
        return math.log(1 + self.titles / self.frequency.get(stem, 1))


def weights(titles: Iterable[str]) -> Weights:
    """Weights over all titles of a kind."""
    frequency: Counter[str] = Counter()
    count = 0
    for title in titles:
        count += 1
        frequency.update(title_stems(title))
    return Weights(count, frequency)


def likeness(one: str, other: str, weigh: Weights) -> float:
    """The share of the shorter title's weight that the longer one has too: 0 for nothing, 1 for all."""
    first, second = title_stems(one), title_stems(other)
    shorter = min(sum(map(weigh, first)), sum(map(weigh, second)))
    return sum(map(weigh, first & second)) / shorter if shorter else 0.0


def closeness(one: str, other: str, weigh: Weights) -> float:
    """The share of both titles' weight that is common to them: 1 only where they say the same."""
    return _common_share(title_stems(one), title_stems(other), weigh)


def same_owner(one: str, other: str, weigh: Weights) -> float:
    """`closeness` of what the titles say of whose session or document it is."""
    return _common_share(owner_stems(one), owner_stems(other), weigh)


def _common_share(first: frozenset[str], second: frozenset[str], weigh: Weights) -> float:
    whole = sum(map(weigh, first | second))
    return sum(map(weigh, first & second)) / whole if whole else 0.0
