"""The theme's search box with our search behind it, typed into in Chromium."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Route

from search.small_site import build_small_site, served
from uzkz_kb.publish.search.entry import SearchEntry

HOSTILE = (
    "<img src=x onerror=window.hacked=1> \"bitim\" & 'shartnoma' </script><script>window.hacked=1</script>"
)


def entry(
    location: str, title: str, type_: str, text: str = "", *, facets: str = "", rank: int = 1
) -> SearchEntry:
    labels = {"agreement": "Bitim", "person": "Shaxs", "place": "Joy", "event": "Voqea", "passage": "Parcha"}
    return SearchEntry(
        location, title, type_, labels.get(type_, "Sahifa"), text, (), tuple(facets.split()), rank
    )


ENTRIES = (
    entry(
        "bitimlar/dostlik/",
        "Abadiy do‘stlik shartnomasi",
        "agreement",
        "O‘zbekiston va Qozog‘iston o‘rtasidagi Abadiy do‘stlik shartnomasi Toshkentda imzolandi.",
        facets="1998 imzolangan shartnoma",
        rank=2,
    ),
    entry(
        "bitimlar/dastur/",
        "Savdo dasturi",
        "agreement",
        "Shartnoma asosida.",
        facets="2030 rejalashtirilgan",
        rank=9,
    ),
    entry("shaxslar/toqayev/", "Qosim-Jomart Toqayev", "person", "Qozog‘iston Prezidenti", rank=7),
    entry("joylar/toshkent/", "Toshkent", "place", "O‘zbekiston poytaxti", rank=4),
    entry(
        "voqealar/tashrif/",
        "Toshkentga davlat tashrifi",
        "event",
        "Prezident tashrifi",
        facets="2018",
        rank=20,
    ),
    entry("hujum/", HOSTILE, "page", HOSTILE),
    entry(
        "manbalar/maqola/#p1",
        "Maqola",
        "passage",
        "Toshkentda uchrashuv bo‘ldi, Toshkentda shartnoma tuzildi.",
    ),
    entry("manbalar/maqola/#p2", "Maqola", "passage", "Toshkentda ob-havo yaxshi edi."),
)


@dataclass
class Box:
    """The search box of an open page."""

    page: Page
    address: str
    errors: list[str] = field(default_factory=list)

    def type(self, query: str) -> list[str]:
        """Types a query letter by letter; the titles of the results."""
        self.page.click(".md-search__input")
        self.page.fill(".md-search__input", "")
        self.page.keyboard.type(query)
        return self.titles()

    def titles(self) -> list[str]:
        """The titles of the results once they stand still."""
        self.page.wait_for_timeout(100)
        before: list[str] | None = None
        while before != (now := self._titles()):
            before = now
            self.page.wait_for_timeout(150)
        return now

    def _titles(self) -> list[str]:
        return self.page.eval_on_selector_all(
            ".md-search-result__item > a:first-child h1", "all => all.map(one => one.textContent)"
        )

    def text(self, selector: str) -> str:
        """What a part of the box says."""
        return self.page.inner_text(selector).strip()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(build_small_site(tmp_path_factory.mktemp("box"), ENTRIES, pages=5)) as url:
        yield url


@pytest.fixture
def box(browser: Browser, address: str) -> Iterator[Box]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    found = Box(context.new_page(), address)
    found.page.on("pageerror", lambda error: found.errors.append(str(error)))
    found.page.on("console", lambda said: said.type == "error" and found.errors.append(said.text))
    found.page.on("response", lambda answer: answer.status >= 400 and found.errors.append(answer.url))
    found.page.goto(address, wait_until="networkidle")
    yield found
    context.close()
    assert found.errors == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("shartnoma", "Abadiy do‘stlik shartnomasi"),
        ("shartnomasini", "Abadiy do‘stlik shartnomasi"),
        ("шартнома", "Abadiy do‘stlik shartnomasi"),
        ("shatrnoma", "Abadiy do‘stlik shartnomasi"),
        ("shartnomsai", "Abadiy do‘stlik shartnomasi"),
        ("dostlik", "Abadiy do‘stlik shartnomasi"),
        ("do`stlik shartnomasi", "Abadiy do‘stlik shartnomasi"),
        ("shartnoma 1998", "Abadiy do‘stlik shartnomasi"),
        ("imzolangan 1998", "Abadiy do‘stlik shartnomasi"),
        ("rejalashtirilgan", "Savdo dasturi"),
        ("Tokayev", "Qosim-Jomart Toqayev"),
        ("Токаев", "Qosim-Jomart Toqayev"),
        ("Kassym", "Qosim-Jomart Toqayev"),
        ("Toqyaev", "Qosim-Jomart Toqayev"),
        ("Tashkent", "Toshkent"),
        ("t", "Toshkent"),
        ("to", "Toshkent"),
        ("toq", "Qosim-Jomart Toqayev"),
        ("Tos", "Toshkent"),
        ("tashrif 2018", "Toshkentga davlat tashrifi"),
        ("Toshkentdagi prezident tashrifi", "Toshkentga davlat tashrifi"),
    ],
)
def test_what_is_meant_comes_first(box: Box, query: str, first: str) -> None:
    assert box.type(query)[:1] == [first]


def test_records_stand_before_passages_and_titles_before_texts(box: Box) -> None:
    assert box.type("Toshkent") == [
        "Toshkent",
        "Toshkentga davlat tashrifi",
        "Abadiy do‘stlik shartnomasi",
        "Maqola",
    ]


def test_the_order_is_told(box: Box) -> None:
    """What each result says of itself is what puts it where it stands."""
    box.page.evaluate("window.component$.subscribe(part => { if (part.items) window.told = part.items; })")
    box.type("Toshkent ")
    told = box.page.evaluate("window.told.map(group => ({...group[0].why, title: group[0].title}))")
    assert [why["place"] for why in told] == ["whole title", "title", "text", "text"]
    assert [why["passage"] for why in told] == [False, False, False, True]
    assert {why["lacks"] for why in told} == {0}
    box.type("Toshkemt tashrifi ")
    assert box.page.evaluate("window.told[0][0].why") == {
        "lacks": 0,
        "passage": False,
        "place": "beginning or guess in the title",
        "level": 3,
    }


def test_the_type_of_each_record_shows(box: Box) -> None:
    box.type("Tokayev")
    assert box.text(".md-search-result__item .md-tag") == "Shaxs"


def test_passages_stand_under_their_source_the_best_open(box: Box) -> None:
    box.type("uchrashuv")
    links = box.page.eval_on_selector_all(".md-search-result__item a", "all => all.map(one => one.href)")
    assert [link.split("?")[0].removeprefix(box.address) for link in links] == ["manbalar/maqola/"] * 2
    assert links[1].endswith("#p1")


def test_matched_words_are_marked_as_they_stand(box: Box) -> None:
    box.type("шартномаси Toshkent")
    marks = box.page.eval_on_selector_all(
        ".md-search-result__item:first-child mark", "all => all.map(m => m.textContent)"
    )
    assert set(marks) == {"shartnomasi", "Toshkentda"}


def test_and_on_the_page_opened(box: Box) -> None:
    box.type("шартномасини")
    box.page.keyboard.press("Enter")
    box.page.wait_for_url("**/bitimlar/dostlik/?h=*")
    box.page.wait_for_selector("article mark")
    assert box.text("article mark") == "shartnomasi"


def test_hostile_titles_and_texts_stay_text(box: Box) -> None:
    assert HOSTILE in box.type("onerror")
    assert box.page.evaluate("window.hacked") is None
    assert box.page.query_selector(".md-search-result img") is None
    box.type("<img src=x onerror=window.hacked=1>zzzz")
    assert box.page.evaluate("window.hacked") is None


def test_an_empty_result_says_so_and_offers_the_nearest_words(box: Box) -> None:
    assert box.type("shrtnmasi") == []
    assert "«shrtnmasi» topilmadi" in box.text(".kb-search-notes")
    near = box.page.query_selector_all(".kb-search-near")
    assert "shartnoma" in near[0].inner_text()
    near[0].click()
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]


def test_the_nearest_words_are_reached_by_keys(box: Box) -> None:
    box.type("shrtnmasi")
    box.page.keyboard.press("ArrowDown")
    assert box.page.evaluate("document.activeElement.matches('.kb-search-near')")
    box.page.keyboard.press("Enter")
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]
    box.type("shrtnmasi")
    box.page.keyboard.press("Enter")
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]


def test_a_guess_is_told(box: Box) -> None:
    box.type("shatrnoma ")
    assert "shartnoma" in box.text(".kb-search-notes")


def test_where_no_record_has_all_words_those_with_most_come(box: Box) -> None:
    assert box.type("abadiy shartnoma kosmodrom ")[:1] == ["Abadiy do‘stlik shartnomasi"]
    assert "kosmodrom" in box.text(".md-search-result__item:first-child .md-search-result__terms")


def test_the_word_is_completed(box: Box) -> None:
    box.type("tosh")
    assert box.text(".md-search__suggest") == "toshkent"
    box.page.keyboard.press("ArrowRight")
    assert box.page.input_value(".md-search__input") == "toshkent"


def test_arrows_and_escape(box: Box) -> None:
    box.type("Toshkent")
    box.page.keyboard.press("ArrowDown")
    box.page.keyboard.press("ArrowDown")
    assert "voqealar/tashrif" in box.page.evaluate("document.activeElement.href")
    box.page.keyboard.press("Escape")
    assert not box.page.is_checked("#__search")


def test_sharing_gives_an_address_that_opens_the_box_with_the_result(box: Box) -> None:
    box.type("Tokayev")
    shared = box.page.get_attribute(".md-search__options [data-clipboard-text]", "href")
    assert shared == f"{box.address}?q=Tokayev"
    box.page.goto(shared, wait_until="networkidle")
    assert box.page.is_checked("#__search")
    assert box.titles() == ["Qosim-Jomart Toqayev"]


def test_pasting_without_a_key(box: Box) -> None:
    box.page.click(".md-search__input")
    box.page.evaluate("navigator.clipboard.writeText('shartnoma')")
    box.page.evaluate("document.execCommand('insertText', false, 'shartnoma')")
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]


def test_a_phone_keyboard_that_composes_words(box: Box) -> None:
    box.page.click(".md-search__input")
    session = box.page.context.new_cdp_session(box.page)
    session.send("Input.imeSetComposition", {"text": "shartno", "selectionStart": 7, "selectionEnd": 7})
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]
    session.send("Input.insertText", {"text": "shartnoma"})
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]


def test_a_dead_key(box: Box) -> None:
    """An apostrophe that waits for its letter, as on keyboards with accents."""
    box.page.click(".md-search__input")
    box.page.keyboard.type("do")
    session = box.page.context.new_cdp_session(box.page)
    session.send("Input.imeSetComposition", {"text": "´", "selectionStart": 1, "selectionEnd": 1})
    session.send("Input.insertText", {"text": "´"})
    box.page.keyboard.type("stlik")
    assert box.titles()[:1] == ["Abadiy do‘stlik shartnomasi"]


def test_only_the_worker_and_a_stub_are_fetched_before_the_first_key(browser: Browser, address: str) -> None:
    page = browser.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    page.goto(address, wait_until="networkidle")
    page.click(".md-search__input")
    page.wait_for_timeout(200)
    fetched = {name.split("?")[0] for name in loaded if "search/" in name}
    assert fetched == {
        "assets/search/worker.js",
        "assets/search/box.js",
        "assets/search/box.css",
        "search/search_index.json",
    }
    page.close()


def test_a_lost_connection_is_told_and_the_next_query_tries_again(browser: Browser, address: str) -> None:
    context = browser.new_context()
    box = Box(context.new_page(), address)
    box.page.goto(address, wait_until="networkidle")
    context.set_offline(True)
    box.type("shartnoma")
    assert "yuklanmadi" in box.text(".kb-search-notes")
    context.set_offline(False)
    assert box.type("shartnoma")[:1] == ["Abadiy do‘stlik shartnomasi"]
    context.close()


def test_nothing_is_evaluated(address: str, browser: Browser) -> None:
    """Under a policy without `unsafe-eval`, which a worker takes from its own response."""
    page = browser.new_page()
    refused: list[str] = []
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None
    )
    policy = "default-src 'self' 'unsafe-inline'; img-src 'self' data:"

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    page.route("**/*", with_policy)
    page.goto(address, wait_until="networkidle")
    box = Box(page, address)
    assert box.type("shartnoma")[:1] == ["Abadiy do‘stlik shartnomasi"]
    assert refused == []
    page.close()
