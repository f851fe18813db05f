"""Offices that stand for their holders: `Qozog‘iston Prezidenti` is whoever was it on the day of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Reading, Sentence
from uzkz_kb.model.findings import PlaceFinding
from uzkz_kb.recognise.names.clues import Clues

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


def offices_in(
    sentence: Sentence, clues: Clues, places: Sequence[PlaceFinding]
) -> Iterator[tuple[int, int, str, str]]:
    """Offices with their country that stand for a person: first and last token, country, office."""
    for first, last, reading in _offices(sentence, clues):
        office = reading.classes["held_office"]
        if sentence.tokens[last - 1].word.key.startswith(f"{reading.stem.split()[-1]}imiz"):
            yield first, last, _HOME, office
            continue
        owner = next((place for place in places if place.first < first <= place.last), None)
        if owner is not None and owner.kind == "country" and reading.possessive:
            yield owner.first, last, owner.entity, office


def _offices(sentence: Sentence, clues: Clues) -> Iterator[tuple[int, int, Reading]]:
    """Titles of one word or several, in the singular, that are not part of another office's."""
    tokens = sentence.tokens
    several = {p.last - 1: p for p in clues.phrases if "held_office" in p.reading.classes}
    for index in sorted({*several, *clues.of("held_office")}):
        token, phrase = tokens[index], several.get(index)
        if phrase is not None:
            first, reading = phrase.first, phrase.reading
        else:
            single = token.word.reading("held_office")
            before = tokens[index - 1].word if index else None
            if single is None or (before is not None and before.key in ("bosh", "vitse")):
                continue
            first, reading = index, single
        following = tokens[index + 1].word if index + 1 < len(tokens) else None
        owns = following is not None and following.has("office") and reading.form == "nom"
        if not reading.plural and not owns:
            yield first, index + 1, reading
