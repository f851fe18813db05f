"""A hundred queries typed into the box of the built site: what was meant stands where it should.

`python -m pytest tests/browser/test_search_queries.py -s` prints the share for each site.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page

from uzkz_kb.text.fold import fold

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "search" / "queries.yml").read_text(encoding="utf-8"))
SITES = {"latn": "", "cyrl": "kirill/"}
#: Of the queries, at least so many must find what was meant within its place.
ENOUGH = 0.95

RESULTS = """() => [...document.querySelectorAll('.md-search-result__item > a:first-child')].map(
  link => [new URL(link.href).pathname, link.querySelector('h1').textContent])"""
#: The worker's answers are counted, so that a wait ends with the answer to the last query.
COUNT = """() => {
  window.answers = 0;
  window.component$.subscribe(part => { if (part.items) window.answers += 1; });
}"""


@dataclass
class Box:
    """The search box of one script's site."""

    page: Page
    root: str

    def ask(self, query: str) -> list[tuple[str, str]]:
        """Section and title of the results, in order."""
        self.page.fill(".md-search__input", "")
        self.page.wait_for_timeout(10)
        self.page.evaluate("() => { window.answers = 0; }")
        self.page.fill(".md-search__input", query)
        self.page.wait_for_function("() => window.answers > 0")
        found = self.page.evaluate(RESULTS)
        return [(path.removeprefix(self.root).split("/")[0], title) for path, title in found]


@pytest.fixture(scope="module", params=SITES)
def box(request: pytest.FixtureRequest, browser: Browser, built_site: Any) -> Iterator[Box]:
    page = browser.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.on("request", lambda asked: asked.url.startswith(built_site.url) or wrong.append(asked.url))
    page.goto(f"{built_site.url}/{SITES[request.param]}".replace("//k", "/k"), wait_until="networkidle")
    page.click(".md-search__input")
    page.evaluate(COUNT)
    yield Box(page, f"/{SITES[request.param]}")
    page.close()
    assert wrong == []


def test_a_hundred_queries_find_what_was_meant(box: Box) -> None:
    queries = [query for group in QUERIES.values() for query in group]
    assert len(queries) >= 100
    missed = [report for query in queries if (report := _miss(box, query))]
    share = 1 - len(missed) / len(queries)
    print(
        f"\n{box.root}: {len(queries) - len(missed)} of {len(queries)} queries ({share:.1%})",
        *missed,
        sep="\n  ",
    )
    assert share >= ENOUGH


def test_every_record_is_found_by_its_own_title(box: Box, built_site: Any) -> None:
    script = "cyrl" if "kirill" in box.root else "latn"
    missed = []
    for record in built_site.records:
        for spelling in (record.names.latn, record.names.cyrl):
            if fold(getattr(record.names, script)) not in [fold(title) for _, title in box.ask(spelling)]:
                missed.append(spelling)
    assert missed == []


def _miss(box: Box, query: dict[str, Any]) -> str:
    """What came instead of what was meant; empty where it came."""
    found = box.ask(query["type"])
    for section, title in found[: query["within"]]:
        if section == query["in"] and fold(query["find"]) in fold(title):
            return ""
    return (
        f"{query['type']}: not {query['find']!r} in {query['in']} within {query['within']}, but {found[:4]}"
    )
