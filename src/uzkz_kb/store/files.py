"""Records ⇄ `data/<type>/<id>.yml`: deterministic, and never half-written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from uzkz_kb.errors import RecordError
from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import RECORD_TYPES, Record, as_plain

HEADER = "# Made by `uzkz-kb extract` from seeds/, which writes it anew: mend the text's sidecar or a rule.\n"


def yaml_text(plain: Any) -> str:
    """YAML as all files of `data/` are written: block style, the model's order, Unicode as it is."""
    return yaml.dump(plain, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)


def write_atomically(path: Path, text: str) -> None:
    """Writes `text` beside `path`, then swaps it in; a reader sees the old file or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    Path(beside).chmod(0o644)
    Path(beside).replace(path)


def write_records(data: Path, records: Iterable[Record]) -> None:
    """Makes the type folders of `data` hold exactly `records`; other files in `data` stay.

    All files are written into a folder beside first, so that an error or a kill leaves the old records whole.
    """
    data.mkdir(parents=True, exist_ok=True)
    for leftover in data.glob(".staging-*"):
        shutil.rmtree(leftover)
    staging = Path(tempfile.mkdtemp(dir=data, prefix=".staging-"))
    try:
        for record_type in RECORD_TYPES:
            (staging / record_type.folder).mkdir()
        for record in records:
            file = staging / record.folder / f"{record.id}.yml"
            file.write_text(HEADER + yaml_text(as_plain(record)), encoding="utf-8", newline="\n")
        for record_type in RECORD_TYPES:
            _swap(
                staging / record_type.folder, data / record_type.folder, staging / f"old-{record_type.folder}"
            )
    finally:
        shutil.rmtree(staging)


def _swap(new: Path, current: Path, old: Path) -> None:
    if current.exists():
        current.replace(old)
    new.replace(current)


def read_records(data: Path) -> Records:
    """All records in `data`; `RecordError` names the first file that the record format does not allow."""
    if not data.is_dir():
        raise RecordError(
            "there are no records", remedy="Run `uzkz-kb extract`, which makes them of seeds/", file=data
        )
    return Records(
        read_record(file, cls) for cls in RECORD_TYPES for file in sorted((data / cls.folder).glob("*.yml"))
    )


def read_record(file: Path, record_type: type[Record]) -> Record:
    """One record from its file."""
    try:
        text = file.read_text(encoding="utf-8")
        plain = yaml.load(text, Loader=yaml.CSafeLoader)
    except UnicodeDecodeError as error:
        raise _unfit(file, "not UTF-8", error.object.count(b"\n", 0, error.start) + 1) from error
    except OSError as error:
        raise _unfit(file, f"the record cannot be opened ({error.strerror})") from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        raise _unfit(file, f"no YAML: {error.problem}", None if mark is None else mark.line + 1) from error
    except yaml.YAMLError as error:
        raise _unfit(file, "no YAML: a character that YAML does not allow") from error
    if not isinstance(plain, dict):
        raise _unfit(file, "the record holds no fields", 1)
    try:
        record = record_type.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the record"
        raise _unfit(file, f"{where}: {first['msg']}", _line_of(first["loc"], text)) from error
    if record.id != file.stem:
        raise _unfit(file, f"id {record.id!r} is not the file's name", _line_of(("id",), text))
    return record


def _unfit(file: Path, problem: str, line: int | None = None) -> RecordError:
    remedy = "Run `uzkz-kb extract`, which writes the records anew"
    return RecordError(problem, remedy=remedy, file=file, line=line)


def _line_of(location: Sequence[object], text: str) -> int | None:
    """The line of the field that `location` begins with; none where the file has no such field."""
    lines = enumerate(text.splitlines(), 1)
    return next((number for number, line in lines if location and line.startswith(f"{location[0]}:")), None)
