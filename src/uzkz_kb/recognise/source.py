"""What a text says of itself: title, kind, authors, address."""

from __future__ import annotations

from typing import cast

from uzkz_kb.model.document import Document, Sentence, Span
from uzkz_kb.model.findings import Dating, Names, SourceFacts
from uzkz_kb.model.kinds import SourceKind

#: A title taken from a text's first words is cut after a word near this length.
LONGEST_TITLE = 120


def source_facts(document: Document, published: Dating | None, names: Names) -> SourceFacts:
    """The facts of a source: its sidecar's where it has any, else the text's own."""
    sidecar = document.seed.sidecar
    span = _title_span(_headline(document.sentences))
    title = sidecar.title or " ".join(document.quote(span).split()).rstrip(" .,:;")
    kind = cast(SourceKind, sidecar.kind) if sidecar.kind else _kind(document.sentences)
    authors = sidecar.authors or tuple(
        dict.fromkeys(
            person.name
            for person in names.people
            if person.kind == "author" and document.sentences[person.sentence].section != "note"
        )
    )
    return SourceFacts(title, span, kind, authors, sidecar.url or _address(document.sentences), published)


def _headline(sentences: tuple[Sentence, ...]) -> Sentence:
    """The title's sentence, else the first one of prose."""
    prose = [sentence for sentence in sentences if sentence.section in ("title", "body")]
    return next((sentence for sentence in prose if len(sentence.tokens) > 2), (prose or list(sentences))[0])


def _title_span(sentence: Sentence) -> Span:
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
