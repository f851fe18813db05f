"""Whatever a text holds, a page shows it letter for letter."""

import html

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from uzkz_kb.render.escape import escaped

HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "a & b &amp; &#60;b&#62;",
    "[havola](javascript:alert(1)) ![rasm](x)",
    "*yulduz* _chiziq_ **ikki** __ikki__ ~~ustidan~~ ^tepa^",
    "`kod` ```blok```",
    "{{ 7*7 }} {% raw %} {: .sinf #id }",
    "| a | b |",
    "# sarlavha",
    "1. birinchi",
    "12) o‘n ikkinchi",
    "- band",
    "+ band",
    "> iqtibos",
    ":smile: :material-home:",
    "https://example.org www.example.org a@example.org <https://example.org>",
    "\\* \\_ \\",
    "$x^2$ $$y$$",
    "=== --- ___ ***",
    "\"qo‘shtirnoq\" va 'apostrof'",
    "!!! note",
    "[^1] [^1]: izoh",
    "*[HTML]: tushuntirish",
]


def _as_paragraph(text: str) -> str:
    made = markdown.markdown(str(escaped(text)), extensions=["attr_list", "tables", "toc"])
    soup = BeautifulSoup(made, "html.parser")
    assert [tag.name for tag in soup.find_all(True)] in (["p"], [])
    return soup.get_text()


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_paragraph(text: str) -> None:
    assert _as_paragraph(text) == text


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_heading(text: str) -> None:
    made = markdown.markdown(f"## {escaped(text)} {{ #joy }}", extensions=["attr_list"])
    heading = BeautifulSoup(made, "html.parser").h2
    assert heading is not None
    assert heading.get_text() == text
    assert heading["id"] == "joy"
    assert heading.find(True) is None


@pytest.mark.parametrize("text", HOSTILE)
def test_in_a_block_of_html_and_its_attributes(text: str) -> None:
    made = markdown.markdown(f'<div title="{escaped(text)}">{escaped(text)}</div>')
    block = BeautifulSoup(made, "html.parser").div
    assert block is not None
    assert block.get_text() == text
    assert block["title"] == text
    assert block.find(True) is None


@given(st.text(max_size=60))
def test_any_text_opens_no_tag_and_no_line(text: str) -> None:
    safe = str(escaped(text))
    assert not set(safe) & set("<>*_`[]{}|\\\n\x02\x03")
    assert escaped(html.unescape(safe)) == safe


def test_line_ends_start_no_line_of_markdown() -> None:
    assert escaped("bir\n- ikki\n    uch") == "bir - ikki uch"


def test_markup_is_escaped_once() -> None:
    assert escaped(escaped("<b>")) == escaped("<b>")
    assert escaped(Markup("<b>")) == "<b>"
