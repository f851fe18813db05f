"""What tests share: a small project with every field, the project’s own site built once, a browser."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from uzkz_kb.model.knowledge import Records
from uzkz_kb.publish import build_site
from uzkz_kb.render import render_pages
from uzkz_kb.store import read_records

ROOT = Path(__file__).parent.parent
SMALL = Path(__file__).parent / "golden" / "project"
_CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


@dataclass(frozen=True)
class BuiltSite:
    """The project's site in a folder of its own, and where it is served."""

    folder: Path
    url: str
    records: Records


@dataclass
class Visit:
    """A page in the browser, and what went wrong while it was open."""

    page: Page
    url: str
    errors: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Opens an address of the site."""
        self.page.goto(self.url + path)
        return self.page


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder quietly, with the site's own page for what is not found."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answers 404 with the site's page."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="session")
def small_records() -> Records:
    """The records of the small project: every field of every type occurs."""
    return read_records(SMALL / "data")


@pytest.fixture(scope="session")
def small_pages(small_records: Records, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Markdown pages of the small project."""
    out = tmp_path_factory.mktemp("small") / "pages"
    render_pages(SMALL, small_records, out)
    return out


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BuiltSite]:
    """The project's own site, built once and served on loopback."""
    folder = tmp_path_factory.mktemp("built")
    records = read_records(ROOT / "data")
    render_pages(ROOT, records, folder / "pages")
    build_site(ROOT, folder / "pages", folder / "site")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield BuiltSite(folder / "site", f"http://127.0.0.1:{server.server_port}", records)
    server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, or the one `CHROMIUM` names."""
    names = ("chromium", "chromium-browser", "google-chrome")
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=list(_CHROMIUM_FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def visit(browser: Browser, built_site: BuiltSite) -> Iterator[Callable[..., Visit]]:
    """Opens a window on the built site; when the test ends, nothing may have gone wrong in it."""
    opened: list[Visit] = []

    def window(width: int = 1280, scheme: str = "light", javascript: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=javascript,
        )
        one = Visit(context.new_page(), built_site.url)
        one.page.on("console", lambda m: m.type == "error" and one.errors.append(f"console: {m.text}"))
        one.page.on("pageerror", lambda error: one.errors.append(f"script: {error}"))
        one.page.on(
            "request",
            lambda r: (
                r.url.startswith((built_site.url, "data:", "blob:")) or one.errors.append(f"foreign: {r.url}")
            ),
        )
        one.page.on("response", lambda r: r.status >= 400 and one.errors.append(f"{r.status}: {r.url}"))
        opened.append(one)
        return one

    yield window
    wrong = [error for one in opened for error in one.errors]
    for one in opened:
        one.page.context.close()
    assert not wrong
