"""The whole built site: every link, every twin, every script where it belongs, the same bytes twice."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from conftest import ROOT, BuiltSite
from uzkz_kb.model.records import Agreement, Event, Person, Place, Source
from uzkz_kb.publish import build_site
from uzkz_kb.publish.links import broken_links
from uzkz_kb.render import render_pages
from uzkz_kb.render.connections import source_names
from uzkz_kb.render.marks import anchor
from uzkz_kb.render.view import path_of

CYRILLIC = re.compile("[Ѐ-ӿ]")
QUOTED_OR_CODE = "script, code, .hash, .headerlink, .seed, blockquote, q, .cite__link, a[href*='://']"
LATIN_WORD = re.compile(r"[A-Za-z‘’ʻʼ]{3,}")


@cache
def soup(file: Path) -> BeautifulSoup:
    return BeautifulSoup(file.read_bytes(), "html.parser")


def html_pages(site: Path) -> Iterator[Path]:
    return (file.relative_to(site) for file in sorted(site.rglob("*.html")))


def full_pages(site: Path) -> Iterator[Path]:
    """All pages but those that only say where a reader should go."""
    for page in html_pages(site):
        if page.name != "404.html" and not soup(site / page).select("meta[http-equiv=refresh]"):
            yield page


def latin_pages(site: Path) -> list[Path]:
    return [page for page in html_pages(site) if page.parts[0] != "kirill"]


def test_no_link_is_broken(built_site: BuiltSite) -> None:
    assert list(broken_links(built_site.folder)) == []


def test_every_page_has_its_twin_with_the_same_anchors(built_site: BuiltSite) -> None:
    cyrillic = [
        page.relative_to("kirill") for page in html_pages(built_site.folder) if page.parts[0] == "kirill"
    ]
    assert cyrillic == latin_pages(built_site.folder)
    for page in cyrillic:
        latin, twin = soup(built_site.folder / page), soup(built_site.folder / "kirill" / page)
        assert [tag["id"] for tag in latin.find_all(id=True)] == [
            tag["id"] for tag in twin.find_all(id=True)
        ], page


def test_every_record_has_its_page(built_site: BuiltSite) -> None:
    for record in built_site.records:
        for root in ("", "kirill/"):
            page = soup(built_site.folder / root / path_of(record) / "index.html")
            title = record.names.cyrl if root else record.names.latn
            heading = page.select_one("h1")
            assert heading is not None
            assert heading.get_text().removesuffix("#").split() == title.split()


def test_every_page_says_its_script_and_its_twins(built_site: BuiltSite) -> None:
    for page in full_pages(built_site.folder):
        html = soup(built_site.folder / page)
        cyrillic = page.parts[0] == "kirill"
        assert html.html is not None
        assert html.html["lang"] == ("uz-Cyrl" if cyrillic else "uz-Latn")
        languages = {link["hreflang"]: str(link["href"]) for link in html.find_all("link", hreflang=True)}
        assert list(languages) == ["uz-Latn", "uz-Cyrl", "x-default"]
        assert (
            languages["uz-Cyrl"].replace("/kirill/", "/", 1) == languages["uz-Latn"] == languages["x-default"]
        )
        canonical = html.find("link", rel="canonical")
        assert isinstance(canonical, Tag)
        assert canonical["href"] == languages["uz-Cyrl" if cyrillic else "uz-Latn"]
        assert html.find("meta", attrs={"name": "description", "content": True})
        assert len(html.find_all("h1")) == 1


def test_the_interface_is_in_the_script_of_the_page(built_site: BuiltSite) -> None:
    """Outside quotations, names of files and addresses, no word of the other script stands on a page."""
    for page in full_pages(built_site.folder):
        html = BeautifulSoup((built_site.folder / page).read_bytes(), "html.parser")
        own = "uz-Cyrl" if page.parts[0] == "kirill" else "uz-Latn"
        foreign = [tag for tag in html.body.find_all(lang=True) if tag["lang"] != own] if html.body else []
        for tag in [
            *foreign,
            *html.select(QUOTED_OR_CODE),
        ]:
            tag.decompose()
        words = re.sub(r"https?://\S+", "", " ".join(html.stripped_strings))
        words += " ".join(str(tag["title"]) for tag in html.find_all(title=True))
        words += " ".join(str(tag["aria-label"]) for tag in html.find_all(attrs={"aria-label": True}))
        if own == "uz-Latn":
            assert not CYRILLIC.search(words), page
        else:
            names = [record.names.cyrl for record in built_site.records]
            names += [source.publisher or "" for source in built_site.records.of(Source)]
            kept = {word for name in names for word in LATIN_WORD.findall(name)}
            assert set(LATIN_WORD.findall(words)) <= {*kept, "CSV", "JSON", "SHA", "YAML", "UTF"}, page


def test_every_quote_leads_to_its_words_in_the_source(built_site: BuiltSite) -> None:
    sources = source_names(built_site.records)
    for record in built_site.records:
        page = soup(built_site.folder / path_of(record) / "index.html")
        links = {str(link["href"]) for link in page.select("figure.quotes blockquote a")}
        for mention in record.mentions if not isinstance(record, Source) else ():
            source = soup(built_site.folder / path_of(sources[mention.source]) / "index.html")
            place = source.find(id=anchor(mention.start, mention.end))
            assert place is not None, (record.id, mention)
            assert any(f"manbalar/{sources[mention.source].id}/#m-" in link for link in links)


def test_links_go_both_ways(built_site: BuiltSite) -> None:
    def leads(one: str, other: str) -> bool:
        return any(
            posixpath.normpath(posixpath.join(one, str(link["href"]))) == other.rstrip("/")
            for link in soup(built_site.folder / one / "index.html").select("article a[href]")
        )

    records = built_site.records
    pairs: list[tuple[str, str]] = []
    for event in records.of(Event):
        pairs += [(event.id, other) for other in (*event.participants, *event.agreements)]
        pairs += [(event.id, event.place)] if event.place else []
    for agreement in records.of(Agreement):
        pairs += [(agreement.id, other) for other in (*agreement.parties, *agreement.signatories)]
        pairs += [(agreement.id, other) for other in (agreement.event, agreement.place) if other]
    for person in records.of(Person):
        pairs += [(person.id, role.organization) for role in person.roles if role.organization]
    for place in records.of(Place):
        pairs += [(place.id, place.country)] if place.country and place.country != place.id else []
    for one, other in pairs:
        if one in records.by_id and other in records.by_id:
            ends = path_of(records.by_id[one]), path_of(records.by_id[other])
            assert leads(*ends), ends
            assert leads(*reversed(ends)), ends


def test_nothing_comes_from_another_host(built_site: BuiltSite) -> None:
    for page in html_pages(built_site.folder):
        html = soup(built_site.folder / page)
        fetched = [tag.get("src") for tag in html.find_all(src=True)]
        fetched += [
            tag.get("href")
            for tag in html.find_all("link")
            if set(tag["rel"]) & {"stylesheet", "icon", "preload"}
        ]
        assert not [address for address in fetched if re.match(r"(https?:)?//", str(address))], page


def test_no_record_is_in_the_navigation(built_site: BuiltSite) -> None:
    home = soup(built_site.folder / "index.html")
    assert 0 < len(home.select(".md-nav--primary .md-nav__link[href]")) < 30


def test_pages_hold_no_inline_script_of_ours(built_site: BuiltSite) -> None:
    """The theme's own few stay; a strict Content-Security-Policy can name them by their hashes."""
    inline = {
        tag.get_text()
        for page in html_pages(built_site.folder)
        for tag in soup(built_site.folder / page).find_all("script", src=False)
        if tag.get("type") != "application/json"
    }
    assert all("__md" in script or "__palette" in script or "__tabbed" in script for script in inline)
    assert not [
        page
        for page in html_pages(built_site.folder)
        if soup(built_site.folder / page).find_all(attrs={"onclick": True, "onload": True, "onerror": True})
    ]


def test_the_page_for_what_is_not_found_speaks_both_scripts(built_site: BuiltSite) -> None:
    for folder in (built_site.folder, built_site.folder / "kirill"):
        text = soup(folder / "404.html").get_text()
        assert "Sahifa topilmadi" in text
        assert "Саҳифа топилмади" in text


def test_two_builds_are_the_same_byte_for_byte(built_site: BuiltSite, tmp_path: Path) -> None:
    render_pages(ROOT, built_site.records, tmp_path / "pages")
    build_site(ROOT, tmp_path / "pages", tmp_path / "site")
    first, second = _content(built_site.folder), _content(tmp_path / "site")
    assert [name for name in first.keys() | second.keys() if first.get(name) != second.get(name)] == []


def _content(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
