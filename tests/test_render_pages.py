"""A golden page of each type: the small project in `tests/golden/project`, rendered.

`UPDATE_GOLDEN=1 pytest tests/test_render_pages.py` writes them anew; read the diff before you commit it.
"""

import os
from pathlib import Path

import pytest

from uzkz_kb.model.knowledge import Records
from uzkz_kb.render import render_pages

SMALL = Path(__file__).parent / "golden" / "project"
GOLDEN = Path(__file__).parent / "golden" / "pages"
PAGES = (
    "index.md",
    "bitimlar/index.md",
    "bitimlar/suv-va-energetika-shartnomasi.md",
    "bitimlar/hujum.md",
    "voqealar/vazirlar-uchrashuvi.md",
    "korsatkichlar/index.md",
    "korsatkichlar/tovar-ayirboshlash-2023.md",
    "shaxslar/aziza-karimova.md",
    "tashkilotlar/strategik-tadqiqotlar-instituti.md",
    "joylar/ozbekiston.md",
    "manbalar/namuna-1.md",
    "manbalar/namuna-2.md",
    "malumotlar/index.md",
    "malumotlar/figures.csv",
    "hammasi/index.md",
)


@pytest.mark.parametrize("script", ["latn", "cyrl"])
@pytest.mark.parametrize("page", PAGES)
def test_golden_page(page: str, script: str, small_pages: Path) -> None:
    rendered = (small_pages / script / page).read_bytes()
    golden = GOLDEN / script / page
    if "UPDATE_GOLDEN" in os.environ:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(rendered)
    assert rendered.decode() == golden.read_bytes().decode()


def test_same_records_same_bytes(small_pages: Path, small_records: Records, tmp_path: Path) -> None:
    render_pages(SMALL, small_records, tmp_path / "pages")
    assert _content(tmp_path / "pages") == _content(small_pages)


def test_rendering_again_leaves_nothing_of_before(small_records: Records, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    (out / "latn").mkdir(parents=True)
    (out / "latn" / "eski.md").write_text("eski")
    render_pages(SMALL, small_records, out)
    assert not (out / "latn" / "eski.md").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["pages"]


def test_every_page_stands_in_both_scripts(small_pages: Path) -> None:
    assert set(_content(small_pages / "latn")) == set(_content(small_pages / "cyrl"))


def _content(folder: Path) -> dict[str, bytes]:
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
