"""What recognisers find in one document, before anything is merged.

Entities (people, organizations, places) are named by a key: the id of the gazetteer where `lang/` knows them,
else the slug of their name. A finding's other fields are those of the record format, still unmerged; a field
that the text does not state is `None` or empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import Any, NamedTuple, TypeVar

from uzkz_kb.model.document import Document, Span
from uzkz_kb.model.kinds import (
    AgreementKind,
    AgreementStatus,
    Basis,
    Comparator,
    EventKind,
    EventStatus,
    FigureKind,
    OrganizationKind,
    PersonKind,
    PlaceKind,
    Sector,
    SourceKind,
)

EntityKey = str
C = TypeVar("C")


def sendable(cls: type[C]) -> type[C]:
    """Lets a frozen dataclass with slots pickle its fields in order, its span as two numbers.

    That takes half the time of its own way: a source has a hundred findings, and sources come by the thousand
    from other processes.
    """
    first, *others = (field.name for field in fields(cls))  # type: ignore[arg-type]
    values = attrgetter(first, *others)
    put = object.__setattr__

    def getstate(self: C) -> Any:
        return values(self)

    def setstate(self: C, state: Sequence[Any]) -> None:
        for name, value in zip((first, *others), state, strict=True):
            put(self, name, value)

    def getstate_with_span(self: C) -> Any:
        span, *rest = values(self)
        return (*span, *rest)

    def setstate_with_span(self: C, state: Sequence[Any]) -> None:
        start, end, *rest = state
        put(self, first, Span(start, end))
        for name, value in zip(others, rest, strict=True):
            put(self, name, value)

    spanned = first == "span"
    cls.__getstate__ = getstate_with_span if spanned else getstate  # type: ignore[method-assign,assignment]
    cls.__setstate__ = setstate_with_span if spanned else setstate  # type: ignore[attr-defined]
    return cls


@sendable
@dataclass(frozen=True, slots=True)
class Dating:
    """A date and how it is known; `edtf` and `basis` are `None` where nothing settles the words."""

    text: str
    edtf: str | None = None
    basis: Basis | None = None

    def told_elsewhere(self) -> Dating:
        """The same date for what other words than its own tell of: explicit there, relative here."""
        return replace(self, basis="relative") if self.basis == "explicit" else self


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A phrase that names something: its span, the sentence and tokens it covers, the rule that found it."""

    span: Span
    sentence: int
    first: int
    last: int
    rule: str


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class DateFinding(Finding):
    """A date phrase; `governs` tells how it bears on what stands near.

    It is one of `at`, `until`, `since`, `valid`, `base`, `recurring`.

    A phrase that recurs (`har yili 10 avgust`) is `recurring`, has no date and keeps `--08-10` apart.
    """

    dating: Dating
    governs: str = "at"
    recurring: str | None = None


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFinding:
    """An office named with a person."""

    title: str
    organization: EntityKey | None = None
    country: EntityKey | None = None


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFinding(Finding):
    """A person by name, or by the office alone (`by_office`), which names no one new.

    `name` is the whole name in canonical Latin, without case endings, as well as this place gives it.
    """

    entity: EntityKey
    name: str
    kind: PersonKind
    roles: tuple[RoleFinding, ...] = ()
    by_office: bool = False


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationFinding(Finding):
    """An organization by name or by its abbreviation."""

    entity: EntityKey
    name: str
    kind: OrganizationKind
    country: EntityKey | None = None


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFinding(Finding):
    """A place; `form` is the case it stands in (`loc`: where; `dat`: whither; `gen`: whose)."""

    entity: EntityKey
    name: str
    kind: PlaceKind
    country: EntityKey | None = None
    form: str = "nom"


@sendable
@dataclass(frozen=True, slots=True)
class Names:
    """Everybody and everything that bears a name in a document, in the order of the text."""

    people: tuple[PersonFinding, ...] = ()
    organizations: tuple[OrganizationFinding, ...] = ()
    places: tuple[PlaceFinding, ...] = ()


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding(Finding):
    """A quantity that the text states."""

    value: Decimal
    unit: str
    comparator: Comparator
    kind: FigureKind
    indicator: str
    counted: str | None = None
    period: Dating | None = None
    base: Dating | None = None
    change: bool = False


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class EventFinding(Finding):
    """A happening. `name` is the phrase in canonical Latin, in the nominative, fit for a title.

    `same_as` is the index, among the document's events, of the first finding of the same happening.
    """

    name: str
    kind: EventKind
    status: EventStatus
    date: Dating | None = None
    place: EntityKey | None = None
    participants: tuple[EntityKey, ...] = ()
    ordinal: int | None = None
    recurring: str | None = None
    same_as: int | None = None


@sendable
@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementFinding(Finding):
    """A document or commitment; `event` is the index, among the document's events, of its own.

    `same_as` is the index, among the document's agreements, of the first place that names the same one.
    """

    name: str
    kind: AgreementKind
    status: AgreementStatus
    date: Dating | None = None
    valid: Dating | None = None
    parties: tuple[EntityKey, ...] = ()
    sectors: tuple[Sector, ...] = ()
    event: int | None = None
    place: EntityKey | None = None
    signatories: tuple[EntityKey, ...] = ()
    same_as: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed(Finding):
    """A number, date, capitalised name or head noun that no record claimed, and why."""

    what: str
    reason: str


class Refusal(NamedTuple):
    """What a recogniser looked at and left: a stretch of tokens, and the rule or check that refused it.

    `what` is the sort of leftover that the reason is for: a number inside a refused happening has its own.
    """

    what: str
    sentence: int
    first: int
    last: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a source; `title_span` is where the text bears its title, or begins."""

    title: str
    title_span: Span
    kind: SourceKind
    authors: tuple[str, ...]
    url: str | None
    published: Dating | None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one seed gives: a pure function of its bytes, its sidecar and the rules.

    `leftovers` counts `unclaimed` by what they are.
    """

    document: Document
    facts: SourceFacts
    dates: tuple[DateFinding, ...] = ()
    names: Names = Names()
    figures: tuple[FigureFinding, ...] = ()
    agreements: tuple[AgreementFinding, ...] = ()
    events: tuple[EventFinding, ...] = ()
    unclaimed: tuple[Unclaimed, ...] = ()
    leftovers: tuple[tuple[str, int], ...] = ()

    def for_resolution(self) -> Extraction:
        """What resolution and the report need, small enough to send between processes by the thousand."""
        document = replace(self.document, sentences=())
        return replace(self, document=document, dates=(), unclaimed=())
