"""Quantities: value, unit, comparator; and what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from uzkz_kb.model.findings import Dating, FigureFinding, Names
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.dates.examples import document_of
from uzkz_kb.recognise.figures import example_values, find_figures
from uzkz_kb.text.transliterate import to_cyrillic

READ_ON = Dating("2025-11-20", "2025-11-20", "explicit")


def figures(text: str) -> tuple[FigureFinding, ...]:
    document = document_of(text)
    return find_figures(document, find_dates(document, READ_ON), Names(), READ_ON)


MONEY = [
    ("Savdo 4,5 milliard dollarni tashkil etdi.", ["4500000000 USD"]),
    ("Savdo $2,4 mlrd.dan oshdi.", ["gt 2400000000 USD"]),
    ("Savdo 10,7 mlrd. AQSh dollariga yetdi.", ["10700000000 USD"]),
    ("Qiymati 500 ming yevro.", ["500000 EUR"]),
    ("YaIM 1 303 702,1 mlrd so‘mni tashkil etdi.", ["1303702100000000 UZS"]),
    ("Savdo 1 303 702,1 ming dollar edi.", ["1303702100 USD"]),
    ("3,5 milliard tenge ajratildi.", ["3500000000 KZT"]),
    ("Besh milliard rubl sarflandi.", ["5000000000 RUB"]),
    ("120 million yuan berildi.", ["120000000 CNY"]),
    ("Qariyb 4,5 milliard dollar.", ["approx 4500000000 USD"]),
    ("100 mln dollarga yaqin mablag‘.", ["approx 100000000 USD"]),
    ("Besh milliard dollarga yaqinlashdi.", ["approx 5000000000 USD"]),
    ("Narxi 4,2 milliard dollardan kam emas.", ["ge 4200000000 USD"]),
    ("Savdo 30 million dollarga ham yetmasdi.", ["lt 30000000 USD"]),
    ("Kamida 3 milliard dollarlik loyiha.", ["ge 3000000000 USD"]),
    ("Qiymati 8 mlrd dollargacha baholanmoqda.", ["le 8000000000 USD"]),
    ("40 mln dollarlik 5 ta hujjat imzolandi.", ["40000000 USD", "5 count"]),
    ("1,1 mlrd $lik mahsulot sotildi.", ["1100000000 USD"]),
    ("Maosh 2 mln 500 ming so‘m.", ["2500000 UZS"]),
]
SHARES_AND_MULTIPLES = [
    ("Eksport 31,2 foiz ko‘p bo‘ldi.", ["31.2 percent"]),
    ("O‘sish 7,2% dan 7,6% gacha bo‘ldi.", ["7.2 percent", "7.6 percent"]),
    ("Ulush 10 foizidan oshmas edi.", ["le 10 percent"]),
    ("Ulushi 16 foizcha.", ["approx 16 percent"]),
    ("Hissani 51 ga 49 foiz qilib bo‘lishdi.", ["51 percent", "49 percent"]),
    ("Savdo ikki baravar oshdi.", ["2 ratio"]),
    ("Savdo 5 baravardan ziyod ko‘paydi.", ["gt 5 ratio"]),
    ("Savdo bir yarim barobar o‘sdi.", ["1.5 ratio"]),
    ("Savdo 3 karra kamaydi.", ["3 ratio"]),
    ("Savdo uch marta oshdi.", ["3 ratio"]),
]
COUNTS = [
    ("60 ta loyiha amalga oshirilmoqda.", ["60 count"]),
    ("13 mingdan ziyod ish o‘rni yaratildi.", ["gt 13000 count"]),
    ("Korxonalar soni mingtadan oshdi.", ["gt 1000 count"]),
    ("25dan ortiq kitob sovg‘a qilindi.", ["gt 25 count"]),
    ("1 ming 800 dan ortiq korxona ishlayapti.", ["gt 1800 count"]),
    ("212 ming 480 ta avtomobil o‘tdi.", ["212480 count"]),
    ("Qirqdan ortiq ijodkor keldi.", ["gt 40 count"]),
    ("Yigirmaga yaqin hujjat imzolandi.", ["approx 20 count"]),
    ("50 davlatdan ortiq vakil keldi.", ["gt 50 count"]),
    ("500 nafarcha talaba o‘qiydi.", ["approx 500 count"]),
    ("60 nafargacha talaba o‘qiydi.", ["le 60 count"]),
    ("1 200 kishi ishli bo‘ldi.", ["1200 count"]),
    ("Zavodda 350 dan 900 ta mashinagacha chiqadi.", ["350 count", "900 count"]),
    ("Yuz ellik korxona tuzildi.", ["150 count"]),
    ("9 kishilik guruh kuzatdi.", ["9 count"]),
    ("Korxonalarning 70 tasi qo‘shma, 50 tasi xorijiy.", ["70 count", "50 count"]),
]
MEASURES = [
    ("Uzunligi 1 476,12 kilometr.", ["1476.12 km"]),
    ("350 ming tonna yuk tashildi.", ["350000 t"]),
    ("242 ming t. un keltirildi.", ["242000 t"]),
    ("16 mlrd 36 mln kub metr suv tegadi.", ["16036000000 m3"]),
    ("2 mlrd. m³ gaz olindi.", ["2000000000 m3"]),
    ("1,5 mln. kv.m turar joy qurildi.", ["1500000 m2"]),
    ("5,6 milliard kVt·soat elektr.", ["5600000000 kWh"]),
    ("Quvvati 1 860 MVt.", ["1860 MW"]),
    ("480 gektarlik maydon.", ["480 ha"]),
    ("8 mingdan ziyod tonna don keldi.", ["gt 8000 t"]),
    ("300 mingdan ortiq gektar yer ochildi.", ["gt 300000 ha"]),
    ("Yiliga 12 ming tonnagacha meva yetishtiriladi.", ["le 12000 t"]),
    ("Ombordan 3 mlrd m³ dan ko‘p suv chiqarmasligi aytildi.", ["le 3000000000 m3"]),
    ("Navbat 40 tadan ko‘p emas.", ["le 40 count"]),
    ("Ulushlar teng: har biriga 12,5 foizdan.", ["12.5 percent"]),
]


@pytest.mark.parametrize(("text", "expected"), [*MONEY, *SHARES_AND_MULTIPLES, *COUNTS, *MEASURES])
def test_what_a_text_states(text: str, expected: list[str]) -> None:
    assert example_values(text) == expected
    assert example_values(to_cyrillic(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ikki davlat rahbari uchrashdi.",
        "Ikki tomonlama muzokara uch kun davom etdi.",
        "U 70 yoshda, 30 yilligini nishonladi.",
        "2024-yil 5-martdagi PQ-105-son qaror.",
        "Qonunning 12-moddasi, 3-qismi.",
        "«Birlik-2024» mashqi, «Nexia R3» va COVID-19.",
        "Telefon: +998 71 123-45-67.",
        "O‘yin 2:1 hisobida tugadi, soat 10:00 da.",
        "Bir qator hujjat, bir necha yuz kishi, o‘nlab korxona.",
        "Haftasiga ikki marta uchadi.",
        "Uch karra jahon chempioni.",
        "Uchta asosiy yo‘nalish belgilandi.",
        "Yuz yuzidan, yuzasidan.",
        "9 qavatli uy, 5 yulduzli mehmonxona.",
        "1 AQSh dollari qancha so‘m?",
        "Chet ellik mehmonlar keldi.",
        "Bir necha yuz million dollar sarflandi.",
        "O‘tgan yilgidan uchdan bir hissa ko‘p.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert example_values(text) == []
    assert example_values(to_cyrillic(text)) == []


def test_values_are_exact() -> None:
    (figure,) = figures("Savdo 1 303 702,1 mlrd so‘m bo‘ldi.")
    assert figure.value == Decimal("1303702100000000")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Savdo 4 milliard dollarga yetdi. Bu ko‘rsatkichni 10 milliardga yetkazish maqsad qilingan.", "USD"),
        ("Savdo 3,2 mlrd dollarga yetdi, shundan 1,8 milliardi import.", "USD"),
        ("Sayyohlar soni 6,6 millionga yetdi.", "count"),
    ],
)
def test_a_unit_left_out_is_that_of_the_quantities_around(text: str, expected: str) -> None:
    assert figures(text)[-1].unit == expected
