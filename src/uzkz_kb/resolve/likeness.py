"""How alike two titles are: the stems they share, weighed by how rare each is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
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


class Weights:
    """How much each stem tells: the rarer, the more.

    A stem's weight is `log(1 + titles / occurrences)`, that of a set of stems their sum.
    """

    def __init__(self, titles: int, frequency: Mapping[str, int]) -> None:
        self.frequency = frequency
        self._weights = {stem: math.log(1 + titles / count) for stem, count in frequency.items()}
        self._unmet = math.log(1 + titles)
        self._wholes: dict[frozenset[str], float] = {}

    def of(self, stems: frozenset[str]) -> float:
        """The weight of all `stems`."""
        return math.fsum([self._weights.get(stem, self._unmet) for stem in stems])

    def of_title(self, stems: frozenset[str]) -> float:
        """The weight of all stems of one title, which is asked for again and again."""
        whole = self._wholes.get(stems)
        if whole is None:
            whole = self._wholes[stems] = self.of(stems)
        return whole


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
    shorter = min(weigh.of_title(first), weigh.of_title(second))
    return weigh.of(first & second) / shorter if shorter else 0.0


def closeness(one: str, other: str, weigh: Weights) -> float:
    """The share of both titles' weight that is common to them: 1 only where they say the same."""
    return _common_share(title_stems(one), title_stems(other), weigh)


def same_owner(one: str, other: str, weigh: Weights) -> float:
    """`closeness` of what the titles say of whose session or document it is."""
    return _common_share(owner_stems(one), owner_stems(other), weigh)


def _common_share(first: frozenset[str], second: frozenset[str], weigh: Weights) -> float:
    common = weigh.of(first & second)
    whole = weigh.of_title(first) + weigh.of_title(second) - common
    return common / whole if whole else 0.0
