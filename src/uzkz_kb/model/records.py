"""The records: what lies in `data/`, one model a type, one field a line of the record format.

Records are frozen. A field that no source states is `None` or empty and is left out of the YAML.
Dates are EDTF strings (ISO 8601-2); money and counts are `Decimal`, never floats.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    TypeAdapter,
    model_validator,
)

from uzkz_kb.model.edtf import checked_edtf
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
    Script,
    Sector,
    SourceKind,
)

Edtf = Annotated[str, AfterValidator(checked_edtf)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


def plain_number(value: Decimal) -> int | float:
    """The number as YAML shows it: whole where it is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


Number = Annotated[Decimal, PlainSerializer(plain_number, return_type=int | float)]


class Model(BaseModel):
    """What all parts of a record share: frozen, and strict about unknown names."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Names(Model):
    """One name in the two scripts, each as an editor would set it."""

    latn: str
    cyrl: str


class Mention(Model):
    """A place where a source says it: `quote` is exactly `text[start:end]` of the seed as it stands on disk.

    `start` and `end` count Unicode code points.
    """

    source: str
    start: int = Field(ge=0)
    end: int = Field(gt=0)
    quote: str


class Record(Model):
    """What every record has: a permanent id, and the mentions it rests on."""

    folder: ClassVar[str]
    label: ClassVar[str] = "title"

    id: Slug
    type: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = Field(min_length=1)

    @property
    def names(self) -> Names:
        """The record's title or name, whichever its type calls it."""
        names: Names = getattr(self, self.label)
        return names


class Dated(Model):
    """A date beside the words it was read from and how it was settled."""

    date: Edtf | None = None
    date_text: str | None = None
    date_basis: Basis | None = None

    @model_validator(mode="after")
    def _date_says_its_basis(self) -> Dated:
        if self.date is not None and self.date_basis is None:
            raise ValueError("a date stands without date_basis")
        return self


class Source(Record):
    """A seed: what it says of itself and what its sidecar adds."""

    folder = "sources"

    type: Literal["source"] = "source"
    kind: SourceKind
    title: Names
    language: str = "uz"
    script: Script
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: Edtf | None = None
    published_text: str | None = None
    published_basis: Basis | Literal["sidecar"] | None = None
    sha256: str
    full_text: bool = True


class Event(Record, Dated):
    """What happened, or is planned to, once."""

    folder = "events"

    type: Literal["event"] = "event"
    kind: EventKind
    title: Names
    status: EventStatus
    place: Slug | None = None
    participants: tuple[Slug, ...] = ()
    ordinal: int | None = None
    recurring: Annotated[str, Field(pattern=r"^--\d\d(-\d\d)?$")] | None = None
    agreements: tuple[Slug, ...] = ()


class Agreement(Record, Dated):
    """What two sides signed, adopted or agreed."""

    folder = "agreements"

    type: Literal["agreement"] = "agreement"
    kind: AgreementKind
    title: Names
    status: AgreementStatus
    valid: Edtf | None = None
    valid_text: str | None = None
    valid_basis: Basis | None = None
    parties: tuple[Slug, ...] = ()
    sectors: tuple[Sector, ...] = ()
    event: Slug | None = None
    place: Slug | None = None
    signatories: tuple[Slug, ...] = ()


class Figure(Record):
    """A quantity that a source states."""

    folder = "figures"

    type: Literal["figure"] = "figure"
    kind: FigureKind
    title: Names
    value: Number
    unit: str
    comparator: Comparator = "eq"
    indicator: str
    counted: Names | None = None
    period: Edtf | None = None
    period_text: str | None = None
    period_basis: Basis | None = None
    base: Edtf | None = None
    base_text: str | None = None
    base_basis: Basis | None = None
    change: bool = False


class Role(Model):
    """An office a person held, and for whom."""

    title: Names
    organization: Slug | None = None
    country: Slug | None = None
    from_: Annotated[Edtf | None, Field(alias="from")] = None
    to: Edtf | None = None

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Person(Record):
    """A named individual."""

    folder = "people"
    label = "name"

    type: Literal["person"] = "person"
    kind: PersonKind
    name: Names
    roles: tuple[Role, ...] = ()


class Organization(Record):
    """A body that acts: a ministry, a company, an institute, an international organization."""

    folder = "organizations"
    label = "name"

    type: Literal["organization"] = "organization"
    kind: OrganizationKind
    name: Names
    country: Slug | None = None


class Place(Record):
    """A country, a region, a city or a residence."""

    folder = "places"
    label = "name"

    type: Literal["place"] = "place"
    kind: PlaceKind
    name: Names
    country: Slug | None = None


AnyRecord = Source | Event | Agreement | Figure | Person | Organization | Place

#: The types in the order of the site's sections.
RECORD_TYPES: tuple[type[Record], ...] = (Agreement, Event, Figure, Person, Organization, Place, Source)


def as_plain(record: Record) -> dict[str, Any]:
    """The record as YAML holds it: absent fields left out, `change` only where it is true."""
    plain = record.model_dump(mode="json", exclude_none=True, by_alias=True)
    return {key: value for key, value in plain.items() if value not in ([], False) or key == "full_text"}


def record_schema() -> dict[str, Any]:
    """The JSON Schema of one record of any type."""
    return TypeAdapter(AnyRecord).json_schema()
