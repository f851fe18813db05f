"""Whatever a text says, it gives records or nothing: no text stops the others from being read."""

from __future__ import annotations

from pathlib import Path
from random import Random

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

GOLD = Path(__file__).parent / "gold"
#: What a sidecar may say of the day: none, a part, a span, a set.
PUBLISHED = (
    None, "1985", "2024", "2024-05", "2024-05~", "2024-21", "2023-11-30", "2024-05/2024-06", "2024/..",
    "2024-05-06/2024-05-09", "{2024-05-06,2024-05-08}",
)  # fmt: skip


def records_of(text: str, published: str | None = None) -> tuple[Record, ...]:
    seed = Seed("matn", text, "0", Sidecar(published=published))
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


def spoiled(texts: list[str], chance: Random) -> str:
    """A text with its words in another order, cut, with letters lost, or with those of others among them."""
    text = chance.choice(texts)
    words = text.split(" ")
    match chance.randrange(5):
        case 0:
            chance.shuffle(words)
            return " ".join(words[: chance.randint(20, 300)])
        case 1:
            return "".join(char for char in text if chance.random() > 0.05)
        case 2:
            for _ in range(20):
                words[chance.randrange(len(words))] = chance.choice(chance.choice(texts).split())
            return " ".join(words)
        case 3:
            marks = ".,;:()«»“”–-%$№/ \n0123456789IVX"
            return "".join(chance.choice(marks) if chance.random() < 0.06 else char for char in text)
        case _:
            start = chance.randrange(len(text) // 2)
            return text[start : start + chance.randint(300, 2000)]


@pytest.mark.parametrize("number", range(10))
def test_a_spoiled_text_gives_what_it_still_says(number: int) -> None:
    texts = [file.read_text(encoding="utf-8") for file in sorted(GOLD.glob("*/texts/*.txt"))]
    chance = Random(number)
    found = sum(len(records_of(spoiled(texts, chance), chance.choice(PUBLISHED))) for _ in range(30))
    assert found > 100


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("XIX asrda bitim imzolandi.", "bitim"),
        ("2024-yil 8-avgustda ../../x to‘g‘risidagi bitim imzolandi.", "x-bitim-2024"),
    ],
)
def test_an_address_is_a_slug(text: str, address: str) -> None:
    assert [record.id for record in records_of(text) if isinstance(record, Agreement)] == [address]
