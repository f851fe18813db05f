"""The index: what leads to a document, and in what order documents stand."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from uzkz_kb.publish.search.entry import SearchEntry, write_index
from uzkz_kb.publish.search.index import beginnings, indexed
from uzkz_kb.publish.search.keys import key, keys_of, name_keys, stop_words, with_other_names
from uzkz_kb.text.fold import fold, words
from uzkz_kb.text.stem import stem


def entry(
    title: str,
    type_: str = "event",
    text: str = "",
    facets: tuple[str, ...] = (),
    rank: int = 1,
    location: str = "",
) -> SearchEntry:
    return SearchEntry(location or f"{fold(title)}/", title, type_, "Voqea", text, (), facets, rank)


@pytest.mark.parametrize(
    "spellings",
    [
        ["Toqayev", "Tokayev", "Токаев", "Тоқаев", "Tokaev", "Toqayevning"],
        ["Mirziyoyev", "Mirziyoev", "Мирзиёев", "Mirziyayev"],
        ["Nazarboyev", "Nazarbayev", "Назарбаев", "Nazarboev"],
        ["Samarqand", "Samarkand", "Самарканд", "Самарқанд"],
        ["Toshkent", "Tashkent", "Ташкент"],
        ["Ostona", "Astana", "Астана"],
        ["Olmaota", "Almaty", "Алматы"],
        ["Chimkent", "Shymkent", "Шымкент"],
        ["ShHT", "ШҲТ", "ШОС"],
        ["Qozog‘iston", "Kazakhstan", "Казахстан", "Qozog'istonda"],
        ["milliard", "mlrd", "миллиард"],
    ],
)
def test_spellings_of_a_known_name_share_a_key(spellings: list[str]) -> None:
    assert len({key(fold(spelling)) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("Shanxay hamkorlik tashkiloti", "ShHT"),
        ("ShHT sammiti", "Shanxay"),
        ("savdo aylanmasining o‘sishi", "ayirboshlash"),
        ("tovar ayirboshlash", "savdo"),
        ("Olmaota shahrida", "ata"),
    ],
)
def test_phrases_that_say_the_same_lead_to_each_other(text: str, also: str) -> None:
    assert key(fold(also)) in with_other_names(keys_of(text))


def test_no_spelling_stands_in_two_lines_or_among_the_stop_words() -> None:
    assert not set(name_keys()) & {key(word) for word in stop_words()}
    assert all(name_keys().get(first, first) == first for first in name_keys().values())


@pytest.mark.parametrize("name", ["names", "words"])
def test_every_spelling_of_a_line_is_another_word_for_the_search(name: str) -> None:
    """What the fold and the stemmer make the same needs no line."""
    data = yaml.safe_load(files("uzkz_kb.lang").joinpath(f"search/{name}.yml").read_text(encoding="utf-8"))
    parts = ("same", "alike") if name == "words" else tuple(data)
    lines = [line for part in parts for line in data[part]]
    for line in lines:
        stems = [tuple(stem(token.folded) for token in words(spelling)) for spelling in line]
        assert len(set(stems)) == len(line) > 1, line


def test_records_stand_before_passages_and_the_most_mentioned_first() -> None:
    found = indexed(
        [
            entry("parcha", "passage", rank=9),
            entry("voqea", rank=2),
            entry("bitim", "agreement", rank=2),
            entry("shaxs", "person", rank=3),
        ],
        "latn",
    )
    assert [document.title for document in found.documents] == ["shaxs", "bitim", "voqea", "parcha"]
    assert found.passages == 3


def test_the_order_of_the_entries_changes_nothing(tmp_path: Path) -> None:
    entries = [entry(f"Bitim {number}", text="Ostonada imzolandi", rank=number % 3) for number in range(50)]
    for name, order in (("one", entries), ("other", entries[::-1])):
        write_index(order, tmp_path / name, "latn")
    files = {
        name: {
            file.relative_to(tmp_path / name): file.read_bytes() for file in (tmp_path / name).rglob("*.*")
        }
        for name in ("one", "other")
    }
    assert files["one"] == files["other"]


def test_a_term_tells_titles_facets_and_texts_apart() -> None:
    found = indexed(
        [
            entry("Samarqand", rank=3),
            entry("b", facets=("Samarqand",), rank=2),
            entry("c", text="Самарқандда"),
        ],
        "latn",
    )
    term = found.terms["samarqand"]
    assert (term.titles, term.facets, term.texts) == ([0], [1], [2])
    assert term.display == "Samarqand"


def test_inflected_words_keep_their_keys_for_guesses() -> None:
    found = indexed([entry("Bitim", text="shartnomasini imzolandi")], "latn")
    assert found.forms == {"imzolandi": "imzola", "shartnomasini": "shartnoma"}


def test_words_are_offered_in_the_script_of_the_site() -> None:
    entries = [entry("Тошкент", text="Toshkent Toshkent")]
    assert indexed(entries, "cyrl").terms["toshkent"].display == "Тошкент"
    assert indexed(entries, "latn").terms["toshkent"].display == "Toshkent"


def test_two_letters_lead_to_titles_of_agreements_and_people_first() -> None:
    found = indexed(
        [
            entry("Sammit kuni", rank=9),
            entry("Savdo bitimi", "agreement", rank=1),
            entry("Boshqa", text="savdo", rank=9, location="b/"),
        ],
        "latn",
    )
    start = beginnings(found)["sa"]
    assert [found.documents[number].title for number in start.documents] == [
        "Savdo bitimi",
        "Sammit kuni",
        "Boshqa",
    ]
    assert start.count == 3


def test_the_first_letters_of_another_spelling_lead_there_too() -> None:
    assert beginnings(indexed([entry("Qozog‘iston", "place")], "latn"))["ka"].count == 1


def test_an_old_index_goes(tmp_path: Path) -> None:
    write_index([entry("Eski")], tmp_path, "latn")
    before = set((tmp_path / "assets/search/index").iterdir())
    write_index([entry("Yangi")], tmp_path, "latn")
    names = {file.name for file in (tmp_path / "assets/search/index").iterdir()}
    assert before - set((tmp_path / "assets/search/index").iterdir())
    assert {"meta.json", "first-y.json"} <= names
    assert "first-e.json" not in names


def test_the_theme_fetches_only_a_stub(tmp_path: Path) -> None:
    write_index([entry("Bitim")], tmp_path, "cyrl")
    stub = (tmp_path / "search/search_index.json").read_text(encoding="utf-8")
    assert json.loads(stub)["docs"] == []
    assert len(stub) < 200


def test_no_entries_make_an_index_that_answers_nothing(tmp_path: Path) -> None:
    write_index([], tmp_path, "latn")
    meta = json.loads((tmp_path / "assets/search/index/meta.json").read_text(encoding="utf-8"))
    assert meta["count"] == 0
