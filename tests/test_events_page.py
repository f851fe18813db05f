"""What the layout and the run of a text say of when and where: datelines, lists, rows of deeds."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.events.examples import events_of


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, date and place of each happening of a text read on 20 November 2025."""
    return [
        (event.kind, event.date.edtf if event.date else None, event.place)
        for event in events_of(text)
        if event.same_as is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Yangi davr\n\nAshxobod, 19-noyabr – Vazir Nurlan Omarov kecha Vali Karimov bilan uchrashdi.",
            ("meeting", "2025-11-19", "ashxobod"),
        ),
        (
            "2024-yil 24-aprelda Navoiyda rektorlar forumi bo‘ldi. Forum doirasida quyidagilar bajarildi:"
            "\n\n• vazir Nurlan Omarov rektor Vali Karimov bilan muzokara o‘tkazdi;\n• bitim imzolandi.",
            ("meeting", "2024-04-24", "navoiy"),
        ),
        (
            "31-mart kuni Taroz shahrida prezidentlar bitimga imzo chekishdi, Do‘stlik stelasi ochildi.",
            ("opening", "2025-03-31", "taroz"),
        ),
        (
            "Kecha tumanimiz to‘yxonaga aylandi. So‘ng bog‘da do‘stlik festivali bo‘lib o‘tdi.",
            ("festival", "2025-11-19", None),
        ),
        (
            "4-mart kuni majlis o‘tdi. O‘sha oqshom saroyda do‘stlik kechasi bo‘ldi.",
            ("ceremony", "2025-03-04", None),
        ),
        (
            "Qo‘qondan salom!\n\nBugun vazir Nurlan Omarov bilan suhbatlashdik.",
            ("meeting", "2025-11-20", "qoqon"),
        ),
        (
            "Idoralar rahbarlari 4-mart kuni Xivada yig‘ildi. Komissiyaning 12-majlisida reja tasdiqlandi.",
            ("session", "2025-03-04", "xiva"),
        ),
        (
            "Kecha Xivada navoiyxonlik seminari bo‘ldi. Ayni kunda teatrda do‘stlik festivali o‘tdi.",
            ("festival", "2025-11-19", "xiva"),
        ),
        (
            "5-mart kuni vazir Vali Karimov Nukusga kelgan, «Do‘stlik»da o‘tgan forumda so‘zlagan edi.",
            ("forum", "2025-03", "nukus"),
        ),
        (
            "2025-yil 5-martda Xivada muzokaralar bo‘lib o‘tdi. Savdo oshdi. Yo‘llar qurildi. Bojlar kamaydi."
            " Shu kuni rektorlarning suhbati ham uyushtirildi.",
            ("meeting", "2025-03-05", "xiva"),
        ),
    ],
)
def test_a_happening_takes_the_day_and_the_place_that_the_text_holds_for_it(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert expected in told(text)


def test_days_of_other_things_are_other_days() -> None:
    text = (
        "5-noyabrda Ostonada O‘zbekiston madaniyati kunlari boshlandi. "
        "7-noyabr kuni O‘zbek kinosi kunlari bo‘lib o‘tdi."
    )
    assert [kind for kind, _, _ in told(text)] == ["cultural_days", "cultural_days"]


def test_an_audience_is_not_the_session_that_was_told_of() -> None:
    text = (
        "Kecha Chimkentda komissiyaning uchinchi majlisi bo‘ldi. "
        "Nurlan Omarovni viloyat hokimi Vali Karimov ham qabul qildi."
    )
    assert [kind for kind, _, _ in told(text)] == ["session", "meeting"]


@pytest.mark.parametrize(
    "text",
    [
        "Tomonlar uch tomonlama muloqot boshlash zarurligini aytdi.",
        "Suhbatda “Chinor” yarmarkalarini o‘tkazib turish xususida gaplashildi.",
        "Har yili besh-oltita seminar o‘tkazamiz.",
    ],
)
def test_what_is_wished_or_held_again_and_again_is_no_happening(text: str) -> None:
    assert told(text) == []
