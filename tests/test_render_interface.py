"""The interface's own words: all there, in both scripts, each in its own letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

import uzkz_kb
from uzkz_kb.lang import lang_data
from uzkz_kb.model import kinds
from uzkz_kb.render.interface import PAGE_SCRIPTS, Interface, has_label, interface_file

FILES = ("kinds", "fields", "sections", "sentences", "theme", "numbers", "dates")
#: What stays in Latin letters on a Cyrillic page: formats, codes, and the theme's own settings.
KEPT = {"CSV", "JSON", "SHA", "KB"}
SETTINGS = {
    "language",
    "direction",
    "search.config.lang",
    "search.config.pipeline",
    "search.config.separator",
}


def _pairs(plain: Any, path: str = "") -> Iterator[tuple[str, str, str]]:
    if isinstance(plain, dict) and {"latn", "cyrl"} <= plain.keys():
        latin, cyrillic = plain["latn"], plain["cyrl"]
        for one, two in zip(latin, cyrillic, strict=True) if isinstance(latin, list) else [(latin, cyrillic)]:
            yield path, one, two
    else:
        parts = (
            plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
        )
        for key, value in parts:
            yield from _pairs(value, f"{path}/{key}")


@pytest.mark.parametrize("file", FILES)
def test_each_word_stands_in_its_own_letters(file: str) -> None:
    for path, latin, cyrillic in _pairs(interface_file(file)):
        if path.lstrip("/") in SETTINGS:
            continue
        assert not re.search("[Ѐ-ӿ]", latin) or path == "/script.name", path
        words = re.sub(r"\{\w*\}", "", cyrillic)
        assert set(re.findall(r"[A-Za-z]{2,}", words)) <= KEPT, path
        assert "'" not in latin + cyrillic, path
        assert re.findall(r"\{\w*\}", latin) == re.findall(r"\{\w*\}", cyrillic), path


@pytest.mark.parametrize(
    ("group", "words"),
    [
        ("agreement_kind", kinds.AgreementKind),
        ("agreement_status", kinds.AgreementStatus),
        ("sector", kinds.Sector),
        ("event_kind", kinds.EventKind),
        ("event_status", kinds.EventStatus),
        ("figure_kind", kinds.FigureKind),
        ("person_kind", kinds.PersonKind),
        ("organization_kind", kinds.OrganizationKind),
        ("place_kind", kinds.PlaceKind),
        ("source_kind", kinds.SourceKind),
        ("basis", kinds.Basis),
        ("script", kinds.Script),
    ],
)
def test_every_word_of_a_closed_list_has_a_label(group: str, words: Any) -> None:
    assert [word for word in get_args(words) if not has_label(group, word)] == []


def test_every_indicator_the_rules_know_has_a_label() -> None:
    """A new one needs a line under `indicator:` in `lang/interface/kinds.yml`, else it is “other”."""
    known = {slug for rules in lang_data("words/indicators.yml").values() for slug in rules.values()}
    assert sorted(slug for slug in known if not has_label("indicator", slug)) == []


@pytest.mark.parametrize("file", ["sentences", "fields"])
def test_no_word_is_kept_that_no_page_says(file: str) -> None:
    package = Path(uzkz_kb.__file__).parent
    said = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("render", "publish")
        for path in (package / folder).rglob("*")
        if path.suffix in (".py", ".j2")
    )
    assert [key for key in interface_file(file) if not re.search(f"[\"']{key}[\"']", said)] == []


@pytest.mark.parametrize("script", PAGE_SCRIPTS)
def test_every_string_of_the_theme_is_given(script: str) -> None:
    from importlib.resources import files

    english = (files("material") / "templates/partials/languages/en.html").read_text(encoding="utf-8")
    interface = Interface("cyrl" if script == "cyrl" else "latn")
    for key in re.findall(r'^  "([^"]+)":', english, re.MULTILINE):
        assert interface.theme(key)
