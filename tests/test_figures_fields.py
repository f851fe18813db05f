"""What is told of a quantity: its kind, its times, what it is of and what it counts."""

from __future__ import annotations

import pytest

from test_figures import figures
from uzkz_kb.text.transliterate import to_cyrillic


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Savdo 4 milliard dollarga yetdi.", "actual"),
        ("Savdoni 10 milliard dollarga yetkazish maqsad qilingan.", "target"),
        ("Savdo bo‘yicha nishon 10 milliard dollar.", "target"),
        ("Savdoni 10 milliard dollarga yetkazishga kelishib oldilar.", "target"),
        ("13 000 mashinani xorijga sotish mo‘ljallangan.", "target"),
        ("Quvvat 100 000 donaga yetkaziladi.", "planned"),
        ("Vazir 3 mlrd. dollarlik maqsadni aytdi.", "target"),
        ("Xarajatni 18 foizga tushirish vazifasi qo‘yilgan.", "target"),
        ("Har yili 80 nafar talaba almashish to‘g‘risida kelishib olindi.", "planned"),
        ("Vazir 70 ta bekatni ta’mirlashga va’da berdi.", "planned"),
        ("Ko‘prik 9 ming kishiga mo‘ljallangan edi.", "actual"),
        ("Sayyohlar soni 250 mingtaga yetishi kutilmoqda.", "forecast"),
        ("Hajm 11 milliard kub metrga chiqishi mumkin.", "forecast"),
        ("Bu yil 6 milliard dollarni ko‘zlayapmiz.", "target"),
        ("Yo‘l ishga tushgach, yuklarning 30 foizi yangi bekat orqali o‘tadi.", "planned"),
        ("Quvvati 80 MVt bo‘lgan stansiya barpo etish to‘g‘risida bitim imzolandi.", "planned"),
        ("Quvvati 80 MVt bo‘lgan stansiya ishga tushirildi.", "actual"),
    ],
)
def test_facts_targets_plans_and_forecasts(text: str, kind: str) -> None:
    assert [figure.kind for figure in figures(text)] == [kind]
    assert [figure.kind for figure in figures(to_cyrillic(text))] == [kind]


@pytest.mark.parametrize(
    ("text", "period", "base"),
    [
        ("2017-yilda savdo 2 milliard dollar bo‘ldi.", "2017", None),
        ("2017-yilda savdo 2016-yilga nisbatan 31,2 foiz ko‘p bo‘ldi.", "2017", "2016"),
        ("2030-yilgacha savdo 10 mlrd dollarga yetkaziladi.", "2030", None),
        ("O‘tgan yili savdo 1,1 mlrd dollardan oshdi.", "2024", None),
        ("Yil boshidan buyon savdo 4 mlrd dollarga yetdi.", "2025-01/2025-11", None),
        (
            "Yanvar–sentabr oylarida eksport o‘tgan yilning shu davriga nisbatan 1,5 barobar oshdi.",
            "2025-01/2025-09",
            "2024-01/2024-09",
        ),
    ],
)
def test_when_a_quantity_holds(text: str, period: str | None, base: str | None) -> None:
    (figure,) = figures(text)
    assert figure.period is not None
    assert figure.period.edtf == period
    assert (figure.base.edtf if figure.base else None) == base


def test_a_period_in_brackets_is_of_what_stands_there() -> None:
    text = "2024-yil yanvar–iyun oylarida ulush 12 foizni (2023-yilda – 10 foizni) tashkil etdi."
    assert [f.period and f.period.edtf for f in figures(text)] == ["2024-01/2024-06", "2023"]


def test_a_period_to_come_is_none_of_what_was() -> None:
    text = "Festival kelgusi yil aprelida bo‘ladi. Konsertlarga 9 ming tomoshabin keldi."
    assert [(f.kind, f.period) for f in figures(text)] == [("actual", None)]


def test_a_period_in_brackets_with_its_own_number_holds_no_further() -> None:
    text = "Savdo 2025-yil yakunlari bo‘yicha 5 mlrd dollar (2024-yilda 4,1 mlrd). Ulush 3 foiz."
    periods = [figure.period.edtf if figure.period else None for figure in figures(text)]
    assert periods == ["2025", "2024", "2025"]


def test_a_period_holds_for_the_sentence_after() -> None:
    first, second = figures("2025-yilning yanvar oyida savdo 4,5 mlrd dollar bo‘ldi. Ulush 6,5 foizga yetdi.")
    assert first.period == second.period


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("Tovar ayirboshlash hajmi 4 mlrd dollarga yetdi.", ["trade_turnover"]),
        ("Eksport $1,1 mlrd.ga, import esa $2,4 mlrd.ga teng bo‘ldi.", ["export", "import"]),
        ("Umumiy qiymati 2,6 mlrd dollarlik 60 ta loyiha.", ["projects_value", "projects"]),
        ("7,5 mln dollarlik shartnoma imzolandi.", ["agreements_value"]),
        ("600 ta qo‘shma korxona ishlayapti.", ["joint_ventures"]),
        ("13 ming ish o‘rni yaratildi.", ["jobs"]),
        ("YaIM 5,6 foizga o‘sdi.", ["gdp_growth"]),
        ("Chegara uzunligi 2 351 kilometr.", ["border_length"]),
        ("120 ta bayroq tikildi.", ["count_of_bayroq"]),
    ],
)
def test_what_a_quantity_is_of(text: str, indicators: list[str]) -> None:
    assert [figure.indicator for figure in figures(text)] == indicators


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("43 ta loyiha amalga oshirilmoqda.", "loyiha"),
        ("13 mingdan ziyod ish o‘rinlarini yaratdi.", "ish o‘rinlari"),
        ("230 mingta sovitgich yig‘ildi.", "sovitgich"),
        ("21 ta loyihadan iborat.", "loyiha"),
        ("14 ta yangi loyiha bilan to‘ldirildi.", "yangi loyiha"),
        ("O‘zbekistondan 5 nafar, Qozog‘istondan 7 nafar olim keldi.", "olim"),
    ],
)
def test_what_is_counted(text: str, counted: str) -> None:
    assert {figure.counted for figure in figures(text)} == {counted}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Eksport 18 foizga ko‘paydi.", True),
        ("Eksport 18 foiz ko‘p.", True),
        ("Savdo ikki baravar oshdi.", True),
        ("Savdo 42,6 million dollarga oshgan.", True),
        ("Savdo (+6%).", True),
        ("Ulushi 18 foiz.", False),
        ("Savdo 4 mlrd dollardan oshdi.", False),
    ],
)
def test_changes_and_levels(text: str, change: bool) -> None:
    assert [figure.change for figure in figures(text)] == [change]


def test_a_headline_tells_what_the_body_tells() -> None:
    title, body = figures(
        "Savdo 5 mlrd dollarga yetdi\n\n2024-yilda savdo 5 mlrd dollarni tashkil etdi.\n\nBu ko‘p."
    )
    assert (title.period, title.indicator) == (body.period, body.indicator)
