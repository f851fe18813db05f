"""Places: which one, in which case, and what is none."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Names
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.names.offices import holder_of
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_cyrillic


def names_of(text: str) -> Names:
    return find_names(read_document(Seed("example", text, "", Sidecar()), words()), None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Uchrashuv Ostonada o‘tdi.", [("ostona", "loc")]),
        ("Delegatsiya Nur-Sultonga bordi.", [("ostona", "dat")]),
        ("Toshkent va Almati shaharlari", [("toshkent", "nom"), ("olmaota", "nom")]),
        ("Olmaota shahrida ochildi", [("olmaota", "loc")]),
        ("Turkiston viloyati hokimi", [("turkiston-viloyati", "nom")]),
        ("Turkiston shahriga keldi", [("turkiston", "dat")]),
        ("Qozog‘istonning Ko‘stanay shahridagi zavod", [("qozogiston", "gen"), ("kostanay", "adj")]),
        ("Qozog‘iston poytaxtida uchrashdi", [("qozogiston", "nom"), ("ostona", "loc")]),
        ("Qirg‘iz Respublikasiga tashrif", [("qirgiziston", "dat")]),
        ("O‘zbekiston–Qozog‘iston hamkorligi", [("ozbekiston", "nom"), ("qozogiston", "nom")]),
        ("Oqo‘rdada muzokaralar o‘tdi", [("oqorda", "loc")]),
        ("U mamlakatimizga keldi", [("ozbekiston", "dat")]),
        ("Peterburgda forum ochildi", [("sankt-peterburg", "loc")]),
        ("Navoiy viloyatida zavod qurildi", [("navoiy-viloyati", "loc")]),
        ("Markaziy Osiyoda tinchlik", [("markaziy-osiyo", "loc")]),
        ("Ular dushanba kuni Dushanbada uchrashdi", [("dushanbe", "loc")]),
    ],
)
def test_places_with_their_case(text: str, found: list[tuple[str, str]]) -> None:
    assert [(place.entity, place.form) for place in names_of(text).places] == found
    assert [(place.entity, place.form) for place in names_of(to_cyrillic(text)).places] == found


@pytest.mark.parametrize(
    "text",
    [
        "Bunga qarshi kurash davom etadi",
        "Navoiy g‘azallari o‘qildi",
        "Nursulton Nazarboyev keldi",
        "Shanxay hamkorlik tashkiloti sammiti",
        "Bu yerda guliston edi",
        "Dushanbada, 9-fevralda kelishdi",
    ],
)
def test_no_place(text: str) -> None:
    assert names_of(text).places == ()


def test_place_belongs_to_its_country() -> None:
    (place,) = names_of("Chimkentda ochildi").places
    assert (place.name, place.kind, place.country) == ("Chimkent", "city", "qozogiston")


@pytest.mark.parametrize(
    ("country", "office", "date", "holder"),
    [
        ("qozogiston", "president", "2017-03-22", "nursulton-nazarboyev"),
        ("qozogiston", "president", "2024", "qosim-jomart-toqayev"),
        ("qozogiston", "president", "2019-03", None),
        ("qozogiston", "president", None, None),
        ("tojikiston", "president", None, "emomali-rahmon"),
        ("ozbekiston", "prime_minister", "2010", "shavkat-mirziyoyev"),
        ("ozbekiston", "president", "1985", None),
    ],
)
def test_holder_of_an_office(country: str, office: str, date: str | None, holder: str | None) -> None:
    assert holder_of(country, office, date) == holder


@pytest.mark.parametrize("text", ["Savdo 2 milliard AQSH dollariga yetdi.", "5 mln Rossiya rubli ajratildi."])
def test_the_owner_of_a_currency_is_no_place(text: str) -> None:
    assert names_of(text).places == ()
