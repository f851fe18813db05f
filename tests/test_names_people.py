"""People in a text: who is who within it, their offices, and offices that stand for them."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Dating, PersonFinding, RoleFinding
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_cyrillic


def people_of(text: str, published: str | None = None) -> tuple[PersonFinding, ...]:
    document = read_document(Seed("example", text, "", Sidecar()), words())
    return find_names(
        document, None if published is None else Dating(published, published, "explicit")
    ).people


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        (
            "Senat raisi Tanzila Norboyeva Ostonaga bordi. Norboyevaning aytishicha, yo‘l ochiladi.",
            ["tanzila-norboyeva", "tanzila-norboyeva"],
        ),
        (
            "Vazir Botir Qodirov va shoira Nodira Qodirova keldi. Qodirova she’r o‘qidi. B.Qodirov tingladi.",
            ["botir-qodirov", "nodira-qodirova", "nodira-qodirova", "botir-qodirov"],
        ),
        (
            "Serdar Berdimuhamedov va Gurbanguli Berdimuhamedov keldi. Berdimuhamedov so‘zladi.",
            ["serdar-berdimuhamedov", "gurbanguli-berdimuhamedov", "gurbanguli-berdimuhamedov"],
        ),
        (
            "«Gazprom» rahbari Aleksey Miller hisobot berdi. Millerning so‘ziga ko‘ra, gaz yetadi.",
            ["aleksey-miller", "aleksey-miller"],
        ),
        ("Hurmatli Qosim-Jomart Kemelevich!", ["qosim-jomart-toqayev"]),
        ("Sh.Mirziyoyev va N.Nazarboyev imzoladi", ["shavkat-mirziyoyev", "nursulton-nazarboyev"]),
        ("Xitoy raisi Si Tszinpin keldi", ["si-szinpin"]),
        ("Prezident Kasim-Jomart Tokayev keldi", ["qosim-jomart-toqayev"]),
        (
            "Botir Salimov keldi. “Botir Olimovich, nega?” “Botir Karimovich, siz-chi?”",
            ["botir-salimov", "botir-salimov", "botir-karimovich"],
        ),
        ("Tilshunos Tursin Mamashev ham keldi", ["tursin-mamashev"]),
        ("Qozog‘istonlik manasshunos Sabit Oqboyev so‘zladi", ["sabit-oqboyev"]),
        ("Ulug‘ Abay shunday yozgan ekan", ["abay-qononboyev"]),
        ("Navoiy tavalludining 583 yilligi", ["alisher-navoiy"]),
    ],
)
def test_who_is_who_in_one_text(text: str, entities: list[str]) -> None:
    assert [person.entity for person in people_of(text)] == entities
    assert [person.entity for person in people_of(to_cyrillic(text))] == entities


@pytest.mark.parametrize(
    "text",
    [
        "Islom Karimov nomidagi aeroportda kutib olindi",
        "Alisher Navoiy ko‘chasida va Abay maydonida",
        "Mirzo Ulug‘bek tumanida maktab ochildi",
        "Chevrolet Tracker avtomobili Navoiy shahrida yig‘iladi",
        "«Abay yo‘li» poyezdi Navoiydan o‘tadi",
        "Qozog‘iston Prezidenti Toshkentga keldi",
        "Cheklov olib tashlandi",
        "Meva-sabzavot eksporti oshdi, palovni maqtashdi",
        "Yigirmata fermer Sho‘rdaraga borib, dalalarni ko‘radi",
        "Shanxay hamkorlik tashkiloti va Islom taraqqiyot banki",
        "This article by John Smith describes the relations of the two states and their history",
    ],
)
def test_nobody_is_named(text: str) -> None:
    assert people_of(text) == ()


@pytest.mark.parametrize(
    ("text", "role", "kind"),
    [
        (
            "O‘zbekiston Respublikasi Prezidenti Shavkat Mirziyoyev keldi",
            RoleFinding(title="prezident", country="ozbekiston"),
            "official",
        ),
        (
            "Qozog‘istondan Suv resurslari va irrigatsiya vaziri Nurjan Nurjigitov qatnashdi",
            RoleFinding(title="suv resurslari va irrigatsiya vaziri", country="qozogiston"),
            "official",
        ),
        (
            "Turkiston viloyati hokimi Nuralxan Ko‘sherov kutib oldi",
            RoleFinding(title="Turkiston viloyati hokimi", country="qozogiston"),
            "official",
        ),
        (
            "Rossiyalik tadqiqotchi Olga Butorina fikricha",
            RoleFinding(title="tadqiqotchi", country="rossiya"),
            "scholar",
        ),
        (
            "Akramjon Ne’matov, institut direktorining birinchi o‘rinbosari.",
            RoleFinding(title="institut direktorining birinchi o‘rinbosari"),
            "official",
        ),
        (
            "BMT Bosh kotibi Antoniu Guterrish so‘zladi",
            RoleFinding(title="BMT bosh kotibi", organization="birlashgan-millatlar-tashkiloti"),
            "official",
        ),
    ],
)
def test_the_office_beside_a_name(text: str, role: RoleFinding, kind: str) -> None:
    person = people_of(text)[0]
    assert (person.roles, person.kind) == ((role,), kind)


def test_the_office_in_the_line_below_a_name() -> None:
    (person,) = people_of(
        "Muxlisa Shukrullo qizi Valiyeva\n\nToshkent davlat universiteti talabasi\n\nKirish."
    )
    assert [role.title for role in person.roles] == ["Toshkent davlat universiteti talabasi"]


def test_an_office_stands_for_who_is_named_in_the_same_text() -> None:
    text = "Nursulton Nazarboyev Toshkentga keldi. Qozog‘iston Prezidenti Samarqandga ham bordi."
    assert [(p.entity, p.by_office) for p in people_of(text, "2017-09-16")] == [
        ("nursulton-nazarboyev", False),
        ("nursulton-nazarboyev", True),
    ]
    assert [p.by_office for p in people_of(text, "2024-09-16")] == [False]
    assert [p.by_office for p in people_of(text)] == [False]
