"""People, organizations and places by name: document → names."""

from __future__ import annotations

from uzkz_kb.model.document import Document, Seed, Sidecar
from uzkz_kb.model.findings import Dating, Names, OrganizationFinding, PlaceFinding
from uzkz_kb.read.document import read_document
from uzkz_kb.recognise.names.assemble import by_token, person_findings
from uzkz_kb.recognise.names.classes import PHRASE_CLASSES
from uzkz_kb.recognise.names.organizations import find_organizations
from uzkz_kb.recognise.names.people import PersonMention, find_people
from uzkz_kb.recognise.names.places import find_places
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.phrases import FoundPhrase, find_phrases

_UNMINED = ("foreign", "marginal", "dateline")


def find_names(document: Document, published: Dating | None) -> Names:
    """Everybody and everything that bears a name; `published` settles who held an office."""
    places: dict[int, tuple[PlaceFinding, ...]] = {}
    organizations: dict[int, tuple[OrganizationFinding, ...]] = {}
    phrases: dict[int, tuple[FoundPhrase, ...]] = {}
    common = _written_small(document)
    mentions: list[PersonMention] = []
    for sentence in document.sentences:
        if sentence.section in _UNMINED:
            continue
        taken: frozenset[int] = frozenset()
        found = tuple(find_phrases(sentence.tokens, PHRASE_CLASSES))
        phrases[sentence.index] = found
        if sentence.section != "note":
            places[sentence.index] = find_places(sentence, found)
            bodies = find_organizations(sentence, found, by_token(places[sentence.index]))
            organizations[sentence.index] = bodies
            places[sentence.index] = _outside(places[sentence.index], bodies)
            taken = _taken(places[sentence.index], organizations[sentence.index])
        mentions.extend(find_people(sentence, found, common, taken))
    people = person_findings(document, mentions, phrases, places, organizations, published)
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


def _written_small(document: Document) -> frozenset[str]:
    """The words that the document also writes small."""
    words = {token.word.raw: token.word for sentence in document.sentences for token in sentence.tokens}
    return frozenset(word.key for word in words.values() if word.shape == "lower")


def _outside(
    places: tuple[PlaceFinding, ...], organizations: tuple[OrganizationFinding, ...]
) -> tuple[PlaceFinding, ...]:
    """The places but those that only stand in the known name of an organization: the city of Shanxay."""
    return tuple(
        place
        for place in places
        if place.kind == "country"
        or not any(
            body.first <= place.first and place.last <= body.last and body.last - body.first > 1
            for body in organizations
            if body.rule == "names.organizations.gazetteer"
        )
    )


def _taken(
    places: tuple[PlaceFinding, ...], organizations: tuple[OrganizationFinding, ...]
) -> frozenset[int]:
    """The tokens that no person can have: those of organizations, and of places of several words."""
    runs = (
        *((body.first, body.last) for body in organizations if body.rule != "names.organizations.headed"),
        *((place.first, place.last) for place in places if place.last - place.first > 1),
    )
    return frozenset(index for first, last in runs for index in range(first, last))
