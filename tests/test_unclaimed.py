"""What nobody claimed, and why: the reason of the rule or the check that refused it, where one did."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Extraction
from uzkz_kb.pipeline import extract_seed
from uzkz_kb.recognise.agreements import find_agreements, judged_agreements
from uzkz_kb.recognise.events import find_events, judged_events
from uzkz_kb.recognise.figures import find_figures, judged_figures
from uzkz_kb.recognise.unclaimed import find_unclaimed, totals
from uzkz_kb.text.transliterate import to_cyrillic

#: A text → each leftover with the rule or the check that refused it, and its reason.
REFUSED = {
    # Nouns of documents: rules of lang/rules/agreements.yml
    "Vazir jurnalistlarga bayonot berdi.": [
        ("bayonot", "agreements.spoken", "what stands beside the noun makes it something else")
    ],
    "Dastur doirasida aloqalar rivojlandi.": [("Dastur", "agreements.frame", "part of another thing's name")],
    # … and the judgement on the phrase
    "Shartnoma tuzish masalasi muhokama qilindi.": [("Shartnoma", "agreements.judge", "only discussed")],
    "Bir qator hujjatlar imzolandi.": [("hujjatlar", "agreements.judge", "many unnamed documents")],
    # Nouns of happenings
    "Uchrashuvlar muntazam o‘tkaziladi.": [("Uchrashuvlar", "events.custom", "a custom, not one happening")],
    "Marosimda taniqli olimlar so‘zga chiqdi.": [
        (
            "Marosimda",
            "events.back",
            "it points back, or to any: nothing told before it may be what it names",
        )
    ],
    # Numbers
    "Korxona 12 yil ishladi.": [("12", "figures.duration", "how long, not how much")],
    "Ustoz 60 yoshga to‘ldi.": [("60", "figures.age", "an age")],
    "U 5 ta masalani aytdi.": [("5", "figures.matters", "points or parts of a matter")],
    "U 2045 haqida gapirdi.": [("2045", "figures.year", "a year by its size, told in no date")],
    "Korxona o‘n ikki yil ishladi.": [("o‘n ikki", "figures.duration", "how long, not how much")],
    # Names
    "Bizda «Artel» televizorlari bor.": [("Artel", "names.quoted", "a brand or a title in quotation marks")],
    "Biz Malibu ko‘chasida yashaymiz.": [
        (
            "Malibu",
            "names.namesake",
            "what follows only bears the name: a street, an airport, … nomidagi …",
        )
    ],
    # Nothing refused it: no rule knows the like, and the general reason says so
    "Bozorda Malibu sotildi.": [
        (
            "Malibu",
            "unclaimed",
            "neither in the gazetteer nor beside an office, a given name or a surname's ending",
        )
    ],
}


def extracted(text: str) -> Extraction:
    return extract_seed(Seed("example", text, "", Sidecar()))


def leftovers(text: str) -> list[tuple[str, str, str]]:
    found = extracted(text)
    return [(found.document.quote(left.span), left.rule, left.reason) for left in found.unclaimed]


@pytest.mark.parametrize("text", REFUSED)
def test_a_leftover_bears_the_reason_of_what_refused_it(text: str) -> None:
    assert leftovers(text) == REFUSED[text]


@pytest.mark.parametrize("text", REFUSED)
def test_the_reason_is_the_same_in_cyrillic(text: str) -> None:
    reasons = [(rule, reason) for _, rule, reason in leftovers(to_cyrillic(text))]
    assert reasons == [(rule, reason) for _, rule, reason in REFUSED[text]]


def test_what_a_record_claims_is_no_leftover() -> None:
    assert leftovers("Toshkentda 120 ta qo‘shma korxona ishlamoqda.") == []


def test_a_reason_is_for_its_own_sort_alone() -> None:
    """The noun of a custom and the number of years beside it were refused by different checks."""
    found = leftovers("Uchrashuvlar 12 yil muntazam o‘tkaziladi.")
    assert [(quote, rule) for quote, rule, _ in found] == [
        ("Uchrashuvlar", "events.custom"),
        ("12", "figures.duration"),
    ]


def test_without_refusals_every_leftover_has_the_general_reason_of_its_sort() -> None:
    found = extracted("Bir qator hujjatlar imzolandi.")
    (leftover,) = find_unclaimed(found)
    assert (leftover.rule, leftover.what) == ("unclaimed", "agreement noun")
    assert leftover.reason == "no document of its own: a general word, or one taken up again"


def test_totals_count_each_sort() -> None:
    found = extracted("Uchrashuvlar 12 yil muntazam o‘tkaziladi. Ustoz 60 yoshga to‘ldi.")
    assert totals(found.unclaimed) == (("event noun", 1), ("number", 2)) == found.leftovers


def test_judging_finds_what_finding_finds() -> None:
    found = extracted("2024-yil 8-avgustda Ostonada memorandum imzolandi, 5 ta masala aytildi.")
    document, dates, names = found.document, found.dates, found.names
    figures = judged_figures(document, dates, names, None)
    agreements = judged_agreements(document, dates, names, None)
    events = judged_events(document, dates, names, agreements[0], None)
    assert figures[0] == find_figures(document, dates, names, None)
    assert agreements[0] == find_agreements(document, dates, names, None)
    assert events[0] == find_events(document, dates, names, agreements[0], None)
