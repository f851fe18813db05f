"""The lists of names leave the rest of the lexicon alone, and hang together."""

from __future__ import annotations

import pytest

from uzkz_kb.lang import lang_data
from uzkz_kb.recognise.names import gazetteer
from uzkz_kb.text.lexicon import lexicon
from uzkz_kb.text.morphology import noun_endings, stems_before, verb_endings

NAMES = {"given_name", "known_by_one_name", "public_figure", "city", "region", "country", "landmark"}


def test_no_name_hides_a_form_of_another_word() -> None:
    """The longest stem is read: a given name Olgan would make a name of every `olgan`."""
    words = lexicon()
    hidden = [
        (stem, base)
        for stem, classes in words.stems.items()
        if set(classes) <= NAMES
        for cut in range(3, len(stem))
        for base in stems_before(stem[cut:], stem[:cut])
        if (stem[cut:] in verb_endings() and base in words.verbs)
        or (
            len(base) > 3
            and stem[cut:] in noun_endings()
            and base in words.stems
            and not set(words.stems[base]) <= NAMES
        )
    ]
    assert hidden == []


def test_other_spellings_lead_to_a_name() -> None:
    for known in (gazetteer.places(), gazetteer.organizations(), gazetteer.people()):
        assert all(entry.name and entry.id for entry in known.values())


def test_holders_of_offices_and_capitals_are_known() -> None:
    holders = {
        term["who"]
        for offices in lang_data("holders.yml").values()
        for group in offices.values()
        for term in group
    }
    countries = {place.id for place in gazetteer.places().values() if place.kind == "country"}
    assert set(lang_data("holders.yml")) <= countries
    unknown = holders - set(gazetteer.people_by_id())
    assert unknown == set()
    within = {place.within for place in gazetteer.places().values() if place.within}
    assert within <= set(gazetteer.place_by_id())


@pytest.mark.parametrize(
    ("name", "entity"),
    [("Абай Қўнонбоев", "abay-qononboyev"), ("МатлуIахон", "matluiakhon"), ("习近平", "xi-jin-ping")],
)
def test_every_name_has_an_id(name: str, entity: str) -> None:
    assert gazetteer.slug(name) == entity
