"""Date phrases and what they mean, read against the day of the source and against one another."""

from __future__ import annotations

import pytest

from uzkz_kb.model.findings import DateFinding, Dating
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.dates.examples import document_of
from uzkz_kb.text.transliterate import to_cyrillic


def dates(text: str, published: str | None) -> tuple[DateFinding, ...]:
    return find_dates(document_of(text), Dating(published, published, "explicit") if published else None)


def edtf(text: str, published: str | None) -> list[str | None]:
    return [finding.dating.edtf for finding in dates(text, published)]


EXPLICIT = [
    ("Shartnoma 1998-yil 31-oktabrda imzolangan.", ["1998-10-31"]),
    ("Shartnoma 1998 yilning 31 oktyabrida imzolangan.", ["1998-10-31"]),
    ("Sammit 15-noyabr 2025-yil kuni o‘tdi.", ["2025-11-15"]),
    ("Tashrif 2022-yil 21–22-dekabr kunlari bo‘lib o‘tdi.", ["2022-12-21/2022-12-22"]),
    ("2024-yil 29-fevraldan 3-martgacha davom etdi.", ["2024-02-29/2024-03-03"]),
    ("2024-yil 5, 6 va 7-may kunlari o‘tdi.", ["2024-05-05/2024-05-07"]),
    ("2024-yil 5 va 9-may kunlari o‘tdi.", ["{2024-05-05,2024-05-09}"]),
    ("Sana: 08.08.2024.", ["2024-08-08"]),
    ("2025-yilning yanvar–sentabr oylarida o‘sdi.", ["2025-01/2025-09"]),
    ("2018-yilning ikki oyida o‘sdi.", ["2018-01/2018-02"]),
    ("2025-yilning uchinchi choragida o‘sdi.", ["2025-07/2025-09"]),
    ("2024-yilning ikkinchi yarmida ochildi.", ["2024-07/2024-12"]),
    ("Konsulxona 1996-yilning kuzida ochilgan.", ["1996-23"]),
    ("2024–2034-yillarga mo‘ljallangan dastur.", ["2024/2034"]),
    ("Aloqalar 1990-yillarda boshlandi.", ["199X"]),
    ("XX asrda yashagan.", ["19XX"]),
]


@pytest.mark.parametrize(("text", "expected"), EXPLICIT)
@pytest.mark.parametrize("published", [None, "2025-11-20"])
def test_words_that_hold_a_date_whole(text: str, expected: list[str], published: str | None) -> None:
    assert edtf(text, published) == expected
    assert edtf(to_cyrillic(text), published) == expected
    assert all(finding.dating.basis == "explicit" for finding in dates(text, published))


RELATIVE = [
    ("Joriy yil 28 avgustda yig‘ildi.", "2024-08-30", ["2024-08-28"]),
    ("O‘tgan yili mart oyida uchrashdilar.", "2024-04", ["2023-03"]),
    ("Kelgusi yilda majlis bo‘lib o‘tadi.", "2022-12-22", ["2023"]),
    ("Bugun muzokara o‘tdi.", "2025-02-03", ["2025-02-03"]),
    ("Kecha muzokara o‘tdi.", "2025-03-01", ["2025-02-28"]),
    ("Ertaga tashrif boshlanadi.", "2024-12-31", ["2025-01-01"]),
    ("16 sentabr kuni yetib keldi.", "2017-09-16", ["2017-09-16"]),
    ("28-dekabr kuni imzolandi.", "2024-01-03", ["2023-12-28"]),
    ("5-yanvar kuni keladi.", "2024-12-20", ["2025-01-05"]),
    ("Hujjat dekabrda imzolanishi kutilmoqda.", "2025-08-14", ["2025-12"]),
    ("May oyida kelgan edi.", "2025-08-14", ["2025-05"]),
    ("Memorandum fevralda imzolanadi.", "2025-12-10", ["2026-02"]),
    ("Dushanba kuni qo‘l qo‘ydi.", "2024-11-05", ["2024-11-04"]),
    ("Muzokara payshanba kuniga rejalashtirilgan.", "2024-11-18", ["2024-11-21"]),
    ("O‘tgan hafta yig‘ildi.", "2025-11-20", ["2025-11-10/2025-11-16"]),
    ("O‘tgan oyda o‘tdi.", "2025-01-15", ["2024-12"]),
    ("Oy oxirigacha tasdiqlanadi.", "2024-08", ["2024-08"]),
    ("So‘nggi 7 yilda o‘sdi.", "2024", ["2017/2024"]),
    ("Yil boshidan buyon oshdi.", "2025-11", ["2025-01/2025-11"]),
    ("To‘qqiz oyda oshdi.", "2025-11", ["2025-01/2025-09"]),
    ("Besh yil oldin ochilgan.", "2025-12-10", ["2020"]),
    ("Kuzda konferensiya o‘tkaziladi.", "2025-09-16", ["2025-23"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), RELATIVE)
def test_words_read_against_the_date_of_the_source(text: str, published: str, expected: list[str]) -> None:
    assert edtf(text, published) == expected
    assert edtf(to_cyrillic(text), published) == expected
    assert all(finding.dating.basis == "relative" for finding in dates(text, published))


NEIGHBOURS = [
    (
        "Zavodni 5-mayda ishga tushirishga kelishildi. Bog‘ni mart oyida ochishga va’da berildi.",
        ["2026-05-05", "2026-03"],
    ),
    ("2021-yil 5-maydagi o‘chishdan so‘ng tizim tiklandi. Oktabrda majlis o‘tdi.", ["2021-05-05", "2025-10"]),
    (
        "Kengash may oyida o‘tkazilishi kelishib olindi. Shu yil 3-martda tuzilgandi.",
        ["2026-05", "2025-03-03"],
    ),
    ("2018-yil 15-mart kuni keldi. Shu kuni ochilishda qatnashdi.", ["2018-03-15", "2018-03-15"]),
    ("2018-yil 15-mart kuni keldi. Ertasiga qaytdi.", ["2018-03-15", "2018-03-16"]),
    ("1997-yil 10-yanvarda imzolandi. Keyingi yil mart oyida qo‘shildi.", ["1997-01-10", "1998-03"]),
    (
        "2022-yil 3-noyabrda imzolandi. Senat uni o‘sha oyning 28-kuni ma’qulladi.",
        ["2022-11-03", "2022-11-28"],
    ),
    ("1998-yil 31-oktabrda imzolangan. 12-dekabrda tasdiqlandi.", ["1998-10-31", "1998-12-12"]),
    ("2019-yilda boshlandi, o‘sha yili tugadi.", ["2019", "2019"]),
    (
        "2018-yilning ikki oyida o‘tgan yilning shu davriga nisbatan o‘sdi.",
        ["2018-01/2018-02", "2017-01/2017-02"],
    ),
    (
        "2023-yil sentabrida kelgan. Undan bir oy avval, 4-avgustda sammit o‘tgan.",
        ["2023-09", "2023-08", "2023-08-04"],
    ),
    ("Rais 1971-yilda tug‘ilgan. U 12-iyunda saylandi.", ["1971", "2025-06-12"]),
]


@pytest.mark.parametrize(("text", "expected"), NEIGHBOURS)
def test_words_read_against_a_date_told_before(text: str, expected: list[str]) -> None:
    assert edtf(text, "2025-11-20") == expected
    assert edtf(to_cyrillic(text), "2025-11-20") == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("8 avgustda imzolandi.", None, [None]),
        ("Bugun imzolandi.", "2024-08", ["2024-08"]),
        ("Kecha imzolandi.", "2024-08", ["2024-08~"]),
        ("Dushanba kuni imzolandi.", "2024-08", []),
        ("30-fevralda imzolandi.", "2024-03-05", [None]),
        ("So‘nggi yillarda hamkorlik rivojlandi.", "2024-08", []),
        ("Bugungi kunda hamkorlik rivojlanmoqda.", "2024-08-01", []),
    ],
)
def test_no_day_is_made_up(text: str, published: str | None, expected: list[str | None]) -> None:
    assert edtf(text, published) == expected


@pytest.mark.parametrize(
    ("text", "governs"),
    [
        ("2017-yilda o‘sdi.", "at"),
        ("2030-yilgacha yetkaziladi.", "until"),
        ("2030-yilga qadar yetkaziladi.", "until"),
        ("Yil oxirigacha ochiladi.", "until"),
        ("2016-yildan boshlab rivojlandi.", "since"),
        ("2016-yildan e’tiboran rivojlandi.", "since"),
        ("1997-yildan beri gapiriladi.", "since"),
        ("Bitim 1 iyundan kuchga kiradi.", "since"),
        ("2025–2027-yillarga mo‘ljallangan dastur.", "valid"),
        ("2016-yilga nisbatan ko‘p.", "base"),
        ("2016-yilga qaraganda ko‘p.", "base"),
        ("Har yili 10-avgustda o‘tkaziladi.", "recurring"),
    ],
)
def test_how_a_date_bears_on_what_stands_near(text: str, governs: str) -> None:
    assert [finding.governs for finding in dates(text, "2025-11-20")] == [governs]


def test_a_day_of_every_year_is_no_date() -> None:
    (finding,) = dates("Har yili shoir tug‘ilgan 10 avgust sanasida gul qo‘yiladi.", "2025-11-20")
    assert (finding.dating.edtf, finding.recurring) == (None, "--08-10")


def test_a_date_leads_back_to_its_words() -> None:
    text = "Shartnoma  1998-yil\n31-oktabrda imzolangan."
    (finding,) = dates(text, None)
    assert text[slice(*finding.span)] == "1998-yil\n31-oktabrda"
    assert finding.dating.text == "1998-yil 31-oktabrda"
