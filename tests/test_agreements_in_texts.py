"""Agreements over several sentences: dates that carry, what is named again, drafts that are signed."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import AgreementFinding, Dating, Names
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.agreements import find_agreements
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_cyrillic

PUBLISHED = Dating("2025-11-20", "2025-11-20", "explicit")


def agreements(text: str) -> tuple[AgreementFinding, ...]:
    """The agreements of a text published on 20 November 2025."""
    document = read_document(Seed("text", text, "", Sidecar()), words())
    return find_agreements(document, find_dates(document, PUBLISHED), Names(), PUBLISHED)


def dates(text: str) -> list[str | None]:
    """The dates of the agreements of a text, each once."""
    return [f.date.edtf if f.date else None for f in agreements(text) if f.same_as is None]


DATED = {
    "Turizm to‘g‘risidagi bitim 2017 yil 5 sentabrda imzolandi.": ["2017-09-05"],
    "1998 yilda imzolangan Abadiy do‘stlik shartnomasi muhim.": ["1998"],
    "2013 yildagi Strategik sheriklik to‘g‘risidagi shartnoma muhim.": ["2013"],
    # The date of the happening holds for what was signed at it
    "14-noyabr kuni Toshkentda muzokaralar o‘tkazildi. Muzokaralar yakunida qo‘shma bayonot imzolandi.": [
        "2025-11-14"
    ],
    # … but not for what is still planned, nor a time still to come
    "14-noyabr kuni muzokaralar o‘tkazildi. Turizm to‘g‘risidagi bitim imzolanishi kutilmoqda.": [None],
    "Forum 5-dekabrda o‘tkaziladi. Turizm to‘g‘risidagi bitim imzolandi.": [None],
    # The span of years that a document covers is no date of its signing
    "2026–2027-yillarga mo‘ljallangan hamkorlik dasturi imzolandi.": [None],
    # A year told with an understanding is that of what was agreed
    "Tomonlar 2027-yilda forum o‘tkazishga kelishib oldilar.": [None],
}


@pytest.mark.parametrize(("text", "want"), DATED.items())
def test_dates(text: str, want: list[str | None]) -> None:
    assert dates(text) == want
    assert dates(to_cyrillic(text)) == want


def test_validity() -> None:
    (programme,) = agreements("2026–2027-yillarga mo‘ljallangan hamkorlik dasturi imzolandi.")
    assert programme.valid is not None
    assert programme.valid.edtf == "2026/2027"
    # … told after it, there or further on
    first, again = agreements(
        "Vazirlar savdo to‘g‘risida bitim tuzdi. Bitim 2026–2030-yillarni qamrab oladi."
    )
    assert again.same_as == 0
    assert first.valid is not None
    assert first.valid.edtf == "2026/2030"
    # … but not where they are another's
    first, _ = agreements(
        "Savdo to‘g‘risidagi bitim, 2026–2027-yillarga mo‘ljallangan hamkorlik dasturi imzolandi."
    )
    assert first.valid is None


AGAIN = {
    "Turizm to‘g‘risidagi memorandum imzolandi. Mazkur memorandum ikki yil amal qiladi.": [None, 0],
    "Turizm to‘g‘risidagi bitim imzolandi. Hujjatga ko‘ra, viza bekor qilinadi.": [None, 0],
    "Turizm bitimi imzolandi\n\nVazirlar turizm sohasida hamkorlik to‘g‘risidagi bitimni imzoladi.": [
        None,
        0,
    ],
    # Others of its kind are others
    "Turizm to‘g‘risidagi bitim imzolandi. Keyin bojxona to‘g‘risidagi bitim imzolandi.": [None, None],
    "2020-yilgi hamkorlik rejasi tasdiqlandi. Vazirlar 2024-yilgi hamkorlik rejasini imzoladi.": [None, None],
}


@pytest.mark.parametrize(("text", "want"), AGAIN.items())
def test_what_is_named_again(text: str, want: list[int | None]) -> None:
    assert [finding.same_as for finding in agreements(text)] == want


def test_a_later_place_tells_the_date_and_the_status() -> None:
    first, again = agreements(
        "Chegara to‘g‘risidagi shartnoma kuchga kirdi. Shartnoma 2022-yilning 3-noyabrida imzolangan edi."
    )
    assert again.same_as == 0
    assert (first.status, first.date and first.date.edtf) == ("in_force", "2022-11-03")


def test_a_span_is_the_phrase_with_its_noun() -> None:
    text = "Vazirlar turizm sohasida hamkorlik to‘g‘risidagi bitimni imzoladi."
    (bitim,) = agreements(text)
    assert text[slice(*bitim.span)] == "turizm sohasida hamkorlik to‘g‘risidagi bitimni"


SECTORS = {
    "Turizm sohasida hamkorlik to‘g‘risidagi bitim imzolandi.": ("tourism",),
    "Bojxona va transport to‘g‘risidagi bitim imzolandi.": ("customs", "transport"),
    "Sog‘liqni saqlash vazirliklari o‘rtasida memorandum imzolandi.": ("health",),
}


@pytest.mark.parametrize(("text", "want"), SECTORS.items())
def test_sectors(text: str, want: tuple[str, ...]) -> None:
    assert agreements(text)[0].sectors == want


SIGNED = {
    "Aziz Karimov turizm to‘g‘risidagi bitimni imzoladi.": ["Aziz Karimov"],
    "Aziz Karimov va Yerlan Ahmetov turizm to‘g‘risidagi bitimni imzoladilar.": [
        "Aziz Karimov",
        "Yerlan Ahmetov",
    ],
    "Aziz Karimov va Yerlan Ahmetov tomonidan turizm to‘g‘risidagi bitim imzolandi.": [
        "Aziz Karimov",
        "Yerlan Ahmetov",
    ],
    # Who is named only to tell when has signed nothing
    "Aziz Karimovning tashrifi doirasida turizm to‘g‘risidagi bitim imzolandi.": [],
    "Aziz Karimov ishtirokida turizm to‘g‘risidagi bitim imzolandi.": [],
    "Aziz Karimovning tashrifi doirasida Yerlan Ahmetov turizm to‘g‘risidagi bitimni imzoladi.": [
        "Yerlan Ahmetov"
    ],
}


@pytest.mark.parametrize(("text", "want"), SIGNED.items())
def test_signatories(text: str, want: list[str]) -> None:
    for script in (text, to_cyrillic(text)):
        document = read_document(Seed("text", script, "", Sidecar()), words())
        names = find_names(document, PUBLISHED)
        called = {person.entity: person.name for person in names.people}
        (found,) = find_agreements(document, find_dates(document, PUBLISHED), names, PUBLISHED)
        assert [called[entity] for entity in found.signatories] == want


def test_a_term_is_no_status() -> None:
    text = "Turizm to‘g‘risidagi bitim 2024-yil 5-mayda imzolandi. Bitim 2027-yilgacha amal qiladi."
    first = agreements(text)[0]
    assert (first.status, first.valid and first.valid.edtf) == ("signed", "2024/2027")
