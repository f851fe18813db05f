"""Dates and quantities in words, in both scripts."""

from decimal import Decimal

import pytest

from uzkz_kb.render.alphabet import alphabet_key
from uzkz_kb.text.dates_in_words import date_in_words, recurring_in_words
from uzkz_kb.text.quantities import quantity_in_words


@pytest.mark.parametrize(
    ("edtf", "latin", "cyrillic"),
    [
        ("2024", "2024-yil", "2024 йил"),
        ("2024-08", "2024-yil avgust", "2024 йил август"),
        ("2024-08-08", "2024-yil 8-avgust", "2024 йил 8 август"),
        ("2017-03-22/2017-03-23", "2017-yil 22–23-mart", "2017 йил 22–23 март"),
        ("2024-08-30/2024-09-02", "2024-yil 30-avgust – 2-sentabr", "2024 йил 30 август – 2 сентябрь"),
        (
            "2023-12-30/2024-01-02",
            "2023-yil 30-dekabr – 2024-yil 2-yanvar",
            "2023 йил 30 декабрь – 2024 йил 2 январь",
        ),
        ("2025-01/2025-09", "2025-yil yanvar–sentabr", "2025 йил январь–сентябрь"),
        ("2024/2034", "2024–2034-yillar", "2024–2034 йиллар"),
        ("2024/..", "2024-yildan boshlab", "2024 йилдан бошлаб"),
        ("2024-09/..", "2024-yil sentabrdan boshlab", "2024 йил сентябрдан бошлаб"),
        ("../2030", "2030-yilgacha", "2030 йилгача"),
        ("2022-12~", "taxminan 2022-yil dekabr", "тахминан 2022 йил декабрь"),
        ("2022?", "2022-yil (noaniq)", "2022 йил (ноаниқ)"),
        ("199X", "1990-yillar", "1990-йиллар"),
        ("2024-22", "2024-yil yoz", "2024 йил ёз"),
        ("2024-33", "2024-yil birinchi chorak", "2024 йил биринчи чорак"),
    ],
)
def test_dates(edtf: str, latin: str, cyrillic: str) -> None:
    assert (date_in_words(edtf, "latn"), date_in_words(edtf, "cyrl")) == (latin, cyrillic)


def test_a_day_of_every_year() -> None:
    assert recurring_in_words("--08-10", "latn") == "har yili 10-avgust"
    assert recurring_in_words("--08-10", "cyrl") == "ҳар йили 10 август"


@pytest.mark.parametrize(
    ("value", "unit", "comparator", "latin", "cyrillic"),
    [
        ("4500000000", "USD", "eq", "4,5 mlrd dollar", "4,5 млрд доллар"),
        ("4500000000", "USD", "approx", "qariyb 4,5 mlrd dollar", "қарийб 4,5 млрд доллар"),
        ("4000000000", "USD", "gt", "4 mlrd dollardan ortiq", "4 млрд доллардан ортиқ"),
        ("232000000", "USD", "eq", "232 mln dollar", "232 млн доллар"),
        ("1303702100000000", "UZS", "eq", "1 303 702,1 mlrd so‘m", "1 303 702,1 млрд сўм"),
        ("13000", "count", "gt", "13 000 tadan ortiq", "13 000 тадан ортиқ"),
        ("60", "count", "eq", "60 ta", "60 та"),
        ("7.2", "percent", "eq", "7,2 foiz", "7,2 фоиз"),
        ("2", "ratio", "gt", "2 baravardan ortiq", "2 баравардан ортиқ"),
        ("1500", "RUB", "lt", "1500 rubldan kam", "1500 рублдан кам"),
        ("5", "km", "ge", "kamida 5 km", "камида 5 км"),
        ("5", "ha", "le", "ko‘pi bilan 5 gektar", "кўпи билан 5 гектар"),
    ],
)
def test_quantities(value: str, unit: str, comparator: str, latin: str, cyrillic: str) -> None:
    number = Decimal(value)
    assert quantity_in_words(number, unit, comparator, "latn").replace("\xa0", " ") == latin
    assert quantity_in_words(number, unit, comparator, "cyrl").replace("\xa0", " ") == cyrillic


def test_what_was_counted_stands_after_the_number() -> None:
    assert quantity_in_words(Decimal(60), "count", "eq", "latn", counted="loyiha") == "60 ta loyiha"


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("latn", ["Aziza", "Umid", "Zafar", "O‘ktam", "G‘ani", "Shavkat", "Chori"]),
        ("cyrl", ["Азиза", "Зафар", "Умид", "Ўктам", "Қобил", "Ғани", "Ҳаким"]),
    ],
)
def test_the_order_of_the_alphabet(script: str, words: list[str]) -> None:
    key = "cyrl" if script == "cyrl" else "latn"
    shuffled = words[::-1]
    assert sorted(shuffled, key=lambda word: alphabet_key(word, key)) == words
