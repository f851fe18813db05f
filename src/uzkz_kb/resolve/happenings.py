"""Groups of event and agreement findings → records: the best of what each source says, all of its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from uzkz_kb.model.document import Span
from uzkz_kb.model.findings import AgreementFinding, EventFinding
from uzkz_kb.model.records import Agreement, Event
from uzkz_kb.resolve.dates import best_dating
from uzkz_kb.resolve.happening_titles import (
    Called,
    agreement_title,
    event_title,
    in_both_scripts,
    nominal,
)
from uzkz_kb.resolve.owners import with_owner
from uzkz_kb.resolve.proto import Proto, References, dating_fields, mentions_of
from uzkz_kb.resolve.sameness import Item
from uzkz_kb.resolve.slugs import dated_slug
from uzkz_kb.resolve.titles import title_of

T = TypeVar("T")

#: Of several titles, the fullest up to this many characters is taken.
LONGEST_TITLE = 140

#: What came later overrides what was only planned; what is more binding overrides what is less.
_STATUS_RANK = ("planned", "agreed", "held", "adopted", "signed", "ratified", "in_force")


def event_protos(
    groups: Sequence[Sequence[Item[EventFinding]]], texts: Mapping[str, str], called: Called
) -> list[Proto]:
    """One record a happening."""
    return [_event(group, texts, called) for group in groups]


def agreement_protos(
    groups: Sequence[Sequence[Item[AgreementFinding]]], texts: Mapping[str, str], called: Called
) -> list[Proto]:
    """One record a document or commitment."""
    return [_agreement(group, texts, called) for group in groups]


def _event(group: Sequence[Item[EventFinding]], texts: Mapping[str, str], called: Called) -> Proto:
    findings = [item.finding for item in group]
    place = _narrowest(group)
    participants = tuple(dict.fromkeys(_each(finding.participants for finding in findings)))
    name = event_title(_title(group, texts), findings[0].kind, place, participants, called)
    dating = best_dating(finding.date for finding in findings)
    group_keys = tuple(("event", item.place_in_source) for item in group)

    def fields(references: References) -> dict[str, Any]:
        return {
            "kind": _kind(findings),
            "title": in_both_scripts(name, dating.edtf if dating else None),
            "status": _status(findings),
            **dating_fields("date", dating),
            "place": references.one("entity", place),
            "participants": references.many("entity", participants),
            "ordinal": _first(finding.ordinal for finding in findings),
            "recurring": _first(finding.recurring for finding in findings),
        }

    return Proto(Event, group_keys, dated_slug(name, dating), _mentions(group, texts), fields)


def _agreement(group: Sequence[Item[AgreementFinding]], texts: Mapping[str, str], called: Called) -> Proto:
    findings = [item.finding for item in group]
    parties = tuple(dict.fromkeys(_each(finding.parties for finding in findings)))
    name = agreement_title(_title(group, texts), parties, called)
    dating = best_dating(finding.date for finding in findings)
    event = _first((item.source, item.finding.event) for item in group if item.finding.event is not None)

    def fields(references: References) -> dict[str, Any]:
        return {
            "kind": _kind(findings),
            "title": in_both_scripts(name, dating.edtf if dating else None),
            "status": _status(findings),
            **dating_fields("date", dating),
            **dating_fields("valid", best_dating(finding.valid for finding in findings)),
            "parties": references.many("entity", parties),
            "sectors": tuple(dict.fromkeys(_each(finding.sectors for finding in findings))),
            "event": references.one("event", event),
            "place": references.one("entity", _narrowest(group)),
            "signatories": references.many("entity", _each(finding.signatories for finding in findings)),
        }

    keys = tuple(("agreement", item.place_in_source) for item in group)
    return Proto(Agreement, keys, dated_slug(name, dating), _mentions(group, texts), fields)


def _narrowest(group: Sequence[Item[EventFinding]] | Sequence[Item[AgreementFinding]]) -> str | None:
    """The first place told that is not merely the country of another one told."""
    places = [item.finding.place for item in group if item.finding.place is not None]
    countries = {item.country for item in group}
    return _first(place for place in places if place not in countries) or _first(places)


def _mentions(group: Sequence[Item[Any]], texts: Mapping[str, str]) -> Any:
    spans: list[tuple[str, Span]] = [(item.source, item.finding.span) for item in group]
    return mentions_of(spans, texts)


def _title(
    group: Sequence[Item[EventFinding]] | Sequence[Item[AgreementFinding]], texts: Mapping[str, str]
) -> str:
    """The fullest name that a first telling gives, within what a title can hold; names before sentences."""
    told_first = [item for item in group if item.finding.same_as is None] or [group[0]]
    titles = [_owned(item, texts[item.source]) for item in told_first]
    fitting = [title for title in titles if len(title) <= LONGEST_TITLE] or titles
    return max(fitting, key=lambda title: (_is_name(title), len(title), title))


def _owned(item: Item[EventFinding] | Item[AgreementFinding], text: str) -> str:
    span = item.finding.span
    return with_owner(title_of(item.finding.name), text[span.start : span.end], text[: span.start])


def _is_name(title: str) -> bool:
    """Whether a title tells no time and no deed, as a sentence would."""
    return nominal(title) == title and not any(part in ("yilda", "kuni", "bilan") for part in title.split())


def _kind(findings: Sequence[EventFinding | AgreementFinding]) -> str:
    """The kind most sources give; of first tellings before later ones."""
    told_first = [finding.kind for finding in findings if finding.same_as is None] or [findings[0].kind]
    return Counter(told_first).most_common(1)[0][0]


def _status(findings: Sequence[EventFinding | AgreementFinding]) -> str:
    return max((finding.status for finding in findings), key=_STATUS_RANK.index)


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _each(groups: Iterable[Iterable[T]]) -> Iterable[T]:
    return (value for group in groups for value in group)
