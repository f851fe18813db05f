"""Dates found in a text that stands alone: what the examples beside the rules are checked with."""

from __future__ import annotations

from uzkz_kb.model.document import Document, Seed, Sidecar
from uzkz_kb.model.findings import Dating
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.dates.find import find_dates
from uzkz_kb.recognise.rules import words

#: The day on which the examples in `lang/rules/` are read.
EXAMPLES_READ_ON = Dating("2025-11-20", "2025-11-20", "explicit")


def example_values(text: str) -> list[str]:
    """The dates of `text`, read as on 20 November 2025: EDTF, before it how it governs if not `at`."""
    values = []
    for finding in find_dates(document_of(text), EXAMPLES_READ_ON):
        value = finding.recurring or finding.dating.edtf or "?"
        values.append(value if finding.governs == "at" else f"{finding.governs} {value}")
    return values


def document_of(text: str) -> Document:
    """A text alone as a document."""
    return read_document(Seed("example", text, "", Sidecar()), words())
