"""People, organizations and places by name: document → names."""

from __future__ import annotations

from collections.abc import Set

from uzkz_kb.model.document import Document, Seed, Sidecar
from uzkz_kb.model.findings import Dating, Names, OrganizationFinding, PlaceFinding
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.names.assemble import person_findings
from uzkz_kb.recognise.names.clues import Clues, clues_of
from uzkz_kb.recognise.names.organizations import find_organizations
from uzkz_kb.recognise.names.people import PersonMention, find_people
from uzkz_kb.recognise.names.places import find_places
from uzkz_kb.recognise.rules import words

_UNMINED = ("foreign", "marginal", "dateline")


def find_names(document: Document, published: Dating | None) -> Names:
    """Everybody and everything that bears a name; `published` settles who held an office."""
    places: dict[int, tuple[PlaceFinding, ...]] = {}
    organizations: dict[int, tuple[OrganizationFinding, ...]] = {}
    clues: dict[int, Clues] = {}
    common = _written_small(document)
    mentions: list[PersonMention] = []
    for sentence in document.sentences:
        if sentence.section in _UNMINED:
            continue
        here = clues[sentence.index] = clues_of(sentence)
        taken: frozenset[int] = frozenset()
        if sentence.section != "note":
            located = find_places(sentence, here)
            bodies = find_organizations(sentence, here, located)
            located = _outside(located, bodies)
            taken = _taken(located, bodies)
            places[sentence.index], organizations[sentence.index] = located, bodies
        mentions.extend(find_people(sentence, here, common, taken))
    people = person_findings(document, mentions, clues, places, organizations, published)
    persons = {(finding.sentence, index) for finding in people if not finding.by_office
               for index in range(finding.first, finding.last)}  # fmt: skip
    return Names(
        people,
        tuple(finding for group in organizations.values() for finding in group),
        tuple(
            finding
            for group in places.values()
            for finding in group
            if (finding.sentence, finding.first) not in persons
        ),
    )


def example_values(text: str) -> list[str]:
    """The names of the people in a text that stands alone."""
    document = read_document(Seed("example", text, "", Sidecar()), words())
    return [finding.name for finding in find_names(document, None).people]


def _written_small(document: Document) -> Set[str]:
    """The words that the document also writes small."""
    return {
        word.key
        for sentence in document.sentences
        for token in sentence.tokens
        if (word := token.word).shape == "lower"
    }


def _outside(
    places: tuple[PlaceFinding, ...], organizations: tuple[OrganizationFinding, ...]
) -> tuple[PlaceFinding, ...]:
    """The places but those that only stand in the known name of an organization: the city of Shanxay."""
    known = [
        (body.first, body.last)
        for body in organizations
        if body.rule == "names.organizations.gazetteer" and body.last - body.first > 1
    ]
    if not known:
        return places
    return tuple(
        place
        for place in places
        if place.kind == "country"
        or not any(first <= place.first and place.last <= last for first, last in known)
    )


def _taken(
    places: tuple[PlaceFinding, ...], organizations: tuple[OrganizationFinding, ...]
) -> frozenset[int]:
    """The tokens that no person can have: those of organizations, and of places of several words."""
    if not places and not organizations:
        return frozenset()
    runs = (
        *((body.first, body.last) for body in organizations if body.rule != "names.organizations.headed"),
        *((place.first, place.last) for place in places if place.last - place.first > 1),
    )
    return frozenset(index for first, last in runs for index in range(first, last))
