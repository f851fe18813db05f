"""Whatever comes in: no crash, and what is no word comes out as it went in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzkz_kb.text.transliterate import to_cyrillic, to_latin, transliterate
from uzkz_kb.text.transliterate.tables import APOSTROPHES, LETTER

NO_WORD = re.compile(rf"(?:{LETTER}|[{APOSTROPHES}\u0306\u0308\u0327])+")
UZBEK = st.text(alphabet="abdefghijklmnopqrstuvxyzABDEFGHIJKLMNOPQRSTUVXYZ‘’'ʻʼ` -–.,!?«»“”()\n\t")
CYRILLIC = st.text(
    alphabet="абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳщыАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЭЮЯЎҚҒҲ -–.,!?«»\n\t"
)
TABLES = ["cyrl", "latn", "latn-unicode", "latn-ascii", "latn-2027"]


def between(text: str) -> list[str]:
    """The text with each word cut out."""
    return NO_WORD.split(text)


@pytest.mark.parametrize("table", TABLES)
@given(text=st.text())
def test_any_unicode_keeps_what_is_no_word(table, text):
    if not re.search(r"\d[- \u00a0]", text):
        assert "".join(between(transliterate(text, table))) == "".join(between(text))


@given(text=st.one_of(UZBEK, CYRILLIC))
def test_letters_change_and_nothing_between_them(text):
    assert between(to_cyrillic(text)) == between(text)


@given(text=UZBEK)
def test_latin_stays_latin(text):
    assert to_latin(to_latin(text)) == to_latin(text)


@given(text=CYRILLIC)
def test_cyrillic_stays_cyrillic(text):
    assert to_cyrillic(text) == text


@given(space=st.text(alphabet=" \t\n\r\u00a0\u2003", max_size=5))
def test_white_space_stays(space):
    assert to_cyrillic(f"{space}yo‘l{space}xaritasi{space}") == f"{space}йўл{space}харитаси{space}"
    assert to_latin(f"{space}йўл{space}харитаси{space}") == f"{space}yo‘l{space}xaritasi{space}"


@pytest.mark.parametrize(
    "text", ["bio" * 5_000, "1-" * 9_000, "a." * 9_000, "‘a " * 9_000, "Group Motors " * 3_000]
)
def test_text_without_end(text):
    assert between(to_cyrillic(text)) == between(text)
    assert to_latin(text) == text
