"""The browser reads a query as Python read the texts: the same words, stems, keys and coarse forms."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from uzkz_kb.publish.search.build import worker_source
from uzkz_kb.publish.search.keys import key
from uzkz_kb.text.fold import coarse, words
from uzkz_kb.text.stem import stem

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
LETTERS = (
    "aabcdeefghiijklmnoopqrstuvxyzABCDEYTSOG‘’'ʻʼ`´ʹ 0123456789.,-–—\n\u00ad\u200b"
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюяўқғҳЎҚҒҲЦЯЮЁӘәІіҢңөүұһöğşçñıİÖĞŞÇžšßéàŁ"
    '\u0306\u0308\u0327\u030c\u0301$%&<>"🙂字\u2028'
)
ENDINGS = tuple(
    (
        "lar lari larning ning ni ga da dan dagi gacha si i imiz lik ligi cha "
        + "di gan ish ildi langan tirish uv ib"
    ).split()
)

#: Everything of the worker but its last lines, which wait for messages.
READER = """texts => {
  const language = makeLanguage();
  const stem = makeStem(TABLES.stem);
  return texts.map(text => language.words(text).map(token => [
    text.slice(token.start, token.end), token.folded, stem(token.folded), language.key(token.folded),
    language.coarse(token.folded)]));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    source = worker_source("latn")
    page.add_script_tag(content=source[: source.index("/* The worker behind the theme's search box")])
    yield page
    page.close()


def in_python(texts: list[str]) -> list[list[list[str]]]:
    return [
        [
            [token.surface, token.folded, stem(token.folded), key(token.folded), coarse(token.folded)]
            for token in words(text)
        ]
        for text in texts
    ]


def random_texts(count: int) -> list[str]:
    chance = random.Random(7)
    free = ["".join(chance.choices(LETTERS, k=chance.randint(1, 40))) for _ in range(count)]
    stems = [word for seed in SEEDS for word in re.findall(r"\w{4,}", seed.read_text(encoding="utf-8"))]
    inflected = [
        chance.choice(stems) + "".join(chance.choices(ENDINGS, k=chance.randint(1, 4))) for _ in range(count)
    ]
    return free + inflected


def test_on_every_word_of_the_seeds(page: Page) -> None:
    texts = [seed.read_text(encoding="utf-8") for seed in SEEDS]
    assert len(texts) == 5
    assert page.evaluate(READER, texts) == in_python(texts)


def test_on_random_strings_and_inflected_words(page: Page) -> None:
    texts = random_texts(5_000)
    assert page.evaluate(READER, texts) == in_python(texts)


def test_every_rule_of_the_stemmer_is_reached(page: Page) -> None:
    """Endings behind stems that satisfy most rules, so that a rule changed on one side only shows."""
    endings = [ending + more for ending in ENDINGS for more in ("", "ni", "da", "ning", "lar")]
    texts = [
        start + ending
        for start in ("shartnoma", "bitim", "imzolan", "tuzil", "yurtq", "xalqk")
        for ending in endings
    ]
    assert page.evaluate(READER, texts) == in_python(texts)
