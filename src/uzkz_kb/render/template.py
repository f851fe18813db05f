"""Templates to pages: the environment that escapes, and the front matter every page begins with."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from uzkz_kb.model.records import Record
from uzkz_kb.render.connections import date_of
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.figures import bar
from uzkz_kb.render.interface import section_slug
from uzkz_kb.render.quotes import quotes
from uzkz_kb.render.view import View, path_of
from uzkz_kb.store.files import yaml_text

#: Parts of the theme that no page of ours shows: its tree of pages and its path.
HIDE = ("navigation", "path")
#: What stands in place of words where a date was taken from the source's own.
_DATE = re.compile(r"^\d{4}(-\d\d){1,2}$")


@dataclass(frozen=True)
class Page:
    """A Markdown file below the root of its script."""

    file: str
    text: str


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with everything escaped that is not `Markup` already."""
    folder = files("uzkz_kb.render") / "templates"
    sources = {
        file.name: file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".j2")
    }
    env = Environment(
        loader=DictLoader(sources),
        autoescape=True,
        finalize=escaped,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.globals |= {
        "bar": bar,
        "is_date": lambda words: bool(_DATE.match(words)),
        "date_of": date_of,
        "path_of": path_of,
        "quotes_of": quotes,
    }
    env.globals |= {"section_path": section_path, "status_group": status_group}
    return env


def section_path(section: str) -> str:
    """The address of a section below the root of its script."""
    return f"{section_slug(section)}/"


def status_group(record: Record) -> str:
    """Where the words of a record's status are labelled; a figure's kind says what others call status."""
    return f"{record.type}_status"


def made_page(view: View, template: str, title: str, description: str, **more: Any) -> Page:
    """The page `view` stands at: front matter, then what the template makes of it."""
    head = {
        "title": str(escaped(title)),
        "description": str(escaped(description)),
        "hide": list(more.pop("hide", HIDE)),
    }
    found: Template = environment().get_template(template)
    text = found.render(v=view, i=view.interface, **more)
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    front = yaml_text(head)
    path = view.here
    file = f"{path.rstrip('/')}.md" if path.count("/") > 1 else f"{path}index.md"
    return Page(file, f"---\n{front}---\n\n{text}\n")
