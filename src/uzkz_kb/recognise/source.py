"""What a text says of itself: title, kind, authors, address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from uzkz_kb.model.document import Sentence, Span
from uzkz_kb.model.findings import Dating, Extraction
from uzkz_kb.model.kinds import SourceKind

#: A title taken from a text's first words is cut after a word near this length.
LONGEST_TITLE = 120


@dataclass(frozen=True, slots=True)
class SourceFacts:
    """What is known of a source; `title_span` is where the text bears its title, or begins."""

    title: str
    title_span: Span
    kind: SourceKind
    authors: tuple[str, ...]
    url: str | None
    published: Dating | None


def source_facts(extraction: Extraction) -> SourceFacts:
    """The facts of a source: its sidecar's where it has any, else the text's own."""
    document, sidecar = extraction.document, extraction.document.seed.sidecar
    headline = _headline(document.sentences)
    span = _title_span(headline, document.seed.text)
    title = sidecar.title or " ".join(document.quote(span).split()).rstrip(" .,:;")
    kind = cast(SourceKind, sidecar.kind) if sidecar.kind else _kind(document.sentences)
    authors = sidecar.authors or tuple(
        dict.fromkeys(
            person.name
            for person in extraction.names.people
            if person.kind == "author" and _byline(person.sentence, document.sentences)
        )
    )
    return SourceFacts(
        title, span, kind, authors, sidecar.url or _address(document.sentences), extraction.published
    )


def _byline(sentence: int, sentences: tuple[Sentence, ...]) -> bool:
    return sentences[sentence].section != "note"


def _headline(sentences: tuple[Sentence, ...]) -> Sentence:
    """The title's sentence, else the first one of prose."""
    prose = [sentence for sentence in sentences if sentence.section in ("title", "body")]
    return next((sentence for sentence in prose if len(sentence.tokens) > 2), (prose or list(sentences))[0])


def _title_span(sentence: Sentence, text: str) -> Span:
    last = len(sentence.tokens)
    while last > 1 and sentence.tokens[last - 1].end - sentence.tokens[0].start > LONGEST_TITLE:
        last -= 1
    return sentence.span_of(0, last)


def _kind(sentences: tuple[Sentence, ...]) -> SourceKind:
    """A paper has notes or an abstract in another language; what else a text is, only a sidecar can say."""
    sections = {sentence.section for sentence in sentences}
    return "paper" if sections & {"note", "foreign"} else "news"


def _address(sentences: tuple[Sentence, ...]) -> str | None:
    """The address after “Manba”, where the text ends with one."""
    for sentence in sentences:
        if sentence.section == "marginal":
            for token in sentence.tokens:
                if token.word.raw.startswith(("http://", "https://")):
                    return token.word.raw.rstrip(".,;)")
    return None
