"""Who is who across sources: findings of people, organizations and places → one entity each.

A public figure has one key however the gazetteer's spellings name them. Others are one where surname and
given name agree, or where initials leave only one person. A surname alone joins its bearer within its own
text, never across texts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from uzkz_kb.model.document import Span
from uzkz_kb.model.findings import (
    Extraction,
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
    RoleFinding,
)
from uzkz_kb.recognise.names.gazetteer import country_of, people_by_id, place_by_id
from uzkz_kb.resolve.decisions import Decision, Groups
from uzkz_kb.resolve.who_names import (
    NameParts,
    clearly_apart,
    compare_names,
    fullest_name,
    name_parts,
    spelling,
)
from uzkz_kb.text.keys import APOSTROPHES
from uzkz_kb.text.transliterate import to_cyrillic

EntityFinding = PersonFinding | OrganizationFinding | PlaceFinding
_Found = tuple[str, EntityFinding, str]

_ONE_APOSTROPHE = str.maketrans(dict.fromkeys(APOSTROPHES, "'"))

#: Of surnames with more bearers, not all are compared with all.
_FREQUENT = 40

#: The rules whose findings spell a place's name out.
_SPELLED = ("names.places.word", "names.places.phrase")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, organization or place of all sources; `mentions` are (source, span)."""

    key: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    country: str | None = None
    roles: tuple[RoleFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """All entities, and every decision that made two spellings one or kept them apart."""

    people: tuple[Entity, ...]
    organizations: tuple[Entity, ...]
    places: tuple[Entity, ...]
    decisions: tuple[Decision, ...]
    _canonical: Mapping[str, str] = field(default_factory=dict)

    def entity_of(self, source_name: str, key: str) -> str:
        """The key, over all sources, of what a finding of a source calls `key`."""
        return self._canonical.get(key, key)


def merge_names(extractions: Sequence[Extraction]) -> Who:
    """The entities of all sources; the order of the sources changes nothing."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.seed.name)
    people = _by_key(_found(ordered, "people"))
    canonical, decisions = _merged_people(people)
    merged: defaultdict[str, list[_Found]] = defaultdict(list)
    for key, found in people.items():
        merged[canonical.get(key, key)].extend(found)
    bodies, places = _by_key(_found(ordered, "organizations")), _by_key(_found(ordered, "places"))
    return Who(
        tuple(_person(key, found) for key, found in sorted(merged.items())),
        tuple(_body(key, found) for key, found in sorted(bodies.items())),
        tuple(_place(key, found) for key, found in sorted(places.items())),
        tuple(decisions),
        canonical,
    )


def _found(extractions: Sequence[Extraction], kind: str) -> Iterator[_Found]:
    for extraction in extractions:
        document = extraction.document
        for finding in getattr(extraction.names, kind):
            yield document.seed.name, finding, " ".join(document.quote(finding.span).split())


def _by_key(found: Iterator[_Found]) -> dict[str, list[_Found]]:
    grouped: defaultdict[str, list[_Found]] = defaultdict(list)
    for one in found:
        grouped[one[1].entity].append(one)
    return dict(grouped)


def _merged_people(people: Mapping[str, Sequence[_Found]]) -> tuple[dict[str, str], list[Decision]]:
    """Which keys are another's, and the decisions; compared are only people of one surname."""
    decisions: list[Decision] = []
    blocks: defaultdict[str, list[NameParts]] = defaultdict(list)
    for key, found in sorted(people.items()):
        names = [finding.name for _, finding, _ in found if not _by_office(finding)]
        if names:
            parts = name_parts(key, fullest_name(names), found[0][0], key in people_by_id())
            blocks[parts.block].append(parts)
            decisions.extend(_spellings(parts, found))
    groups = Groups(parts.key for block in blocks.values() for parts in block)
    for _, whole in sorted(blocks.items()):
        for block in _comparable(whole):
            for index, parts in enumerate(block):
                for other in block[:index]:
                    if len(whole) > _FREQUENT and clearly_apart(parts, other):
                        continue
                    decision = compare_names(parts, other, block)
                    decisions.append(decision)
                    if decision.merged:
                        groups.join(parts.key, other.key)
    return _settled(groups, blocks), decisions


def _comparable(block: Sequence[NameParts]) -> Iterator[Sequence[NameParts]]:
    """People of one surname; of a frequent one, those whose given names begin alike."""
    if len(block) <= _FREQUENT:
        yield block
        return
    alike: defaultdict[str, list[NameParts]] = defaultdict(list)
    for parts in block:
        alike[parts.letter].append(parts)
    yield from alike.values()


def _settled(groups: Groups, blocks: Mapping[str, Sequence[NameParts]]) -> dict[str, str]:
    """Every key of a group under the key of its fullest name."""
    parts = {one.key: one for block in blocks.values() for one in block}
    settled: dict[str, str] = {}
    for group in groups.groups():
        keys = [str(key) for key in group]
        best = max(keys, key=lambda key: (parts[key].known, parts[key].rank, key))
        settled.update({key: best for key in keys if key != best})
    return settled


def _spellings(parts: NameParts, found: Sequence[_Found]) -> Iterator[Decision]:
    """Within one key: the other spellings that were held to be the same person."""
    seen: dict[str, str] = {}
    for source, finding, quote in found:
        seen.setdefault(spelling(finding.name), f"{source}: {quote}")
    first, *others = seen.values()
    reason = (
        "the gazetteer knows both spellings"
        if parts.known
        else "in one text, the shorter name can be of nobody else"
    )
    for other in others:
        yield Decision(other, first, True, reason)


def _by_office(finding: EntityFinding) -> bool:
    return isinstance(finding, PersonFinding) and finding.by_office


def _person(key: str, found: Sequence[_Found]) -> Entity:
    known = people_by_id().get(key)
    named = [one for one in found if not _by_office(one[1])] or list(found)
    name = known.name if known is not None else fullest_name([finding.name for _, finding, _ in named])
    kinds = [finding.kind for _, finding, _ in named if finding.kind != "other"]
    return Entity(
        key=key,
        name=name,
        kind=known.kind if known is not None else kinds[0] if kinds else "other",
        aliases=_aliases(name, named),
        mentions=_mentions(found),
        roles=_roles([role for _, f, _ in found if isinstance(f, PersonFinding) for role in f.roles]),
    )


def _roles(roles: Sequence[RoleFinding]) -> tuple[RoleFinding, ...]:
    """Each office once, the one that says most of it; the ones said most often first."""
    counts = Counter(role.title.casefold() for role in roles)
    best: dict[str, RoleFinding] = {}
    for role in roles:
        title = role.title.casefold()
        held = best.get(title)
        if held is None or _says(role) > _says(held):
            best[title] = role
    return tuple(sorted(best.values(), key=lambda role: (-counts[role.title.casefold()], role.title)))


def _says(role: RoleFinding) -> int:
    return (role.country is not None) + (role.organization is not None)


def _body(key: str, found: Sequence[_Found]) -> Entity:
    names = Counter(finding.name for _, finding, _ in found)
    name = max(sorted(names), key=lambda one: (names[one], len(one)))
    first = found[0][1]
    countries = [f.country for _, f, _ in found if not isinstance(f, PersonFinding) and f.country]
    return Entity(
        key=key,
        name=name,
        kind=first.kind,
        aliases=_aliases(name, found),
        mentions=_mentions(found),
        country=countries[0] if countries else None,
    )


def _place(key: str, found: Sequence[_Found]) -> Entity:
    """A place under the gazetteer's name, whatever its sources call it."""
    known = place_by_id().get(key)
    entity = _body(key, found)
    if known is None:
        return entity
    return Entity(
        key=key,
        name=known.name,
        kind=known.kind,
        aliases=_aliases(known.name, found),
        mentions=entity.mentions,
        country=country_of(known),
    )


def _mentions(found: Sequence[_Found]) -> tuple[tuple[str, Span], ...]:
    return tuple((source, finding.span) for source, finding, _ in found)


def _aliases(name: str, found: Sequence[_Found]) -> tuple[str, ...]:
    """The other spellings, as they stand in the sources where they stand without an ending."""
    own = {_plain(name), _plain(to_cyrillic(name))}
    spellings: dict[str, str] = {}
    seen = dict.fromkeys(
        (finding.name, quote)
        for _, finding, quote in found
        if not isinstance(finding, PlaceFinding) or finding.rule in _SPELLED
    )
    for named, quote in seen:
        shown = quote if quote == named or spelling(quote) == spelling(named) else named
        if _plain(shown) not in own:
            spellings.setdefault(_plain(shown), shown)
    return tuple(sorted(spellings.values()))


def _plain(name: str) -> str:
    """A name whatever its capitals, its kind of apostrophe and the spaces after its initials."""
    return name.replace(". ", ".").casefold().translate(_ONE_APOSTROPHE)
