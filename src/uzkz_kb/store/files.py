"""Records ⇄ `data/<type>/<id>.yml`: deterministic, and never half-written."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from uzkz_kb.errors import RecordError
from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import RECORD_TYPES, Record, as_plain

HEADER = "# Made by `uzkz-kb extract` from seeds/. Corrections belong in data/corrections.yml.\n"


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
    return Records(
        read_record(file, cls) for cls in RECORD_TYPES for file in sorted((data / cls.folder).glob("*.yml"))
    )


def read_record(file: Path, record_type: type[Record]) -> Record:
    """One record from its file."""
    remedy = "Run `uzkz-kb extract`, which writes the records anew"
    try:
        plain = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        line = None if mark is None else mark.line + 1
        raise RecordError(f"no YAML in UTF-8: {error}", remedy=remedy, file=file, line=line) from error
    try:
        record = record_type.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"]) or "the record"
        raise RecordError(f"{where}: {first['msg']}", remedy=remedy, file=file) from error
    if record.id != file.stem:
        raise RecordError(f"id {record.id!r} is not the file's name", remedy=remedy, file=file)
    return record
