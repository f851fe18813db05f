"""Agreements told by a turn of phrase: not signed, turned into another, a list of what will be done."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.agreements import example_values
from uzkz_kb.text.transliterate import to_cyrillic

NEVER_MADE = (
    "Gaz yetkazib berish bo‘yicha bitim imzolanmadi.",
    "Gaz yetkazib berish bo‘yicha bitim imzolanmay qoldi.",
    "Ikki shahar o‘rtasidagi memorandum imzolanmay qolib ketdi.",
    "Qo‘shma bayonot qabul qilinmadi.",
)
STILL_TO_COME = {
    "Gaz yetkazib berish bo‘yicha bitim hali imzolanmadi.": "Gaz yetkazib berish bo‘yicha bitim",
    "Darsliklar bo‘yicha memorandum shu kungacha imzolanmay kelmoqda.": "Darsliklar bo‘yicha memorandum",
    "Gaz bo‘yicha bitim imzolanishi may oyiga qoldirildi.": "Gaz bo‘yicha bitim",
}
DOCUMENTS = {
    "2010-yilda kuchga kirgan suvdan foydalanish to‘g‘risidagi bitim qayta ko‘rib chiqiladi.": [
        "agreement in_force: Suvdan foydalanish to‘g‘risidagi bitim"
    ],
    "1998-yil 17-martda Bishkekda qabul qilingan bitim esa amalda ishlamay qolgandi.": [
        "agreement adopted: 1998-yil 17-martda Bishkekda qabul qilingan bitim"
    ],
    "Keyin u to‘laqonli shartnomaga aylandi.": ["treaty signed: To‘laqonli shartnoma"],
    "Zavod uchta sherik bilan niyat protokollarini tuzishga ulgurdi.": [
        "protocol signed: Zavod uchta sherik bilan niyat protokollari"
    ],
    "Ikki universitet o‘rtasida talaba almashish dasturi ish boshladi.": [
        "programme in_force: Ikki universitet o‘rtasida talaba almashish dasturi"
    ],
    "Universitetning talaba almashish dasturi ish boshladi.": [],
    "Kelishuv tarixiy hujjatga aylandi.": [],
    "Konferensiyada yakuniy rezolyutsiya qabul qilindi.": ["decree adopted: Yakuniy rezolyutsiya"],
    "Hukumat yakuniy qaror qabul qildi.": [],
    "1956-yilning 13-fevralidagi farmon: kengash uch tumanni O‘zbekistonga o‘tkazdi.": [
        "decree adopted: 1956-yilning 13-fevralidagi farmon"
    ],
    "2020-yilgi farmon hududlarga O‘zbekistonga eksport qilish huquqini berdi.": [],
    "Majlisda ish rejimi to‘g‘risida bayonnoma imzolandi. — Kelishilgan jadval bor ekan, — dedi vazir.": [
        "protocol signed: Ish rejimi to‘g‘risida bayonnoma"
    ],
}
AGREED = {
    "Federatsiyalar o‘rtasida bu haqda og‘zaki kelishuv bor.": 1,
    "Sammitda kengash tuzishga qaror qilindi.": 1,
    "Hukumat majlisida kengash tuzishga qaror qilindi.": 0,
    "Nimalarga kelishdik: avtobus har kuni yuradi (hozir haftada uch marta); qo‘shma issiqxona quramiz.": 2,
    "Kelishganimiz shu: 1-dekabrdan postda to‘rtta yo‘lak ishlaydi, navbat esa elektron bo‘ladi.": 1,
    "Asosiy kelishuvlar: 1. Chegara posti ochiladi. 2. Yo‘l ta’mirlanadi.": 2,
    "Kelishilgan ishlar: yangi post ochish; yo‘lni ta’mirlash.": 2,
    "Tomonlar yangi qatnov ochishga kelishdi: reys haftada bir marta bajariladi; chipta 90 dollar turadi.": 1,
    "Kelishuv bo‘yicha vazir aytdi: narx oshadi.": 0,
}


@pytest.mark.parametrize("text", NEVER_MADE)
def test_what_was_not_signed_is_none(text: str) -> None:
    assert example_values(text) == []


@pytest.mark.parametrize(("text", "name"), STILL_TO_COME.items())
def test_what_is_not_signed_yet_is_planned(text: str, name: str) -> None:
    assert [value.partition(" ")[2] for value in example_values(text)] == [f"planned: {name}"]


@pytest.mark.parametrize(("text", "want"), DOCUMENTS.items())
def test_documents(text: str, want: list[str]) -> None:
    assert example_values(text) == want


@pytest.mark.parametrize(("text", "count"), AGREED.items())
def test_understandings(text: str, count: int) -> None:
    for script in (text, to_cyrillic(text)):
        found = example_values(script)
        assert len(found) == count
        assert all(value.startswith("understanding agreed: ") for value in found)
