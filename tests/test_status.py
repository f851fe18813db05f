"""Status: what a verb's form, and the verbs after it, say of a thing."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.status import act_of, happening_status
from uzkz_kb.recognise.verbs import verb_groups

DONE = (
    "Bitim imzolandi.",
    "Bitim imzolangan edi.",
    "Vazirlar bitimni imzolashdi.",
    "Vazirlar bitimni imzolab, fikr almashdilar.",
    "Bitimni imzolash marosimi bo‘lib o‘tdi.",
    "Bitim imzolangani ta’kidlandi.",
    "Bitimga qo‘l qo‘yildi.",
    "Dastur qabul ham qilindi.",
)
PLANNED = (
    "Bitim imzolanadi.",
    "Bitim imzolanishi kutilmoqda.",
    "Bitimni imzolash rejalashtirilgan.",
    "Bitimni imzolashga kelishib olindi.",
    "Bitim imzolanishi kerak.",
    "Bitim imzolanadigan bo‘ldi.",
)


def status(text: str) -> str:
    """The status by the first verb of a sentence."""
    (sentence,) = read_document(Seed("text", text, "", Sidecar()), words()).sentences
    return happening_status(verb_groups(sentence), 0, sentence.tokens)


@pytest.mark.parametrize("text", DONE)
def test_done(text: str) -> None:
    assert status(text) == "held"


@pytest.mark.parametrize("text", PLANNED)
def test_planned(text: str) -> None:
    assert status(text) == "planned"


ACTS = {
    "Bitim imzolandi.": "signed",
    "Bitimga imzo chekdilar.": "signed",
    "Dastur qabul qilindi.": "adopted",
    "Bitim ratifikatsiya qilindi.": "ratified",
    "Bitim kuchga kirdi.": "in_force",
    "Tomonlar kelishib oldilar.": "agreed",
    "Dastur tayyorlandi.": "planned",
    "Bitim muhokama qilindi.": None,
}


@pytest.mark.parametrize(("text", "want"), ACTS.items())
def test_acts(text: str, want: str | None) -> None:
    (sentence,) = read_document(Seed("text", text, "", Sidecar()), words()).sentences
    assert act_of(verb_groups(sentence)[0]) == want
