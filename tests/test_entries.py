"""Chronicles and programmes: the date and place at an entry's head."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Extraction
from uzkz_kb.pipeline import extract_seed
from uzkz_kb.recognise.entries import entries

CHRONICLE = (
    "1997-yil 10-yanvar. Bishkek. Uch davlat rahbarlari uchrashdi. Muzokaralar uzoq davom etdi. "
    "2001-yil 16-noyabr – Ostona, chegara to‘g‘risidagi shartnoma. "
    "2006-yil 19–20-mart: prezident tashrifi. Kengash tuzildi."
)
PROGRAMME = (
    "22-sentabr, dushanba 10:00 – kutib olish marosimi. "
    "23-sentabr, seshanba\n11:00 – ko‘rgazma taqdimoti. Tomoshabinlar: 40 nafar.\n"
    "24-sentabr, chorshanba: Nukusga uchish."
)
HOUSES = (
    "12-may. Termiz shahar teatri: komediya namoyishi. 13-may. Ostonadagi markaziy kutubxona: taqdimot. "
    "14-may – Xivadagi dala mashg‘uloti. Eslatma: kirish bepul. Buxoroga jo‘nab ketish."
)
WEEK = (
    "Dushanba. 9-fevral kuni vazir elchini qabul qildi. Seshanba. Suhbat bo‘ldi. Chorshanba, 11-fevral. "
    "Ashxobod: muzokara. Payshanba kuni Xivada anjuman ochildi. Unda olimlar qatnashdi."
)
NEWS = "2024-yil 8-avgustda forum o‘tdi. 9-avgust kuni uchrashuv bo‘ldi. 10-avgustda mehmonlar jo‘nab ketdi."


def extracted(text: str, published: str | None = None) -> Extraction:
    return extract_seed(Seed("example", text, "", Sidecar(published=published)))


@pytest.mark.parametrize(
    ("text", "published", "told"),
    [
        (
            CHRONICLE,
            None,
            [
                *[("1997-01-10", "bishkek")] * 4,
                ("2001-11-16", "ostona"),
                *[("2006-03-19/2006-03-20", None)] * 2,
            ],
        ),
        (
            PROGRAMME,
            "2025-09-05",
            [("2025-09-22", None), ("2025-09-23", None), ("2025-09-23", None), ("2025-09-24", "nukus")],
        ),
        (
            HOUSES,
            "2025-05-01",
            [
                *[("2025-05-12", "termiz")] * 2,
                *[("2025-05-13", "ostona")] * 2,
                *[("2025-05-14", None)] * 2,
                ("2025-05-14", "buxoro"),
            ],
        ),
        (
            WEEK,
            "2026-02-15",
            [
                *[("2026-02-09", None)] * 2,
                *[("2026-02-10", None)] * 2,
                *[("2026-02-11", "ashxobod")] * 2,
                *[("2026-02-12", None)] * 2,
            ],
        ),
        (NEWS, "2024-08-11", []),
        ("2024-yil 8-avgust. Toshkent. Forum o‘tdi. Mehmonlar keldi.", None, []),
    ],
)
def test_a_head_holds_for_its_entry(text: str, published: str | None, told: list[object]) -> None:
    found = extracted(text, published)
    held = entries(found.document, found.dates, found.names.places)
    assert [(entry.dating.edtf, entry.place) for _, entry in sorted(held.items())] == told


def test_a_chronicle_is_not_of_the_day_of_its_first_entry() -> None:
    assert extracted(CHRONICLE).facts.published is None
    titled = f"MUNOSABATLAR\nXRONIKASI {CHRONICLE} 2008-yil 1-may. Ko‘rgazma ochildi."
    assert extracted(titled).facts.published is None


def test_an_entry_may_tell_of_what_is_awaited() -> None:
    text = f"{CHRONICLE} 2031-yil (kutilmoqda). Muzey ochilishi. 2032-yil: yangi bekat."
    found = extracted(text)
    held = entries(found.document, found.dates, found.names.places)
    assert {entry.dating.edtf for entry in held.values() if entry.planned} == {"2031"}
