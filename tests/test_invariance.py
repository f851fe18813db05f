"""Script, apostrophe and line breaks change nothing that a text says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from uzkz_kb.pipeline import extract_seed
from uzkz_kb.read.seed import read_seed, seed_files
from variants import facts, variants

SEEDS = [read_seed(file) for file in seed_files(Path(__file__).parent.parent)]
ROWS = [
    pytest.param(seed, text, id=f"{seed.name[:3]} {name}")
    for seed in SEEDS
    for name, text in variants(seed.text, extract_seed(seed).document.script)
]


@pytest.mark.parametrize(("seed", "text"), ROWS)
def test_a_variant_of_a_seed_gives_the_same_facts(seed, text) -> None:
    assert facts(extract_seed(replace(seed, text=text))) == facts(extract_seed(seed))
