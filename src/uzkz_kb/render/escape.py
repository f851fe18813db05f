"""The one place where text that others wrote becomes safe to stand in a page.

A page is Markdown with blocks of HTML in it. Every character that either of them could take for its own
becomes a numeric character reference, which means the same in a Markdown paragraph, a heading, an HTML block,
and an attribute in double quotes. Templates call it by themselves, for whatever is not `Markup` already.
"""

from __future__ import annotations

import re

from markupsafe import Markup

#: What is special wherever it stands; then what is so in company: the beginnings of :emoji:, ==marks==,
#: !!! notes, underlined headings and www. addresses.
_RISKY = re.compile(r"[&<>\"`*_{}\[\]\\|~^$@#]|:(?=\S)|=(?==)|(?<==)=|^=|!(?=!!)|(?<=\bwww)\.", re.IGNORECASE)
_CONTROLS = dict.fromkeys([*range(0x09), 0x0B, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0xFEFF])
_WHITE = re.compile(r"\s+")
_LIST_LIKE = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)]))(?=\s|$|[-=])")


def escaped(text: object) -> Markup:
    """`text` as it must be written into a page to be read there letter for letter.

    Runs of white space become one space, as browsers show them, so that no line of the text starts a line of
    Markdown; control characters, which HTML does not allow, are dropped.
    """
    if isinstance(text, Markup):
        return text
    plain = _WHITE.sub(" ", str(text).translate(_CONTROLS))
    safe = _RISKY.sub(lambda match: f"&#{ord(match[0])};", plain)
    return Markup(_LIST_LIKE.sub(_without_list_mark, safe))


def _without_list_mark(match: re.Match[str]) -> str:
    indent, bullet, number, stop = match.groups()
    return f"{indent}&#{ord(bullet)};" if bullet else f"{indent}{number}&#{ord(stop)};"
