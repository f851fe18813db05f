"""Ids are minted once and never change hands."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzkz_kb.errors import RecordError
from uzkz_kb.model.records import Mention
from uzkz_kb.resolve.ledger import Draft, Entry, read_ledger, slug_of, with_ids, write_ledger


def mention(start: int, end: int, source: str = "a") -> Mention:
    return Mention(source=source, start=start, end=end, quote="x" * (end - start))


def treaty(slug: str, start: int, end: int, source: str = "a") -> Draft:
    return Draft("agreement", slug, (mention(start, end, source),))


def test_a_new_record_gets_the_slug_it_would_like() -> None:
    ids, ledger = with_ids([treaty("ittifoq-shartnomasi-2022", 10, 40)], [])
    assert ids == ["ittifoq-shartnomasi-2022"]
    assert ledger == (Entry("ittifoq-shartnomasi-2022", "agreement", (("a", 10, 40),)),)


def test_a_better_title_changes_no_address() -> None:
    _, ledger = with_ids([treaty("shartnoma-2022", 10, 40)], [])
    ids, _ = with_ids([treaty("ittifoqchilik-shartnomasi-2022", 5, 44)], ledger)
    assert ids == ["shartnoma-2022"]


def test_the_order_in_which_seeds_arrive_changes_no_existing_id() -> None:
    _, ledger = with_ids([treaty("bitim", 10, 40, "b")], [])
    ids, _ = with_ids([treaty("bitim", 0, 9, "a"), treaty("bitim", 10, 40, "b")], ledger)
    assert ids == ["bitim-2", "bitim"]


def test_ids_are_unique_over_all_types() -> None:
    ids, _ = with_ids(
        [Draft("place", "turkiston", (mention(0, 9),)), Draft("organization", "turkiston", (mention(0, 9),))],
        [],
    )
    assert ids == ["turkiston", "turkiston-2"]


def test_a_merged_record_leaves_its_address_behind() -> None:
    _, ledger = with_ids([treaty("bitim", 0, 9, "a"), treaty("kelishuv", 10, 40, "b")], [])
    merged = Draft("agreement", "bitim", (mention(0, 9, "a"), mention(10, 40, "b")))
    ids, after = with_ids([merged], ledger)
    assert ids == ["bitim"]
    assert [(entry.id, entry.moved_to) for entry in after] == [("bitim", None), ("kelishuv", "bitim")]


def test_a_withdrawn_id_is_never_given_away() -> None:
    _, ledger = with_ids([treaty("bitim", 0, 9, "gone")], [])
    ids, after = with_ids([treaty("bitim", 100, 140, "new")], ledger)
    assert ids == ["bitim-2"]
    assert [entry.id for entry in after] == ["bitim", "bitim-2"]


def test_an_edited_source_keeps_its_ids() -> None:
    _, ledger = with_ids([treaty("bitim", 0, 9)], [])
    ids, _ = with_ids([treaty("bitim", 100, 109)], ledger)
    assert ids == ["bitim"]


def test_the_ledger_reads_as_it_was_written(tmp_path) -> None:
    _, ledger = with_ids([treaty("bitim", 0, 9), treaty("reja", 20, 30)], [])
    write_ledger(tmp_path / "permalinks.yml", ledger)
    assert read_ledger(tmp_path / "permalinks.yml") == ledger


def test_a_slug_drops_apostrophes_and_keeps_whole_words() -> None:
    assert slug_of("Do‘stlik to‘g‘risidagi shartnoma") == "dostlik-togrisidagi-shartnoma"
    assert len(slug_of("so‘z " * 50)) <= 70


def test_no_record_takes_the_address_of_its_section() -> None:
    ids, _ = with_ids([treaty("index", 0, 9)], [])
    assert ids == ["index-2"]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ("- {id: bitim, type: agreement, seen: []\n- x", "permalinks.yml:2: "),
        ("- {id: bitim}", "entry 0.type: Field required"),
        ("- {id: ../../bitim, type: agreement, seen: []}", "entry 0.id"),
        ("- {id: bitim, type: pact, seen: []}", "entry 0.type"),
        ("bitim", "valid list"),
        ("- {id: bitim, type: agreement, seen: []}\n" * 2, "bitim stands twice"),
    ],
)
def test_a_ledger_that_was_spoilt_is_refused(tmp_path: Path, rows: str, problem: str) -> None:
    file = tmp_path / "permalinks.yml"
    file.write_text(rows, encoding="utf-8")
    with pytest.raises(RecordError) as refused:
        read_ledger(file)
    assert problem in str(refused.value)
    assert "Restore it from git" in str(refused.value)
