"""Words read for one class alone, where the shared reading prefers a longer stem: prezidentlar, tomonlar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from uzkz_kb.model.document import Reading, Token, Word
from uzkz_kb.text.lexicon import lexicon
from uzkz_kb.text.morphology import noun_endings, stems_before
from uzkz_kb.text.words import guessed_form

#: How a deed that is agreed on ends: qurishga, boshlashni.
AGREED_DEEDS = ("ishga", "ishni", "ashga", "ashni")
_LIKE = ("digan", "yotgan", "ilgan", "langan", "ingan")


def noun_reading(word: Word, name: str) -> Reading | None:
    """The word as a noun of the class `name`, whatever longer stems it may have."""
    return word.reading(name) or (_read(word.key, name) if word.shape not in ("mark", "number") else None)


@lru_cache(maxsize=100_000)
def _read(folded: str, name: str) -> Reading | None:
    stems, endings = lexicon().stems, noun_endings()
    for cut in range(len(folded), 2, -1):
        chain = endings.get(folded[cut:])
        if chain is None:
            continue
        for stem in stems_before(folded[cut:], folded[:cut]):
            classes = stems.get(stem)
            if classes is not None and name in classes:
                return Reading(stem, classes, chain.form, chain.plural, chain.possessive)
    return None


def looks_attributive(word: Word) -> bool:
    """Whether an unlisted word looks like a passive participle before its noun: foydalaniladigan."""
    return word.shape == "lower" and not word.readings and word.key.endswith(_LIKE)


def form_of(word: Word) -> str:
    """The form of a word, guessed from its ending where no stem of it is listed: Qo‘rdayda, stoliga."""
    return word.form if word.readings or word.shape in ("mark", "number") else guessed_form(word.key)


def tells_of_one_side(tokens: Sequence[Token]) -> bool:
    """Whether the words name a body of one side alone: hukumat, vazirlik."""
    return any(noun_reading(token.word, "single_actor") is not None for token in tokens)


def tells_of_joint_session(tokens: Sequence[Token]) -> bool:
    """Whether the words tell where sides meet: sammitda, muzokarada."""
    return any(noun_reading(token.word, "joint_session_word") is not None for token in tokens)
