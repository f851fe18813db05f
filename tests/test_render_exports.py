"""The downloads: everything in JSON, a table a type in CSV."""

import csv
import io
import json

from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import RECORD_TYPES, Names, Place, as_plain
from uzkz_kb.render.exports import export_files


def _rows(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.removeprefix("\ufeff"))))


def test_json_holds_every_record_as_it_is(small_records: Records) -> None:
    assert json.loads(export_files(small_records)["uzkz_kb.json"]) == [
        json.loads(json.dumps(as_plain(record))) for record in small_records
    ]


def test_csv_has_a_row_for_each_record(small_records: Records) -> None:
    files = export_files(small_records)
    for cls in RECORD_TYPES:
        ids = [row["id"] for row in _rows(files[f"{cls.folder}.csv"])]
        assert ids == [record.id for record in small_records.of(cls)]


def test_a_figure_in_csv(small_records: Records) -> None:
    row = _rows(export_files(small_records)["figures.csv"])[0]
    assert row["id"] == "ish-orinlari"
    assert (row["value"], row["unit"], row["comparator"]) == ("13000", "count", "gt")
    assert (row["counted_latn"], row["counted_cyrl"]) == ("ish o‘rni", "иш ўрни")
    assert row["mentions"] == "namuna_1:458-484"


def test_no_cell_is_a_formula(small_records: Records) -> None:
    place = small_records.of(Place)[0]
    hostile = place.model_copy(update={"name": Names(latn="=HYPERLINK(1)", cyrl="+1")})
    row = _rows(export_files(Records([hostile]))["places.csv"])[0]
    assert (row["name_latn"], row["name_cyrl"]) == ("'=HYPERLINK(1)", "'+1")


def test_the_schema_lies_beside_what_it_describes(small_records: Records) -> None:
    schema = json.loads(export_files(small_records)["schema.json"])
    described = {
        one["properties"]["type"]["const"]: one
        for one in schema["$defs"].values()
        if "id" in one["properties"]
    }
    for record in small_records:
        plain = as_plain(record)
        assert set(plain) <= set(described[record.type]["properties"])
        assert set(described[record.type]["required"]) <= set(plain)
