"""What is known of a document while its places are gathered, and the findings that come of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, EntityKey, Names
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.elliptic import ADOPTED
from uzkz_kb.recognise.agreements.fields import kind_of, sectors_of, signatories_of, validity_of
from uzkz_kb.recognise.agreements.identity import Content
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.parties import Sides, parties_of
from uzkz_kb.recognise.agreements.scene import Telling
from uzkz_kb.recognise.agreements.titles import title_of
from uzkz_kb.recognise.verbs import Verbs

NOBODY = Names()


@dataclass(frozen=True, slots=True)
class Context:
    """A document with its verbs and what the other recognisers found in it, by sentence."""

    document: Document
    verbs: Verbs
    dates: Mapping[int, Sequence[DateFinding]]
    names: Mapping[int, Names]
    sides: Sides
    published: Dating | None
    telling: Telling


@dataclass(slots=True)
class Told:
    """A place that names a document; `again` is the index of the first place that names the same one."""

    item: Item
    words: Content
    status: AgreementStatus
    date: Dating | None
    place: EntityKey | None = None
    valid: Dating | None = None
    again: int | None = None
    named: Item | None = None

    @property
    def naming(self) -> Item:
        """The phrase that names the document best."""
        return self.named or self.item


def status_of(item: Item) -> AgreementStatus:
    """What a document is by what its phrase tells; of understandings that they were agreed."""
    if item.head.draft:
        return "planned"
    if item.act is not None:
        return item.act.status
    if item.kind == "understanding":
        return "agreed"
    return "adopted" if item.kind in ADOPTED else "signed"


def again_of(document: AgreementFinding, item: Item, lead: int) -> AgreementFinding:
    """A further place of a document whose first one is the finding `lead`."""
    return replace(
        document,
        span=item.sentence.span_of(item.first, item.last),
        sentence=item.sentence.index,
        first=item.first,
        last=item.last,
        rule=item.rule,
        same_as=lead,
    )


def finding_of(context: Context, main: Told, item: Item) -> AgreementFinding:
    """The place `item` of the document `main`: its own span, the document's fields."""
    full = main.naming
    names = context.names.get(full.sentence.index, NOBODY)
    return AgreementFinding(
        span=item.sentence.span_of(item.first, item.last),
        sentence=item.sentence.index,
        first=item.first,
        last=item.last,
        rule=item.rule,
        name=title_of(full),
        kind=kind_of(full, names),
        status=main.status,
        date=main.date,
        valid=validity_of(full, context.dates.get(full.sentence.index, ())) or main.valid,
        parties=parties_of(full, context.document, context.sides),
        sectors=sectors_of(full),
        place=main.place,
        signatories=signatories_of(full, names, context.verbs.of(full.sentence)),
    )
