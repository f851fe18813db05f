"""The key of a word: the same for both scripts, every apostrophe and old spellings."""

from __future__ import annotations

import pytest

from uzkz_kb.text.keys import canonical, key


@pytest.mark.parametrize(
    "spelt",
    ["O‘zbekiston", "O'zbekiston", "Oʻzbekiston", "O´zbekiston", "O‘‘zbekiston", "Ўзбекистон"],
)
def test_one_word_has_one_key(spelt: str) -> None:
    assert key(spelt) == "o'zbekiston"


@pytest.mark.parametrize(("old", "new"), [("echim", "yechim"), ("Mirziyoev", "Mirziyoyev")])
def test_old_and_cyrillic_spellings_have_the_key_of_todays(old: str, new: str) -> None:
    assert key(old) == key(new)


def test_the_canonical_form_keeps_capitals() -> None:
    assert canonical("Тошкент") == "Toshkent"
