"""Titles an editor would set, and the addresses made of them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from uzkz_kb.model.document import Span
from uzkz_kb.model.findings import Dating, FigureFinding
from uzkz_kb.resolve.figures import figure_protos
from uzkz_kb.resolve.happening_titles import Called, agreement_title, event_title, in_both_scripts
from uzkz_kb.resolve.owners import with_owner
from uzkz_kb.resolve.slugs import LONGEST, dated_slug
from uzkz_kb.resolve.titles import title_of

CALLED = Called(
    people={"aziza-karimova": "Aziza Karimova", "nurlan-abenov": "Nurlan Abenov"},
    places={"buxoro": "Buxoro", "tojikiston": "Tojikiston", "chimboy": "Chimboy", "iroq": "Iroq"},
    countries={"tojikiston": "Tojikiston", "iroq": "Iroq"},
    organizations={"suv-instituti": "Suv instituti"},
)


@pytest.mark.parametrize(
    ("phrase", "title"),
    [
        ("mazkur Suv to‘g‘risidagi bitim", "Suv to‘g‘risidagi bitim"),
        ("2011 yildagi Savdo to‘g‘risidagi bitim", "Savdo to‘g‘risidagi bitim"),
        ("2021-2023 yillarga mo‘ljallangan dastur", "2021–2023-yillarga mo‘ljallangan dastur"),
        ("2021–2023 yillarda suvni tejash dasturi", "2021–2023-yillarda suvni tejash dasturi"),
        ("Tojikiston-Qirg‘iziston ish guruhi majlisi", "Tojikiston–Qirg‘iziston ish guruhi majlisi"),
        ("A.Alimboevning Buxoroga tashrifi", "A. Alimboyevning Buxoroga tashrifi"),
        ("«A.Alimboev xotirasi» tanlovi", "«A.Alimboev xotirasi» tanlovi"),
        ("hamkorlik to‘g‘risidagi Memorandum", "Hamkorlik to‘g‘risidagi memorandum"),
        ("tinchlik yilini o‘tkazish to‘g‘risidagi qarori", "Tinchlik yilini o‘tkazish to‘g‘risidagi qaror"),
        ("Vazirlikning suv to‘g‘risidagi qarori", "Vazirlikning suv to‘g‘risidagi qarori"),
        ("dasturi hamda “Oltin kuz” festivali", "“Oltin kuz” festivali"),
        ("mustahkamlash maqsadida uchrashuv", "Uchrashuv"),
        ("Bugun hakamlar kengashi ilk bor yig‘ildi", "Hakamlar kengashi yig‘ildi"),
        ("So‘ng, rasmiy muzokaralar", "Rasmiy muzokaralar"),
        ("Yangi zavod kelgusi yil kuzida ochiladi", "Yangi zavod ochiladi"),
        ("keng ko‘lamli Suv xo‘jaligi dasturi", "Suv xo‘jaligi dasturi"),
    ],
)
def test_a_phrase_as_a_title(phrase: str, title: str) -> None:
    assert title_of(phrase) == title


@pytest.mark.parametrize(
    ("told", "kind", "place", "who", "title"),
    [
        ("Muzokaralar", "meeting", None, ["iroq", "tojikiston"], "Iroq–Tojikiston muzokaralari"),
        (
            "Uchrashuv",
            "meeting",
            None,
            ["aziza-karimova", "nurlan-abenov"],
            "Aziza Karimova va Nurlan Abenov uchrashuvi",
        ),
        (
            "Aziza Karimova vazir Nurlan Abenov",
            "meeting",
            None,
            ["iroq", "aziza-karimova", "nurlan-abenov"],
            "Aziza Karimova va Nurlan Abenov uchrashuvi",
        ),
        ("Uchrashuv", "meeting", "buxoro", ["aziza-karimova"], "Buxoroda uchrashuv"),
        ("Yoshlar forumi", "forum", "buxoro", [], "Buxoroda yoshlar forumi"),
        ("“Oltin kuz” forumi", "forum", "buxoro", [], "“Oltin kuz” forumi"),
        (
            "Vazir Aziza Karimova Buxoroga yo‘l oldi",
            "visit",
            "buxoro",
            ["aziza-karimova"],
            "Aziza Karimovaning Buxoroga tashrifi",
        ),
        (
            "Aziza Karimova davlat tashrifi",
            "visit",
            "iroq",
            ["aziza-karimova"],
            "Aziza Karimovaning Iroqqa davlat tashrifi",
        ),
        (
            "N. Abenovning mamlakatimizga tashrifi",
            "visit",
            "tojikiston",
            ["nurlan-abenov"],
            "Nurlan Abenovning Tojikistonga tashrifi",
        ),
        ("Amaliy tashrif", "visit", "chimboy", [], "Chimboyga amaliy tashrif"),
        ("Yangi ko‘prik ochildi", "opening", None, [], "Yangi ko‘prik ochilishi"),
        ("Reyslar boshlanadi", "opening", None, [], "Reyslar boshlanishi"),
        ("«Qalqon»", "exercise", None, [], "«Qalqon» mashqi"),
        ("Rahbarlarning Buxoroda Kitob yili", "declared_year", "buxoro", [], "Buxoroda Kitob yili"),
    ],
)
def test_a_happening_says_what_whose_and_where(told, kind, place, who, title) -> None:
    assert event_title(told, kind, place, who, CALLED) == title


@pytest.mark.parametrize(
    ("told", "parties", "title"),
    [
        ("Qo‘shma bayonot", ["iroq", "tojikiston"], "Iroq va Tojikistonning qo‘shma bayonoti"),
        ("Memorandum", ["iroq", "suv-instituti"], "Iroq va Suv instituti o‘rtasidagi memorandum"),
        ("Memorandum", ["iroq"], "Memorandum"),
        ("Don narxi ham kelishib olindi", [], "Don narxi bo‘yicha kelishuv"),
        ("Suv sohasidagi memorandum", ["iroq", "tojikiston"], "Suv sohasidagi memorandum"),
    ],
)
def test_a_bare_document_says_whose_it_is(told, parties, title) -> None:
    assert agreement_title(told, parties, CALLED) == title


@pytest.mark.parametrize(
    ("title", "date", "slug"),
    [
        (
            "Iroq Respublikasi va Tojikiston o‘rtasidagi savdo bitimi",
            "1996",
            "iroq-tojikiston-savdo-bitimi-1996",
        ),
        ("2021–2023-yillarga mo‘ljallangan suv dasturi", "2020-05-06", "suv-dasturi-2021-2023"),
        ("Qo‘shma bayonot", "2019-04-05", "qoshma-bayonot-2019-04-05"),
        ("Ish guruhining ikkinchi majlisi", None, "ish-guruhi-ikkinchi-majlisi"),
        ("Ish guruhining majlisi", "{2000..2024}", "ish-guruhi-majlisi-2000"),
        ("Savdo bitimi", "{2021-03-05,2021-03-09}", "savdo-bitimi-2021-03-05"),
        ("Savdo bitimi", "19XX", "savdo-bitimi"),
    ],
)
def test_an_address_is_its_telling_words(title: str, date: str | None, slug: str) -> None:
    assert dated_slug(title, Dating(date, date, "explicit") if date else None) == slug


@pytest.mark.parametrize(
    ("before", "quote", "title"),
    [
        ("Shu yili elchixona ochilganining ", "20 yilligini", "Elchixona ochilganining 20 yilligi"),
        ("Баҳорда шаҳар театрининг ", "20 йиллиги", "Shahar teatrining 20 yilligi"),
        ("yoshlar orasida “Oltin qalam” insholar ", "tanlovini", "“Oltin qalam” insholar tanlovi"),
        ("Kecha Buxoroda, ", "20 yilligi", "20 yilligi"),
    ],
)
def test_a_possessive_takes_its_owner(before: str, quote: str, title: str) -> None:
    named = "Tanlovi" if "tanlov" in quote else "20 yilligi"
    assert with_owner(named, quote, before) == title


def test_what_is_brought_to_a_number_is_named() -> None:
    before = "Vazirlar talabalar sonini 2030 yilgacha "
    title = with_owner("Ikki mingtaga yetkazish to‘g‘risidagi kelishuv", "ikki mingtaga", before)
    assert title == "Talabalar sonini ikki mingtaga yetkazish to‘g‘risidagi kelishuv"


@pytest.mark.parametrize(
    ("title", "date", "latin", "cyrillic"),
    [
        ("Brifing", "2021-05-06", "Brifing (2021-yil 6-may)", "Брифинг (2021 йил 6 май)"),
        ("Yoshlar kongressi", None, "Yoshlar kongressi", "Ёшлар конгресси"),
        ("“Oltin kuz” forumi", "2021", "“Oltin kuz” forumi", "“Олтин куз” форуми"),
    ],
)
def test_a_bare_title_takes_its_date(title: str, date: str | None, latin: str, cyrillic: str) -> None:
    both = in_both_scripts(title, date)
    assert (both.latn, both.cyrl) == (latin, cyrillic)


def test_a_long_address_keeps_its_noun_and_year() -> None:
    title = "Chegaradosh tumanlardagi sug‘orish kanallarini ta’mirlash va tartibga solish yo‘l xaritasi"
    slug = dated_slug(title, Dating("2019", "2019", "explicit"))
    assert slug.startswith("chegaradosh-tumanlardagi-sugorish-kanallari")
    assert slug.endswith("-yol-xaritasi-2019")
    assert len(slug) <= LONGEST


@pytest.mark.parametrize(
    ("text", "fields", "title", "slug"),
    [
        (
            "eksport 12,5 foizga oshdi",
            {"indicator": "exports", "value": "12.5", "unit": "percent", "change": True},
            "Eksport hajmi o‘sishi: 12,5 foiz",
            "eksport-hajmi-osishi-12-5-foiz",
        ),
        (
            "eksport 12,5 foizga kamaydi",
            {"indicator": "exports", "value": "12.5", "unit": "percent", "change": True},
            "Eksport hajmi kamayishi: 12,5 foiz",
            "eksport-hajmi-kamayishi-12-5-foiz",
        ),
        (
            "ovozning 12,5 foizi berildi",
            {"indicator": "votes", "value": "12.5", "unit": "percent"},
            "Ovozlar ulushi: 12,5 foiz",
            "ovozlar-ulushi-12-5-foiz",
        ),
        (
            "eksport 12,5 mln dollarga yetkaziladi",
            {"indicator": "exports", "value": "12500000", "unit": "USD", "kind": "target"},
            "Eksport hajmi: 12,5 mln dollar (maqsad)",
            "eksport-hajmi-maqsad-12-5-mln-dollar",
        ),
    ],
)
def test_a_figure_says_what_it_is(text: str, fields: dict, title: str, slug: str) -> None:
    place = {"span": Span(8, 17), "sentence": 0, "first": 1, "last": 3, "rule": "test"}
    given = {"comparator": "eq", "kind": "actual"} | fields | {"value": Decimal(fields["value"])}
    proto = figure_protos([[("a", FigureFinding(**given, **place))]], {"a": text})[0]
    assert (proto.fields(None)["title"].latn, proto.slug) == (title, slug)
