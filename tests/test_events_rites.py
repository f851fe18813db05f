"""Beginnings and ends that have a day of their own."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.events import example_values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Uning tantanali ochilishi 9-mayda Urganchda bo‘ldi.",
            "opening held 2025-05-09 urganch: Uning tantanali ochilishi",
        ),
        ("Imzolanish 3-martda Taroz shahrida bo‘ldi.", "signing held 2025-03-03 taroz: Imzolanish"),
        (
            "Mavsum yopilishi 15-dekabrda Navoiy shahrida rejalashtirilgan.",
            "ceremony planned 2025-12-15 navoiy: Mavsum yopilishi",
        ),
    ],
)
def test_a_rite_with_a_day_after_it_is_a_happening(text: str, value: str) -> None:
    assert value in example_values(text)


@pytest.mark.parametrize(
    "text", ["Uning tantanali ochilishi hammani quvontirdi.", "Do‘kon yopilishi kutilmaganda ma’lum bo‘ldi."]
)
def test_one_without_a_day_is_none(text: str) -> None:
    assert example_values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Vazir Nurlan Omarov Qozog‘iston bosh vazirini qabul qildi.",
            "meeting held - -: Vazir Nurlan Omarov Qozog‘iston bosh vazirini qabul qildi",
        ),
        (
            "Zilziladan jabr ko‘rganlarga ortilgan karvon bugun Kobulga jo‘nadi.",
            "other held 2025-11-20 -: Zilziladan jabr ko‘rganlarga ortilgan karvon bugun Kobulga jo‘nadi",
        ),
        (
            "2018-yil 1-martda, tashrif arafasida bu post qayta ochilgandi.",
            "opening held 2018-03-01 -: 2018-yil 1-martda, tashrif arafasida bu post qayta ochilgandi",
        ),
        (
            "Qo‘shma korxona 2023-yilda tashkil topgan.",
            "founding held 2023 -: Qo‘shma korxona 2023-yilda tashkil topgan",
        ),
    ],
)
def test_a_verb_names_a_happening_beside_other_nouns(text: str, value: str) -> None:
    assert value in example_values(text)
