"""Whose document it is: the sides that its phrase names, else its sentence, else the telling before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import EntityKey, Names
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.rules import word_of

#: How many sentences back the two states of a telling are looked for.
_REACH = 6
_HOME: EntityKey = "ozbekiston"
#: Kinds that states make with one another.
_OF_STATES = frozenset(
    ("treaty", "agreement", "framework_agreement", "programme", "plan", "joint_statement", "declaration")
)


@dataclass(frozen=True, slots=True)
class Sides:
    """By sentence: states and organizations as (token, entity); the states alone, those of people too."""

    named: Mapping[int, Sequence[tuple[int, EntityKey]]]
    states: Mapping[int, Sequence[EntityKey]]


def sides_of(names: Names) -> Sides:
    """The sides that a document's names offer, by sentence."""
    named: dict[int, list[tuple[int, EntityKey]]] = {}
    states: dict[int, list[EntityKey]] = {}
    for organization in names.organizations:
        named.setdefault(organization.sentence, []).append((organization.first, organization.entity))
    for place in names.places:
        if place.kind == "country":
            named.setdefault(place.sentence, []).append((place.first, place.entity))
            states.setdefault(place.sentence, []).append(place.entity)
    for person in names.people:
        for role in person.roles:
            if role.country is not None:
                states.setdefault(person.sentence, []).append(role.country)
    return Sides(named, states)


def parties_of(item: Item, document: Document, sides: Sides) -> tuple[EntityKey, ...]:
    """The parties: within the phrase; else before it in its sentence; else the pair of states told of."""
    here = sides.named.get(item.sentence.index, ())
    within = _distinct(entity for first, entity in here if item.first <= first < item.last)
    if len(within) >= 2 or (within and item.complement.between):
        return within
    before = _distinct(entity for first, entity in here if first < (item.opening or item.first))
    if len(before) >= 2:
        return before
    return _pair(item, document, sides) if item.kind in _OF_STATES else ()


def _pair(item: Item, document: Document, sides: Sides) -> tuple[EntityKey, ...]:
    """The two states that the sentences up to this one tell of; more than two are no pair."""
    found: dict[EntityKey, None] = {}
    for index in range(item.sentence.index, max(-1, item.sentence.index - _REACH), -1):
        here = dict.fromkeys(sides.states.get(index, ()))
        if word_of("own_country").search(document.sentences[index].codes):
            here[_HOME] = None
        if len(here) == 2:
            return tuple(here)
        found.update(here)
        if len(found) >= 2:
            break
    return tuple(found) if len(found) == 2 and _HOME in found else ()


def _distinct(entities: Iterator[EntityKey]) -> tuple[EntityKey, ...]:
    return tuple(dict.fromkeys(entities))
