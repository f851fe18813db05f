"""The whole flow: seeds → extractions → records → pages → site.

Extraction of one seed is a pure function of its bytes, its sidecar and the rules, so it maps over any
executor with the interface of `concurrent.futures`. Resolution sees the small results of all seeds at once.
"""

from __future__ import annotations

import gc
import os
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from uzkz_kb.errors import SeedError
from uzkz_kb.model.document import Seed
from uzkz_kb.model.findings import Extraction
from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import RECORD_TYPES
from uzkz_kb.publish import build_site
from uzkz_kb.read.document import read_document
from uzkz_kb.read.seed import read_seed, seed_files
from uzkz_kb.recognise.agreements import judged_agreements
from uzkz_kb.recognise.dates import find_dates, find_published, first_day
from uzkz_kb.recognise.events import judged_events
from uzkz_kb.recognise.figures import judged_figures
from uzkz_kb.recognise.links import with_events
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.source import source_facts
from uzkz_kb.recognise.unclaimed import find_unclaimed, totals
from uzkz_kb.recognise.verbs import Verbs
from uzkz_kb.render import render_pages
from uzkz_kb.resolve.ledger import read_ledger, write_ledger
from uzkz_kb.resolve.records import Resolution, resolve
from uzkz_kb.store.files import read_records, write_records

#: Fewer seeds than this are read in this process: starting others would take longer.
WORTH_A_POOL = 40

Progress = Callable[[Iterable[Extraction], int], Iterable[Extraction]]


@dataclass(frozen=True, slots=True)
class Extracted:
    """What `extract` did: the records, the extractions behind them, and the seeds that could not be read."""

    records: Records
    resolution: Resolution
    extractions: tuple[Extraction, ...]
    errors: tuple[SeedError, ...]


def extract_seed(seed: Seed) -> Extraction:
    """All that one seed gives."""
    document = read_document(seed, words())
    stated = find_published(document)
    published = first_day(stated)
    dates = find_dates(document, published)
    names = find_names(document, published)
    figures, no_figures = judged_figures(document, dates, names, published)
    verbs = Verbs()
    agreements, no_agreements = judged_agreements(document, dates, names, published, verbs)
    events, no_events = judged_events(document, dates, names, agreements, published, verbs)
    extraction = Extraction(
        document=document,
        facts=source_facts(document, stated, names),
        dates=dates,
        names=names,
        figures=figures,
        agreements=with_events(agreements, events),
        events=events,
    )
    refusals = (*no_figures, *no_agreements, *no_events)
    unclaimed = find_unclaimed(extraction, refusals)
    return replace(extraction, unclaimed=unclaimed, leftovers=totals(unclaimed))


def extract_small(seed: Seed) -> Extraction | SeedError:
    """What resolution needs of `extract_seed`; or, where a rule fails on the text, what to report."""
    try:
        return extract_seed(seed).for_resolution()
    except Exception as fault:
        *_, last = traceback.extract_tb(fault.__traceback__)
        return SeedError(
            f"a rule fails on this text ({type(fault).__name__}: {fault}, at {Path(last.filename).name}:"
            f"{last.lineno})",
            remedy="Report it with the text, and keep the text out of seeds/ until it is mended",
            file=f"seeds/{seed.name}.txt",
        )


def extract_seeds(
    seeds: Sequence[Seed], executor: Executor | None = None, faults: list[SeedError] | None = None
) -> Iterator[Extraction]:
    """The extractions of all seeds, in their order; in processes where there are many, or on `executor`.

    A text on which a rule fails is left out and told of in `faults`; without that list it is an error.
    """
    with ExitStack() as stack:
        if executor is None and len(seeds) >= WORTH_A_POOL:
            words()  # read once, before the processes part
            stack.enter_context(_nothing_collected())
            executor = stack.enter_context(ProcessPoolExecutor(max_workers=os.cpu_count()))
        spread = map if executor is None else partial(executor.map, chunksize=16)
        for seed, result in zip(seeds, spread(extract_small, seeds), strict=True):
            if isinstance(result, Extraction):
                # With the seed that this process holds rather than a second copy of its text.
                yield replace(result, document=replace(result.document, seed=seed))
            elif faults is None:
                raise result
            else:
                faults.append(result)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Extraction leaves no cycles behind: the collector would only walk, again and again, what is kept.

    Processes that are forked meanwhile inherit this.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def read_seeds(project: Path) -> tuple[list[Seed], list[SeedError]]:
    """The seeds that can be read, and why the others cannot."""
    seeds: list[Seed] = []
    errors: list[SeedError] = []
    for file in seed_files(project):
        try:
            seeds.append(read_seed(file))
        except SeedError as error:
            errors.append(error)
    by_digest: dict[str, Seed] = {}
    for seed in seeds:
        twin = by_digest.setdefault(seed.sha256, seed)
        if twin is not seed:
            errors.append(
                SeedError(
                    f"the same text as {twin.name}.txt",
                    remedy="Remove one of the two",
                    file=project / "seeds" / f"{seed.name}.txt",
                    line=1,
                )
            )
    return list(by_digest.values()), errors


def extract(project: Path, progress: Progress | None = None) -> Extracted:
    """Seeds → `data/`. Seeds that cannot be read are left out and reported; the others are written.

    Where none can be read, `data/` stays as it is and the first error is raised.
    """
    ledger = project / "data" / "permalinks.yml"
    published = read_ledger(ledger)
    seeds, errors = read_seeds(project)
    if not seeds:
        raise errors[0]
    running = extract_seeds(seeds, faults=errors)
    extractions = tuple(progress(running, len(seeds)) if progress else running)
    if not extractions:
        raise errors[0]
    resolution = resolve(extractions, published)
    write_records(project / "data", resolution.records)
    write_ledger(ledger, resolution.ledger)
    return Extracted(Records(resolution.records), resolution, extractions, tuple(errors))


def report(extracted: Extracted) -> str:
    """What was found, in a few lines: records by type, and what nobody claimed, by source."""
    counts = ", ".join(f"{len(extracted.records.of(cls))} {cls.folder}" for cls in RECORD_TYPES)
    merged = sum(decision.merged for decision in extracted.resolution.decisions)
    lines = [f"{counts}; {merged} merges, {len(extracted.resolution.decisions) - merged} refusals"]
    for extraction in extracted.extractions:
        leftovers = ", ".join(f"{count} {what}" for what, count in extraction.leftovers)
        lines.append(f"  {extraction.document.seed.name}: unclaimed {leftovers or 'nothing'}")
    return "\n".join(lines)


def render(project: Path) -> None:
    """`data/` → pages → `site/`."""
    records = read_records(project / "data")
    pages = project / "build" / "pages"
    render_pages(project, records, pages)
    build_site(project, pages, project / "site")


def build(project: Path) -> Extracted:
    """Everything."""
    extracted = extract(project)
    render(project)
    return extracted
