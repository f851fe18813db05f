"""The verbs of a sentence: one group for each, a verb of two words (`qabul qilindi`) as one.

Verbs are listed in `lang/words/verbs.yml`. The first word of a compound is met as it stands; its last is any
form of a listed verb. A word such as `ham` may stand between the two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.recognise.rules import codes_of, word_of, words
from uzkz_kb.text.lexicon import VERB_SUFFIX, lexicon
from uzkz_kb.text.morphology import verb_endings

#: Forms that close a clause. `perfect` closes one only where no noun follows (see `VerbGroup.attributive`).
FINITE = frozenset({"past", "pluperfect", "reported", "present", "progressive", "intention", "imperative"})
#: Forms of a thing done.
DONE = frozenset({"past", "pluperfect", "perfect", "reported"})


class VerbGroup(NamedTuple):
    """A verb from the token `first` up to `last` (one past it), its classes, the form of its last word."""

    first: int
    last: int
    stem: str
    classes: frozenset[str]
    form: str
    passive: bool = False
    negative: bool = False
    attributive: bool = False

    @property
    def nominal(self) -> bool:
        """Whether it stands as a noun: imzolash, imzolanishi, imzolangani."""
        return self.form.startswith("noun")

    @property
    def participle(self) -> bool:
        """Whether it is a participle with an ending: imzolanganini, imzolanadigan."""
        return self.form.startswith("participle")

    @property
    def finite(self) -> bool:
        """Whether it closes a clause."""
        return self.form in FINITE or (self.form == "perfect" and not self.attributive)

    def has(self, *classes: str) -> bool:
        """Whether it is of one of the classes."""
        return not self.classes.isdisjoint(classes)


#: The words of a compound before its last, and the classes of the whole.
_Compound = tuple[tuple[str, ...], frozenset[str]]


class _Verb(NamedTuple):
    """What a word is as a verb; the compounds it may end are told by the word before it."""

    stem: str
    form: str
    classes: frozenset[str]
    compounds: Mapping[str, Sequence[_Compound]]
    passive: bool
    negative: bool
    may_describe: bool


@cache
def _compounds() -> Mapping[str, Mapping[str, Sequence[_Compound]]]:
    """By the last word's stem and the word before it: the compounds that they end, the longest first."""
    found: dict[str, dict[str, list[_Compound]]] = {}
    for group in lexicon().phrases.values():
        for phrase in group:
            classes = _verb_classes(phrase.classes)
            if classes and "-" not in phrase.keys:
                by_word = found.setdefault(phrase.keys[-1], {})
                by_word.setdefault(phrase.keys[-2], []).append((phrase.keys[:-1], classes))
    return {
        stem: {word: sorted(some, key=lambda one: (-len(one[0]), one[0])) for word, some in by_word.items()}
        for stem, by_word in found.items()
    }


def _verb_classes(classes: Iterable[str]) -> frozenset[str]:
    return frozenset(name for name in classes if name.endswith(VERB_SUFFIX))


@lru_cache(maxsize=100_000)
def _verb(raw: str) -> _Verb | None:
    reading = _verb_reading(raw)
    if reading is None:
        return None
    return _Verb(
        reading.stem,
        reading.form,
        _verb_classes(reading.classes),
        _compounds().get(reading.stem, {}),
        reading.passive,
        reading.negative,
        reading.form in _PARTICIPLES and not reading.possessive,
    )


@cache
def _readable() -> frozenset[str]:
    """The codes of words that may be read as verbs: most words may not, and need no second look."""
    return codes_of(*_verb_classes(_classes()), "participle_word") | _hiding()


@cache
def _classes() -> frozenset[str]:
    return frozenset().union(*words().class_sets)


@cache
def _hiding() -> frozenset[str]:
    """The codes of words of no classes but those that may hide a verb."""
    return codes_of(*_NAMES, capital=False) - codes_of(*(_classes() - _NAMES - {"word"}), capital=False)


@cache
def _may_hide() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, sorted(_hiding())))}]")


@cache
def _by_itself(classes: frozenset[str]) -> re.Pattern[str]:
    """Matches the code of a word that may be read as a verb of the classes, unless it is hidden."""
    return word_of(*classes, "participle_word")


@cache
def may_begin(classes: frozenset[str]) -> frozenset[str]:
    """The first words of compounds of the classes."""
    return frozenset(
        first
        for first, phrases in lexicon().phrases.items()
        if any(not classes.isdisjoint(phrase.classes) for phrase in phrases)
    )


def may_have(sentence: Sentence, classes: frozenset[str]) -> bool:
    """Whether the sentence may have a verb of the classes: quicker to know than which verbs it has."""
    codes = sentence.codes
    return (
        _by_itself(classes).search(codes) is not None
        or _may_hide().search(codes) is not None
        or not may_begin(classes).isdisjoint([token.word.key for token in sentence.tokens])
    )


def _verb_reading(raw: str) -> Reading | None:
    word = words().word(raw)
    if word.shape in ("mark", "number"):
        return None
    for reading in word.readings:
        listed = reading.classes.get("participle_word")
        if listed is not None:
            bare = reading.form == "nom" and not reading.possessive
            form = (
                "perfect" if bare else "participle" if reading.form == "nom" else f"participle_{reading.form}"
            )
            return Reading(
                reading.stem, {listed: True}, form, reading.plural, reading.possessive, passive=True
            )
        if any(name.endswith(VERB_SUFFIX) for name in reading.classes):
            return reading
    if word.shape == "lower" and not any(reading.classes.keys() - _NAMES for reading in word.readings):
        return _hidden(word.key)
    return None


#: Classes of names and particles, which may hide a verb that begins like them: olgan, Olga; bo‘lgan.
_NAMES = frozenset({"given_name", "no_name", "surname", "known_by_one_name", "against_word", "been_word"})


def _hidden(folded: str) -> Reading | None:
    """The verb in a word that was read as a name, with the longest stem."""
    verbs, endings = lexicon().verbs, verb_endings()
    for cut in range(len(folded) - 1, 1, -1):
        chain = endings.get(folded[cut:])
        verb = verbs.get(folded[:cut])
        if chain is not None and verb is not None:
            base, classes, passive = verb
            return Reading(base, classes, chain.form, chain.plural, chain.possessive, passive, chain.negative)
    return None


def verb_groups(sentence: Sentence) -> tuple[VerbGroup, ...]:
    """The verbs of a sentence, in order."""
    tokens, readable = sentence.tokens, _readable()
    groups: list[VerbGroup] = []
    for index, code in enumerate(sentence.codes):
        if code not in readable:
            continue
        verb = _verb(tokens[index].word.raw)
        if verb is None:
            continue
        stem, form, classes, compounds, passive, negative, may_describe = verb
        first = index
        if compounds and index:
            before = tokens[index - 1].word
            if before.key in compounds or before.has("verb_filler"):
                first, classes = _joined(tokens, index, verb)
        while groups and groups[-1].first >= first:
            groups.pop()
        if groups and groups[-1].last == index and groups[-1].form == "converb" and _auxiliary(classes):
            converb = groups.pop()
            first, classes = converb.first, converb.classes
            negative = negative != converb.negative  # imzolanmay qoldi
        groups.append(
            VerbGroup(
                first,
                index + 1,
                stem,
                classes,
                "pluperfect" if form == "perfect" and _is_auxiliary(tokens, index + 1) else form,
                passive,
                negative,
                may_describe and _attributive(tokens, index + 1),
            )
        )
    return tuple(groups)


class Verbs:
    """The verbs of a document's sentences, each sentence read when it is first asked for."""

    def __init__(self) -> None:
        self._groups: dict[int, tuple[VerbGroup, ...]] = {}

    def of(self, sentence: Sentence) -> tuple[VerbGroup, ...]:
        """`verb_groups` of a sentence of the document."""
        groups = self._groups.get(sentence.index)
        if groups is None:
            groups = self._groups[sentence.index] = verb_groups(sentence)
        return groups


def _joined(tokens: Sequence[Token], index: int, verb: _Verb) -> tuple[int, frozenset[str]]:
    """Where the verb that ends at `index` begins, and its classes."""
    at = index - 1 if index and tokens[index - 1].word.has("verb_filler") else index
    for before, classes in verb.compounds.get(tokens[at - 1].word.key, ()) if at else ():
        first = at - len(before)
        if first >= 0 and all(tokens[first + i].word.key == part for i, part in enumerate(before)):
            return first, classes
    return index, verb.classes


def _auxiliary(classes: frozenset[str]) -> bool:
    """Whether the verb only colours the converb before it: imzolab oldi, ishlab chiqildi."""
    return "light_verb" in classes


def _is_auxiliary(tokens: Sequence[Token], index: int) -> bool:
    """`edi` and the like, with which `imzolangan` is as finite as `imzolandi`.

    `bo‘lib` and `bo‘lsa` go on after a verb that is finished: imzolangan bo‘lib, …
    """
    if index >= len(tokens):
        return False
    word = tokens[index].word
    reading = word.readings[0] if word.readings else None
    return word.has("auxiliary") or (
        reading is not None and reading.stem == "bo'l" and reading.form in ("converb", "conditional")
    )


#: Forms in which a verb may belong to a noun.
_PARTICIPLES = ("perfect", "participle")


def _attributive(tokens: Sequence[Token], following: int) -> bool:
    """Whether a participle belongs to a noun that follows."""
    if following >= len(tokens):
        return False
    word = tokens[following].word
    if word.shape == "mark":
        return word.has("open_quote") or (word.has("quote") and not tokens[following].glued)
    if word.has("manner_word"):
        return True
    return not (_is_auxiliary(tokens, following) or word.has("conjunction") or word.has("clause_word"))
