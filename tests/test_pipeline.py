"""Seeds → data/: the same bytes every time, nothing lost where one text cannot be read."""

from __future__ import annotations

import gc
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from uzkz_kb import pipeline
from uzkz_kb.errors import SeedError
from uzkz_kb.model.document import Document
from uzkz_kb.model.records import Agreement, Event, Person
from uzkz_kb.resolve.ledger import read_ledger
from uzkz_kb.store import read_records

PROJECT = Path(__file__).parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the five seeds and nothing else."""
    shutil.copytree(PROJECT / "seeds", tmp_path / "seeds")
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*.yml"))}


def test_the_committed_records_are_what_the_seeds_give(project: Path) -> None:
    pipeline.extract(project)
    assert files(project / "data") == files(PROJECT / "data")


def test_a_second_run_changes_nothing(project: Path) -> None:
    pipeline.extract(project)
    first = files(project / "data")
    pipeline.extract(project)
    assert files(project / "data") == first


def test_a_new_seed_changes_no_existing_id(project: Path) -> None:
    pipeline.extract(project)
    before = {entry.id for entry in read_ledger(project / "data" / "permalinks.yml")}
    text = "Toshkentda 2024-yil 8-avgust kuni Shavkat Mirziyoyev va Qosim-Jomart Toqayev uchrashdi."
    (project / "seeds" / "0.txt").write_text(text, encoding="utf-8")
    pipeline.extract(project)
    living = {record.id for record in read_records(project / "data")}
    assert before <= living


def test_the_order_of_the_seeds_changes_nothing() -> None:
    seeds, _ = pipeline.read_seeds(PROJECT)
    forward = pipeline.resolve(list(pipeline.extract_seeds(seeds)))
    backward = pipeline.resolve(list(pipeline.extract_seeds(seeds[::-1])))
    assert forward.records == backward.records


def test_extraction_maps_over_any_executor() -> None:
    seeds, _ = pipeline.read_seeds(PROJECT)
    with ProcessPoolExecutor(max_workers=2) as pool:
        apart = list(pipeline.extract_seeds(seeds, pool))
    here = list(pipeline.extract_seeds(seeds))
    assert pipeline.resolve(apart).records == pipeline.resolve(here).records


def test_extraction_leaves_no_reference_cycles() -> None:
    seeds, _ = pipeline.read_seeds(PROJECT)
    pipeline.extract_seed(seeds[0])  # what is made once, for all texts, may well hold some
    gc.collect()
    gc.disable()
    try:
        for seed in seeds:
            pipeline.extract_seed(seed)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_a_seed_that_cannot_be_read_leaves_the_others(project: Path) -> None:
    (project / "seeds" / "broken.txt").write_bytes(b"\xff\xfe bitim")
    (project / "seeds" / "empty.txt").write_bytes(b"")
    extracted = pipeline.extract(project)
    assert [Path(str(error.file)).name for error in extracted.errors] == ["broken.txt", "empty.txt"]
    assert len(extracted.extractions) == 5


def test_a_text_on_which_a_rule_fails_leaves_the_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(document: Document) -> None:
        if document.seed.name.startswith("000"):
            raise IndexError("no such token")

    monkeypatch.setattr(pipeline, "find_published", failing)
    extracted = pipeline.extract(project)
    (error,) = extracted.errors
    name = next(file.stem for file in (project / "seeds").glob("000*.txt"))
    assert str(error).startswith(
        f"seeds/{name}.txt: a rule fails on this text (IndexError: no such token, at "
    )
    assert len(extracted.extractions) == 4
    with pytest.raises(SeedError):
        list(pipeline.extract_seeds(pipeline.read_seeds(project)[0]))


def test_where_no_text_can_be_read_the_records_stay(project: Path) -> None:
    pipeline.extract(project)
    before = files(project / "data")
    for seed in (project / "seeds").glob("*.txt"):
        seed.write_bytes(b"\xff")
    with pytest.raises(SeedError):
        pipeline.extract(project)
    assert files(project / "data") == before


def test_a_removed_text_takes_its_records_along_and_leaves_their_addresses(project: Path) -> None:
    pipeline.extract(project)
    before = read_ledger(project / "data" / "permalinks.yml")
    next((project / "seeds").glob("003_*.txt")).unlink()
    pipeline.extract(project)
    sources = {mention.source[:3] for record in read_records(project / "data") for mention in record.mentions}
    assert sources == {"000", "001", "002", "004"}
    assert [e.id for e in before] == [e.id for e in read_ledger(project / "data" / "permalinks.yml")]


def test_the_same_text_twice_is_read_once(project: Path) -> None:
    twin = project / "seeds" / "001_copy.txt"
    shutil.copy(next((project / "seeds").glob("001_*.txt")), twin)
    extracted = pipeline.extract(project)
    assert len(extracted.extractions) == 5
    assert "the same text as" in str(extracted.errors[0])


def test_one_person_is_one_record_across_sources() -> None:
    people = {person.id: person for person in read_records(PROJECT / "data").of(Person)}
    for name in ("shavkat-mirziyoyev", "qosim-jomart-toqayev"):
        assert len({mention.source for mention in people[name].mentions}) >= 2


def test_every_agreement_of_an_event_names_it_back() -> None:
    records = read_records(PROJECT / "data")
    events = {event.id: event for event in records.of(Event)}
    for agreement in records.of(Agreement):
        if agreement.event is not None:
            assert agreement.id in events[agreement.event].agreements


def test_hostile_text_becomes_no_yaml_tag_and_no_path(project: Path) -> None:
    text = (
        "Toshkentda 2024-yil 8-avgustda “../../x <script>alert(1)</script>” forumi bo‘lib o‘tdi. "
        "Forumda !!python/object to‘g‘risidagi bitim imzolandi. {{ config }} 5 million dollar ajratildi."
    )
    (project / "seeds" / "hostile.txt").write_text(text, encoding="utf-8")
    pipeline.extract(project)
    for record in read_records(project / "data"):
        assert (project / "data" / record.folder / f"{record.id}.yml").exists()
        assert set(record.id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
