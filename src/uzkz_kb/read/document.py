"""Seed → document: sentences of tokens, each in the section it belongs to."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Document, SectionKind, Seed, Sentence, Span, Token
from uzkz_kb.read.layout import Layout, find_layout, marginal_headings
from uzkz_kb.text.sentences import sentence_ends
from uzkz_kb.text.tokens import joined, tokens
from uzkz_kb.text.words import Vocabulary

#: The bytes of UTF-8 that tell a letter of either script: the first of two in Cyrillic.
_CYRILLIC = bytes(range(0xD0, 0xD5))
_LATIN = string.ascii_letters.encode()


def read_document(seed: Seed, words: Vocabulary) -> Document:
    """The sentences of a seed: the prose first, then what stands apart from it (notes, datelines)."""
    layout = find_layout(seed.text, _title_end(seed))
    sentences: list[Sentence] = []
    for section, run in _runs(seed.text, layout, words):
        codes = "".join([token.word.code for token in run])
        foreign = _may_hold_foreign(run, seed.text)
        start = 0
        for end in sentence_ends(run, codes, layout.breaks, words):
            kind = section
            if section == "body":
                kind = _section(len(sentences), run[start:end], seed.text, layout, foreign)
            sentences.append(Sentence(len(sentences), kind, tuple(run[start:end]), codes[start:end]))
            start = end
    return Document(seed, tuple(sentences), _script(seed.text))


def _title_end(seed: Seed) -> int | None:
    """Where the headline ends, if the sidecar's title is what the text begins with."""
    if seed.sidecar.title is None:
        return None
    words = r"\s+".join(map(re.escape, seed.sidecar.title.split()))
    match = re.match(rf"\s*{words}\.?(?=\s)", seed.text)
    return None if match is None else match.end()


def _runs(text: str, layout: Layout, words: Vocabulary) -> Iterator[tuple[SectionKind, list[Token]]]:
    prose = [token for span in layout.prose(len(text)) for token in tokens(text, words, *span)]
    yield "body", joined(prose, text, words)
    for region in layout.regions:
        if region.kind != "marginal":
            yield region.kind, list(tokens(text, words, *region.span))


def _section(index: int, run: Sequence[Token], text: str, layout: Layout, foreign: bool) -> SectionKind:
    """What a sentence of the prose is; `foreign` tells whether it may be in another language."""
    span = Span(run[0].start, run[-1].end)
    if foreign and is_foreign(run):
        return "foreign"
    if marginal_headings().match(text, span.start) or _follows_marginal(text, span.start):
        return "marginal"
    if index == 0 and not run[-1].word.has("stop") and span.end + 1 < len(text) and layout.breaks:
        return "title"
    return "body"


def _follows_marginal(text: str, start: int) -> bool:
    """Whether the words before, up to a colon, are a heading whose text is no prose: `Kalit so‘zlar: …`."""
    before = text[max(0, start - 40) : start].rstrip()
    return before.endswith(":") and any(
        match.end() == len(before) for match in marginal_headings().finditer(before)
    )


@cache
def _foreign_words() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words) for words in lang_data("layout.yml")["foreign"].values())


@cache
def _foreign_letters() -> str:
    letters = str(lang_data("layout.yml")["foreign_letters"])
    return letters + letters.upper()


def _has_foreign_letter(text: str) -> bool:
    return any(letter in text for letter in _foreign_letters())


def is_foreign(run: Sequence[Token]) -> bool:
    """Whether a sentence is in English or Russian, by the words and letters that Uzbek has not."""
    words = [token.word.raw for token in run if token.word.shape not in ("number", "mark")]
    letters = 0
    if _has_foreign_letter(" ".join(words)):
        letters = sum(1 for word in words if _has_foreign_letter(word))
    if letters >= 2 and letters * 6 >= len(words):
        return True
    return any(
        len(known.intersection(words)) >= 2
        and sum(1 for word in words if word.lower() in known) * 6 >= len(words)
        for known in _foreign_words()
    )


def _may_hold_foreign(run: Sequence[Token], text: str) -> bool:
    """Whether any sentence of `run` is worth asking `is_foreign`: in most texts none is."""
    if not run:
        return False
    raws = {token.word.raw for token in run}
    return any(len(known & raws) >= 2 for known in _foreign_words()) or _has_foreign_letter(
        text[run[0].start : run[-1].end]
    )


def _script(text: str) -> Literal["Latn", "Cyrl"]:
    content = text.encode("utf-8", "surrogatepass")
    return "Cyrl" if _count(content, _CYRILLIC) > _count(content, _LATIN) else "Latn"


def _count(content: bytes, wanted: bytes) -> int:
    return len(content) - len(content.translate(None, wanted))
