"""Speed of reading: N documents the size of the seeds, all different, in processes; the time of each stage.

    python bench/bench_extract.py [--documents 10000]

The documents are the seeds' own sentences in another order, with other numbers, years and names. They are
read by what `uzkz-kb extract` reads with; this process holds all of them, with what was found, as it does.
"""

from __future__ import annotations

import argparse
import hashlib
import multiprocessing
import os
import random
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.model.findings import Extraction
from uzkz_kb.pipeline import extract_seeds
from uzkz_kb.read.document import read_document
from uzkz_kb.read.seed import read_seed, seed_files
from uzkz_kb.recognise.agreements import judged_agreements
from uzkz_kb.recognise.dates import find_dates, find_published
from uzkz_kb.recognise.events import judged_events
from uzkz_kb.recognise.figures import judged_figures
from uzkz_kb.recognise.names import find_names
from uzkz_kb.recognise.rules import words
from uzkz_kb.recognise.verbs import Verbs

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


@contextmanager
def watched_memory() -> Iterator[list[float]]:
    """Yields a list that grows by what this process and its children hold together, in MB, twice a second.

    A page that several of them share is counted once (PSS, as the system counts it).
    """
    held: list[float] = []
    done = threading.Event()

    def watch() -> None:
        while not done.wait(0.5):
            held.append(sum(map(_proportional_set, (os.getpid(), *_children()))))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield held
    finally:
        done.set()
        watcher.join()


def _children() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid is not None]


def _proportional_set(pid: int) -> float:
    """MB that a process holds, its shared pages by its share; 0 where it has just ended."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line.startswith("Pss:"))


def findings(extraction: Extraction) -> int:
    """How many people, figures, agreements and happenings were found."""
    parts = (extraction.names.people, extraction.figures, extraction.agreements, extraction.events)
    return sum(map(len, parts))


def stages(seeds: list[Seed]) -> tuple[int, dict[str, float]]:
    """How many tokens `seeds` have, and the seconds of each stage over them, in one process."""
    spent: dict[str, float] = {}
    tokens = 0

    def timed(name: str, stage: Callable[..., Any], *given: object) -> Any:
        start = time.perf_counter()
        result = stage(*given)
        spent[name] = spent.get(name, 0.0) + time.perf_counter() - start
        return result

    for seed in seeds:
        document = timed("read", read_document, seed, words())
        tokens += sum(len(sentence.tokens) for sentence in document.sentences)
        published = timed("published", find_published, document)
        dates = timed("dates", find_dates, document, published)
        names = timed("names", find_names, document, published)
        timed("figures", judged_figures, document, dates, names, published)
        verbs = Verbs()
        agreements, _ = timed("agreements", judged_agreements, document, dates, names, published, verbs)
        timed("events", judged_events, document, dates, names, agreements, published, verbs)
    return tokens, spent


def main() -> None:
    """Prints documents and tokens a second, the whole time, the memory, and each stage's share."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=10_000)
    count = options.parse_args().documents
    seeds = [read_seed(file) for file in seed_files(PROJECT)]
    documents = list(varied(seeds, count))
    start = time.perf_counter()
    with watched_memory() as held:
        extractions = list(extract_seeds(documents))
    seconds = time.perf_counter() - start
    print(f"{count} documents, {sum(map(findings, extractions))} findings")
    print(f"{seconds:.1f} s on {os.cpu_count()} cores: {count / seconds:.0f} documents/s")
    print(f"memory at most {max(held, default=0):.0f} MB, all processes together")
    del extractions  # beside ten thousand of them, the collector would be what is timed
    sample = documents[: min(500, count)]
    tokens, spent = stages(sample)
    print(f"{tokens // len(sample)} tokens a document; of one process, over {len(sample)} of them:")
    for name, took in spent.items():
        print(f"  {name:11} {1000 * took / len(sample):6.2f} ms a document")


if __name__ == "__main__":
    main()
