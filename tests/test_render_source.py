"""A source's text on its page: paragraphs, sentences, and marks however they nest or overlap."""

import pytest
from bs4 import BeautifulSoup
from markupsafe import Markup

from uzkz_kb.render.layout import Stretch, paragraphs, sentence_around, sentences
from uzkz_kb.render.marks import Mark, marked

TEXT = "Toshkentda shartnoma imzolandi va 5 mlrd dollar ajratildi"


def _mark(words: str, record: str, record_type: str = "agreement", text: str = TEXT) -> Mark:
    start = text.index(words)
    return Mark(start, start + len(words), record, record_type, record, Markup(f"../{record}/"))


def _html(*marks: Mark, text: str = TEXT) -> BeautifulSoup:
    made = marked(text, Stretch(0, len(text)), marks, set(), lambda title: f"yana: {title}")
    return BeautifulSoup(made, "html.parser")


@pytest.mark.parametrize(
    "marks",
    [
        [],
        [_mark("shartnoma", "a")],
        [_mark("shartnoma imzolandi", "a"), _mark("shartnoma", "b")],
        [_mark("Toshkentda shartnoma", "a"), _mark("shartnoma imzolandi", "b")],
        [_mark("shartnoma", "a"), _mark("shartnoma", "b"), _mark("shartnoma", "c")],
        [_mark("shartnoma imzolandi", "a"), _mark("shartnoma", "b"), _mark("imzolandi", "c")],
        [
            _mark(TEXT, "a"),
            _mark("va 5 mlrd dollar", "b"),
            _mark("5 mlrd", "c"),
            _mark("dollar ajratildi", "d"),
        ],
    ],
)
def test_marks_change_no_word_and_lose_no_record(marks: list[Mark]) -> None:
    page = _html(*marks)
    for sign in page.select(".mark__sign"):
        sign.string = ""
    assert page.get_text() == TEXT
    assert {link["href"] for link in page.find_all("a")} == {mark.href for mark in marks}
    assert {span["id"] for span in page.select("[id]")} == {f"m-{mark.start}-{mark.end}" for mark in marks}
    assert not page.select("a a")
    assert all(link.get_text().strip() or link.get("aria-label") for link in page.find_all("a"))


def test_the_narrowest_mention_has_the_link() -> None:
    page = _html(_mark("shartnoma imzolandi", "keng"), _mark("shartnoma", "tor"))
    assert [(link.get_text(), link["href"]) for link in page.find_all("a")] == [
        ("shartnoma", "../tor/"),
        (" imzolandi", "../keng/"),
    ]


def test_a_mention_over_two_paragraphs_has_one_anchor() -> None:
    anchors: set[str] = set()
    mark = _mark("imzolandi va 5", "a")
    halves = [marked(TEXT, part, [mark], anchors, str) for part in (Stretch(0, 31), Stretch(31, len(TEXT)))]
    assert [half.count("id=") for half in halves] == [1, 0]
    assert all("../a/" in half for half in halves)


def _parts(text: str) -> list[str]:
    return [" ".join(text[part.start : part.end].split()) for part in paragraphs(text)]


def test_paragraphs_run_on_over_line_ends() -> None:
    text = "Sarlavha\n\nBirinchi gap davom etadi va\nikkinchi qatorda tugaydi.\n\nYangi xatboshi bu yerda.\n"
    assert _parts(text) == [
        "Sarlavha",
        "Birinchi gap davom etadi va ikkinchi qatorda tugaydi.",
        "Yangi xatboshi bu yerda.",
    ]


def test_an_empty_line_after_every_line_starts_no_paragraph() -> None:
    lines = [f"Bu {n}-qator oxirigacha to‘la yozilgan, davomi esa pastda" for n in range(12)]
    text = "\n\n".join([*lines, "va shu yerda tugaydi.", *lines, "Tamom."])
    assert len(_parts(text)) == 2


def test_a_footnote_is_a_paragraph_of_its_own() -> None:
    text = "Matn shu yerda tugaydi, ammo davomi keyingi\n1 https://example.org/maqola\nsahifada turibdi."
    assert _parts(text)[1] == "1 https://example.org/maqola"


def test_initials_end_no_sentence() -> None:
    text = "Sh. Mirziyoyev va A.A. Karimov keldi. Keyin yig‘ilish bo‘ldi."
    (whole,) = paragraphs(text)
    assert [text[s.start : s.end] for s in sentences(text, whole)] == [
        "Sh. Mirziyoyev va A.A. Karimov keldi.",
        "Keyin yig‘ilish bo‘ldi.",
    ]


def test_a_sentence_may_begin_with_a_number() -> None:
    text = "Hajm 5,4 mlrd. 2018 yilda oshdi. 2030-yilgacha 10 mlrd dollarga yetadi."
    (whole,) = paragraphs(text)
    assert len(sentences(text, whole)) == 2


def test_the_sentence_around_a_mention() -> None:
    text = "Birinchi gap. Ikkinchi gapda shartnoma bor. Uchinchi gap."
    start = text.index("shartnoma")
    found = sentence_around(text, start, start + 9)
    assert text[found.start : found.end] == "Ikkinchi gapda shartnoma bor."
