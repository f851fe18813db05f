"""The words a record rests on: each sentence once, with a way to its place in the source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from uzkz_kb.model.records import Mention, Record, Source
from uzkz_kb.render.interface import LANG
from uzkz_kb.render.layout import Stretch, sentence_around
from uzkz_kb.render.marks import anchor
from uzkz_kb.render.view import View, path_of, script_of
from uzkz_kb.text.transliterate import to_cyrillic, to_latin

#: How much of a long sentence is shown on either side of the words, in characters.
_AROUND = 260
#: How many passages of a source stand open; the others are one click away.
_OPEN = 4


@dataclass(frozen=True)
class Piece:
    """Words of a passage; those the record rests on lead to their place in the source."""

    words: str
    href: str | None


@dataclass(frozen=True)
class Passage:
    """A sentence in the script of its source, and the same in the other."""

    pieces: tuple[Piece, ...]
    lang: str
    other_lang: str
    other: str


@dataclass(frozen=True)
class Quotes:
    """What one source says of a record."""

    source: Source
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]


def quotes(record: Record, view: View) -> list[Quotes]:
    """All that the sources say of the record, in the order of sources and places."""
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(record.mentions, key=lambda one: (one.source, one.start, one.end)):
        if mention.source in view.sources:
            by_source[mention.source].append(mention)
    found = []
    for name, mentions in by_source.items():
        passages = tuple(_passages(mentions, view.texts.get(name, ""), view))
        found.append(Quotes(view.sources[name], passages[:_OPEN], passages[_OPEN:]))
    return found


def _passages(mentions: Sequence[Mention], text: str, view: View) -> list[Passage]:
    sentences: dict[Stretch, list[Mention]] = defaultdict(list)
    for mention in mentions:
        sentences[sentence_around(text, mention.start, mention.end)].append(mention)
    return [_passage(around, together, text, view) for around, together in sentences.items()]


def _passage(around: Stretch, mentions: Sequence[Mention], text: str, view: View) -> Passage:
    """The sentence with the words of each mention set off; of words within words the outer ones."""
    source = view.sources[mentions[0].source]
    outer: list[Mention] = []
    for mention in mentions:
        if not outer or mention.start >= outer[-1].end:
            outer.append(mention)
    pieces: list[Piece] = [Piece(_last_words(text[around.start : outer[0].start]), None)]
    for at, mention in enumerate(outer):
        href = view.href(path_of(source), anchor(mention.start, mention.end))
        pieces.append(Piece(mention.quote, href))
        if at + 1 < len(outer):
            pieces.append(Piece(text[mention.end : outer[at + 1].start], None))
    pieces.append(Piece(_first_words(text[outer[-1].end : around.end]), None))
    whole = " ".join("".join(piece.words for piece in pieces).split())
    script = script_of(whole)
    return Passage(
        pieces=tuple(piece for piece in pieces if piece.words),
        lang=LANG[script],
        other_lang=LANG["latn" if script == "cyrl" else "cyrl"],
        other=to_latin(whole) if script == "cyrl" else to_cyrillic(whole),
    )


def _last_words(before: str) -> str:
    if len(before) <= _AROUND:
        return before
    return "… " + before[-_AROUND:].split(maxsplit=1)[-1]


def _first_words(after: str) -> str:
    if len(after) <= _AROUND:
        return after
    return after[:_AROUND].rsplit(maxsplit=1)[0] + " …"
