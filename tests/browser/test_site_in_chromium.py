"""The site as a reader meets it, in headless Chromium; `visit` fails where anything went wrong."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import BuiltSite, Visit
from uzkz_kb.model.records import Agreement, Event, Figure, Person, Place, Source
from uzkz_kb.render.view import path_of

Window = Callable[..., Visit]


def test_home_opens(visit: Window) -> None:
    page = visit().open("/")
    assert page.locator("h1").first.inner_text().startswith("O‘zbekiston – Qozog‘iston")
    assert page.locator(".records__item").count() > 0
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize(("root", "script"), [("/", "latn"), ("/kirill/", "cyrl")])
def test_an_agreement_opens_by_its_address(
    visit: Window, built_site: BuiltSite, root: str, script: str
) -> None:
    agreement = built_site.records.of(Agreement)[0]
    page = visit().open(root + path_of(agreement))
    assert page.locator("h1").inner_text().rstrip("#").split() == getattr(agreement.title, script).split()
    assert page.locator("blockquote").count() > 0


def test_the_switch_stays_on_the_page_and_its_place(visit: Window, built_site: BuiltSite) -> None:
    window = visit()
    path = path_of(built_site.records.of(Agreement)[0])
    page = window.open("/" + path + "#manbalarda")
    page.click(".script-switch__link")
    page.wait_for_url(f"{window.url}/kirill/{path}#manbalarda")
    assert page.get_attribute("html", "lang") == "uz-Cyrl"
    page.click(".script-switch__link")
    page.wait_for_url(f"{window.url}/{path}#manbalarda")


def test_home_remembers_the_script(visit: Window) -> None:
    window = visit()
    window.open("/").click(".script-switch__link")
    window.page.wait_for_url(f"{window.url}/kirill/")
    window.page.goto("about:blank")
    window.open("/").wait_for_url(f"{window.url}/kirill/")


def test_an_address_opens_in_the_script_it_names(visit: Window, built_site: BuiltSite) -> None:
    window = visit()
    window.open("/").click(".script-switch__link")
    window.page.wait_for_url(f"{window.url}/kirill/")
    page = window.open("/" + path_of(built_site.records.of(Agreement)[0]))
    page.wait_for_load_state("networkidle")
    assert page.get_attribute("html", "lang") == "uz-Latn"


def test_the_switch_is_a_plain_link_without_scripts(visit: Window) -> None:
    window = visit(javascript=False)
    page = window.open("/usul/")
    page.click(".script-switch__link")
    assert page.url == f"{window.url}/kirill/usul/"
    page.locator(".plain-index").click()
    assert page.url == f"{window.url}/kirill/hammasi/"


@pytest.mark.parametrize("root", ["/", "/kirill/"])
def test_the_search_box_finds_something(visit: Window, built_site: BuiltSite, root: str) -> None:
    page = visit().open(root)
    person = built_site.records.of(Person)[0]
    name = person.name.cyrl if "kirill" in root else person.name.latn
    page.click(".md-search__input")
    page.keyboard.type(name.split()[-1], delay=20)
    found = page.locator(".md-search-result__link")
    found.first.wait_for()
    assert any(path_of(person) in (link.get_attribute("href") or "") for link in found.all())


def test_a_quote_leads_to_its_words(visit: Window, built_site: BuiltSite) -> None:
    page = visit().open("/" + path_of(built_site.records.of(Agreement)[0]))
    words = page.locator("blockquote a").first.inner_text()
    page.locator("blockquote a").first.click()
    assert page.locator(":target").inner_text().split() == words.split()


def test_a_quote_can_be_read_in_the_other_script(visit: Window, built_site: BuiltSite) -> None:
    page = visit(javascript=False).open("/" + path_of(built_site.records.of(Agreement)[0]))
    other = page.locator("details.script p").first
    assert not other.is_visible()
    page.locator("details.script summary").first.click()
    assert other.is_visible()


def _paths(site: BuiltSite) -> list[str]:
    """A page of each template."""
    sections = ("bitimlar", "korsatkichlar", "shaxslar")
    some = [site.records.of(cls)[0] for cls in (Agreement, Event, Figure, Person, Place, Source)]
    return ["", *(f"{name}/" for name in (*sections, "hammasi", "malumotlar", "usul")), *map(path_of, some)]


@pytest.mark.parametrize("root", ["/", "/kirill/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_small_phone_needs_no_sideways_scrolling(
    visit: Window, built_site: BuiltSite, root: str, scheme: str
) -> None:
    window = visit(width=360, scheme=scheme)
    for path in _paths(built_site):
        page = window.open(root + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        wanted = "slate" if scheme == "dark" else "default"
        assert page.get_attribute("body", "data-md-color-scheme") == wanted


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible(visit: Window, built_site: BuiltSite, scheme: str) -> None:
    window = visit(scheme=scheme)
    for path in _paths(built_site):
        found = Axe().run(window.open("/kirill/" + path)).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == [], path


def test_what_is_not_found_is_said_in_both_scripts(visit: Window) -> None:
    window = visit()
    page = window.open("/bitimlar/bunday-bitim-yoq/")
    assert page.locator("h1").inner_text() == "Sahifa topilmadi"
    assert page.locator("[lang=uz-Cyrl] h2").inner_text() == "Саҳифа топилмади"
    assert all("404" in error for error in window.errors)
    window.errors.clear()
