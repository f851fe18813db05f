"""Titles of happenings: what it was, whose and where, as far as its fields know more than its phrase says.

“Muzokaralar” between two people is called after them, “Vazir Buxoroga yo‘l oldi” is a visit of his, and
“zavod ochildi” is the opening of a plant.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.model.records import Names
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.dates_in_words import date_in_words
from uzkz_kb.text.keys import key
from uzkz_kb.text.transliterate import names

#: Titles of this many words or fewer say too little by themselves; of so many they still need their place.
BARE = 2
_WANTS_PLACE = 4
_DECLARED = (key("bayonot"), key("deklaratsiya"))
_AGREED = re.compile(r"(?: ham)? kelishib ol\w+$")
_MEETINGS: tuple[EventKind, ...] = ("meeting", "call", "summit")


@dataclass(frozen=True)
class Called:
    """Names in Latin by key: of people, of places, of the countries among these, and of organizations."""

    people: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)
    organizations: Mapping[str, str] = field(default_factory=dict)


def event_title(
    title: str, kind: EventKind, place: str | None, participants: Sequence[str], called: Called
) -> str:
    """The title of a happening, of the phrase's own title and the fields; `place` and the others are keys."""
    people = [called.people[one] for one in participants if one in called.people]
    countries = [called.countries[one] for one in participants if one in called.countries]
    where = called.places.get(place) if place else None
    if where is not None and place in called.countries:
        title = _own_country_named(title, where)
    title = _in_full(title, people)
    title = _named(_leader_named(title, people), kind)
    if kind == "declared_year":
        title = _year_alone(title)
    if kind == "visit":
        title = _visit(title, people, where) or title
    elif kind in _MEETINGS:
        title = _meeting(title, kind, people, countries) or title
    return placed(nominal(title), kind, where)


def agreement_title(title: str, parties: Sequence[str], called: Called) -> str:
    """A bare document with its two sides: “Bitim” is “O‘zbekiston va Qozog‘iston o‘rtasidagi bitim”."""
    title = _AGREED.sub(" bo‘yicha kelishuv", title)
    sides = [called.countries.get(one) or called.organizations.get(one) for one in parties]
    if len(title.split()) > BARE or len(sides) != 2 or None in sides or _names_country(title):
        return title
    both = " va ".join(str(name) for name in sides)
    small = title[:1].lower() + title[1:]
    if not words().word(title.split()[-1]).has("agreement_head"):
        return title
    if key(small.split()[-1]) in _DECLARED:
        return f"{both}ning {_possessed(small)}"
    return f"{both} o‘rtasidagi {small}"


def in_both_scripts(title: str, edtf: str | None) -> Names:
    """The title as records have it; a bare one with its date: “Brifing (2024-yil 5-may)”."""
    both = names(title)
    own_names = any(word[:1].isupper() for word in title.split()[1:]) or _names_place(title)
    if edtf is None or len(title.split()) > BARE or own_names or any(mark in title for mark in "“«"):
        return both
    return Names(
        latn=f"{both.latn} ({date_in_words(edtf, 'latn')})",
        cyrl=f"{both.cyrl} ({date_in_words(edtf, 'cyrl')})",
    )


def placed(title: str, kind: EventKind, place: str | None) -> str:
    """A short title of an event with its place: “Ostonaga amaliy tashrif”, “Xivada muzokaralar”."""
    parts = title.split()
    if place is None or len(parts) > _WANTS_PLACE or place.split()[0] in title or _names_place(title):
        return title
    last = words().word(parts[-1])
    if not last.has("event") or any(mark in title for mark in "“«"):
        return title
    if len(parts) > BARE and last.has("declared_year"):
        return title
    ending = dative(place) if kind == "visit" else "da"
    return f"{place}{ending} {_small_first(title)}"


def nominal(title: str) -> str:
    """A telling that ends in its verb as a name: “zavod ochildi” is “zavod ochilishi”."""
    *before, last = title.split(" ")
    if not before or words().word(last).has("event"):
        return title
    data = lang_data("titles.yml")
    folded = key(last)
    for ending in data["verb_endings"]:
        stem = folded.removesuffix(key(ending))
        if stem == folded or len(stem) < 2:
            continue
        for verb, noun in data["verb_nouns"].items():
            if stem == key(verb):
                return " ".join((*before, noun))
        if stem.endswith(("il", "in", "an")) and len(stem) > 4:
            return " ".join((*before, last[: len(last) - len(ending)] + "ishi"))
    return title


def dative(name: str) -> str:
    """The ending of the direction."""
    return {"k": "ka", "q": "qa"}.get(name[-1], "ga")


def _visit(title: str, people: Sequence[str], place: str | None) -> str | None:
    """Who went where, in which way; nothing where the phrase says it, or where it names no visitor."""
    data = lang_data("titles.yml")
    parts = title.split()
    named = [name for name in people if name.split()[-1] in title]
    if not named or place is None or "bilan" in parts or "va" in parts:
        return None
    if any(part.endswith("ning") for part in parts[:-1]) and parts[-1] in data["visit_nouns"]:
        return None
    way = [part for part in parts[-3:] if key(part) in {key(one) for one in data["visit_ways"]}]
    noun = "safari" if parts[-1].startswith("safar") else "tashrifi"
    return " ".join((f"{named[0]}ning", f"{place}{dative(place)}", *way, noun))


def _meeting(title: str, kind: EventKind, people: Sequence[str], countries: Sequence[str]) -> str | None:
    """Who met, where the phrase is bare or a sentence: people before the countries they speak for."""
    data: dict[str, Any] = lang_data("titles.yml")
    known = {key(noun): after for noun, after in data["meetings"].items()}
    noun = known.get(key(title))
    named = [name for name in people if name.split()[-1] in title]
    people = named if len(named) > 1 else people
    told = nominal(title) != title or (len(named) > 1 and not words().word(title.split()[-1]).has("event"))
    if noun is None and told:
        noun = data["meeting_of_kind"][kind] if len(people) > 1 else None
    if noun is None:
        return None
    if len(people) > 1:
        return f"{', '.join(people[:-1])} va {people[-1]} {noun}" if len(people) < 4 else None
    return f"{'–'.join(countries)} {noun}" if len(countries) == 2 else None


def _own_country_named(title: str, country: str) -> str:
    """“mamlakatimizga tashrifi” as “O‘zbekistonga tashrifi”: a page has no country of its own."""
    owns = lang_data("titles.yml")["own_country"]
    parts = title.split(" ")
    for index, part in enumerate(parts):
        for own in owns:
            ending = part.lower().removeprefix(own)
            if ending != part.lower() and ending in ("", "ga", "da", "dan", "ning", "dagi", "ni"):
                parts[index] = country + ending
    return " ".join(parts)


def _leader_named(title: str, people: Sequence[str]) -> str:
    """“Davlatimiz rahbari” by name, where only one is meant."""
    for leader in lang_data("titles.yml")["own_leader"]:
        if len(people) == 1 and title.startswith(leader):
            return people[0] + ("" if title.startswith(leader + "ning") else "ning") + title[len(leader) :]
    return title


def _in_full(title: str, people: Sequence[str]) -> str:
    """“Sh. Mirziyoyev” with the given name, where a participant bears it."""
    for name in people:
        given, *_, surname = name.split() if " " in name else ("", name)
        short = re.compile(rf"\b(?:(?:[A-Z]|[SCOG][h‘])\.\s?)+{re.escape(surname)}")
        first = short.search(title)
        if given and first and first[0].startswith(given[0]):
            title = short.sub(name, title, count=1)
    return title


def _named(title: str, kind: EventKind) -> str:
    """A name in quotation marks with what it is the name of."""
    noun = lang_data("titles.yml")["named"].get(kind)
    return f"{title} {noun}" if noun and title[:1] in "“«" and title[-1:] in "”»" else title


def _year_alone(title: str) -> str:
    """A declared year from where it is kept on: “Buxoroda Qozog‘iston yili”."""
    parts = title.split()
    for index in range(len(parts) - 2, 0, -1):
        if parts[index].endswith("da") and _has_place(parts[index]):
            return " ".join(parts[index:])
    return title


def _possessed(word: str) -> str:
    return word + ("si" if word[-1] in "aeiou" else "i")


def _names_place(title: str) -> bool:
    return any(_has_place(word) for word in title.split())


def _names_country(title: str) -> bool:
    return any(words().word(word).has("country") for word in title.split())


def _has_place(text: str) -> bool:
    word = words().word(text)
    return word.has("country") or word.has("city") or word.has("region")


def _small_first(title: str) -> str:
    """A title within a title: its first word small where that is no name."""
    first, *rest = title.split(" ")
    word = words().word(first)
    if (
        (word.has("given_name") and not first.endswith("lar"))
        or not first[1:].islower()
        or (rest and rest[0][:1].isupper())
    ):
        return title
    return first[:1].lower() + title[1:]
