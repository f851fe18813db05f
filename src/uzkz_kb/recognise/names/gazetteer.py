"""What `lang/words/` knows of places, organizations and public figures, by id."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from slugify import slugify

from uzkz_kb.lang import lang_data
from uzkz_kb.model.kinds import OrganizationKind, PersonKind, PlaceKind
from uzkz_kb.text.keys import APOSTROPHES, canonical, key

_NO_LETTER = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(f"[{APOSTROPHES}]+")
_PLACE_CLASSES: Mapping[str, PlaceKind] = {
    "country": "country",
    "city": "city",
    "region": "region",
    "residence": "residence",
    "landmark": "landmark",
}

#: The classes of `lang/words/places.yml` whose words are names of places.
PLACE_CLASSES = frozenset(_PLACE_CLASSES)


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer; `capital` is that of a country, `within` what another place belongs to."""

    id: str
    name: str
    kind: PlaceKind
    within: str | None = None
    capital: str | None = None


@dataclass(frozen=True, slots=True)
class KnownOrganization:
    """An organization of the gazetteer."""

    id: str
    name: str
    kind: OrganizationKind
    country: str | None = None


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A public figure of the gazetteer."""

    id: str
    name: str
    kind: PersonKind


@cache
def slug(name: str) -> str:
    """The id of a name: Latin small letters and hyphens.

    >>> slug("Абай Қўнонбоев")
    'abay-qononboyev'

    A word of mixed scripts, which has no canonical spelling, is spelled letter by letter.
    """
    plain = _NO_LETTER.sub("-", _APOSTROPHE.sub("", canonical(name)).lower()).strip("-")
    return plain or slugify(name) or "nomsiz"


def _lines(file: str, name: str) -> Iterator[tuple[str, str, str | None]]:
    """Name, what is said of it, and the name it is another form of."""
    entries: Mapping[str, Any] = lang_data(f"words/{file}.yml")[name]
    for entry, value in entries.items():
        text = str(value or "")
        yield str(entry), text, text[1:].strip() if text.startswith("=") else None


def _stem(name: str) -> str:
    """The stem under which the lexicon has a name: `Nur-Sulton` is `nur - sulton`."""
    return " ".join(key(part) for part in re.findall(r"[^\s-]+|-", name))


@cache
def places() -> Mapping[str, KnownPlace]:
    """The places, by the stem that the lexicon gives them."""
    known: dict[str, KnownPlace] = {}
    others: list[tuple[str, str]] = []
    for name, kind in _PLACE_CLASSES.items():
        for entry, value, other in _lines("places", name):
            if other is not None:
                others.append((entry, other))
                continue
            within, capital = (None, value or None) if kind == "country" else (value or None, None)
            known[_stem(entry)] = KnownPlace(slug(entry), _bare(entry), kind, within, capital)
    for entry, other in others:
        known[_stem(entry)] = known[_stem(other)]
    return known


def _bare(name: str) -> str:
    return name.removesuffix(" shahri")


@cache
def place_by_id() -> Mapping[str, KnownPlace]:
    """The places, by id."""
    return {place.id: place for place in places().values()}


def country_of(place: KnownPlace) -> str | None:
    """The id of the country that a place lies in, through the city it belongs to."""
    return _country_above(place.within)


@cache
def _country_above(within: str | None) -> str | None:
    above = place_by_id().get(within or "")
    return within if above is None or above.kind == "country" else country_of(above)


@cache
def organizations() -> Mapping[str, KnownOrganization]:
    """The organizations, by the stem that the lexicon gives them."""
    known: dict[str, KnownOrganization] = {}
    others: list[tuple[str, str]] = []
    for entry, value, other in _lines("organizations", "organization"):
        if other is not None:
            others.append((entry, other))
            continue
        kind, _, country = value.partition(" ")
        if kind in get_args(OrganizationKind):
            known[_stem(entry)] = KnownOrganization(slug(entry), entry, kind, country or None)  # type: ignore[arg-type]
    for entry, other in others:
        target = known.get(_stem(other)) or KnownOrganization(slug(other), other, "state_body")
        known[_stem(entry)] = target
    return known


@cache
def people() -> Mapping[str, KnownPerson]:
    """The public figures, by the stem that the lexicon gives them."""
    known: dict[str, KnownPerson] = {}
    others: list[tuple[str, str]] = []
    for entry, value, other in _lines("people", "public_figure"):
        if other is not None:
            others.append((entry, other))
        elif value in get_args(PersonKind):
            known[_stem(entry)] = KnownPerson(slug(entry), entry, value)  # type: ignore[arg-type]
    for entry, other in others:
        known[_stem(entry)] = known[_stem(other)]
    return known


@cache
def people_by_id() -> Mapping[str, KnownPerson]:
    """The public figures, by id."""
    return {person.id: person for person in people().values()}


@cache
def people_by_one_name() -> Mapping[str, KnownPerson]:
    """The public figures whose surname, or only name, is enough, by its key."""
    return {key(entry): people()[_stem(value)] for entry, value, _ in _lines("people", "known_by_one_name")}


@cache
def heads_by_surname() -> Mapping[str, tuple[KnownPerson, ...]]:
    """Those known by one name and all heads of state, by the skeletons of their surnames."""
    heads = {
        term["who"] for offices in lang_data("holders.yml").values() for term in offices.get("president", ())
    }
    named: dict[str, KnownPerson] = {person.id: person for person in people_by_one_name().values()}
    named.update({head: people_by_id()[head] for head in sorted(heads)})
    grouped: dict[str, tuple[KnownPerson, ...]] = {}
    for person in named.values():
        surname = skeleton(person.name.split()[-1])
        grouped[surname] = (*grouped.get(surname, ()), person)
    return grouped


@cache
def people_by_skeleton() -> Mapping[tuple[str, ...], KnownPerson]:
    """The public figures, by the skeletons of the words of their names in any order."""
    return {
        tuple(sorted(skeleton(part) for part in stem.replace(" - ", " ").split())): person
        for stem, person in people().items()
    }


_SKELETON = (
    ("'", ""), ("ye", "e"), ("yo", "o"), ("yu", "u"), ("ts", "s"), ("ph", "f"), ("kh", "h"), ("x", "h"),
    ("q", "k"), ("iy", "i"), ("oe", "ae"), ("y", "i"), ("o", "a"), ("w", "v"), ("zh", "j"), ("dj", "j"),
)  # fmt: skip
_DOUBLE = re.compile(r"(.)\1+")


@cache
def skeleton(name: str) -> str:
    """What is left of a name when its spellings are made one: Tokayev, Toqayev and Токаев are the same.

    >>> skeleton("Tokayev") == skeleton("Toqayev") == skeleton("Тоқаев")
    True
    """
    folded = key(name)
    for spelling, one in _SKELETON:
        folded = folded.replace(spelling, one)
    return _DOUBLE.sub(r"\1", folded)
