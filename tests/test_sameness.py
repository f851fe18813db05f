"""One record for a thing however each text names it; what only looks alike stays apart, with a reason."""

from __future__ import annotations

from uzkz_kb.model.document import Span
from uzkz_kb.model.findings import AgreementFinding, Dating, EventFinding
from uzkz_kb.resolve.sameness import Item, compare_agreements, compare_events, grouped

PLACE = {"span": Span(0, 10), "sentence": 0, "first": 0, "last": 3, "rule": "test"}


def session(source: str, name: str, ordinal: int | None, date: str | None, **more) -> Item[EventFinding]:
    dating = Dating(date, date, "explicit") if date else None
    event = EventFinding(
        name=name, kind="session", status="held", ordinal=ordinal, date=dating, **PLACE, **more
    )
    return Item(source, 0, event, "qozogiston")


def treaty(
    source: str, name: str, date: str | None, kind: str = "treaty", partner: str | None = "qozogiston", **more
) -> Item[AgreementFinding]:
    dating = Dating(date, date, "explicit") if date else None
    agreement = AgreementFinding(name=name, kind=kind, status="signed", date=dating, **PLACE, **more)
    return Item(source, 0, agreement, partner)


def test_one_session_told_in_two_texts_is_one() -> None:
    items = [
        session("a", "Ekspertlar kengashining ikkinchi yig‘ilishi", 2, "2024-08-28"),
        session("b", "O‘zbekiston–Qozog‘iston ekspertlar kengashi ikkinchi majlisi", 2, "2024-08"),
    ]
    groups, decisions = grouped(items, compare_events)
    assert len(groups) == 1
    assert "the same number 2" in decisions[0].reason


def test_the_first_and_the_second_session_are_two() -> None:
    items = [
        session("a", "Ekspertlar kengashining birinchi yig‘ilishi", 1, "2024"),
        session("b", "Ekspertlar kengashining ikkinchi yig‘ilishi", 2, "2024"),
    ]
    groups, decisions = grouped(items, compare_events)
    assert len(groups) == 2
    assert decisions[0].merged is False
    assert decisions[0].reason == "one is number 1, the other number 2"


def test_a_treaty_named_shorter_elsewhere_is_the_same() -> None:
    items = [
        treaty("a", "Ittifoqchilik munosabatlari to‘g‘risidagi shartnoma", "2022-12"),
        treaty("b", "Ittifoqchilik munosabatlari to‘g‘risida shartnoma", None),
    ]
    groups, _ = grouped(items, compare_agreements)
    assert len(groups) == 1


def test_a_treaty_of_the_same_name_with_another_state_is_another() -> None:
    items = [
        treaty("a", "Ittifoqchilik munosabatlari to‘g‘risidagi shartnoma", "2022-12"),
        treaty("b", "Ittifoqchilik munosabatlari to‘g‘risidagi shartnoma", None, partner="ozarbayjon"),
    ]
    groups, decisions = grouped(items, compare_agreements)
    assert len(groups) == 2
    assert decisions[0].reason == "the sources deal with different states (qozogiston, ozarbayjon)"


def test_joint_statements_without_a_date_are_not_one() -> None:
    items = [
        treaty("a", "Qo‘shma bayonot", "2025-11-15", "joint_statement"),
        treaty("b", "Qo‘shma bayonot", None, "joint_statement"),
    ]
    groups, _ = grouped(items, compare_agreements)
    assert len(groups) == 2


def test_treaties_of_different_years_are_two() -> None:
    items = [
        treaty("a", "Chegara to‘g‘risidagi shartnoma", "2001"),
        treaty("b", "Chegara to‘g‘risidagi shartnoma", "2022"),
    ]
    groups, decisions = grouped(items, compare_agreements)
    assert len(groups) == 2
    assert decisions[0].reason == "dates differ (2001, 2022)"


def test_two_memorandums_of_one_sentence_are_two() -> None:
    one = treaty("a", "Hamkorlik to‘g‘risidagi memorandum", "2025-11-15", "memorandum")
    other = Item("a", 1, one.finding)
    groups, decisions = grouped([one, other], compare_agreements)
    assert len(groups) == 2
    assert decisions[0].reason == "one sentence names both"


def test_programmes_for_the_same_years_are_one() -> None:
    valid = Dating("2024–2034", "2024/2034", "explicit")
    items = [
        treaty("a", "Strategik sheriklik va ittifoqchilik dasturi", None, "programme", valid=valid),
        treaty("b", "Strategik sheriklik dasturi", "2024-08-08", "programme", valid=valid),
    ]
    groups, _ = grouped(items, compare_agreements)
    assert len(groups) == 1


def test_what_a_text_takes_up_again_is_the_same() -> None:
    first = treaty("a", "Ekspertlar kengashini tuzish to‘g‘risidagi memorandum", "2024-08-08", "memorandum")
    again = AgreementFinding(name="Memorandum", kind="memorandum", status="signed", same_as=0, **PLACE)
    groups, _ = grouped([first, Item("a", 1, again)], compare_agreements)
    assert len(groups) == 1
