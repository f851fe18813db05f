"""Entries of several words: the longest one wins, only its last word takes endings."""

from __future__ import annotations

import pytest

from uzkz_kb.text.lexicon import Lexicon, Phrase
from uzkz_kb.text.phrases import find_phrases, table_of
from uzkz_kb.text.tokens import tokens
from uzkz_kb.text.words import Vocabulary

LEXICON = Lexicon(
    stems={},
    verbs={},
    phrases={
        "davlat": (
            Phrase(("davlat", "tashrifi", "dasturi"), {"plan": True}),
            Phrase(("davlat", "tashrif"), {"visit": "state"}),
        ),
        "qabul": (Phrase(("qabul", "qil"), {"adopt_verb": True}),),
        "nur": (Phrase(("nur", "-", "sulton"), {"city": "qozogiston"}),),
        "buxoro": (Phrase(("buxoro", "shahar"), {"city": "ozbekiston"}),),
    },
)


@pytest.fixture(autouse=True)
def _few_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("uzkz_kb.text.phrases._table", lambda classes: table_of(LEXICON.phrases))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("davlat tashrifi bilan", [(0, 2, "davlat tashrif", "nom")]),
        ("Davlat tashrifida edi", [(0, 2, "davlat tashrif", "loc")]),
        ("davlat tashrifi dasturini", [(0, 3, "davlat tashrifi dasturi", "acc")]),
        ("qaror qabul qilindi", [(1, 3, "qabul qil", "past")]),
        ("Nur-Sultonda va Nur–Sultonga", [(0, 3, "nur - sulton", "loc"), (4, 7, "nur - sulton", "dat")]),
        (
            "Buxoro shahri hokimi va Buxoro shahriga",
            [(0, 2, "buxoro shahar", "nom"), (4, 6, "buxoro shahar", "dat")],
        ),
        ("davlat rahbarlari tashrifi", []),
        ("qabul", []),
    ],
)
def test_longest_entry_with_the_form_of_its_last_word(
    text: str, found: list[tuple[int, int, str, str]]
) -> None:
    run = list(tokens(text, Vocabulary(LEXICON)))
    assert [(p.first, p.last, p.reading.stem, p.reading.form) for p in find_phrases(run)] == found


def test_passive_is_told_from_active() -> None:
    run = list(tokens("qabul qilindi", Vocabulary(LEXICON)))
    (phrase,) = find_phrases(run)
    assert phrase.reading.passive
    assert phrase.reading.classes == {"adopt_verb": True}
