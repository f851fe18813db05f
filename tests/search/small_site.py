"""A small site in the theme with the search installed, for tests that make up their own entries."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from uzkz_kb.publish.search.entry import SearchEntry, write_index

_MAIN = """{% extends "base.html" %}
{% block config %}
<script id="__config" type="application/json">
{{- {
  "base": base_url, "features": features, "annotate": none, "tags": none, "version": none,
  "translations": {
    "clipboard.copy": "", "clipboard.copied": "",
    "search.result.placeholder": "Yozing", "search.result.none": "Hech narsa topilmadi",
    "search.result.one": "1 ta natija", "search.result.other": "# ta natija",
    "search.result.more.one": "Yana 1 ta", "search.result.more.other": "Yana # ta",
    "search.result.term.missing": "Bu yerda yo‘q", "select.version": ""
  },
  "search": "assets/search/worker.js" | url
} | tojson -}}
</script>
{% endblock %}
{% block styles %}{{ super() }}
<link rel="stylesheet" href="{{ 'assets/search/box.css' | url }}">{% endblock %}
{% block scripts %}{{ super() }}<script src="{{ 'assets/search/box.js' | url }}"></script>{% endblock %}
"""


def build_small_site(
    folder: Path, entries: Iterable[SearchEntry], script: str = "latn", pages: int = 1
) -> Path:
    """Builds `folder/site`: the first `pages` entries as pages, all entries in the index; gives the site."""
    docs, overrides, site = folder / "docs", folder / "overrides", folder / "site"
    overrides.mkdir(parents=True, exist_ok=True)
    (overrides / "main.html").write_text(_MAIN, encoding="utf-8")
    listed = list(entries)
    docs.mkdir(exist_ok=True)
    (docs / "index.md").write_text("---\nsearch: {exclude: true}\n---\n# Bosh sahifa\n", encoding="utf-8")
    for entry in listed[:pages]:
        page = docs / entry.location.split("#")[0].rstrip("/") / "index.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\nsearch: {{exclude: true}}\n---\n# Sahifa\n\n{entry.text}\n", encoding="utf-8")
    config = {
        "site_name": "Sinov",
        "site_url": "http://localhost/",
        "docs_dir": str(docs),
        "site_dir": str(site),
        "nav": [{"Bosh sahifa": "index.md"}],
        "plugins": ["search"],
        "theme": {
            "name": "material",
            "language": "uz",
            "font": False,
            "custom_dir": str(overrides),
            "features": ["search.suggest", "search.highlight", "search.share"],
        },
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    write_index(listed, site, script)
    return site


class _Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        return


class _Server(ThreadingHTTPServer):
    """Says nothing of a browser that closes while it is being answered."""

    def handle_error(self, request: object, client_address: object) -> None:
        return


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address under which `site` is served while the block runs."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
