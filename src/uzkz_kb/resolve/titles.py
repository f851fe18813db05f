"""Titles an editor would set: the phrase a text uses, without what the sentence says around it.

“Xalqlarimizning manfaatlariga javob beruvchi Ittifoqchilik munosabatlari to‘g‘risidagi shartnoma” is titled
from the proper name on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Token
from uzkz_kb.recognise.rules import matches, words
from uzkz_kb.resolve.spelling import set_anew
from uzkz_kb.text.keys import key
from uzkz_kb.text.tokens import tokens

_PARTICIPLES = ("gan", "kan", "qan", "vchi")
_PURPOSE = key("maqsadida")
_MEANT_FOR = key("mo‘ljallangan")


@lru_cache(maxsize=65536)
def title_of(phrase: str) -> str:
    """The title that a phrase in canonical Latin gives."""
    kept = _without_openings(_without_asides(list(tokens(phrase, words()))))
    kept = _from_quotation(_from_proper_name(kept))
    return set_anew(_capitalised(_written(kept))) if kept else phrase


def example_values(text: str) -> list[str]:
    """For the tests of rules: the title of a phrase, where a rule changes it."""
    title = title_of(text)
    return [] if title == text else [title]


def _without_asides(kept: list[Token]) -> list[Token]:
    codes = "".join(token.word.code for token in kept)
    dropped: set[int] = set()
    start = 0
    for rule, found in matches("titles", codes):
        if rule.gives == "drop" and found.last < len(kept) and not _ends_range(kept, found.first):
            dropped.update(range(found.first, found.last))
        elif rule.gives == "lead" and found.first == start and found.last < len(kept):
            dropped.update(range(found.first, found.last))
            start = found.last
    return [token for index, token in enumerate(kept) if index not in dropped]


def _ends_range(kept: Sequence[Token], first: int) -> bool:
    """Whether a year is the second of two: 2021–2023 yillarda."""
    return first > 1 and (kept[first - 1].word.has("dash") or kept[first - 1].word.has("hyphen"))


def _without_openings(kept: list[Token]) -> list[Token]:
    """Without the words of `openings` at the beginning, and of `asides` anywhere."""
    keys = [token.word.key for token in kept]
    index = 0
    while (length := _longest("openings", keys, index)) and index + length < len(keys):
        index += length
        index += index < len(keys) - 1 and kept[index].word.has("comma")
    left: list[Token] = []
    while index < len(kept):
        if length := _longest("asides", keys, index):
            index += length
        else:
            left.append(kept[index])
            index += 1
    return left or kept


def _longest(name: str, keys: Sequence[str], index: int) -> int:
    """How many tokens at `index` are an entry of the list; 0 for none."""
    listed = _listed(name)
    return next((size for size in (4, 3, 2, 1) if tuple(keys[index : index + size]) in listed), 0)


@cache
def _listed(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(map(key, entry.split())) for entry in lang_data("titles.yml")[name])


def _from_proper_name(kept: list[Token]) -> list[Token]:
    """The tokens after the last participle that a proper name follows, where enough is left to be a title."""
    for index in range(len(kept) - 3, -1, -1):
        following = kept[index + 1].word
        if _is_participle(kept[index]) and (
            following.capital or following.has("open_quote") or following.has("year")
        ):
            return kept[index + 1 :]
    return kept


def _from_quotation(kept: list[Token]) -> list[Token]:
    """Without what belongs to another thing: “loyihasi hamda “…” festivali” begins at the quotation."""
    if len(kept) > 2 and kept[1].word.key == _PURPOSE:
        return kept[2:]
    if len(kept) <= 4 or not kept[1].word.has("conjunction") or not kept[2].word.has("open_quote"):
        return kept
    another = not kept[0].word.has("country") and kept[0].word.key.endswith("i")
    return kept[2:] if another else kept


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
