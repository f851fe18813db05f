"""Patterns over tokens: what they match, and what a sentence must hold for them to match at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from uzkz_kb.lang import lang_files
from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.read.document import read_document
from uzkz_kb.read.seed import read_seed, seed_files
from uzkz_kb.recognise.rules import chances, rules, words
from uzkz_kb.text.patterns import compiled
from uzkz_kb.text.words import Vocabulary, vocabulary

PROJECT = Path(__file__).parent.parent
FILES = [path.removeprefix("rules/").removesuffix(".yml") for path in lang_files("rules")]
#: Words as they stand in a text, with the apostrophes within them.
LETTERS = re.compile(r"[^\W\d_]+(?:[‘’'ʻʼ`][^\W\d_]+)*")


def codes_of(text: str) -> str:
    """The codes of all words of a text."""
    document = read_document(Seed("test", text, "", Sidecar()), words())
    return "".join(sentence.codes for sentence in document.sentences)


def lines() -> Iterator[str]:
    """The codes of every sentence of the seeds."""
    for file in seed_files(PROJECT):
        yield from (sentence.codes for sentence in read_document(read_seed(file), words()).sentences)


@pytest.mark.parametrize(
    ("pattern", "text", "matches"),
    [
        ("year=year 'yil'", "2024 yilda", True),
        ("year=year 'yil'", "yil 2024", False),
        ("day=day month=month 'yil'? | near_day", "bugun", True),
        ("day &( month )", "5 may", True),
        ("day &!( month )", "5 may", False),
        ("'har' ~{0,2} month", "har yili 5 may", True),
    ],
)
def test_a_pattern_matches_words_in_their_order(pattern: str, text: str, matches: bool) -> None:
    assert bool(compiled(pattern, words()).find(codes_of(text))) is matches


@pytest.mark.parametrize(
    ("pattern", "alone"),
    [
        ("year 'yil'? hyphen*", "2024"),  # what may be missing is not needed
        ("(year | month) 'yil'{0,1}", "may"),  # of alternatives one is enough
        ("month &!( 'oy' )", "may"),  # nor is what may not follow
        ("day | (year &( ~ ))", "5"),
    ],
)
def test_what_a_match_can_do_without_is_not_needed(pattern: str, alone: str) -> None:
    held = set(codes_of(alone))
    needs = compiled(pattern, words()).needs
    assert needs
    assert all(any(low <= code <= high for low, high in stretches(need)) for need in needs for code in held)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("year 'yil'", "may oyi"),
        ("year (month | season)", "2024 yil"),
        ("(day month) | (month year)", "5 yil 2024"),
        ("day &( month )", "5 yil"),
        ("number{1,3} month", "besh may"),
    ],
)
def test_a_sentence_without_a_needed_word_is_told_at_once(pattern: str, text: str) -> None:
    held = set(codes_of(text))
    needs = compiled(pattern, words()).needs
    assert any(
        not any(low <= code <= high for low, high in stretches(need) for code in held) for need in needs
    )


@pytest.mark.parametrize("file", FILES)
def test_no_rule_that_matches_is_left_out_of_the_chances(file: str) -> None:
    tried = 0
    for codes in lines():
        matching = [rule.name for rule in rules(file) if rule.pattern.find(codes)]
        tried += len(matching)
        assert set(matching) <= {rule.name for rule in chances(file, codes)}
    assert tried


def stretches(need: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The codes of a need, from the first to the last of each stretch."""
    for codes in need:
        ends = codes.split("-")
        for place, run in enumerate(ends):
            yield from ((code, code) for code in run)
            if place:
                yield ends[place - 1][-1], run[0]


def test_a_word_that_a_rule_names_is_still_all_that_it_is() -> None:
    """A rule may name a word that is a verb's form too; the other rules must still see the verb."""
    forms = {
        form
        for file in (*(PROJECT / "seeds").glob("*.txt"), *(PROJECT / "tests" / "gold").glob("*/texts/*.txt"))
        for form in LETTERS.findall(file.read_text(encoding="utf-8"))
    }
    unnamed = vocabulary()
    assert [form for form in sorted(forms) if not known(unnamed, form) <= known(words(), form)] == []


def known(vocabulary: Vocabulary, form: str) -> set[tuple[object, ...]]:
    """What a vocabulary knows of a form, but for its being named by a rule."""
    return {
        (name, reading.form, reading.passive, reading.negative)
        for reading in vocabulary.word(form).readings
        for name in reading.classes
        if not name.startswith("=")
    }
