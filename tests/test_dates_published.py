"""The date of a source: from its sidecar, its head, or what its own words settle."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Dating
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.dates import find_published, first_day
from uzkz_kb.recognise.rules import words


def published(text: str, sidecar: str | None = None) -> tuple[str | None, str | None] | None:
    document = read_document(Seed("source", text, "", Sidecar(published=sidecar)), words())
    found = find_published(document)
    return (found.edtf, found.basis) if found else None


def test_a_sidecar_has_the_last_word() -> None:
    assert published("Joriy yil 28 avgustda yig‘ildi.", "2024-08-30") == ("2024-08-30", "explicit")


def test_a_date_alone_at_the_head_of_the_page() -> None:
    text = "16:05 / 30.05.2023\n\nBosh konsulxona ochildi.\n\nMarosimda vazir qatnashdi."
    assert published(text) == ("2023-05-30", "explicit")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("MATBUOT RELIZI\nNukus sh., 2022 yil 4 aprel\n\nTaqdimot o‘tkazildi.", ("2022-04-04", "explicit")),
        (
            "Vazir Nukusga keldi Kun xabari • 04.04.2022, 18:20 Kecha forum ochildi.",
            ("2022-04-04", "explicit"),
        ),
        (
            "2022-yil 4-aprelda forum ochildi. Ertaga, 6-aprel kuni ko‘rgazma bo‘ladi.",
            ("2022-04-05", "inferred"),
        ),
    ],
)
def test_a_letterhead_an_hour_and_today_date_the_source(text: str, expected: tuple[str, str]) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Joriy yilda mamlakatlar diplomatik munosabatlar o‘rnatilganining 30 yilligini nishonlaydi. "
            "Oktabr oyida ko‘rgazma, dekabr oyida kongress o‘tkazildi.",
            ("2022-12", "inferred"),
        ),
        (
            "Joriy yil 28 avgustda kengash yig‘ildi. 2024–2034-yillarga mo‘ljallangan dastur qabul qilindi.",
            ("2024-08", "inferred"),
        ),
        ("2024-yil 8-avgust kuni Ostonada sammit bo‘lib o‘tdi.", ("2024-08", "inferred")),
    ],
)
def test_what_the_text_settles(text: str, expected: tuple[str, str]) -> None:
    assert published(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Hamkorlik rivojlanmoqda.",
        "8 avgustda kengash yig‘ildi.",
        "1994-yil 30-aprelda shartnoma imzolandi. 1997-yilda yana biri imzolandi. 2000-yilda sammit o‘tdi.",
    ],
)
def test_what_no_words_settle_stays_open(text: str) -> None:
    assert published(text) is None


@pytest.mark.parametrize(
    ("published", "first"),
    [
        ("2024-05-06/2024-05-07", "2024-05-06"),
        ("2024-05/2024-06", "2024-05"),
        ("{2024-05-06,2024-05-08}", "2024-05-06"),
        ("2024-05~", "2024-05"),
        ("2024", "2024"),
    ],
)
def test_a_text_is_read_against_the_first_day_of_its_source(published: str, first: str) -> None:
    read = first_day(Dating(published, published, "explicit"))
    assert read is not None
    assert read.edtf == first
