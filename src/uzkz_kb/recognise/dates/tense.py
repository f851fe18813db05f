"""Whether the words after a date speak of what was or of what is still to come."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Literal

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.keys import key

Tense = Literal["past", "future"]

#: The tense of the verb forms of `lang/suffixes.yml`; the others leave it open.
_TENSES: Mapping[str, Tense] = {
    "past": "past",
    "perfect": "past",
    "pluperfect": "past",
    "reported": "past",
    "present": "future",
    "intention": "future",
}


#: `ishi` by itself is somebody's work.
_SHORTEST = 5


@cache
def _endings(name: str) -> tuple[str, ...]:
    return tuple(key(ending) for ending in lang_data("tense.yml")[name])


def word_tense(word: Word) -> Tense | None:
    """The tense that a verb's ending or a word like `kutilmoqda` shows; `None` for all other words."""
    return _tense_of(word.raw) if word.shape == "lower" else None


@lru_cache(maxsize=65536)
def _tense_of(raw: str) -> Tense | None:
    word = words().word(raw)
    if word.key in _endings("no_verbs"):
        return None
    if word.readings:
        if is_ahead(word):
            return "future"
        for reading in word.readings:
            if reading.form in _TENSES and any(name.endswith("_verb") for name in reading.classes):
                return _TENSES[reading.form]
    return _ending_tense(word.key)


def is_ahead(word: Word) -> bool:
    """Whether a word says that something is still to come: `rejalashtirilgan`, `belgilandi`, `kerak`."""
    return _plans(word.key) or word.has("ahead")


def is_of_a_life(word: Word) -> bool:
    """Whether a word after a date makes it one of a birth, a death or studies: `1987-yilda tug‘ilgan`."""
    return word.key.startswith(_endings("of_a_life"))


@lru_cache(maxsize=65536)
def _plans(folded: str) -> bool:
    return folded.startswith(_endings("ahead"))


def _ending_tense(folded: str) -> Tense | None:
    if len(folded) < 4:
        return None
    if folded.endswith("ydi") and folded[:-2].endswith(_endings("stems_in_y")):
        return "past"
    if folded.endswith(_endings("past_in_a")) and not folded.endswith(_endings("present_in_l")):
        return "past"
    if folded.endswith(_endings("future")):
        return "future"
    if folded.endswith(_endings("past")):
        return "past"
    return None


#: Verbal nouns: ochishga, o‘tkazilishi, chaqirish (haqida).
_DOINGS = ("shga", "ishi", "ish", "ashi", "ash")
#: So many words tell at most that it was agreed: haqida shartlashib oldi.
_AGREEING = 4


def _is_agreed(sentence: Sentence, index: int, position: int) -> bool:
    """Whether what stands right after a date, which ends before `index`, is what was agreed to be done then,
    or whether the date is one that somebody was asked to; the verb is at `position`."""
    words = [token.word for token in sentence.tokens[index : position + 1]]
    near = words[-_AGREEING:]
    if index and sentence.tokens[index - 1].word.form == "dat":
        return any(word.key.startswith(_endings("asks")) for word in near)
    if not any(word.key.startswith(_endings("agrees")) for word in near):
        return False
    at = 1 if words[0].form == "loc" and words[0].capital else 0
    at += at < len(words) and words[at].form == "loc"
    at += at + 1 < len(words) and words[at].form == "dat" and words[at + 1].key.endswith("shga")  # ishga …
    doing = words[at] if at < len(words) else None
    return doing is not None and len(doing.key) > _SHORTEST and doing.key.endswith(_DOINGS)


def tense_after(sentence: Sentence, index: int) -> Tense | None:
    """The tense of the first verb from the token `index` on; a word of planning after it overrules it."""
    tokens = sentence.tokens
    if index < len(tokens) and tokens[index].word.key.startswith(_endings("of_the_past")):
        return "past"
    for position in range(index, len(tokens)):
        tense = word_tense(tokens[position].word)
        if tense is None:
            continue
        if tense == "past":
            for later in tokens[position + 1 : position + 4]:
                if _plans(later.word.key):
                    return "future"
            if tokens[position].word.key.startswith(_endings("says")) and any(
                before.word.key.endswith("ishi") and len(before.word.key) > _SHORTEST
                for before in tokens[max(index, position - 3) : position]
            ):
                return "future"  # bo‘lishi aytildi
            if _is_agreed(sentence, index, position):
                return "future"
        return tense
    return None
