"""When and where a happening was, whoever says it: its own clause, the headline, the sentence after it."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.events.examples import events_of


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """`status`, date and place of each happening of a text read on 20 November 2025."""
    return [
        (event.status, event.date.edtf if event.date else None, event.place)
        for event in events_of(text)
        if event.same_as is None
    ]


@pytest.mark.parametrize(
    ("text", "status", "date", "place"),
    [
        ("To‘rtinchi sammit — Xiva, 2022-yil 21-iyul: unda bitim imzolandi.", "held", "2022-07-21", "xiva"),
        ("Kengashning beshinchi majlisi – 2024-yil 12-mart, Buxoro.", "held", "2024-03-12", "buxoro"),
        ("Biznes-forum (Nukus, 2025-yil 3-aprel) yakunlandi.", "held", "2025-04-03", "nukus"),
        (
            "Termizdagi ikkinchi sammitda (2019-yil 5-mart) bitim imzolandi.",
            "held",
            "2019-03-05",
            "termiz",
        ),
        (
            "2025-yil 5-mayda Buxoro va Navoiyda Tojikiston kinosi kunlari o‘tdi.",
            "held",
            "2025-05-05",
            "buxoro",
        ),
        (
            "Oxirgi majlis o‘tgan oy Bokuda bo‘ldi.",
            "held",
            "2025-10",
            "boku",
        ),
        (
            "2024-yil 20-iyulda Termiz xalqaro savdo markazida tadbirkorlar forumi bo‘ldi.",
            "held",
            "2024-07-20",
            "termiz",
        ),
        (
            "Festival 2025-yil 15–20-iyun kunlari Buxoro shahrining eski qo‘rg‘onida o‘tkazildi.",
            "held",
            "2025-06-15/2025-06-20",
            "buxoro",
        ),
        (
            "«Ipak yo‘li» ko‘rgazmasi 2025-yil 5-mayda Toshkentda ochildi. U 20-mayga qadar davom etadi.",
            "held",
            "2025-05-05/2025-05-20",
            "toshkent",
        ),
        (
            "Kengashning 22-yig‘ilishi e’lon qilindi. U 2026-yil 20-mayda Samarqandda o‘tkaziladi.",
            "planned",
            "2026-05-20",
            "samarqand",
        ),
        (
            "Turkmaniston uchinchi sammitga Avazada mezbonlik qildi va u 2021-yil 6-avgustda o‘tkazildi.",
            "held",
            "2021-08-06",
            "avaza",
        ),
        (
            "2023-yil 5-mayda Olmaotadagi universitetning Jizzaxdagi filiali ochildi.",
            "held",
            "2023-05-05",
            "jizzax",
        ),
        (
            "Tomonlar ma’lumot almashishga va 2026-yil kuzida Xivada forum o‘tkazishga kelishib oldi.",
            "planned",
            "2026-23",
            "xiva",
        ),
        (
            "Oldindan rejalashtirilgan uchinchi forum 2025-yil 3-oktabrda Termizda bo‘lib o‘tdi.",
            "held",
            "2025-10-03",
            "termiz",
        ),
        (
            "Navbatdagi seminarni 2026-yilda Buxoroda o‘tkazishga kelishib olindi.",
            "planned",
            "2026",
            "buxoro",
        ),
        (
            "Sakkizinchi forumni kuzda Xivada chaqirish haqida shartlashib olindi.",
            "planned",
            "2026-23",
            "xiva",
        ),
        (
            "12-martdagi seminarda tomonlar darsliklarni Urganch universitetida tayyorlash haqida kelishdi.",
            "held",
            "2025-03-12",
            None,
        ),
        (
            "Vazir 14-noyabrdagi onlayn yig‘ilishda yo‘lni 2027-yilda qurib bitirishga va’da berdi.",
            "held",
            "2025-11-14",
            None,
        ),
        ("Hokimlar 9-mayga Buxoroga, “Gilam” festivaliga taklif qilindi.", "planned", "2026-05-09", "buxoro"),
        ("12-noyabrdan boshlangan Hind kinosi haftaligining rejasi shunday.", "held", "2025-11-12", None),
        ("Polvonlar Xivaga, 5-dekabrdagi Osiyo chempionatiga boradi.", "planned", "2025-12-05", "xiva"),
        ("18-dekabrda Osh shahrida “Andijon adabiyoti kuni” o‘tadi.", "planned", "2025-12-18", "osh"),
        ("6-dekabr kuni Termizda Lola Karimova konserti bo‘ladi.", "planned", "2025-12-06", "termiz"),
        ("Kengashning o‘n birinchi yig‘ilishi Chimkentda, 2026-yilda.", "planned", "2026", "chimkent"),
    ],
)
def test_the_words_around_a_name_say_when_and_where(
    text: str, status: str, date: str, place: str | None
) -> None:
    assert told(text) == [(status, date, place)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Yig‘ilishda 2024-yil 2-iyunda Olmaotada imzolangan bitim ijrosi ko‘rib chiqildi.", "2024-06-02"),
        ("Majlisda o‘tgan yili savdo hajmi ikki baravar oshgani ta’kidlandi.", "2024"),
    ],
)
def test_what_was_spoken_of_does_not_date_the_talk(text: str, date: str) -> None:
    assert all(found != date for _, found, _ in told(f"Kengash 2025-yil 5-noyabrda yig‘ildi. {text}"))


def test_the_ends_of_a_way_are_no_place() -> None:
    text = "2025-yil 5-iyulda Toshkent — Olmaota yo‘nalishida tezyurar poyezd qatnay boshladi."
    assert [place for _, _, place in told(text)] == [None]


def test_a_lent_place_gives_way_to_the_one_named() -> None:
    text = (
        "Vazirlar Toshkentda muzokara o‘tkazdi\n\n"
        "2025-yil 12-noyabr kuni tadbirkorlar forumi ham bo‘ldi. Forum Samarqandda o‘tkazildi."
    )
    assert ("held", "2025-11-12", "samarqand") in told(text)


def test_a_line_in_brackets_dates_the_headline() -> None:
    text = "Qozog‘iston madaniyati kunlari dasturi\n\n(Toshkent shahri, 2026-yil 12–14-may)\n\nKirish bepul."
    assert told(text) == [("planned", "2026-05-12/2026-05-14", "toshkent")]
