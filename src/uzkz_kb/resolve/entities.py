"""People, organizations, places and sources → records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from uzkz_kb.model.findings import Extraction, RoleFinding
from uzkz_kb.model.records import Organization, Person, Place, Record, Role, Source
from uzkz_kb.resolve.ledger import slug_of
from uzkz_kb.resolve.proto import Proto, References, dating_fields, mentions_of
from uzkz_kb.resolve.who import Entity, Who
from uzkz_kb.text.transliterate import names


def source_protos(extractions: Sequence[Extraction], texts: Mapping[str, str]) -> list[Proto]:
    """One record a seed; its mention is its title, or its first words."""
    return [_source(extraction, texts) for extraction in extractions]


def _source(extraction: Extraction, texts: Mapping[str, str]) -> Proto:
    seed = extraction.document.seed
    facts = extraction.facts

    def fields(references: References) -> dict[str, Any]:
        published = dating_fields("published", facts.published)
        if seed.sidecar.published is not None and facts.published is not None:
            published["published_basis"] = "sidecar"
            published.pop("published_text")
        return {
            "kind": facts.kind,
            "title": names(facts.title),
            "script": extraction.document.script,
            "authors": facts.authors,
            "publisher": seed.sidecar.publisher,
            "url": facts.url,
            **published,
            "sha256": seed.sha256,
            "full_text": seed.sidecar.full_text,
        }

    mentions = mentions_of([(seed.name, facts.title_span)], texts)
    return Proto(Source, (("source", seed.name),), slug_of(seed.name.replace("_", "-")), mentions, fields)


def entity_protos(who: Who, texts: Mapping[str, str]) -> list[Proto]:
    """One record a person, an organization or a place."""
    return [
        *(_entity(entity, Place, texts) for entity in who.places),
        *(_entity(entity, Person, texts) for entity in who.people),
        *(_entity(entity, Organization, texts) for entity in who.organizations),
    ]


def _entity(entity: Entity, model: type[Record], texts: Mapping[str, str]) -> Proto:
    def fields(references: References) -> dict[str, Any]:
        common: dict[str, Any] = {"kind": entity.kind, "name": names(entity.name), "aliases": entity.aliases}
        if model is Person:
            return common | {"roles": tuple(_role(role, references) for role in entity.roles)}
        country = references.one("entity", entity.country)
        return common | {"country": None if entity.country == entity.key else country}

    return Proto(model, (("entity", entity.key),), entity.key, mentions_of(entity.mentions, texts), fields)


def _role(role: RoleFinding, references: References) -> Role:
    return Role(
        title=names(role.title),
        organization=references.one("entity", role.organization),
        country=references.one("entity", role.country),
    )
