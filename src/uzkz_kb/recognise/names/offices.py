"""Offices that stand for their holders: `Qozog‘iston Prezidenti` is whoever was it on the day of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import PlaceFinding

_HOME = "ozbekiston"


@cache
def _held_from() -> Mapping[tuple[str, str], tuple[tuple[str, str, str], ...]]:
    """(country, office) → (from, to, person)."""
    return {
        (country, office): tuple(
            (str(term["from"]), str(term["to"] or "9999"), term["who"]) for term in terms
        )
        for country, offices in lang_data("holders.yml").items()
        for office, terms in offices.items()
    }


def holder_of(country: str, office: str, date: str | None) -> str | None:
    """Who held an office on a date (EDTF, any precision), as an id; `None` where the date leaves it open.

    >>> holder_of("qozogiston", "president", "2017-03")
    'nursulton-nazarboyev'
    """
    terms = _held_from().get((country, office), ())
    if date is None:
        holders = {who for _, _, who in terms}
        return holders.pop() if len(holders) == 1 else None
    day = date.split("/")[0].rstrip("~?%")
    holders = {
        who for start, end, who in terms if start[: len(day)] <= day and day <= end[: max(len(day), 4)]
    }
    return holders.pop() if len(holders) == 1 else None


def offices_in(sentence: Sentence, places: Mapping[int, PlaceFinding]) -> Iterator[tuple[int, int, str, str]]:
    """Offices with their country that stand for a person: first and last token, country, office."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        reading = token.word.reading("held_office")
        if reading is None or reading.plural:
            continue
        before = tokens[index - 1].word if index else None
        office = reading.classes["held_office"]
        if token.word.has("held_office") and before is not None and before.key in ("bosh", "vitse"):
            continue
        if token.word.key.startswith(f"{reading.stem}imiz"):
            yield index, index + 1, _HOME, office
            continue
        place = places.get(index - 1)
        if place is not None and place.kind == "country" and reading.possessive:
            yield place.first, index + 1, place.entity, office
