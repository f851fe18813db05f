"""Nouns that name a document: bitim, memorandum, yo‘l xaritasi …, with what stands right beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.model.findings import Refusal
from uzkz_kb.model.kinds import AgreementKind
from uzkz_kb.recognise.rules import Rule, matches, word_of
from uzkz_kb.text.keys import key


class Head(NamedTuple):
    """The noun at the token `at`; with the ending that may stand apart from it, it reaches to `last`.

    `draft` is true before `loyiha`; `modifier` is the rule by which the noun only tells what another thing
    is of (`kontrakt puli`), empty elsewhere. `firm` nouns count only where they are signed, adopted or
    agreed upon.
    """

    at: int
    last: int
    stem: str
    kind: AgreementKind
    form: str
    plural: bool
    possessive: bool
    weak: bool
    generic: bool
    draft: bool
    modifier: str
    firm: bool = False


def heads_of(sentence: Sentence) -> Iterator[Head | Refusal]:
    """The document nouns of a sentence, in order; those that name no document, with the reason."""
    ruled: Mapping[int, Rule] | None = None
    for match in word_of("agreement_head").finditer(sentence.codes):
        index = match.start()
        if ruled is None:
            ruled = {found.groups["head"][0]: rule for rule, found in matches("agreements", sentence.codes)}
        reading = sentence.tokens[index].word.reading("agreement_head")
        if reading is None:
            continue
        rule = ruled.get(index)
        refused = _refused(sentence.tokens, index, reading, rule)
        if refused is None:
            yield _head(sentence.tokens, index, reading, part="" if rule is None else rule.name)
        else:
            yield Refusal("agreement noun", sentence.index, index, index + 1, *refused)


def _refused(
    tokens: Sequence[Token], index: int, reading: Reading, rule: Rule | None
) -> tuple[str, str] | None:
    """The rule or the check by which the noun names no document, and why."""
    if rule is not None and rule.gives == "none":
        return rule.name, "what stands beside the noun makes it something else"
    if _first_of_pair(tokens, index):
        return "agreements.hyphen", "a hyphen makes it part of another word"
    if _tells_of_next(tokens, index, reading):
        return "agreements.kind_of_next", "it only says what kind of document the next noun names"
    facts: Mapping[str, Any] = reading.classes["agreement_head"]
    if "after" in facts and _before(tokens, index) not in _keys(tuple(facts["after"])):
        return "agreements.after", "the word before it does not make it a document"
    return None


def _tells_of_next(tokens: Sequence[Token], index: int, reading: Reading) -> bool:
    """Whether it only describes the document's noun after it: kelishuv memorandumi."""
    if reading.form != "nom" or reading.plural or reading.possessive or index + 1 >= len(tokens):
        return False
    other = tokens[index + 1].word.reading("agreement_head")
    if other is None or not other.possessive:
        return False
    facts: Mapping[str, Any] = other.classes["agreement_head"]
    return not facts.get("firm")  # kontrakt shartlari


def _before(tokens: Sequence[Token], index: int) -> str:
    """The word before the noun, past a hyphen."""
    before = _word_before(tokens, index)
    return _word_before(tokens, index - 1) if before == "-" else before


def _first_of_pair(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen makes it part of another word: shartnoma-huquqiy, reja-jadval."""
    return index + 2 < len(tokens) and tokens[index + 1].word.has("hyphen") and tokens[index + 2].glued


def _head(tokens: Sequence[Token], index: int, reading: Reading, *, part: str) -> Head:
    facts: Mapping[str, Any] = reading.classes["agreement_head"]
    last, form = _last(tokens, index, reading.form)
    draft = _before_draft(tokens, last)
    if draft and form == "gen":
        form = tokens[last].word.form  # bitimning matni kelishildi
    return Head(
        index,
        last,
        reading.stem,
        _kind(facts, _before(tokens, index), _word_before(tokens, index - 1)),
        form,
        reading.plural,
        reading.possessive,
        bool(facts.get("weak")),
        bool(facts.get("generic")),
        draft,
        part,
        bool(facts.get("firm")),
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
    return index < len(tokens) and (
        tokens[index].word.has("draft_noun") or tokens[index].word.has("text_noun")
    )
