"""The body of a source's page: paragraphs with every mention marked, and the whole in the other script."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import Source
from uzkz_kb.render.interface import LANG, PageScript
from uzkz_kb.render.layout import Stretch, is_note, paragraphs, sentence_around
from uzkz_kb.render.marks import Mark, marked
from uzkz_kb.render.view import View, path_of, script_of
from uzkz_kb.text.transliterate import to_cyrillic, to_latin
from uzkz_kb.text.transliterate.sentences import parts

_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as the page shows it, with the id that search leads to."""

    anchor: str
    html: Markup
    aside: bool
    lang: str | None


@dataclass(frozen=True)
class Other:
    """A paragraph in the other script; `lang` where it is in another language and stays as it is."""

    words: str
    lang: str | None


@dataclass(frozen=True)
class Body:
    """The text of a source in its own script, marked, and in the other, plain."""

    lang: str
    paragraphs: tuple[Paragraph, ...]
    other_lang: str
    other: tuple[Other, ...]


def mentions_by_source(records: Records) -> Mapping[str, list[tuple[int, int, str]]]:
    """Start, end and record id of every mention, by the name of its source."""
    found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for record in records:
        if not isinstance(record, Source):
            for mention in record.mentions:
                found[mention.source].append((mention.start, mention.end, record.id))
    return found


def shown(source: Source, text: str, mentions: list[tuple[int, int, str]]) -> tuple[Stretch, ...]:
    """What of the text its page shows: all paragraphs, or only the sentences that records rest on."""
    if source.full_text:
        return paragraphs(text)
    found: list[Stretch] = []
    for around in sorted(
        {sentence_around(text, start, end) for start, end, _ in mentions}, key=lambda s: s.start
    ):
        if found and around.start < found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, around.end))
        else:
            found.append(around)
    return tuple(found)


def body(source: Source, text: str, mentions: list[tuple[int, int, str]], view: View) -> Body:
    """The source's text as its page shows it."""
    stretches = shown(source, text, mentions)
    marks = [_mark(mention, view) for mention in mentions]
    anchors: set[str] = set()

    def also(title: str) -> str:
        return view.interface.text("also_here", title)

    rows = tuple(
        Paragraph(
            passage_anchor(part),
            marked(text, part, marks, anchors, also),
            is_note(text, part),
            foreign_lang(text, part),
        )
        for part in stretches
    )
    script = script_of(text)
    return Body(
        lang=LANG[script],
        paragraphs=rows,
        other_lang=LANG["latn" if script == "cyrl" else "cyrl"],
        other=tuple(_other(text, part, script) for part in stretches),
    )


def passage_anchor(part: Stretch) -> str:
    """The id of a paragraph in its source's page."""
    return f"p-{part.start}"


def foreign_lang(text: str, part: Stretch) -> str | None:
    """`en` or `ru` where most of a paragraph is in that language: the abstracts of papers are.

    A row of key words has no small words to tell it by; the transliteration leaves it alone all the same.
    """
    words = _ADDRESS.sub("", text[part.start : part.end])
    if len(_WORD.findall(words)) < 2:
        return None
    for language, lang in (("english", "en"), ("russian", "ru")):
        foreign = sum(len(piece) for piece, is_foreign in parts(words, language) if is_foreign)
        if foreign * 2 > len(words):
            return lang
    if script_of(words) == "latn":
        return "en" if script_of(to_cyrillic(words)) == "latn" else None
    return "ru" if script_of(to_latin(words)) == "cyrl" else None


def _other(text: str, part: Stretch, script: PageScript) -> Other:
    words, lang = " ".join(text[part.start : part.end].split()), foreign_lang(text, part)
    if lang is None:
        words = to_latin(words) if script == "cyrl" else to_cyrillic(words)
    return Other(words, lang)


def _mark(mention: tuple[int, int, str], view: View) -> Mark:
    start, end, record_id = mention
    record = view.records.by_id[record_id]
    return Mark(start, end, record_id, record.type, view.title(record), view.href(path_of(record)))
