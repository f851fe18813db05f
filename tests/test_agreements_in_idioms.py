"""Agreements told by idioms, or by words that also mean something else; documents that a footnote marks."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Names
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.agreements import example_values
from uzkz_kb.recognise.agreements.examples import EXAMPLES_READ_ON
from uzkz_kb.recognise.agreements.find import find_agreements
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_cyrillic

AGREED = {
    "Ikki hokim choyxonada gapni bir joyga qo‘yishdi: ko‘prik kuzda quriladi.": (
        "Ikki hokim choyxonada gapni bir joyga qo‘yishdi"
    ),
    "Jizzaxda savdo uyi ochish borasida so‘z bir joydan chiqdi.": (
        "Jizzaxda savdo uyi ochish borasida kelishuv"
    ),
    "Kutubxonachilar kitob almashish haqida so‘zlashib olishdi.": (
        "Kutubxonachilar kitob almashish haqida kelishuv"
    ),
    "Ikki sarkor bir to‘xtamga keldi: suvni navbat bilan oladilar.": "Ikki sarkor bir to‘xtamga keldi",
    "Sayohat mavsumi haqida tomonlar o‘zaro kelishdilar.": (
        "Sayohat mavsumi haqida tomonlar o‘zaro kelishdilar"
    ),
    "Vazirlar yangi reys ochishga kelishdi.": "Yangi reys ochish to‘g‘risidagi kelishuv",
    "Shoirlar har yili mushoira o‘tkazishga bir-biriga so‘z berishdi.": (
        "Shoirlar har yili mushoira o‘tkazish to‘g‘risidagi kelishuv"
    ),
}
NONE = (
    "Mehmonlar Toshkentga kelishdi.",
    "Sayyohlar yangi taassurotlar bilan kelishdi.",
    "To‘yga qo‘shni viloyatdan vazifasini bajaruvchi va uning o‘rinbosarlari kelishdi.",
    "Yig‘ilishda rais vazirlarga so‘z berdi.",
    "Uchrashuvda suv taqsimoti haqida so‘z bordi.",
    "Vazir yo‘lni tuzatishga so‘z berdi.",
    "O‘quvchilar dars jadvaliga qarashdi.",
)
DOCUMENTS = {
    "Vazirlar elektr almashinuvi jadvaliga qo‘l qo‘yishdi.": "plan signed: Elektr almashinuvi jadvali",
    "Ma’lumot almashish bo‘yicha protokol hamon imzolanmagan.": (
        "protocol planned: Ma’lumot almashish bo‘yicha protokol"
    ),
    "Idora uni Vena konvensiyasi asosida topshirdi.": "convention signed: Vena konvensiyasi",
    "Qo‘shimcha kelishuvga ko‘ra yuk hajmi oshadi.": "understanding agreed: Qo‘shimcha kelishuv",
    "Zavodlar 2022-yilda tuzilgan paxta oldi-sotdi kontraktini uzaytirdi.": (
        "contract signed: 2022-yilda tuzilgan paxta oldi-sotdi kontrakti"
    ),
    "Ammo uni bajarish tartibini belgilovchi bayonnoma haligacha imzolanmagan.": (
        "protocol planned: Bajarish tartibini belgilovchi bayonnoma"
    ),
    "Savdo strategiyasi haqidagi bitim imzolandi.": "agreement signed: Savdo strategiyasi haqidagi bitim",
}


@pytest.mark.parametrize(("text", "what"), AGREED.items())
def test_idioms_of_agreeing(text: str, what: str) -> None:
    assert example_values(text) == [f"understanding agreed: {what}"]


@pytest.mark.parametrize("text", AGREED)
def test_idioms_of_agreeing_in_cyrillic(text: str) -> None:
    assert len(example_values(to_cyrillic(text))) == 1


@pytest.mark.parametrize("text", NONE)
def test_nothing_agreed(text: str) -> None:
    assert example_values(text) == []


@pytest.mark.parametrize(("text", "want"), DOCUMENTS.items())
def test_documents(text: str, want: str) -> None:
    assert example_values(text) == [want]


@pytest.mark.parametrize("mark", ["", "¹", "²", "¹²", "⁴", "[1]", " [12]"])
def test_a_footnote_hides_no_verb(mark: str) -> None:
    text = f"1998-yilda savdo to‘g‘risidagi bitim imzolandi{mark}. Savdo o‘sdi."
    assert example_values(text) == ["agreement signed: Savdo to‘g‘risidagi bitim"]


DATES = {
    "Yo‘l haqidagi bitim 2003-yil 5-mayda, ko‘prik haqidagi bitim 2006-yil 7-iyunda imzolandi.": [
        "2003-05-05",
        "2006-06-07",
    ],
    "2024-yilgi muzokaralarda ikki idora tajriba almashish xususida kelishuvga erishgan.": ["2024"],
    "10-noyabr kuni 2025-yil 4-mayda imzolangan suv haqidagi bitimni ratifikatsiya qilish haqidagi qonun "
    "ma’qullandi.": ["2025-05-04", "2025-11-10"],
}


@pytest.mark.parametrize(("text", "want"), DATES.items())
def test_each_has_its_own_date(text: str, want: list[str]) -> None:
    document = read_document(Seed("example", text, "", Sidecar()), words())
    dates = find_dates(document, EXAMPLES_READ_ON)
    found = find_agreements(document, dates, Names(), EXAMPLES_READ_ON)
    assert [one.date.edtf for one in found if one.date is not None] == want


def test_one_verb_of_agreeing_closes_all_deeds() -> None:
    text = "Yangi ko‘prik qurishga; daryo bo‘yida bog‘ ochishga; suvni birga o‘lchashga kelishib olindi."
    assert len(example_values(text)) == 3
    assert len(example_values("Chegara masalasida hamfikr bo‘lib, yangi post qurishga kelishildi.")) == 1
