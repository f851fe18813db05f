"""Speed of reading: N documents the size of the seeds, all different, in processes; the time of each stage.

    python bench/bench_extract.py [--documents 10000]

The documents are the seeds' own sentences in another order, with other numbers, years and names. Memory is
the peak of each process, as the system counts it: pages that processes share are counted in each. The parent
holds all documents and what was found in them, as `uzkz-kb extract` does.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from uzkz_kb import pipeline
from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Extraction
from uzkz_kb.read.document import read_document
from uzkz_kb.read.seed import read_seed, seed_files
from uzkz_kb.recognise.agreements import find_agreements
from uzkz_kb.recognise.dates import find_dates, find_published
from uzkz_kb.recognise.events import find_events
from uzkz_kb.recognise.figures import find_figures
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words

PROJECT = Path(__file__).parent.parent
SURNAMES = (
    "Karimov",
    "Aliyev",
    "Rahimov",
    "Yusupov",
    "Saidov",
    "Nurmatov",
    "Ergashev",
    "Qodirov",
    "Umarov",
    "Bekov",
)


def varied(seeds: list[Seed], count: int) -> Iterator[Seed]:
    """`count` documents made from the seeds, each different, the same ones every time."""
    chance = random.Random(20240401)
    sentences = [re.split(r"(?<=[.!?])\s+(?=[A-ZА-ЯЎҚҒҲ«“])", seed.text) for seed in seeds]
    for number in range(count):
        own = list(sentences[number % len(seeds)])
        chance.shuffle(own)
        text = re.sub(r"\d+", lambda m: _other_number(m.group(), chance), " ".join(own))
        text = re.sub(r"\b[A-Z]\w+oyev\b", lambda _: chance.choice(SURNAMES), text)
        digest = hashlib.sha256(text.encode()).hexdigest()
        yield Seed(
            f"{number:05}_{digest[:16]}",
            text,
            digest,
            Sidecar(published=f"{chance.randint(2010, 2025)}-05-17"),
        )


def _other_number(digits: str, chance: random.Random) -> str:
    if len(digits) == 4 and digits.startswith(("19", "20")):
        return str(chance.randint(1995, 2026))
    if len(digits) <= 2 and int(digits) <= 31:
        return str(chance.randint(1, 28))
    return "".join(chance.choice("123456789") for _ in digits)


def peak() -> float:
    """The most memory that this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def found(seed: Seed) -> tuple[Extraction, int, int, float]:
    """What a process sends back: what it found, the count of tokens, its id and its peak of memory."""
    extraction = pipeline.extract_seed(seed)
    tokens = sum(len(sentence.tokens) for sentence in extraction.document.sentences)
    return extraction.without_sentences(), tokens, os.getpid(), peak()


def held(result: tuple[Extraction, int, int, float], seed: Seed) -> tuple[Extraction, int, int, float]:
    """What the parent keeps: the seed it has, not the copy that came back."""
    extraction = result[0]
    return replace(extraction, document=replace(extraction.document, seed=seed)), *result[1:]


def findings(extraction: Extraction) -> int:
    """How many people, figures, agreements and happenings were found."""
    parts = (extraction.names.people, extraction.figures, extraction.agreements, extraction.events)
    return sum(map(len, parts))


def stages(seeds: list[Seed]) -> dict[str, float]:
    """Seconds of each stage over `seeds`, in one process."""
    spent: dict[str, float] = {}

    def timed(name: str, call):  # type: ignore[no-untyped-def]
        start = time.perf_counter()
        result = call()
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return result

    for seed in seeds:
        document = timed("read", lambda: read_document(seed, words()))  # noqa: B023
        published = timed("published", lambda: find_published(document))  # noqa: B023
        dates = timed("dates", lambda: find_dates(document, published))  # noqa: B023
        names = timed("names", lambda: find_names(document, published))  # noqa: B023
        timed("figures", lambda: find_figures(document, dates, names, published))  # noqa: B023
        agreements = timed("agreements", lambda: find_agreements(document, dates, names, published))  # noqa: B023
        timed("events", lambda: find_events(document, dates, names, agreements, published))  # noqa: B023
    return spent


def main() -> None:
    """Prints documents and tokens a second, the whole time, the memory, and each stage's share."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    count = options.parse_args().documents
    seeds = [read_seed(file) for file in seed_files(PROJECT)]
    documents = list(varied(seeds, count))
    start = time.perf_counter()
    words()  # read once, before the processes part
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        results = list(map(held, pool.map(found, documents, chunksize=16), documents))
    seconds = time.perf_counter() - start
    tokens = sum(result[1] for result in results)
    print(f"{count} documents, {tokens} tokens, {sum(findings(result[0]) for result in results)} findings")
    print(f"{seconds:.1f} s on {os.cpu_count()} cores: {count / seconds:.0f} documents/s, ", end="")
    print(f"{tokens / seconds:.0f} tokens/s")
    pool_peaks = [max(r[3] for r in results if r[2] == pid) for pid in sorted({r[2] for r in results})]
    each = " + ".join(f"{megabytes:.0f}" for megabytes in pool_peaks)
    print(f"memory {peak() + sum(pool_peaks):.0f} MB: parent {peak():.0f}, pool {each}")
    sample = documents[: min(500, count)]
    for name, spent in stages(sample).items():
        print(f"  {name:11} {1000 * spent / len(sample):6.2f} ms a document")


if __name__ == "__main__":
    main()
