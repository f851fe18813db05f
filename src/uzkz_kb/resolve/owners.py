"""Whose a thing is, where its phrase begins after the owner: “30 yilligi” of what stands before it."""

from __future__ import annotations

import re

from uzkz_kb.lang import lang_data
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.transliterate import to_latin

#: A phrase of so few words that ends in a possessive wants its owner.
_BARE = 2
#: So many words of an owner, and so many characters of text before a phrase to find them in.
_LONGEST, _LOOK_BACK = 5, 200
_POSSESSIVE = re.compile(r"(?:[yY]illig|[tT]anlov|[mM]arosim|[yY]ubiley|[kK]o‘rgazma)s?i$")
_SEVERAL = re.compile(r"^[\w‘’]+ [\w‘’]+lari (?:va|hamda) ")
_OF_SOMEBODY = re.compile(r"^[\w‘’]+ [\w‘’]+(?:i|si)ni ")
#: “… to five billion”: what is to be brought there is the last object before.
_TO_A_NUMBER = re.compile(r"^[\w.,]+ (?!.*ni ).*(?:gacha|ga) [\w‘’]+ to‘g‘risidagi kelishuv$")
_OBJECT = re.compile(r"([\w‘’-]+ [\w‘’]+(?:i|si)ni) (?!.*[.!?] )")
_NAMES_BEFORE = re.compile(r"((?:[A-Z][\w‘’]+ ){1,2})$")
_OPENING, _CLOSING = "“«", "”»"


def with_owner(title: str, quote: str, before: str) -> str:
    """The title with its owner's words; `quote` is its phrase, `before` the text of the source up to it."""
    if to_latin(quote)[:1].isupper():
        return title
    text = " ".join(to_latin(before[-_LOOK_BACK:]).split()) + " "
    if _TO_A_NUMBER.match(title) and _begins_with_number(title):
        objects = _OBJECT.findall(text)
        owner = objects[-1] if objects else ""
    elif _OF_SOMEBODY.match(title):
        names = _NAMES_BEFORE.search(text)
        owner = names[1].strip() if names and words().word(names[1].split()[0]).has("given_name") else ""
    elif _SEVERAL.match(title) or (len(title.split()) <= _BARE and _POSSESSIVE.search(title)):
        owner = _owner(text)
    else:
        owner = ""
    return f"{owner[:1].upper()}{owner[1:]} {title[:1].lower()}{title[1:]}" if owner else title


def _begins_with_number(title: str) -> bool:
    word = words().word(title.split()[0])
    return word.shape == "number" or word.has("numeral") or title[0].isdigit()


def _owner(text: str) -> str:
    """The last words that can be an owner; a name in quotation marks is taken whole."""
    owner: list[str] = []
    within = False
    for word in reversed(text.split()):
        within = within or word[-1] in _CLOSING
        if not within and (
            not word[-1].isalpha() or word.endswith(tuple(lang_data("titles.yml")["no_owner"]))
        ):
            break
        owner.insert(0, word)
        if word[0] in _OPENING or len(owner) > _LONGEST:
            break
    opened = sum(word[0] in _OPENING for word in owner)
    closed = sum(word[-1] in _CLOSING for word in owner)
    return " ".join(owner) if opened == closed and len(owner) <= _LONGEST else ""
