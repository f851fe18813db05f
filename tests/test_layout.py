"""Prose is told from footnotes, page numbers, datelines and headings, however the lines run."""

from __future__ import annotations

import textwrap

import pytest

from uzkz_kb.model.document import Document, Seed, Sidecar
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.rules import words


def document_of(text: str) -> Document:
    return read_document(Seed("matn", text, "", Sidecar()), words())


def sentences(text: str, section: str = "body") -> list[str]:
    document = document_of(text)
    return [" ".join(document.quote(s.span).split()) for s in document.sentences if s.section == section]


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Sh.Mirziyoyev keldi. Bitim imzolandi.", ["Sh.Mirziyoyev keldi.", "Bitim imzolandi."]),
        ("Savdo 4,5 mlrd. dollarga yetdi. Bu ko‘p.", ["Savdo 4,5 mlrd. dollarga yetdi.", "Bu ko‘p."]),
        ("Hujjat imzolandi1. Keyin ketdi.", ["Hujjat imzolandi1.", "Keyin ketdi."]),
        ("“Bitim muhim.” Vazir shunday dedi.", ["“Bitim muhim.”", "Vazir shunday dedi."]),
        ("A.A. Sergunin va L.Remkelda yozadi.", ["A.A. Sergunin va L.Remkelda yozadi."]),
    ],
)
def test_a_stop_ends_a_sentence_but_not_an_initial(text: str, prose: list[str]) -> None:
    assert sentences(text) == prose


NOTED = (
    "Ikki mamlakat o‘rtasidagi savdo va investitsiya \n\n            \n"
    "1 https://president.uz/uz/lists/view/1 \n"
    "2 Aliyev B.B. Tarix. T.: Fan, 2017. - 29 bet. \n bitimlari tuzildi. "
)


@pytest.mark.parametrize("text", [NOTED, " ".join(NOTED.split()), textwrap.fill(NOTED, 40)])
def test_a_sentence_runs_on_over_footnotes(text: str) -> None:
    found = document_of(text)
    prose = [s for s in found.sentences if s.section == "body"]
    assert [t.word.key for t in prose[0].tokens][-3:] == ["bitimlari", "tuzildi", "."]
    assert any("Aliyev" in found.quote(s.span) for s in found.sentences if s.section == "note")


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("ASTANA. Kazinform – Ikki davlat bitim imzoladi.", "ASTANA. Kazinform –"),
        ("TOShKENT, 16-iyun — Sputnik. Bitim imzolandi.", ""),
        ("TOSHKENT, 16-iyun /O‘zA/ – Bitim imzolandi.", "TOSHKENT, 16-iyun /O‘zA/ –"),
    ],
)
def test_a_dateline_is_no_prose(text: str, dateline: str) -> None:
    assert " ".join(sentences(text, "dateline")) == dateline


@pytest.mark.parametrize(
    "text",
    [
        "This article describes the new stage of relations and its results.",
        "В данной статье описан новый этап отношений и его итоги.",
    ],
)
def test_other_languages_are_recognised(text: str) -> None:
    assert sentences(text, "foreign") == [text]


@pytest.mark.parametrize("text", ["Bitim va reja imzolandi.", "Битим ва режа имзоланди."])
def test_uzbek_is_not_taken_for_another_language(text: str) -> None:
    assert sentences(text) == [text]


def test_key_words_and_page_numbers_are_no_prose() -> None:
    text = "Kalit so‘zlar: savdo, bitim.\n\nKirish qismi bor.\n\n 17 \n\nDavomi bor."
    assert sentences(text) == ["Kirish qismi bor.", "Davomi bor."]


def test_a_word_cut_by_a_line_break_is_whole_again() -> None:
    keys = [t.word.key for s in document_of("Ular ikki mamla-\nkat haqida.").sentences for t in s.tokens]
    assert "mamlakat" in keys


def test_spans_lead_back_to_the_seed_as_it_stands() -> None:
    text = "Тошкентда\r\n «Битим»  имзоланди.\r\n"
    document = document_of(text)
    for sentence in document.sentences:
        for token in sentence.tokens:
            assert text[token.start : token.end] == token.word.raw
