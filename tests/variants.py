"""A text as others would have typed it: in the other script, with other apostrophes, on other lines."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator

from uzkz_kb.model.findings import Extraction
from uzkz_kb.model.records import Agreement, Event, Figure, Person
from uzkz_kb.resolve.records import resolve
from uzkz_kb.text.transliterate import to_cyrillic, to_latin

APOSTROPHES = "‘’'ʻʼ`"
_BETWEEN_LETTERS = re.compile(rf"(?<=\w)[{APOSTROPHES}](?=\w)|(?<=[oOgG])[{APOSTROPHES}]")


def variants(text: str, script: str) -> Iterator[tuple[str, str]]:
    """The variants of a text, each with its name."""
    yield "other script", to_cyrillic(text) if script == "Latn" else to_latin(text)
    if script == "Latn":
        for apostrophe in APOSTROPHES:
            yield f"apostrophe {apostrophe}", _BETWEEN_LETTERS.sub(apostrophe, text)
    yield "one line", " ".join(text.split())
    yield (
        "forty columns",
        textwrap.fill(" ".join(text.split()), 40, break_long_words=False, break_on_hyphens=False),
    )


def facts(extraction: Extraction) -> set[tuple[object, ...]]:
    """The kinds, dates, values and people of the records that a text alone gives."""
    found: set[tuple[object, ...]] = set()
    for record in resolve([extraction]).records:
        if isinstance(record, Event):
            found.add(("event", record.kind, record.status, record.date, record.place, record.ordinal))
        elif isinstance(record, Agreement):
            found.add(("agreement", record.kind, record.status, record.date, record.valid))
        elif isinstance(record, Figure):
            found.add(("figure", record.value, record.unit, record.comparator, record.kind, record.period))
        elif isinstance(record, Person):
            found.add(("person", record.id))
    return found
