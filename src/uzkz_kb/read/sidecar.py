"""Sidecars: what lies beside a text, `seeds/<name>.yml`, says what the text does not say of itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from uzkz_kb.errors import SeedError
from uzkz_kb.model.document import Sidecar
from uzkz_kb.model.kinds import SourceKind
from uzkz_kb.model.records import Edtf


class _SidecarFile(BaseModel):
    """The keys a sidecar may have."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = None
    authors: list[str] = []
    publisher: str | None = None
    url: str | None = None
    published: Edtf | None = None
    kind: SourceKind | None = None
    full_text: bool = True


_REMEDIES = {
    "authors": "Write a list: [A. Muallif, B. Muallif]",
    "published": "Write it as 2024, 2024-08 or 2024-08-08; with ~ after it where it is not sure",
    "kind": f"Write one of {', '.join(get_args(SourceKind))}",
    "full_text": "Write true or false",
}


def read_sidecar(file: Path) -> Sidecar:
    """What the sidecar says; an empty `Sidecar` where there is none. An unknown key is a `SeedError`."""
    if not file.exists():
        return Sidecar()
    text = _text(file)
    plain = _plain(text, file)
    if plain is None:
        return Sidecar()
    if not isinstance(plain, dict):
        raise SeedError("the sidecar is no list of keys", remedy=_remedy(), file=file, line=1)
    try:
        checked = _SidecarFile.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        known = name in _SidecarFile.model_fields
        raise SeedError(
            f"{name}: {first['msg'] if known else 'unknown key'}",
            remedy=_REMEDIES.get(name, "Mend the value") if known else _remedy(),
            file=file,
            line=_line_of(name, text),
        ) from error
    return Sidecar(**{**checked.model_dump(), "authors": tuple(checked.authors)})


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise SeedError("not UTF-8", remedy="Save the sidecar as UTF-8", file=file, line=line) from error
    except OSError as error:
        raise SeedError(
            f"the sidecar cannot be opened ({error.strerror})",
            remedy="Let it be a file that you may read, or remove it",
            file=file,
        ) from error


def _plain(text: str, file: Path) -> Any:
    remedy = "Mend the line; quote a value that holds a colon or begins with a mark"
    try:
        return yaml.load(text, Loader=_StringLoader)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise SeedError(f"no YAML: {error.problem}", remedy=remedy, file=file, line=line) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise SeedError(
            f"no YAML: control character {error.character:#04x}", remedy=remedy, file=file, line=line
        ) from error
    except RecursionError as error:
        raise SeedError("no YAML: nested too deeply", remedy=remedy, file=file, line=1) from error


def _remedy() -> str:
    return f"A sidecar's keys are {', '.join(_SidecarFile.model_fields)}"


def _line_of(name: str, text: str) -> int:
    return next((number for number, line in enumerate(text.splitlines(), 1) if line.startswith(name)), 1)


class _StringLoader(yaml.SafeLoader):
    """Leaves dates and years as they are written: `published: 2024-04` is EDTF, no number."""


def _plain_scalars() -> dict[str, Any]:
    kept = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
    return {
        first: [(tag, regexp) for tag, regexp in resolvers if tag in kept]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_StringLoader.yaml_implicit_resolvers = _plain_scalars()
