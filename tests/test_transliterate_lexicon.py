"""The tables hold together: each stem comes back from Latin, each pattern does what its examples say."""

from __future__ import annotations

import pytest

from uzkz_kb.text.transliterate import to_cyrillic, to_latin
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import data

FILES = ("loans-ts", "loans-soft", "loans-other", "native", "names")
RULES = data("patterns")["rules"]


@pytest.mark.parametrize("name", FILES)
def test_stems_come_back_from_latin(name):
    stems = data(name)["stems"].split() + data(name).get("exact", "").split()
    lost = {stem: back for stem in stems if (back := to_cyrillic(to_latin(stem))) != stem}
    assert lost == {}


@pytest.mark.parametrize("name", FILES)
def test_stems_are_listed_once(name):
    stems = data(name)["stems"].split()
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


@pytest.mark.parametrize("rule", RULES, ids=[rule["find"] for rule in RULES])
def test_pattern_examples(rule):
    for latin, cyrillic in (rule["examples"] | rule.get("leave", {})).items():
        assert to_cyrillic(latin) == cyrillic
    assert rule["examples"]


@pytest.mark.parametrize("cyrillic", data("irregular")["stems"])
def test_irregular_stems_both_ways(cyrillic):
    standard, *others = data("irregular")["stems"][cyrillic]
    assert to_latin(cyrillic) == standard
    assert {to_cyrillic(latin) for latin in (standard, *others)} == {cyrillic}


@pytest.mark.parametrize("cyrillic", data("abbreviations")["latin"])
def test_abbreviations_both_ways_and_with_an_ending(cyrillic):
    latin = data("abbreviations")["latin"][cyrillic]
    assert to_latin(cyrillic) == latin
    assert to_cyrillic(latin) == cyrillic
    assert to_cyrillic(f"{latin}ning") == f"{cyrillic}нинг"


@pytest.mark.parametrize("ending", ["", "lar", "larimizdagi", "lik", "laştirilgan", "ga", "siz"])
def test_endings_chain(ending):
    assert is_chain(ending)


@pytest.mark.parametrize("ending", ["ist", "tir", "adi", "x", "larq"])
def test_no_endings(ending):
    assert not is_chain(ending)
