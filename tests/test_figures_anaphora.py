"""Figures of `them`: what was told of in the sentence before."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import FigureFinding
from uzkz_kb.pipeline import extract_seed


def figures_of(text: str, published: str = "2025") -> tuple[FigureFinding, ...]:
    return extract_seed(Seed("example", text, "", Sidecar(published=published))).figures


def test_their_number_is_of_the_things_told_before() -> None:
    text = (
        "43 ta loyiha muhokama qilinmoqda. Hamkorlik qo‘shma korxonalar sonidan ham ko‘rinadi. "
        "Bu yil ularning soni 5 baravar ko‘payib, mingtadan oshdi."
    )
    assert [figure.indicator for figure in figures_of(text)] == [
        "projects",
        "joint_ventures",
        "joint_ventures",
    ]


@pytest.mark.parametrize("published", ["2025", "2025-11", "2025-11-20"])
def test_a_period_within_the_source_s_own_year_is_no_plan(published: str) -> None:
    text = "Yanvar-sentabr oylarida YaIM 1 303 702,1 mlrd so‘mni tashkil etdi."
    assert [figure.kind for figure in figures_of(text, published)] == ["actual"]
