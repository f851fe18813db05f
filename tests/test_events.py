"""Happenings: what is one, when and where it was, and what only looks like one."""

from __future__ import annotations

import pytest

from uzkz_kb.lang import lang_data
from uzkz_kb.recognise.events.examples import events_of, values
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_cyrillic


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (
            "Shavkat Mirziyoyev 2018-yil 15-mart kuni amaliy tashrif bilan Ostona shahrida bo‘ldi.",
            "visit held 2018-03-15 ostona",
        ),
        (
            "22-dekabr kuni Toshkentga Qozog‘iston hukumat delegatsiyasi keladi.",
            "visit planned 2025-12-22 toshkent",
        ),
        (
            "2024-yil 5-may kuni Baxtiyor Saidov Murat Nurtleu bilan uchrashdi.",
            "meeting held 2024-05-05 -",
        ),
        (
            "2024-yil 5-may kuni Shavkat Mirziyoyev Murat Nurtleuni qabul qildi.",
            "meeting held 2024-05-05 -",
        ),
        (
            "Qosim-Jomart Toqayev Shavkat Mirziyoyevga qo‘ng‘iroq qilib, uni tabrikladi.",
            "call held - -",
        ),
        (
            "Shavkat Mirziyoyevning Qozog‘istonga davlat tashrifi doirasida hujjat imzolangan edi.",
            "visit held - qozogiston",
        ),
        (
            "Shavkat Mirziyoyevning Qozog‘istonga davlat tashrifi doirasida hujjat imzolanishi kutilmoqda.",
            "visit planned - qozogiston",
        ),
        ("2025-yil mayda Termizda yangi bozor ochildi.", "opening held 2025-05 termiz"),
        ("Zavod kelgusi yil bahorida Jizzaxda ishga tushiriladi.", "opening planned 2026-21 jizzax"),
        (
            "Ikki mamlakat o‘rtasidagi diplomatik munosabatlar 1992-yil 23-noyabrda o‘rnatilgan.",
            "founding held 1992-11-23 -",
        ),
        ("Komissiya kuzda Dushanbeda to‘planadi.", "session planned 2026-23 dushanbe"),
        ("Joriy yilda diplomatik munosabatlarning 30 yilligi nishonlandi.", "anniversary held 2025 -"),
    ],
)
def test_a_happening_by_its_verb_or_its_noun(text: str, value: str) -> None:
    assert [found for found in values(text) if found.startswith(value + ":")]
    assert [found for found in values(to_cyrillic(text)) if found.startswith(value + ":")]


@pytest.mark.parametrize(
    "text",
    [
        "Uchrashuvlar muntazam o‘tkaziladi.",
        "Tomonlar hamkorlikni rivojlantirishga kelishib oldi.",
        "Forum ishtirokchilari sanoat kooperatsiyasini muhokama qildi.",
        "Yangi bosqich boshlandi.",
        "2016-yildan yangi imkoniyatlar ochildi.",
        "Savdo hajmi besh milliard dollarga bordi.",
        "Uchrashuv bo‘lmadi.",
        "Idoralar mutaxassislari har hafta videoaloqada gaplashadi.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert values(text) == []


def test_items_of_a_list_have_each_their_own_date_and_place() -> None:
    found = values(
        "2022-yil oktabrda Olmaotada “Orol durdonasi” ko‘rgazmasi, noyabrda Ostonada O‘zbekiston madaniyati"
        " kunlari, dekabrda esa Yoshlar kongressi o‘tkazildi."
    )
    assert [value.split(":")[0] for value in found] == [
        "exhibition held 2022-10 olmaota",
        "cultural_days held 2022-11 ostona",
        "congress held 2022-12 -",
    ]


def test_bodies_that_met_are_sessions_of_their_own() -> None:
    found = values("Ostonada Hukumatlararo komissiya va Ishbilarmonlar kengashi yig‘ildi.")
    assert [value.split()[0] for value in found] == ["session", "session"]


def test_a_later_mention_points_to_the_first_and_gives_it_its_date() -> None:
    first, second = events_of(
        "Shavkat Mirziyoyev Qosim-Jomart Toqayev bilan uchrashdi."
        " Uchrashuv 2024-yil 8-avgust kuni Ostonada o‘tdi."
    )
    assert second.same_as == 0
    assert (first.date and first.date.edtf, first.place) == ("2024-08-08", "ostona")


def test_the_first_and_the_second_session_are_two() -> None:
    found = events_of(
        "28-avgust kuni Ekspertlar kengashining ikkinchi yig‘ilishi bo‘lib o‘tdi."
        " 2-avgust kuni Ekspertlar kengashining birinchi yig‘ilishi o‘tkazilgan edi."
    )
    assert [(event.ordinal, event.same_as) for event in found] == [(2, None), (1, None)]


def test_a_visit_on_one_day_of_which_something_happened_is_dated_to_the_month() -> None:
    (visit,) = events_of(
        "Shavkat Mirziyoyevning Qozog‘istonga davlat tashrifi doirasida 2024-yil 8-avgustda"
        " hujjatlar imzolandi."
    )
    assert (visit.kind, visit.date and visit.date.edtf) == ("visit", "2024-08")


def test_a_yearly_happening_is_recurring() -> None:
    (ceremony,) = events_of(
        "Har yili 10-avgustda Toshkentda Abay Qo‘nonboyev haykali poyiga gul qo‘yish marosimi o‘tkaziladi."
    )
    assert (ceremony.recurring, ceremony.place) == ("--08-10", "toshkent")


def test_the_numbered_ones_of_a_series() -> None:
    found = events_of(
        "Bunday uchrashuvlarning birinchisi 2018-yil 15-martda Ostonada, oltinchisi 2024-yil 9-avgustda"
        " bo‘lgan."
    )
    assert [(event.ordinal, event.date and event.date.edtf) for event in found] == [
        (1, "2018-03-15"),
        (6, "2024-08-09"),
    ]


@pytest.mark.parametrize(
    "stem", sorted(str(stem) for stem in lang_data("words/events.yml")["event"] if "-" not in stem)
)
def test_every_noun_is_read_in_its_forms_too(stem: str) -> None:
    assert [
        form
        for form in (stem, stem + "lar", stem + "da", stem + "ning")
        if not words().word(form).has("event")
    ] == []
