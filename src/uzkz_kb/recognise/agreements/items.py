"""Phrases that may name a document, and a sentence with those found in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.model.findings import Refusal
from uzkz_kb.model.kinds import AgreementKind
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.complements import Complement
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.surroundings import Surroundings
from uzkz_kb.recognise.verbs import VerbGroup


class Item(NamedTuple):
    """A phrase from `first` to `last` (one past the end) that may name a document or an understanding.

    `signed` is what a participle before the noun tells; its words begin at the token `clause`.
    """

    sentence: Sentence
    first: int
    last: int
    head: Head
    complement: Complement
    act: Act | None
    kind: AgreementKind
    rule: str
    pointing: bool = False
    many: bool = False
    own: bool = False
    shared: int | None = None
    opening: int = 0
    signed: Act | None = None
    clause: int = 0

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the phrase."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def listed(self) -> bool:
        """Whether it shares its noun, and the words from the token `shared` on, with other items."""
        return self.shared is not None

    @property
    def bare(self) -> bool:
        """Whether the noun stands alone."""
        return self.first == self.head.at

    @property
    def specific(self) -> bool:
        """Whether its words tell it from others of its kind."""
        about = self.complement
        return (
            about.about
            or about.between
            or about.meant
            or about.quoted
            or about.dated
            or (not self.bare and (self.head.possessive or self._named()))
        )

    @property
    def named(self) -> bool:
        """Whether a word with a capital, not the first of the sentence, or a title stands before the noun."""
        return self.complement.quoted or self._named()

    def _named(self) -> bool:
        tokens = self.sentence.tokens
        if tokens[self.head.at].word.shape == "upper":
            return False  # in a line of capitals they tell nothing
        return any(tokens[index].word.capital for index in range(max(1, self.first), self.head.at))


class SentenceReading(NamedTuple):
    """A sentence with its verbs, its surroundings, the phrases found in it and the nouns that are none."""

    sentence: Sentence
    verbs: tuple[VerbGroup, ...]
    around: Surroundings
    items: tuple[Item, ...]
    refused: tuple[Refusal, ...] = ()
