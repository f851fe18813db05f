"""Lists whose heading gives the unit, line by line or on one line, and years that lead a line."""

from __future__ import annotations

import pytest

from test_figures import figures
from uzkz_kb.text.transliterate import to_cyrillic

LIST = """Mintaqalar kesimida, mln. AQSH doll.:
– Buxoro – 1 204,5 (eksport 504,5; import 700,0);
– Navoiy – 98,4."""

ROW = "Qozog‘iston bilan – 2 315,6 mln. doll. (eksport – 830,4; import – 1 485,2 mln. doll.);"


@pytest.mark.parametrize("text", [LIST, " ".join(LIST.split()), to_cyrillic(LIST)])
def test_numbers_of_a_list_have_the_unit_of_its_heading(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [
        (1_204_500_000, "USD"),
        (504_500_000, "USD"),
        (700_000_000, "USD"),
        (98_400_000, "USD"),
    ]


@pytest.mark.parametrize("text", [ROW, to_cyrillic(ROW)])
def test_numbers_of_a_row_have_the_unit_of_its_last(text: str) -> None:
    assert [(figure.value, figure.unit) for figure in figures(text)] == [
        (2_315_600_000, "USD"),
        (830_400_000, "USD"),
        (1_485_200_000, "USD"),
    ]


def test_a_heading_holds_for_the_lines_below_it_and_no_further() -> None:
    text = (
        "Yuk tashish (ming tonna):\n\nQarshi — 45,5\nTermiz — 12\n\n"
        "Tadbirda 30 ta kompaniya qatnashdi. Unda 12,5 foiz chegirma e’lon qilindi."
    )
    assert [(figure.value, figure.unit) for figure in figures(text)] == [
        (45_500, "t"),
        (12_000, "t"),
        (30, "count"),
        (12.5, "percent"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2016 y. - 310,5 mln $\n2017 y. - 402 mln $\n2018 y. - qariyb 1,5 mlrd $",
        "2016 – 310,5 mln doll., 2017 – 402 mln doll., 2018 – qariyb 1,5 mlrd doll.",
        "2016: 310,5 mln $; 2017: 402 mln $; 2018: qariyb 1,5 mlrd $",
    ],
)
def test_a_year_leads_its_line(text: str) -> None:
    assert [(f.value, f.unit, f.period and f.period.edtf) for f in figures(text)] == [
        (310_500_000, "USD", "2016"),
        (402_000_000, "USD", "2017"),
        (1_500_000_000, "USD", "2018"),
    ]
