"""Links between records go both ways, and what the search is told of them."""

from pathlib import Path

import pytest

from uzkz_kb.model.knowledge import Records
from uzkz_kb.render import views
from uzkz_kb.render.entries import SearchFields, search_entries
from uzkz_kb.render.groups import related
from uzkz_kb.render.view import View, path_of

SMALL = Path(__file__).parent / "golden" / "project"


@pytest.fixture(scope="module")
def latin(small_records: Records) -> View:
    return views(SMALL, small_records)[0]


@pytest.fixture(scope="module")
def cyrillic(small_records: Records) -> View:
    return views(SMALL, small_records)[1]


@pytest.mark.parametrize(
    ("record", "group", "linked"),
    [
        ("vazirlar-uchrashuvi", "event-agreements", ["suv-va-energetika-shartnomasi"]),
        ("aziza-karimova", "person-events", ["vazirlar-uchrashuvi"]),
        ("aziza-karimova", "person-agreements", ["suv-va-energetika-shartnomasi"]),
        ("strategik-tadqiqotlar-instituti", "organization-events", ["ekspertlar-kengashi-2"]),
        ("strategik-tadqiqotlar-instituti", "organization-people", ["aziza-karimova"]),
        ("toshkent", "place-events", ["vazirlar-uchrashuvi"]),
        ("toshkent", "place-agreements", ["suv-va-energetika-shartnomasi"]),
        ("ozbekiston", "country-places", ["toshkent"]),
        ("ozbekiston", "country-organizations", ["strategik-tadqiqotlar-instituti"]),
        ("qozogiston", "country-people", ["nurlan-abenov"]),
        (
            "tovar-ayirboshlash-2023",
            "same-indicator",
            ["tovar-ayirboshlash-maqsadi-2030", "tovar-ayirboshlash-osishi-2023"],
        ),
        ("tovar-ayirboshlash-2023", "same-passage", ["tovar-ayirboshlash-osishi-2023"]),
    ],
)
def test_a_page_lists_what_speaks_of_it(latin: View, record: str, group: str, linked: list[str]) -> None:
    groups = {one.anchor: one for one in related(latin.records.by_id[record], latin)}
    assert [one.id for one in groups[group].records] == linked


def test_headings_differ_and_anchors_do_not(latin: View, cyrillic: View) -> None:
    for record in latin.records:
        one, two = related(record, latin), related(record, cyrillic)
        assert [group.anchor for group in one] == [group.anchor for group in two]
        assert not {group.heading for group in one} & {group.heading for group in two}


def _entry(view: View, record: str) -> SearchFields:
    path = path_of(view.records.by_id[record])
    return next(entry for entry in search_entries(view) if entry["location"] == path)


def test_an_agreement_as_the_search_sees_it(cyrillic: View) -> None:
    entry = _entry(cyrillic, "suv-va-energetika-shartnomasi")
    assert "шартнома" in entry["type_label"].lower()
    assert entry["rank"] == 2
    assert {"шартнома", "2024", "имзоланган", "Тошкент", "Азиза Каримова", "энергетика"} <= set(
        entry["facets"]
    )
    assert "Suv va energetika" not in entry["text"]


def test_every_record_is_found_before_the_passages(latin: View) -> None:
    entries = list(search_entries(latin))
    assert [entry["location"] for entry in entries[: len(latin.records)]] == [
        path_of(r) for r in latin.records
    ]
    passages = entries[len(latin.records) :]
    assert {entry["type"] for entry in passages} == {"passage"}
    assert all(entry["location"].startswith("manbalar/namuna-1/#p-") for entry in passages[:2])
