"""Hard pairs, each with its kind; `held-out*.tsv` were first scored before rules were tuned on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from uzkz_kb.text.transliterate import to_cyrillic, to_latin

PAIRS = Path(__file__).parent / "transliteration"


def pairs(name: str, way: str) -> Iterator[tuple[str, str]]:
    """(Latin, Cyrillic) of a file that hold in direction `way`: `>` into Cyrillic, `<` into Latin."""
    for line in (PAIRS / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _kind, latin, cyrillic, ways = line.split("\t")
            if ways in ("=", way):
                yield latin, cyrillic


@pytest.mark.parametrize(("latin", "cyrillic"), list(pairs("tuned.tsv", ">")))
def test_into_cyrillic(latin, cyrillic):
    assert to_cyrillic(latin) == cyrillic


@pytest.mark.parametrize(("latin", "cyrillic"), list(pairs("tuned.tsv", "<")))
def test_into_latin(latin, cyrillic):
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize("name", ["held-out.tsv", "held-out-2.tsv", "held-out-3.tsv"])
def test_at_most_one_in_a_hundred_wrong(name):
    into_cyrillic = [(pair, to_cyrillic(pair[0])) for pair in pairs(name, ">")]
    into_latin = [(pair, to_latin(pair[1])) for pair in pairs(name, "<")]
    wrong_cyrillic = [(pair, got) for pair, got in into_cyrillic if got != pair[1]]
    wrong_latin = [(pair, got) for pair, got in into_latin if got != pair[0]]
    assert len(wrong_cyrillic) <= len(into_cyrillic) / 100, wrong_cyrillic
    assert len(wrong_latin) <= len(into_latin) / 100, wrong_latin
