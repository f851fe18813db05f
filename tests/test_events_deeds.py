"""Happenings told by verbs, by numbers and in lists: what is one, and what is many or none."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.events.examples import events_of, values
from uzkz_kb.text.transliterate import to_cyrillic


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Elchi Beybut Nurlanov 2025-yil 4-martda Senat raisi Lola Karimova tomonidan qabul qilindi.",
            "meeting held 2025-03-04 -",
        ),
        (
            "2024-yil 5-mayda vazir Anvar Qodirov Bokuga borganida bitim imzolandi.",
            "visit held 2024-05-05 boku",
        ),
        (
            "Ikki rais Said Aliyev va Nurlan Bekov 2023-yil kuzida Xivada uchrashgan chog‘da so‘z berildi.",
            "meeting held 2023-23 xiva",
        ),
        ("Savdo uyi ochilgan 2021-yil mayidan buyon savdo o‘sdi.", "opening held 2021-05 -"),
        ("2025-yil 2-iyunda Termizda birinchi yuk poyezdi yo‘lga chiqdi.", "opening held 2025-06-02 termiz"),
        (
            "Nukus – Urganch poyezd qatnovini 5-dekabrdan ochishga qaror qilindi.",
            "opening planned 2025-12-05 -",
        ),
        (
            "2021-yil 7-iyulda ustav kapitali 30 million dollarlik qo‘shma kompaniya ta’sis etildi.",
            "founding held 2021-07-07 -",
        ),
        ("2017-yil 3-aprelda Osh – Andijon avtobus qatnovi tiklandi.", "opening held 2017-04-03 -"),
        ("Vazirlar 2025-yil 9-mayda Nukusda shoir haykalini ochdi.", "opening held 2025-05-09 nukus"),
        (
            "1993-yil 5-martda ikki davlat vakillarini yuborib, diplomatik aloqalarning poydevorini qo‘ydi.",
            "founding held 1993-03-05 -",
        ),
        (
            "2024-yil 7-martda terma jamoa Qirg‘izistonni Taroz shahrida 3:1 hisobida yengdi.",
            "competition held 2024-03-07 taroz",
        ),
        (
            "2026-yil 6-iyulda Chimkentda elchixona yangi binosining ochilishi.",
            "opening planned 2026-07-06 chimkent",
        ),
    ],
)
def test_a_happening_by_its_verb(text: str, value: str) -> None:
    assert [found for found in values(text) if found.startswith(value + ":")]
    assert [found for found in values(to_cyrillic(text)) if found.startswith(value + ":")]


@pytest.mark.parametrize(
    "text",
    [
        "2025-yilda rahbarlar 18 ta tashrif uyushtirdi.",
        "Kuz oylarida kutilayotgan tadbirlarga tayyorgarlik ko‘rildi.",
        "Konsertlarga 9 mingga yaqin tomoshabin tashrif buyurdi.",
        "O‘tgan yillarda ikki davlat prezidentlari yigirmadan ortiq marta uchrashdi.",
        "Korxonalarning 12 tasi shu yilning o‘zida ochilgan.",
        "2023-yilda Toshkentga 2 million sayyoh keldi.",
        "Qonun 2024-yil 5-mayda Senat tomonidan qabul qilindi.",
        "Konsert zali qayta ta’mirlandi.",
    ],
)
def test_many_of_them_or_none(text: str) -> None:
    assert values(text) == []


def test_another_of_what_was_told() -> None:
    forum, following = events_of(
        "2024-yil 3-mayda Ostonada savdo forumi bo‘lib o‘tdi. Keyingisini 2026-yilda Xiva qabul qiladi."
    )
    assert (following.kind, following.same_as, following.status) == ("forum", None, "planned")
    assert (following.date and following.date.edtf, following.place) == ("2026", "xiva")
    assert forum.place == "ostona"


def test_what_a_participle_describes_is_what_was_told() -> None:
    first, second = events_of(
        "2025-yil 4-mayda Termizda kurash bo‘yicha Do‘stlik kubogi bahslari bo‘ldi."
        " Uch davlatdan polvonlar qatnashgan musobaqada mezbonlar g‘olib chiqdi."
    )
    assert (first.kind, second.same_as) == ("competition", 0)


def test_talks_on_a_visit_are_a_happening_beside_it() -> None:
    found = values(
        "Shavkat Mirziyoyev 2023-yil 26-27-yanvarda davlat tashrifi bilan Bishkekda bo‘ldi."
        " Do‘stona ruhda o‘tgan muzokaralarda savdo masalasi ko‘rildi."
    )
    assert [value.split()[0] for value in found] == ["visit", "meeting"]


def test_a_call_is_no_meeting() -> None:
    found = events_of(
        "2025-yil 3-sentabrda Shavkat Mirziyoyev Qosim-Jomart Toqayev bilan telefon orqali muloqot qildi."
        " Iyul oyida Avazada bo‘lgan uchrashuv chog‘ida belgilangan vazifalar ko‘rib chiqildi."
    )
    assert [(event.kind, event.same_as) for event in found] == [("call", None), ("meeting", None)]


def test_a_programme_dates_what_stands_without_a_verb() -> None:
    found = values(
        "2025-yil 22-sentabr.\n\n11:00 – Yozuvchilar bilan uchrashuv.\n\n"
        "2025-yil 23-sentabr.\n\n10:00 – Abay haykali poyiga gul qo‘yish.\n\n"
        "2025-yil 24-sentabr.\n\n19:00 – Yopilish kechasi."
    )
    assert [value.split()[0::2][0] + " " + value.split()[2] for value in found] == [
        "meeting 2025-09-22",
        "ceremony 2025-09-23",
        "ceremony 2025-09-24",
    ]
