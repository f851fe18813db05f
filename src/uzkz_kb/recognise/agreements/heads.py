"""Nouns that name a document: bitim, memorandum, yo‘l xaritasi …, with what stands right beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.model.kinds import AgreementKind
from uzkz_kb.recognise.rules import matches, words
from uzkz_kb.text.keys import key


@dataclass(frozen=True, slots=True)
class Head:
    """The noun at the token `index`; with the ending that may stand apart from it, it reaches to `last`.

    `draft` is true before `loyiha`, `modifier` where the noun only tells what another thing is of
    (`kontrakt puli`), `named` where a name of its own stands before it (`Toshkent bayonoti`).
    """

    index: int
    last: int
    stem: str
    kind: AgreementKind
    form: str
    plural: bool
    possessive: bool
    weak: bool
    generic: bool
    draft: bool
    modifier: bool


@cache
def _head_codes() -> re.Pattern[str]:
    return re.compile(f"[{words().code_ranges(frozenset({'agreement_head'}), frozenset(), None)}]")


def has_heads(codes: str) -> bool:
    """Whether a sentence holds such a noun at all."""
    return _head_codes().search(codes) is not None


def heads_of(sentence: Sentence) -> Iterator[Head]:
    """The document nouns of a sentence, in order."""
    refused = {found.groups["head"][0]: rule.gives for rule, found in matches("agreements", sentence.codes)}
    for match in _head_codes().finditer(sentence.codes):
        index = match.start()
        reading = sentence.tokens[index].word.reading("agreement_head")
        if reading is None or refused.get(index) == "none" or _first_of_pair(sentence.tokens, index):
            continue
        head = _head(sentence.tokens, index, reading, part=refused.get(index) == "part")
        if head is not None:
            yield head


def _first_of_pair(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen makes it part of another word: shartnoma-huquqiy, reja-jadval."""
    return index + 2 < len(tokens) and tokens[index + 1].word.has("hyphen") and tokens[index + 2].glued


def _head(tokens: Sequence[Token], index: int, reading: Reading, *, part: bool) -> Head | None:
    facts: Mapping[str, Any] = reading.classes["agreement_head"]
    before = _word_before(tokens, index)
    if before == "-":
        before = _word_before(tokens, index - 1)
    if "after" in facts and before not in _keys(tuple(facts["after"])):
        return None
    last, form = _last(tokens, index, reading.form)
    return Head(
        index,
        last,
        reading.stem,
        _kind(facts, before, _word_before(tokens, index - 1)),
        form,
        reading.plural,
        reading.possessive,
        bool(facts.get("weak")),
        bool(facts.get("generic")),
        _before_draft(tokens, last),
        part,
    )


def _kind(facts: Mapping[str, Any], *before: str) -> AgreementKind:
    """The kind that the noun's words make it: `hadli bitim` is a framework agreement."""
    for word, kind in facts.get("with", {}).items():
        if key(word) in before:
            named: AgreementKind = kind
            return named
    kind_alone: AgreementKind = facts["kind"]
    return kind_alone


@cache
def _keys(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key(word) for word in listed)


def _word_before(tokens: Sequence[Token], index: int) -> str:
    return tokens[index - 1].word.key if index > 0 else ""


def _last(tokens: Sequence[Token], index: int, form: str) -> tuple[int, str]:
    """Past a closing quotation mark and the ending that follows it: «yo‘l xaritasi»ni."""
    at = index + 1
    if at < len(tokens) and (tokens[at].word.has("close_quote") or tokens[at].word.has("quote")):
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is not None and following.glued and following.word.has("suffix"):
            return at + 2, _SUFFIX_FORMS.get(following.word.key, form)
    if form == "gen" and at < len(tokens) and tokens[at].word.has("self_word"):
        own = tokens[at].word.reading("self_word")
        return at + 1, own.form if own is not None else form
    return at, form


_SUFFIX_FORMS = {"ni": "acc", "ning": "gen", "ga": "dat", "da": "loc", "dan": "abl", "dagi": "adj"}


def _before_draft(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].word.has("draft_noun")
