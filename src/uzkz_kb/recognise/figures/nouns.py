"""The nouns of `lang/words/indicators.yml`, read by themselves: no longer stem of another list hides them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Word
from uzkz_kb.text.keys import key
from uzkz_kb.text.morphology import noun_endings, stems_before

CLASSES = ("measure", "thing", "worth")


@cache
def _stems() -> Mapping[str, Mapping[str, str]]:
    stems: dict[str, dict[str, str]] = {}
    for name, entries in lang_data("words/indicators.yml").items():
        for stem, slug in entries.items():
            if " " not in stem and "-" not in stem:
                stems.setdefault(key(stem), {})[name] = slug
    return stems


@lru_cache(maxsize=200_000)
def _read(folded: str) -> Mapping[str, str]:
    endings, stems = noun_endings(), _stems()
    for cut in range(len(folded), 0, -1):
        if folded[cut:] in endings:
            for stem in stems_before(folded[cut:], folded[:cut]):
                found = stems.get(stem)
                if found is not None:
                    return found
    return {}


def slugs(word: Word) -> Mapping[str, str]:
    """What a word names as an indicator, a thing that is counted, a thing that has a price: class → slug."""
    return {} if word.shape in ("number", "mark") else _read(word.key)


def is_thing(word: Word) -> bool:
    """Whether a word is a thing that quantities are told of."""
    return "thing" in slugs(word)
