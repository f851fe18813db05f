"""Bytes → seed: the text as it stands on disk, and its sidecar.

What cannot be read is refused with the file, the line and the remedy; nothing is guessed or repaired here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from uzkz_kb.errors import SeedError
from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.kinds import SourceKind
from uzkz_kb.model.records import Edtf

#: A text longer than this without a single full stop is no prose.
LONGEST_UNBROKEN = 100_000


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


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


def seed_files(project: Path) -> list[Path]:
    """The texts in `project/seeds/`, by name."""
    return sorted((project / "seeds").glob("*.txt"))


def read_seed(file: Path) -> Seed:
    """The seed in `file` with its sidecar, if one lies beside it; `SeedError` where either cannot be read."""
    content = file.read_bytes()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SeedError(
            f"byte {content[error.start]:#04x} is not UTF-8",
            remedy="Save the text as UTF-8",
            file=file,
            line=line,
        ) from error
    _refuse_what_is_no_text(text, file)
    return Seed(file.stem, text, hashlib.sha256(content).hexdigest(), read_sidecar(file.with_suffix(".yml")))


def _refuse_what_is_no_text(text: str, file: Path) -> None:
    control = _CONTROL.search(text)
    if control is not None:
        raise SeedError(
            f"control character {ord(control.group()):#04x}: a binary file?",
            remedy="Give the plain text",
            file=file,
            line=text.count("\n", 0, control.start()) + 1,
        )
    if not any(char.isalpha() for char in text):
        raise SeedError(
            "the file holds no words", remedy="Give the text or remove the file", file=file, line=1
        )
    longest = max(len(stretch) for stretch in text.replace("!", ".").replace("?", ".").split("."))
    if longest > LONGEST_UNBROKEN:
        raise SeedError(
            f"{longest:,} characters stand without a full stop",
            remedy="Give the text with its punctuation",
            file=file,
            line=1,
        )


def read_sidecar(file: Path) -> Sidecar:
    """What the sidecar says; an empty `Sidecar` where there is none. An unknown key is an error."""
    if not file.exists():
        return Sidecar()
    try:
        plain = yaml.load(file.read_text(encoding="utf-8"), Loader=_StringLoader)
    except UnicodeDecodeError as error:
        raise SeedError("not UTF-8", remedy="Save the sidecar as UTF-8", file=file, line=1) from error
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise SeedError(f"no YAML: {error.problem}", remedy="Mend the line", file=file, line=line) from error
    if plain is None:
        return Sidecar()
    try:
        checked = _SidecarFile.model_validate(plain)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        known = ", ".join(_SidecarFile.model_fields)
        raise SeedError(
            f"{name or 'the sidecar'}: {first['msg']}",
            remedy=f"A sidecar's keys are {known}",
            file=file,
            line=_line_of(file, name),
        ) from error
    return Sidecar(**{**checked.model_dump(), "authors": tuple(checked.authors)})


def _line_of(file: Path, name: str) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if name and line.startswith(name)), 1)


class _StringLoader(yaml.SafeLoader):
    """Leaves dates and years as they are written: `published: 2024-04` is EDTF, no number."""


def _plain_scalars() -> dict[str, Any]:
    kept = {"tag:yaml.org,2002:bool", "tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"}
    return {
        first: [(tag, regexp) for tag, regexp in resolvers if tag in kept]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


_StringLoader.yaml_implicit_resolvers = _plain_scalars()
