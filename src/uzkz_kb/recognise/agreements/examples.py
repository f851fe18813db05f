"""Agreements found in a text that stands alone: what the examples beside the rules are checked with."""

from __future__ import annotations

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Dating, Names
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.agreements.find import find_agreements, kinds_and_names
from uzkz_kb.recognise.dates import find_dates
from uzkz_kb.recognise.rules import words

#: The day on which the examples are read.
EXAMPLES_READ_ON = Dating("2025-11-20", "2025-11-20", "explicit")


def example_values(text: str) -> list[str]:
    """The agreements of `text` as `kind status: name`; names are not looked for."""
    document = read_document(Seed("example", text, "", Sidecar()), words())
    dates = find_dates(document, EXAMPLES_READ_ON)
    return kinds_and_names(find_agreements(document, dates, Names(), EXAMPLES_READ_ON))
