"""Whatever a text says, it gives records or nothing: no text stops the others from being read."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from uzkz_kb import pipeline
from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.records import Agreement, Record
from uzkz_kb.resolve.records import resolve

#: Words and marks of which rules make something, to be put together in any order.
WORDS = (
    "shartnoma bitimi imzolandi qabul uchrashdi forumida kelishib olindi Toshkentda Toqayev prezidenti "
    "2024-yil 31-fevral 0-may 99999 1 303 702,1 mlrd 5% $ dollar dan gacha XIX asrda kecha har yili "
    "битим имзоланди АҚШ’НИНГ Н.Ноғаев . , : ; – - ( ) “ ” « ‘ ’ ʻʼ ' \u202e \ufeff 𝟚 İ \n \n\n"
)


def records_of(text: str) -> tuple[Record, ...]:
    seed = Seed("matn", text, "0", Sidecar())
    return tuple(resolve([pipeline.extract_seed(seed).for_resolution()]).records)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), max_size=60).map(" ".join)
    | st.text(max_size=200)
)
def test_every_quote_of_any_text_stands_in_it(text: str) -> None:
    assume(any(map(str.isalpha, text)))
    for record in records_of(text):
        for mention in record.mentions:
            assert text[mention.start : mention.end] == mention.quote


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("XIX asrda bitim imzolandi.", "bitim"),
        ("2024-yil 8-avgustda ../../x to‘g‘risidagi bitim imzolandi.", "x-bitim-2024"),
    ],
)
def test_an_address_is_a_slug(text: str, address: str) -> None:
    assert [record.id for record in records_of(text) if isinstance(record, Agreement)] == [address]
