"""Mentions of people → findings: who is who in the text, their roles, and the offices that stand for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import Dating, OrganizationFinding, PersonFinding, PlaceFinding, RoleFinding
from uzkz_kb.model.kinds import PersonKind
from uzkz_kb.recognise.names.clues import Clues
from uzkz_kb.recognise.names.context import by_token
from uzkz_kb.recognise.names.gazetteer import people_by_id
from uzkz_kb.recognise.names.offices import holder_of, offices_in
from uzkz_kb.recognise.names.people import PersonMention
from uzkz_kb.recognise.names.roles import Surroundings, role_of
from uzkz_kb.recognise.names.within import Individual, individuals, later_mentions

_RULE = "names.people."
_OFFICES = frozenset({"held_office"})


def person_findings(
    document: Document,
    mentions: Sequence[PersonMention],
    clues: Mapping[int, Clues],
    places: Mapping[int, Sequence[PlaceFinding]],
    organizations: Mapping[int, Sequence[OrganizationFinding]],
    published: Dating | None,
) -> tuple[PersonFinding, ...]:
    """The people of a text in its order; offices only of those whom it also names."""
    if not mentions:
        return ()  # an office stands only for somebody whom the text names too
    people = individuals(mentions)
    taken = frozenset((m.sentence.index, index) for m in mentions for index in range(m.first, m.last))
    later = tuple(later_mentions(document, people, clues, taken))
    if later:
        people = individuals((*mentions, *later))
    surroundings: dict[int, Surroundings | None] = {}

    def around(index: int) -> Surroundings | None:
        if index not in surroundings:
            inside = 0 <= index < len(document.sentences)
            surroundings[index] = (
                Surroundings(
                    document.sentences[index],
                    by_token(places.get(index, ())),
                    by_token(organizations.get(index, ())),
                )
                if inside
                else None
            )
        return surroundings[index]

    found: list[PersonFinding] = []
    for person in people:
        found.extend(_findings(person, around))
    named = {person.entity for person in people}
    covered = {(f.sentence, index) for f in found for index in range(f.first, f.last)}
    date = published.edtf if published is not None else None
    for index, here in clues.items():
        sentence = document.sentences[index]
        if not here.lacks(_OFFICES) and sentence.section in ("title", "body"):
            found.extend(_offices(sentence, here, places[index], covered, named, date))
    return tuple(sorted(found, key=lambda finding: (finding.sentence, finding.first)))


def _findings(person: Individual, around: Callable[[int], Surroundings | None]) -> Iterator[PersonFinding]:
    known = person.known

    beside: dict[int, tuple[RoleFinding | None, PersonKind] | None] = {}
    for index, mention in enumerate(person.mentions):
        here = around(mention.sentence.index)
        if here is not None and mention.sentence.section != "note":
            below = around(mention.sentence.index + 1)
            beside[index] = role_of(here, mention.first, mention.last, below)
    kinds = [role[1] for role in beside.values() if role is not None]
    kind: PersonKind = known.kind if known is not None else kinds[0] if kinds else _kind_of(person)
    for index, mention in enumerate(person.mentions):
        role = beside.get(index)
        roles: tuple[RoleFinding, ...] = () if role is None or role[0] is None else (role[0],)
        yield PersonFinding(
            span=mention.sentence.span_of(mention.first, mention.last),
            sentence=mention.sentence.index,
            first=mention.first,
            last=mention.last,
            rule=_RULE + mention.shape,
            entity=person.entity,
            name=mention.name,
            kind=kind,
            roles=roles,
        )


def _kind_of(person: Individual) -> PersonKind:
    """An author where only notes or a line of its own name the person."""
    if all(mention.sentence.section in ("note", "byline") for mention in person.mentions):
        return "author"
    (mention, *others) = person.mentions
    line = mention.sentence.tokens
    apart = any(token.word.has("comma") or token.word.has("colon") for token in line)
    if not others and len(line) < 7 and apart and mention.sentence.section == "body":
        return "author"
    return "other"


def _offices(
    sentence: Sentence,
    clues: Clues,
    places: Sequence[PlaceFinding],
    covered: set[tuple[int, int]],
    named: set[str],
    date: str | None,
) -> Iterator[PersonFinding]:
    for first, last, country, office in offices_in(sentence, clues, places):
        holder = holder_of(country, office, date)
        if holder not in named or (sentence.index, last) in covered or (sentence.index, first) in covered:
            continue
        known = people_by_id()[holder]
        yield PersonFinding(
            span=sentence.span_of(first, last),
            sentence=sentence.index,
            first=first,
            last=last,
            rule="names.offices.held",
            entity=holder,
            name=known.name,
            kind=known.kind,
            by_office=True,
        )
