"""How fast the search answers in Chromium, typed letter by letter into the theme's box, and what it loads.

    python bench/bench_search.py [PAGES …] [--built N]

For each number of pages (1,000 and 10,000 unless told) it makes up that many records and a quarter as many
passages (sentences of `seeds/` with other names, numbers and years), builds a site of N of the pages (50)
with the whole index, and types queries in both scripts. A key press counts from `keydown` to the new list.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from playwright.sync_api import Page, Response, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))

from search.small_site import build_small_site, served  # noqa: E402
from uzkz_kb.publish.search.entry import SearchEntry  # noqa: E402

QUERIES = (
    "shartnoma",
    "bitimlarning",
    "Toshkentdagi uchrashuv",
    "savdo aylanmasi 2019",
    "Қозоғистон шартномаси",
    "Samarkand",
    "hamkorlik dasturi 2024",
    "shatrnoma",
    "Tokayev",
    "imzolangan 2021",
)
TYPES = {
    "agreement": ("Bitim", "bitimlar", 40),
    "event": ("Voqea", "voqealar", 20),
    "figure": ("Ko‘rsatkich", "korsatkichlar", 25),
    "person": ("Shaxs", "shaxslar", 7),
    "organization": ("Tashkilot", "tashkilotlar", 4),
    "place": ("Joy", "joylar", 2),
    "source": ("Manba", "manbalar", 2),
}
KINDS = ("shartnoma", "bitim", "memorandum", "deklaratsiya", "dastur", "reja", "bayonot", "protokol")
PLACES = ("Toshkent", "Ostona", "Samarqand", "Xiva", "Olmaota", "Chimkent", "Turkiston", "Buxoro", "Nukus")
STATES = ("imzolangan", "rejalashtirilgan", "qabul qilingan", "ratifikatsiya qilingan")
SYLLABLES = (
    "ba",
    "qo",
    "nur",
    "sul",
    "to",
    "jan",
    "ber",
    "mu",
    "rod",
    "yor",
    "ma",
    "dil",
    "sher",
    "ot",
    "xon",
)
#: What tells the moment: the list changes, after the key went down.
WATCH = """() => {
  window.pressed = []; window.answered = [];
  const box = document.querySelector('[data-md-component=search-query]');
  box.addEventListener('keydown', () => window.pressed.push(performance.now()), true);
  new MutationObserver(() => {
    const at = performance.now();
    if (window.pressed.length > window.answered.length) {
      while (window.answered.length < window.pressed.length) window.answered.push(at);
    }
  }).observe(document.querySelector('.md-search-result__list'), {childList: true});
}"""


def made_up(pages: int) -> Iterator[SearchEntry]:
    """`pages` records and a quarter as many passages, the same at every run."""
    chance = random.Random(pages)
    sentences = _sentences()
    types = [name for name, (_, _, share) in TYPES.items() for _ in range(share)]
    for number in range(pages):
        type_ = chance.choice(types)
        label, folder, _ = TYPES[type_]
        place, year, kind = chance.choice(PLACES), str(chance.randint(1992, 2030)), chance.choice(KINDS)
        name = "".join(chance.choices(SYLLABLES, k=3)).capitalize() + "ov"
        words = chance.choice(sentences).split()
        at = chance.randrange(max(1, len(words) - 8))
        theme = " ".join(words[at : at + 7])
        title = f"{name}" if type_ == "person" else f"{theme} {kind} {number}"
        text = " ".join(_varied(chance, sentences) for _ in range(3))
        facets = (year, place, chance.choice(STATES), kind)
        yield SearchEntry(
            f"{folder}/{type_}-{number}/", title, type_, label, text, (), facets, chance.randint(1, 9)
        )
    for number in range(pages // 4):
        location = f"manbalar/made-up-{number // 20}/#p{number % 20}"
        yield SearchEntry(
            location,
            "Manba",
            "passage",
            "Parcha",
            _varied(chance, sentences) + _varied(chance, sentences),
            (),
            (),
            0,
        )


def _sentences() -> list[str]:
    texts = [
        re.sub(r"\s+", " ", seed.read_text(encoding="utf-8"))
        for seed in sorted((ROOT / "seeds").glob("*.txt"))
    ]
    return [sentence for text in texts for sentence in re.split(r"(?<=[.!?]) ", text) if len(sentence) > 60]


def _varied(chance: random.Random, sentences: list[str]) -> str:
    sentence = chance.choice(sentences)
    sentence = re.sub(r"\d+", lambda _: str(chance.randint(1, 2030)), sentence)
    name = "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))).capitalize()
    return f"{name} {sentence}"


def _typed(page: Page, query: str) -> list[float]:
    """Milliseconds from each key of `query` to the answer."""
    page.fill(".md-search__input", "")
    page.wait_for_timeout(50)
    page.evaluate("() => { window.pressed.length = 0; window.answered.length = 0; }")
    for number, letter in enumerate(query, start=1):
        page.keyboard.press("Space" if letter == " " else letter) if letter.isascii() else _key(page, letter)
        page.wait_for_function(f"window.answered.length >= {number}", timeout=20_000, polling=5)
        page.wait_for_timeout(30)
    return page.evaluate("() => window.answered.map((at, i) => at - window.pressed[i])")


def _key(page: Page, letter: str) -> None:
    page.evaluate(
        """letter => {
          const box = document.querySelector('[data-md-component=search-query]');
          box.dispatchEvent(new KeyboardEvent('keydown', {key: letter, bubbles: true}));
        }""",
        letter,
    )
    page.keyboard.insert_text(letter)


def _packed(responses: list[Response]) -> float:
    """Kilobytes of what was loaded, each packed as a web server would."""
    return sum(len(gzip.compress(response.body(), 9)) for response in responses) / 1024


def _is_search(response: Response) -> bool:
    return "/search/" in response.url


def _measured(site: Path, queries: tuple[str, ...]) -> None:
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=_chromium(),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        firsts: list[float] = []
        for query in queries:
            context = browser.new_context()
            page = context.new_page()
            loaded: list[Response] = []
            page.on(
                "response",
                lambda response, seen=loaded: seen.append(response) if _is_search(response) else None,
            )
            page.goto(address, wait_until="networkidle")
            before = _packed(loaded)
            page.click(".md-search__input")
            page.evaluate(WATCH)
            firsts.append(_typed(page, query[0])[0])
            first_bytes = _packed(loaded)
            context.close()
        page = browser.new_page()
        page.goto(address, wait_until="networkidle")
        page.click(".md-search__input")
        page.evaluate(WATCH)
        _typed(page, "a")
        keys = [time for query in queries for time in _typed(page, query)]
        browser.close()
    print(f"  before the first key: {before:.1f} KB; worker and first shards: {first_bytes:.1f} KB (gzip)")
    print(
        f"  first result: median {statistics.median(firsts):.0f} ms, worst {max(firsts):.0f} ms after the key"
    )
    spread = statistics.quantiles(keys, n=100)
    print(f"  then a key press: p50 {spread[49]:.1f} ms, p95 {spread[94]:.1f} ms ({len(keys)} keys)")


def _chromium() -> str | None:
    found = Path("/usr/bin/chromium")
    return str(found) if found.exists() else None


def main() -> None:
    """Prints sizes and times for each number of pages."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--built", type=int, default=50, help="how many of the pages MkDocs really builds")
    options = parser.parse_args()
    for pages in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            start = perf_counter()
            entries = list(made_up(pages))
            site = build_small_site(Path(folder), entries, pages=options.built)
            seconds = perf_counter() - start
            built = f"{options.built} of the pages built"
            print(f"{pages} pages, {len(entries)} entries ({built}), made in {seconds:.1f} s")
            _measured(site, QUERIES)


if __name__ == "__main__":
    main()
