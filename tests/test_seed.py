"""What cannot be read is refused with the file, the line and the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from uzkz_kb.errors import SeedError
from uzkz_kb.read.seed import read_seed


def seed_of(tmp_path: Path, content: bytes, sidecar: str | None = None) -> Path:
    file = tmp_path / "matn.txt"
    file.write_bytes(content)
    if sidecar is not None:
        file.with_suffix(".yml").write_text(sidecar, encoding="utf-8")
    return file


def test_a_seed_is_its_characters_as_they_stand_on_disk(tmp_path: Path) -> None:
    seed = read_seed(seed_of(tmp_path, b"Bitim\r\nimzolandi.\r\n"))
    assert seed.name == "matn"
    assert seed.text == "Bitim\r\nimzolandi.\r\n"
    assert seed.sidecar.published is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "holds no words"),
        (b"   \n\n 123 \n", "holds no words"),
        ("Ikki davlat\nкелишув".encode("cp1251"), "matn.txt:2: byte 0xea is not UTF-8"),
        (b"PNG\x00\x01\x02 bitim", "as binary files hold"),
        (("so‘z " * 30_000).encode(), "without a full stop"),
    ],
)
def test_a_text_that_is_none_is_refused(tmp_path: Path, content: bytes, problem: str) -> None:
    with pytest.raises(SeedError) as refused:
        read_seed(seed_of(tmp_path, content))
    assert problem in str(refused.value)
    assert str(refused.value).startswith(str(tmp_path / "matn.txt"))


def test_a_sidecar_says_what_the_text_does_not(tmp_path: Path) -> None:
    sidecar = "title: Sarlavha\nauthors: [A. Muallif]\npublished: 2024-08\nfull_text: false\n"
    seed = read_seed(seed_of(tmp_path, b"Bitim imzolandi.", sidecar))
    assert seed.sidecar.title == "Sarlavha"
    assert seed.sidecar.authors == ("A. Muallif",)
    assert seed.sidecar.published == "2024-08"
    assert seed.sidecar.full_text is False


@pytest.mark.parametrize(
    ("sidecar", "problem"),
    [
        (
            "title: Sarlavha\nauthor: X\n",
            "matn.yml:2: author: unknown key. A sidecar's keys are title, authors",
        ),
        ("published: kecha\n", "matn.yml:1: published"),
        ("kind: blog\n", "matn.yml:1: kind"),
        ("title: [\n", "no YAML"),
        ("- a\n- b\n", "the sidecar"),
        ("title: !!python/object:os.system x\n", "no YAML"),
    ],
)
def test_a_broken_sidecar_is_refused_with_its_line(tmp_path: Path, sidecar: str, problem: str) -> None:
    with pytest.raises(SeedError) as refused:
        read_seed(seed_of(tmp_path, b"Bitim imzolandi.", sidecar))
    assert problem in str(refused.value)
