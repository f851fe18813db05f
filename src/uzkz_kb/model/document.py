"""A seed as recognisers see it: tokens in sentences, each leading back to the words on disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

SectionKind = Literal["title", "body", "note", "byline", "dateline", "foreign", "marginal"]
Shape = Literal["lower", "title", "upper", "mixed", "initial", "number", "mark"]


class Span(NamedTuple):
    """A stretch of the seed, in Unicode code points: `text[start:end]`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: the stem as it stands in `lang/`, what the stem is, and the ending's form.

    `form` is a case (`nom`, `gen` …) or a verb form (`past`, `noun` …); `classes` maps each class of
    the stem to what `lang/words/` says of it.
    """

    stem: str
    classes: Mapping[str, Any]
    form: str
    plural: bool = False
    possessive: bool = False
    passive: bool = False
    negative: bool = False


@dataclass(frozen=True, slots=True)
class Word:
    """A word form, read once for all its occurrences.

    `latin` is the form in canonical Latin with its capitals, `key` its folded form (see `text.keys`),
    `code` the character that stands for its classes and form in patterns (see `text.patterns`),
    `by_class` the first reading of each class; `capital` tells whether it begins with a capital letter.
    `has` tells whether a reading is of a class, `reading` gives the first one that is: thousands of times a
    text, so these are the dictionary's own methods.
    """

    raw: str
    latin: str
    key: str
    shape: Shape
    readings: tuple[Reading, ...]
    code: str
    by_class: Mapping[str, Reading]
    capital: bool
    has: Callable[[str], bool] = field(repr=False, compare=False)
    reading: Callable[[str], Reading | None] = field(repr=False, compare=False)

    @property
    def form(self) -> str:
        """The form of the first reading; `nom` where the word was not read."""
        return self.readings[0].form if self.readings else "nom"


class Token(NamedTuple):
    """A word at its place in the seed; `glued` where no space stands before it."""

    start: int
    end: int
    word: Word
    glued: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens that belong together; `codes` has one character a token, for patterns to run on."""

    index: int
    section: SectionKind
    tokens: tuple[Token, ...]
    codes: str

    @property
    def span(self) -> Span:
        """From the first token to the last."""
        return Span(self.tokens[0].start, self.tokens[-1].end)

    def span_of(self, first: int, last: int) -> Span:
        """The stretch from the token `first` up to, not including, the token `last`."""
        return Span(self.tokens[first].start, self.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a maintainer says of a seed that the text does not say of itself; every field is optional."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    kind: str | None = None
    full_text: bool = True


@dataclass(frozen=True, slots=True)
class Seed:
    """A text as it was given: its name without `.txt`, its characters as they stand on disk, its sidecar."""

    name: str
    text: str
    sha256: str
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class Document:
    """A seed taken apart into sentences."""

    seed: Seed
    sentences: tuple[Sentence, ...]
    script: Literal["Latn", "Cyrl"]

    def quote(self, span: Span) -> str:
        """The words of the seed at `span`, as they stand on disk."""
        return self.seed.text[span.start : span.end]
