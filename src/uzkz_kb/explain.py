"""A seed explained: each sentence, what was recognised in it and by which rule, and what nobody claimed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from uzkz_kb.model.findings import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    Extraction,
    FigureFinding,
    Finding,
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
    Unclaimed,
)
from uzkz_kb.resolve.decisions import Decision


def explanation(extraction: Extraction, decisions: Sequence[Decision] = ()) -> Iterator[str]:
    """The lines that explain an extraction; `decisions` are the merges and refusals to print with it."""
    document = extraction.document
    published = extraction.facts.published
    yield f"{document.seed.name} ({document.script}), published " + (
        f"{published.edtf} ({published.basis}: {published.text!r})" if published else "unknown"
    )
    found = _by_sentence(extraction)
    for sentence in document.sentences:
        words = " ".join(document.quote(sentence.span).split())
        yield f"\n[{sentence.index} {sentence.section}] {words}"
        for finding in found[sentence.index]:
            quote = " ".join(document.quote(finding.span).split())
            yield f"    {_label(finding):13} {quote!r} {_detail(finding)} <{finding.rule}>"
    counts = ", ".join(f"{count} {what}" for what, count in extraction.leftovers)
    yield f"\nunclaimed: {counts or 'nothing'}"
    name = document.seed.name
    for decision in decisions:
        if decision.what.startswith(f"{name}:") or decision.other.startswith(f"{name}:"):
            yield f"decision: {decision}"


def _by_sentence(extraction: Extraction) -> dict[int, list[Finding]]:
    found: defaultdict[int, list[Finding]] = defaultdict(list)
    names = extraction.names
    for finding in (
        *extraction.dates,
        *names.people,
        *names.organizations,
        *names.places,
        *extraction.figures,
        *extraction.agreements,
        *extraction.events,
        *extraction.unclaimed,
    ):
        found[finding.sentence].append(finding)
    for findings in found.values():
        findings.sort(key=lambda finding: finding.span)
    return found


def _label(finding: Finding) -> str:
    return type(finding).__name__.removesuffix("Finding").lower()


def _detail(finding: Finding) -> str:
    """What the finding says besides its words."""
    match finding:
        case DateFinding():
            return f"= {finding.dating.edtf} ({finding.dating.basis}, {finding.governs})"
        case PersonFinding():
            by_office = ", by the office" if finding.by_office else ""
            return f"= {finding.name} ({finding.kind}{by_office})"
        case OrganizationFinding() | PlaceFinding():
            return f"= {finding.entity} ({finding.kind})"
        case FigureFinding():
            period = finding.period.edtf if finding.period else None
            amount = f"{finding.comparator} {finding.value} {finding.unit}"
            return f"= {amount}, {finding.indicator} {period} ({finding.kind})"
        case AgreementFinding() | EventFinding():
            again = "" if finding.same_as is None else ", told again"
            date = finding.date.edtf if finding.date else None
            return f"= {finding.kind} {finding.status} {date} {finding.place or ''}{again}"
        case Unclaimed():
            return f"{finding.what}: {finding.reason}"
        case _:
            return ""
