"""Bytes → seed: the text as it stands on disk, and its sidecar.

What cannot be read is refused with the file, the line and the remedy; nothing is guessed or repaired here.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from uzkz_kb.errors import SeedError
from uzkz_kb.model.document import Seed
from uzkz_kb.read.sidecar import read_sidecar

#: A text longer than this without a single full stop is no prose.
LONGEST_UNBROKEN = 100_000

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_FULL_STOPS = re.compile(r"[.!?…]")


def seed_files(project: Path) -> list[Path]:
    """The texts in `project/seeds/`, by name; `SeedError` where there is no such folder, or nothing in it.

    What ends in `.txt`, in small letters or capitals, is meant as a text; `read_seed` says why it is none.
    """
    folder = project / "seeds"
    if not folder.is_dir():
        raise SeedError(
            "there is no folder of texts",
            remedy="Stand in the project's folder, or name it with --project",
            file=folder,
        )
    files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".txt")
    if not files:
        raise SeedError("there are no texts", remedy="Put one there, its name ending in .txt", file=folder)
    return files


def read_seed(file: Path) -> Seed:
    """The seed in `file` with its sidecar, if one lies beside it; `SeedError` where either cannot be read."""
    _refuse_unfit_name(file)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise SeedError(
            f"the text cannot be opened ({error.strerror})",
            remedy="Let it be a file that you may read, or remove it",
            file=file,
        ) from error
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


def _refuse_unfit_name(file: Path) -> None:
    """Records name a seed by its file: the name must print, and end as the record format says."""
    if not file.name.isprintable():
        shown = file.with_name(ascii(file.name)[1:-1])
        raise SeedError("the name holds what does not print", remedy="Rename the file", file=shown)
    if file.suffix != ".txt":
        raise SeedError(f"the name ends in {file.suffix}", remedy="Rename it to end in .txt", file=file)


def _refuse_what_is_no_text(text: str, file: Path) -> None:
    control = _CONTROL.search(text)
    if control is not None:
        raise SeedError(
            f"control character {ord(control.group()):#04x}, as binary files hold",
            remedy="Give the plain text",
            file=file,
            line=text.count("\n", 0, control.start()) + 1,
        )
    if not any(char.isalpha() for char in text):
        raise SeedError(
            "the file holds no words", remedy="Give the text or remove the file", file=file, line=1
        )
    start = 0
    for end in (*(stop.start() for stop in _FULL_STOPS.finditer(text)), len(text)):
        if end - start > LONGEST_UNBROKEN:
            raise SeedError(
                f"{end - start:,} characters stand without a full stop",
                remedy="Give the text with its punctuation",
                file=file,
                line=text.count("\n", 0, start) + 1,
            )
        start = end
