"""Addresses of what happened and was agreed: the words that tell it, its noun, its year.

An address is for ever, so it is short: “O‘zbekiston Respublikasi va Turkmaniston o‘rtasidagi savdo
shartnomasi” of 1996 is `ozbekiston-turkmaniston-savdo-shartnomasi-1996`.
"""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.lang import lang_data
from uzkz_kb.model.findings import Dating
from uzkz_kb.resolve.ledger import slug_of

#: How long an address is at most, year and all.
LONGEST = 66
#: Shorter words in -ning may be no genitives.
_SHORTEST_GENITIVE = 7
#: Shorter words in -ni are no accusatives.
_SHORTEST_STEM = 6
#: Of so few words a title, it takes the day to tell one from the next.
_BARE = 2
#: An office before a name.
_HOLDER = re.compile(r"\b\S+ Respublikasi Prezidenti (?=[A-Z])")
#: The first day, month or year that a date names: `2024/2034`, `{1999,2001}`, `2020~`.
_FIRST_DATE = re.compile(r"\{?(\d{4}(?:-\d\d(?:-\d\d)?)?)(?!X)")
_YEARS = re.compile(r"\b([12]\d{3})(?:[-–]([12]\d{3}))?(?=-?\s?yil)")


def dated_slug(title: str, dating: Dating | None) -> str:
    """The address of a title in canonical Latin; with the years it speaks of, or the year of its date."""
    years = _YEARS.search(title)
    told = "-".join(part for part in years.groups() if part) if years else ""
    edtf = dating.edtf if dating is not None and dating.edtf else ""
    parts = _telling(slug_of(_HOLDER.sub("", _YEARS.sub(" ", title)), longest=1000))
    when = told or _when(edtf, len(title.split()))
    if when and any(when in part for part in parts):
        when = ""
    return "-".join((*_fitting(parts, LONGEST - len(when) - bool(when)), *([when] if when else [])))


def _when(edtf: str, words: int) -> str:
    """The year; the day of what has no name of its own; nothing of a century."""
    match = _FIRST_DATE.match(edtf)
    if match is None:
        return ""
    first = match.group(1)
    return first if words <= _BARE and first.count("-") == 2 else first[:4]


def _telling(slug: str) -> list[str]:
    """The words without those that only hold a title together, each once."""
    parts = [part for part in slug.split("-") if part not in _words("empty_words")]
    kept = [part.removesuffix("ning") if len(part) > _SHORTEST_GENITIVE else part for part in parts]
    return list(dict.fromkeys(kept)) or slug.split("-")


def _fitting(parts: list[str], room: int) -> list[str]:
    """The words that fit, the noun at the end always among them; light words go first."""
    if len("-".join(parts)) <= room:
        return parts
    size = 2 if len(parts) > 2 and parts[-2] in _words("with_noun") else 1
    before, head = parts[:-size], "-".join(parts[-size:])
    heavy = [part for part in before if part not in _words("light_words")] or before
    kept: list[str] = []
    for part in heavy:
        if len("-".join((*kept, part, head))) > room:
            break
        kept.append(part)
    if kept:
        kept[-1] = _without_accusative(kept[-1])
    return [*kept, head] if kept else [head[:room].rstrip("-")]


def _without_accusative(part: str) -> str:
    """The last word before the noun, whose verb was left out, without its ending."""
    return part.removesuffix("ni") if len(part) > _SHORTEST_STEM else part


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(slug_of(word) for word in lang_data("titles.yml")[name])
