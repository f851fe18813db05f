"""Every rule of `lang/rules/` finds its examples and leaves its counter-examples alone."""

from __future__ import annotations

import pytest

from uzkz_kb.lang import lang_data, lang_files
from uzkz_kb.recognise import examples
from uzkz_kb.recognise.rules import rules
from uzkz_kb.resolve import titles
from uzkz_kb.text.transliterate import to_cyrillic

EXAMPLES = {**examples.EXAMPLES, "titles": titles.example_values}

FILES = [path.removeprefix("rules/").removesuffix(".yml") for path in lang_files("rules")]
EXAMPLE_ROWS = [
    pytest.param(file, text, value, id=f"{rule.name}: {text}")
    for file in FILES
    for rule in rules(file)
    for text, value in rule.examples.items()
]
COUNTER_ROWS = [
    pytest.param(file, rule.name, text, id=f"{rule.name}: {text}")
    for file in FILES
    for rule in rules(file)
    for text in rule.counter_examples
]


@pytest.mark.parametrize(("file", "text", "value"), EXAMPLE_ROWS)
def test_a_rule_finds_its_example(file: str, text: str, value: str) -> None:
    assert value in EXAMPLES[file](text)


@pytest.mark.parametrize(("file", "text", "value"), EXAMPLE_ROWS)
def test_a_rule_finds_its_example_in_cyrillic(file: str, text: str, value: str) -> None:
    assert len(EXAMPLES[file](to_cyrillic(text))) == len(EXAMPLES[file](text))


@pytest.mark.parametrize(("file", "name", "text"), COUNTER_ROWS)
def test_a_rule_leaves_its_counter_example_alone(file: str, name: str, text: str) -> None:
    assert EXAMPLES[file](text) == []


@pytest.mark.parametrize("file", FILES)
def test_every_rule_has_an_example(file: str) -> None:
    assert [rule.name for rule in rules(file) if not rule.examples] == []


@pytest.mark.parametrize("path", lang_files("words"))
def test_a_class_of_words_names_each_stem_once(path: str) -> None:
    for name, items in lang_data(path).items():
        stems = list(items)
        assert len(stems) == len(set(stems)), name
