"""The records as files to download: CSV a type for tables, JSON with everything."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import RECORD_TYPES, Record, as_plain, record_schema

#: The JSON Schema of one record in the JSON files.
SCHEMA_FILE = "schema.json"
#: What a spreadsheet would take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_files(records: Records) -> dict[str, str]:
    """Name and content of every file, the same for both scripts."""
    found = {
        "uzkz_kb.json": _json([as_plain(record) for record in records]),
        SCHEMA_FILE: json.dumps(record_schema(), ensure_ascii=False, indent=1) + "\n",
    }
    for cls in RECORD_TYPES:
        rows = [as_plain(record) for record in records.of(cls)]
        found[f"{cls.folder}.csv"] = _csv(cls, rows)
        found[f"{cls.folder}.json"] = _json(rows)
    return found


def _json(rows: Sequence[dict[str, Any]]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _csv(cls: type[Record], rows: Sequence[dict[str, Any]]) -> str:
    """One row a record: names as two columns, lists parted by `; `, mentions as places in the sources."""
    columns: list[str] = []
    for name, field in cls.model_fields.items():
        names = name in ("title", "name", "counted")
        columns += [f"{name}_latn", f"{name}_cyrl"] if names else [field.alias or name]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="")
    writer.writeheader()
    for row in rows:
        flat: dict[str, str] = {}
        for key, value in row.items():
            if isinstance(value, dict):
                flat |= {f"{key}_{script}": _cell(words) for script, words in value.items()}
            elif isinstance(value, list):
                flat[key] = _cell("; ".join(_item(one) for one in value))
            else:
                flat[key] = _cell(value)
        writer.writerow(flat)
    return "\ufeff" + out.getvalue()


def _item(value: Any) -> str:
    if not isinstance(value, dict):
        return str(value)
    if "quote" in value:
        return f"{value['source']}:{value['start']}-{value['end']}"
    return json.dumps(value, ensure_ascii=False)


def _cell(value: object) -> str:
    """The value as text that no spreadsheet runs."""
    words = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{words}" if words.startswith(_FORMULA) and not isinstance(value, int | float) else words
