"""Titles are the project's own words: set as today's spelling has it, whatever the source's was.

“2021-2023 yillarga” is “2021–2023-yillarga”, “A.Alimboev” is “A. Alimboyev”, and the dash between two
countries is a long one. What stands in quotation marks is the name that others gave, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from uzkz_kb.lang import lang_data
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.keys import key

_QUOTED = re.compile(r"(«[^»]*»|“[^”]*”)")
_YEARS = re.compile(r"\b([12]\d{3})\s*[-–—]\s*([12]\d{3})\s*-?\s*(yil)")
_YEAR = re.compile(r"\b([12]\d{3})\s+-?(yil)")
_DAYS = re.compile(r"\b(\d{1,2})\s*[-–—]\s*(\d{1,2})\b(?!\d)")
_SURNAME = re.compile(r"\b([A-ZOG][\w‘’]*[aou])ev(a?)(?=(?:ning|ga|ni|dan|da|lar)?\b)")
_INITIAL = re.compile(r"\b((?:[A-Z]|Sh|Ch|O‘|G‘)\.)(?=[A-Z][a-z])")
_JOINED = re.compile(r"\b([A-Z][\w‘’]+)\s*(?:-|\s[–—]\s)\s*([A-Z][\w‘’]+)")


def set_anew(title: str) -> str:
    """The title in today's spelling, its quoted parts as they were."""
    parts = _QUOTED.split(title)
    parts[::2] = [_spelt(part) for part in parts[::2]]
    return _plain_head("".join(parts))


def _spelt(part: str) -> str:
    changes: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
        (_YEARS, r"\1–\2-\3"),
        (_YEAR, r"\1-\2"),
        (_DAYS, r"\1–\2"),
        (_SURNAME, r"\1yev\2"),
        (_INITIAL, r"\1 "),
        (_JOINED, _countries),
    )
    for pattern, change in changes:
        part = pattern.sub(change, part)
    return part


def _countries(match: re.Match[str]) -> str:
    """Two countries with a long dash; other pairs as they were."""
    if all(words().word(name).has("country") for name in match.groups()):
        return f"{match[1]}–{match[2]}"
    return match[0]


def _plain_head(title: str) -> str:
    """A document's noun at the end, small, and without an ending that is nobody's: “to‘g‘risidagi qarori”."""
    *before, last = title.split(" ")
    if not before or not words().word(last).has("agreement_head"):
        return title
    if last[:1].isupper() and last[1:].islower():
        last = last[:1].lower() + last[1:]
    owned = any(word.endswith("ning") for word in before)
    about = {key(word) for word in lang_data("titles.yml")["about"]}
    if key(before[-1]) in about and not owned:
        last = _unpossessed(last)
    return " ".join((*before, last))


def _unpossessed(word: str) -> str:
    for ending in ("si", "i"):
        stem = word.removesuffix(ending)
        if stem != word and words().word(stem).has("agreement_head"):
            return stem
    return word
