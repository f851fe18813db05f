"""The extraction reaches its figures, on texts it was made with and on texts it has never met."""

from __future__ import annotations

import pytest

from score import score_of


@pytest.mark.parametrize(
    ("name", "overall", "worst", "fields"),
    [
        ("seeds", 0.97, 0.95, 0.95),
        ("samples", 0.92, 0.88, 0.90),
        ("written", 0.92, 0.88, 0.90),
        ("written-2", 0.92, 0.88, 0.90),
        ("written-3", 0.92, 0.88, 0.90),
        ("held-out", 0.85, 0.80, 0.85),
        ("held-out-2", 0.85, 0.80, 0.85),
        ("held-out-3", 0.85, 0.80, 0.85),
        ("held-out-4", 0.85, 0.80, 0.85),
    ],
)
def test_the_extraction_reaches_its_figures(name: str, overall: float, worst: float, fields: float) -> None:
    result = score_of(name)
    assert result.wrong_quotes == 0
    assert result.whole.f1 >= overall, result.remarks
    assert min(count.f1 for count in result.counts.values()) >= worst, result.remarks
    assert result.field_accuracy >= fields, result.remarks
