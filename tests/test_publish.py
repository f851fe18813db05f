"""Publishing: nothing half-written is ever seen, and no address that was published stops resolving."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from uzkz_kb.errors import SiteError
from uzkz_kb.model.knowledge import Records
from uzkz_kb.publish import build_site
from uzkz_kb.publish.links import broken_links
from uzkz_kb.publish.redirects import redirects, write_redirects
from uzkz_kb.render import render_pages
from uzkz_kb.resolve.ledger import Entry, write_ledger

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "golden" / "project"


def _page(site: Path, path: str) -> None:
    for root in ("", "kirill/"):
        (site / root / path).mkdir(parents=True)
        (site / root / path / "index.html").write_text("<p>sahifa</p>", encoding="utf-8")


def test_a_merged_record_leads_to_what_it_became(tmp_path: Path) -> None:
    _page(tmp_path, "bitimlar/yangi/")
    entries = [
        Entry("birinchi", "agreement", (), moved_to="ikkinchi"),
        Entry("ikkinchi", "agreement", (), moved_to="yangi"),
        Entry("yangi", "agreement", ()),
    ]
    assert list(redirects(entries, tmp_path)) == [
        ("bitimlar/birinchi/", "bitimlar/yangi/"),
        ("bitimlar/ikkinchi/", "bitimlar/yangi/"),
    ]


def test_a_withdrawn_record_leads_to_its_section(tmp_path: Path) -> None:
    assert list(redirects([Entry("x", "person", ())], tmp_path)) == [("shaxslar/x/", "shaxslar/")]


def test_a_ring_of_merges_ends(tmp_path: Path) -> None:
    entries = [Entry("a", "event", (), moved_to="b"), Entry("b", "event", (), moved_to="a")]
    assert [new for _, new in redirects(entries, tmp_path)] == ["voqealar/", "voqealar/"]


def test_redirects_stand_in_both_scripts_and_lead_somewhere(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _page(site, "bitimlar/yangi/")
    write_ledger(
        tmp_path / "permalinks.yml",
        [Entry("eski", "agreement", (), moved_to="yangi"), Entry("yangi", "agreement", ())],
    )
    write_redirects(tmp_path / "permalinks.yml", site)
    for root, lang in (("", "uz-Latn"), ("kirill/", "uz-Cyrl")):
        page = BeautifulSoup((site / root / "bitimlar/eski/index.html").read_bytes(), "html.parser")
        assert page.html is not None
        assert page.html["lang"] == lang
        assert page.select_one("meta[http-equiv=refresh]")
    assert list(broken_links(site)) == []


def test_a_moved_page_leads_on_at_once_and_a_withdrawn_one_says_so_first(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _page(site, "bitimlar/yangi/")
    write_ledger(
        tmp_path / "permalinks.yml",
        [
            Entry("eski", "agreement", (), moved_to="yangi"),
            Entry("yangi", "agreement", ()),
            Entry("yoq", "agreement", ()),
        ],
    )
    write_redirects(tmp_path / "permalinks.yml", site)
    moved = (site / "bitimlar/eski/index.html").read_text(encoding="utf-8")
    assert 'content="0; url=../../bitimlar/yangi/"' in moved
    assert 'location.replace("../../bitimlar/yangi/" + location.hash)' in moved
    withdrawn = (site / "bitimlar/yoq/index.html").read_text(encoding="utf-8")
    assert 'content="6; url=../../bitimlar/"' in withdrawn
    assert "olib tashlangan" in withdrawn
    assert "<script>" not in withdrawn


def _project(folder: Path) -> Path:
    """The small project with the configuration and the pages people wrote of this one."""
    project = folder / "loyiha"
    shutil.copytree(SMALL, project)
    shutil.copytree(ROOT / "docs", project / "docs")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "src").symlink_to(ROOT / "src")
    return project


def test_the_small_project_builds_without_a_warning_or_a_broken_link(
    small_records: Records, tmp_path: Path
) -> None:
    project = _project(tmp_path)
    render_pages(project, small_records, project / "build" / "pages")
    build_site(project, project / "build" / "pages", project / "site")
    assert list(broken_links(project / "site")) == []
    hostile = BeautifulSoup((project / "site/bitimlar/hujum/index.html").read_bytes(), "html.parser")
    assert hostile.title is not None
    assert hostile.title.get_text().startswith('<script>alert("salom")</script> & [havola]')
    assert not [tag for tag in hostile.find_all("script") if "salom" in tag.get_text()]
    assert "{{ 7*7 }}" in hostile.get_text()


def test_a_failed_build_says_why_and_leaves_the_old_site(small_records: Records, tmp_path: Path) -> None:
    project = _project(tmp_path)
    pages, site = project / "build" / "pages", project / "site"
    render_pages(project, small_records, pages)
    site.mkdir()
    (site / "index.html").write_text("eski", encoding="utf-8")
    (pages / "latn" / "usul" / "index.md").write_text("[yo‘q](yoq.md)", encoding="utf-8")
    with pytest.raises(SiteError, match=r"yoq\.md"):
        build_site(project, pages, site)
    assert [file.name for file in site.iterdir()] == ["index.html"]


def test_a_page_in_one_script_only_is_refused(small_records: Records, tmp_path: Path) -> None:
    project = _project(tmp_path)
    (project / "docs" / "latn" / "yolgiz.md").write_text("# Yolg‘iz", encoding="utf-8")
    with pytest.raises(SiteError, match="one script only"):
        render_pages(project, small_records, project / "build" / "pages")
