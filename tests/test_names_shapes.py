"""Names of people: every shape's examples and counter-examples, in both scripts."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.names import example_values
from uzkz_kb.recognise.names.patterns import name_shapes
from uzkz_kb.text.transliterate import to_cyrillic, to_latin

EXAMPLES = [(text, names) for shape in name_shapes() for text, names in shape.examples.items()]
COUNTER_EXAMPLES = [text for shape in name_shapes() for text in shape.counter_examples]


@pytest.mark.parametrize(("text", "names"), EXAMPLES)
def test_names_of_the_example(text: str, names: tuple[str, ...]) -> None:
    assert tuple(example_values(text)) == names


@pytest.mark.parametrize(("text", "names"), EXAMPLES)
def test_names_in_the_other_script(text: str, names: tuple[str, ...]) -> None:
    other = to_cyrillic(text) if text.isascii() or any(c in "‘’" for c in text) else to_latin(text)
    assert tuple(example_values(other)) == names


@pytest.mark.parametrize("text", COUNTER_EXAMPLES)
def test_nobody_is_named(text: str) -> None:
    assert example_values(text) == []
    assert example_values(to_cyrillic(text)) == []
