"""What MkDocs asks while it builds one script's pages: the words of the interface, the addresses of the twin.

MkDocs loads this file by its path in `mkdocs.yml`. `extra.script` says which script is being built.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from uzkz_kb.render.interface import LANG, Interface, PageScript, interface_file, section_slug

#: The path of the Cyrillic site below the Latin one.
CYRILLIC_ROOT = "kirill/"
_NAV = (
    "home",
    "agreement",
    "event",
    "figure",
    "person",
    "organization",
    "place",
    "source",
    "downloads",
    "method",
)
_PERMALINK = "<span data-permalink></span>"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Fills in what differs between the scripts."""
    interface = _interface(config)
    config.extra["root_url"] = config.site_url
    config.site_name = interface.theme("site.name")
    config.site_description = interface.theme("site.description")
    config.copyright = interface.theme("site.footer")
    config.theme["language"] = "uz"
    for option in config.theme["palette"]:
        option["toggle"]["name"] = interface.theme(option["toggle"]["name"])
    config.extra["alternate"] = True
    config.mdx_configs["toc"]["permalink_title"] = interface.text("link_here")
    config.nav = [{interface.section(name): f"{_folder(name)}index.md"} for name in _NAV]
    if interface.script == "cyrl":
        config.site_url = urljoin(str(config.site_url), CYRILLIC_ROOT)
    return config


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the templates the interface of the script."""
    interface = _interface(config)
    other = Interface("latn" if interface.script == "cyrl" else "cyrl")
    env.globals["theme_strings"] = {key: interface.theme(key) for key in interface_file("theme")}
    env.globals["theme_strings_other"] = {key: other.theme(key) for key in interface_file("theme")}
    env.globals["plain_index"] = _folder("all")
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Keeps the theme's own index empty: the search has one of its own."""
    page.meta["search"] = {"exclude": True}
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Writes out the permanent address of the page where it asks for it."""
    return html.replace(_PERMALINK, str(page.canonical_url))


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """The addresses of the page in both scripts."""
    root = str(config.extra["root_url"])
    latin, cyrillic = urljoin(root, page.url), urljoin(root, CYRILLIC_ROOT + page.url)
    context["alternates"] = [(LANG["latn"], latin), (LANG["cyrl"], cyrillic), ("x-default", latin)]
    return context


def _interface(config: MkDocsConfig) -> Interface:
    script: PageScript = "cyrl" if config.extra["script"] == "cyrl" else "latn"
    return Interface(script)


def _folder(section: str) -> str:
    slug = section_slug(section)
    return f"{slug}/" if slug else ""
