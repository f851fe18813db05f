"""Who is who across sources: what is merged, what is kept apart, and the printed reasons."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Extraction
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words
from uzkz_kb.resolve.who import Who, merge_names


def who_of(*texts: str) -> Who:
    extractions = []
    for number, text in enumerate(texts):
        document = read_document(Seed(f"{number:03}", text, "", Sidecar()), words())
        extractions.append(Extraction(document, None, names=find_names(document, None)))
    return merge_names(extractions)


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (("Sh.Mirziyoev imzoladi", "Шавкат Мирзиёевнинг таклифи"), {"Shavkat Mirziyoyev"}),
        (("Qosim-Jomart Toqayev keldi", "Қасим-Жомарт Тоқаев келди"), {"Qosim-Jomart Toqayev"}),
        (("Vazir Ilhom Mahkamov keldi", "I.Mahkamov so‘zladi"), {"Ilhom Mahkamov"}),
        (("Abdulaziz Komilov keldi", "Абдулазиз Комил келди"), {"Abdulaziz Komilov"}),
        (("Bahodir Qurbonov keldi", "Баходир Қурбонов келди"), {"Bahodir Qurbonov"}),
        (
            ("Eldor Aripov so‘zladi", "Abdulla Aripov qatnashdi"),
            {"Eldor Aripov", "Abdulla Aripov"},
        ),
        (
            ("Botir Qodirov keldi", "Baxrom Qodirov ketdi", "B.Qodirov so‘zladi"),
            {"Botir Qodirov", "Baxrom Qodirov", "B. Qodirov"},
        ),
        (("Vazir Ilhom Mahkamov keldi", "Kecha Mahkamov so‘zladi"), {"Ilhom Mahkamov", "Mahkamov"}),
    ],
)
def test_people_over_all_sources(texts: tuple[str, ...], people: set[str]) -> None:
    assert {person.name for person in who_of(*texts).people} == people
    assert {person.name for person in who_of(*reversed(texts)).people} == people


@pytest.mark.parametrize(
    ("texts", "merged", "reason"),
    [
        (
            ("Ilhom Mahkamov keldi", "I.Mahkamov so‘zladi"),
            True,
            "the initials are those of the only one of that surname",
        ),
        (("Botir Qodirov keldi", "Nodir Qodirov ketdi"), False, "the given names differ"),
        (
            ("Ilhom Mahkamov keldi", "Kecha Mahkamov so‘zladi"),
            False,
            "a surname alone says who only within its own text",
        ),
        (("Sh.Mirziyoev keldi", "Шавкат Мирзиёев келди"), True, "the gazetteer knows both spellings"),
    ],
)
def test_every_decision_has_its_reason(texts: tuple[str, ...], merged: bool, reason: str) -> None:
    (decision,) = who_of(*texts).decisions
    assert (decision.merged, decision.reason) == (merged, reason)


def test_an_entity_has_all_that_the_sources_say() -> None:
    who = who_of("Transport vaziri Ilhom Mahkamov keldi", "И.Маҳкамов сўзлади")
    (person,) = who.people
    assert person.aliases == ("И.Маҳкамов",)
    assert [source for source, _ in person.mentions] == ["000", "001"]
    assert [role.title for role in person.roles] == ["transport vaziri"]
    assert who.entity_of("001", "i-mahkamov") == person.key == "ilhom-mahkamov"


def test_places_and_organizations_have_one_name() -> None:
    who = who_of(
        "Astana shahri. Astana va BMT yig‘ilishi", "Ostonada Birlashgan Millatlar Tashkiloti yig‘ilishi"
    )
    assert [(place.name, place.aliases) for place in who.places] == [("Ostona", ("Astana",))]
    assert [body.name for body in who.organizations] == ["Birlashgan Millatlar Tashkiloti"]


def test_a_place_has_one_key_whatever_its_sources_call_it() -> None:
    who = who_of("Shimkentda forum o‘tdi", "Шимкент шаҳрида кўргазма", "Chimkentga tashrif")
    (town,) = who.places
    assert (town.key, town.name, town.aliases) == ("chimkent", "Chimkent", ("Shimkent",))
