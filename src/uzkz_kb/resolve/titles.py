"""Titles an editor would set: the phrase a text uses, without what the sentence says around it.

“Xalqlarimizning manfaatlariga javob beruvchi Ittifoqchilik munosabatlari to‘g‘risidagi shartnoma” is titled
from the proper name on; a bare “amaliy tashrif” says where it led, where that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.rules import matches, words
from uzkz_kb.text.keys import key
from uzkz_kb.text.tokens import tokens

#: Titles of this many words or fewer say too little by themselves.
BARE = 2
_PARTICIPLES = ("gan", "kan", "qan", "vchi")
_MEANT_FOR = key("mo‘ljallangan")
_GOES_SOMEWHERE: tuple[EventKind, ...] = ("visit",)


@lru_cache(maxsize=65536)
def title_of(phrase: str) -> str:
    """The title that a phrase in canonical Latin gives."""
    kept = _without_asides(list(tokens(phrase, words())))
    kept = _from_proper_name(kept)
    return _capitalised(_written(kept)) if kept else phrase


def example_values(text: str) -> list[str]:
    """For the tests of rules: the title of a phrase, where a rule changes it."""
    title = title_of(text)
    return [] if title == text else [title]


def placed(title: str, kind: EventKind, place: str | None) -> str:
    """A bare title of an event with its place: “Ostonaga amaliy tashrif”, “Xivada muzokaralar”."""
    if place is None or len(title.split()) > BARE or place.split()[0] in title:
        return title
    first = words().word(title.split()[0])
    if not (first.has("event") or (first.shape == "title" and first.reading("country") is None)):
        return title
    ending = _dative(place) if kind in _GOES_SOMEWHERE else "da"
    return f"{place}{ending} {title[:1].lower()}{title[1:]}"


def _dative(place: str) -> str:
    return {"k": "ka", "q": "qa"}.get(place[-1], "ga")


def _without_asides(kept: list[Token]) -> list[Token]:
    codes = "".join(token.word.code for token in kept)
    dropped: set[int] = set()
    start = 0
    for rule, found in matches("titles", codes):
        if rule.gives == "drop" and found.last < len(kept):
            dropped.update(range(found.first, found.last))
        elif rule.gives == "lead" and found.first == start and found.last < len(kept):
            dropped.update(range(found.first, found.last))
            start = found.last
    return [token for index, token in enumerate(kept) if index not in dropped]


def _from_proper_name(kept: list[Token]) -> list[Token]:
    """The tokens after the last participle that a proper name follows, where enough is left to be a title."""
    for index in range(len(kept) - 3, -1, -1):
        following = kept[index + 1].word
        if _is_participle(kept[index]) and (
            following.capital or following.has("open_quote") or following.has("year")
        ):
            return kept[index + 1 :]
    return kept


def _is_participle(token: Token) -> bool:
    """Whether a word is a participle by its ending; “… yillarga mo‘ljallangan” belongs to a title."""
    folded = token.word.key
    return folded.endswith(_PARTICIPLES) and folded != _MEANT_FOR


def _written(kept: Sequence[Token]) -> str:
    """The tokens as they were set, with one space where any stood."""
    parts: list[str] = []
    for index, token in enumerate(kept):
        if index and not (token.glued and kept[index - 1].end == token.start):
            parts.append(" ")
        parts.append(token.word.raw)
    return "".join(parts).strip(" ,;:–-")


def _capitalised(title: str) -> str:
    for index, char in enumerate(title):
        if char.isalpha():
            return title[:index] + char.upper() + title[index + 1 :]
        if char.isdigit():
            break
    return title
