"""Records on disk: what is written is read back; what the format does not allow is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzkz_kb.errors import RecordError
from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import Agreement, Mention, Names, Place
from uzkz_kb.store.check import problems
from uzkz_kb.store.files import read_records, write_records

TEXT = "Toshkentda bitim imzolandi."


def place(**more) -> Place:
    fields = {
        "id": "toshkent",
        "kind": "city",
        "name": Names(latn="Toshkent", cyrl="Тошкент"),
        "mentions": (Mention(source="matn", start=0, end=10, quote="Toshkentda"),),
    }
    return Place(**(fields | more))


def bitim(**more) -> Agreement:
    fields = {
        "id": "bitim",
        "kind": "agreement",
        "status": "signed",
        "title": Names(latn="Bitim", cyrl="Битим"),
        "mentions": (Mention(source="matn", start=11, end=16, quote="bitim"),),
    }
    return Agreement(**(fields | more))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    write_records(tmp_path, [bitim(place="toshkent"), place()])
    assert list(read_records(tmp_path)) == [bitim(place="toshkent"), place()]


def test_where_no_records_are_it_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="Run `uzkz-kb extract`"):
        read_records(tmp_path / "data")


def test_records_that_are_gone_leave_no_file_and_other_files_stay(tmp_path: Path) -> None:
    (tmp_path / "permalinks.yml").write_text("", encoding="utf-8")
    write_records(tmp_path, [bitim(), place()])
    write_records(tmp_path, [place()])
    assert not (tmp_path / "agreements" / "bitim.yml").exists()
    assert (tmp_path / "permalinks.yml").exists()


def test_an_error_while_writing_leaves_the_old_records_whole(tmp_path: Path) -> None:
    write_records(tmp_path, [place()])
    with pytest.raises(AttributeError):
        write_records(tmp_path, [bitim(), None])  # type: ignore[list-item]
    assert list(read_records(tmp_path)) == [place()]
    assert not list(tmp_path.glob(".staging-*"))


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"id: [toshkent", "toshkent.yml:2: no YAML"),
        (b"# \nid: \xff\n", "toshkent.yml:2: not UTF-8"),
        (b"", "toshkent.yml:1: the record holds no fields"),
        (b"id: toshkent\ntype: place\nkind: moon\n", "toshkent.yml:3: kind"),
    ],
)
def test_a_file_that_is_no_record_is_named_with_its_line(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "toshkent.yml").write_bytes(content)
    with pytest.raises(RecordError) as refused:
        read_records(tmp_path)
    assert problem in str(refused.value)


@pytest.mark.parametrize(
    ("records", "problem"),
    [
        ([place()], None),
        ([place(), bitim(place="toshkent")], None),
        ([bitim(place="toshkent")], "place names 'toshkent', which is no record"),
        ([place(), bitim(event="toshkent")], "event names 'toshkent', which is a place"),
        ([place(mentions=(Mention(source="matn", start=0, end=5, quote="Xivad"),))], "is not 'Xivad'"),
        ([place(mentions=(Mention(source="yoq", start=0, end=5, quote="Toshk"),))], "not in seeds/"),
        ([place(id="xiva")], "the id is not in permalinks.yml"),
    ],
)
def test_records_are_checked_against_texts_one_another_and_the_ledger(
    tmp_path: Path, records: list[Agreement | Place], problem: str | None
) -> None:
    found = list(problems(tmp_path, Records(records), {"matn": TEXT}, frozenset({"toshkent", "bitim"})))
    assert len(found) == (problem is not None)
    assert problem is None or problem in found[0]
