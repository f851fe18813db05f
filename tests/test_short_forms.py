"""Shortened words with an ending after their full stop are read as the whole word."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.rules import words
from uzkz_kb.text.tokens import joined, tokens


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("2019-y.dan buyon", ["2019", "-", "yildan", "buyon"]),
        ("1955—58-y.larda", ["1955", "—", "58", "-", "yillarda"]),
        ("2004 й. 3-окт.да", ["2004", "yil", "3", "-", "oktabrda"]),
        ("XV a.da", ["xv", "asrda"]),
        ("2021 y. 6 dek., Nukus", ["2021", "yil", "6", "dekabr", ",", "nukus"]),
        ("Samarqand vil.dagi", ["samarqand", "viloyatdagi"]),
        ("Xitoy b-n savdo", ["xitoy", "bilan", "savdo"]),
        ("A. Navoiy", ["a", ".", "navoiy"]),
        ("jan.da joylashgan", ["jan", ".", "da", "joylashgan"]),
        ("5 t.ga", ["5", "t", ".", "ga"]),
    ],
)
def test_a_shortened_word_is_whole_again(text: str, keys: list[str]) -> None:
    parts = joined(tokens(text, words()), text, words())
    assert [part.word.key for part in parts] == keys


def test_the_whole_stands_where_its_parts_stood() -> None:
    text = "2019-y.dan buyon"
    parts = joined(tokens(text, words()), text, words())
    assert text[parts[2].start : parts[2].end] == "y.dan"
