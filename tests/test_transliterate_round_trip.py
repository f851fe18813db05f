"""The seeds go to the other script and back with no difference but the ones declared beside this test."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from pathlib import Path

import pytest
import yaml

from uzkz_kb.text.transliterate import to_cyrillic, to_latin

HERE = Path(__file__).parent
# A number and the word after it are one: 2018 yil, 2018-yil.
TOKEN = re.compile(r"\d[\d–-]*(?<![–-])[ -][^\W\d]+|\S+")
SEEDS = sorted((HERE.parent / "seeds").glob("*.txt"))
DECLARED = yaml.safe_load((HERE / "transliteration" / "round-trip.yml").read_text(encoding="utf-8"))


def differences(one: str, other: str) -> set[tuple[str, str]]:
    """The words that differ, with what stands in their place."""
    left, right = TOKEN.findall(one), TOKEN.findall(other)
    found: set[tuple[str, str]] = set()
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            same = b - a == d - c
            found |= (
                set(zip(left[a:b], right[c:d], strict=True)) if same else {(str(left[a:b]), str(right[c:d]))}
            )
    return found


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_there_and_back(seed):
    text = seed.read_text(encoding="utf-8")
    if len(re.findall("[а-яўқғҳ]", text)) > len(re.findall("[a-z]", text)):
        back = to_cyrillic(to_latin(text))
    else:
        # Apostrophes are made one kind on the way, so the text starts from there.
        text = to_latin(text)
        back = to_latin(to_cyrillic(text))
    declared = {(each["was"], each["becomes"]) for each in DECLARED["differences"].get(seed.stem[:3], [])}
    assert differences(text, back) == declared


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_a_second_time_changes_nothing(seed):
    cyrillic = to_cyrillic(seed.read_text(encoding="utf-8"))
    latin = to_latin(cyrillic)
    assert to_latin(to_cyrillic(latin)) == latin


@pytest.mark.parametrize("seed", SEEDS, ids=[seed.stem for seed in SEEDS])
def test_white_space_stays(seed):
    text = seed.read_text(encoding="utf-8")
    dates = re.compile(r"(?<=\d)[ -](?=\w)")
    for convert in (to_cyrillic, to_latin):
        assert re.findall(r"\s+", dates.sub("", convert(text))) == re.findall(r"\s+", dates.sub("", text))


def test_each_difference_has_a_reason():
    reasons = {each["reason"] for listed in DECLARED["differences"].values() for each in listed}
    assert reasons == set(DECLARED["reasons"])
