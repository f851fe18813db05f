"""Whether a sentence may name a happening at all: asked of every sentence, so asked cheaply."""

from __future__ import annotations

import re
from functools import cache

from uzkz_kb.model.document import Sentence
from uzkz_kb.recognise.events.sayings import saying_verbs
from uzkz_kb.recognise.rules import codes_of, codes_spelled, words
from uzkz_kb.text.lexicon import lexicon
from uzkz_kb.text.patterns import compiled


def worth_a_look(sentence: Sentence, present: frozenset[str], dated: bool, placed: bool) -> bool:
    """Whether any word of the sentence may name a happening; some do only with a date, or with a place.

    `present` are the sentence's codes: a set of them is asked several things.
    """
    return (
        not _trigger().isdisjoint(present)
        or tells_of_the_next(sentence, present)
        or (dated and not _with_a_date().isdisjoint(present))
        or (placed and not codes_of(*_WITH_A_PLACE).isdisjoint(present))
        or ((dated or placed) and sentence.tokens[0].word.key in _TAKEN_UP)
        or not _first_words(dated).isdisjoint([token.word.key for token in sentence.tokens])
        or (
            not codes_of("year_word", "day_word").isdisjoint(present)
            and any(
                token.word.key.startswith(_OF_A_THEME)
                and ("year_word" in token.word.by_class or "day_word" in token.word.by_class)
                for token in sentence.tokens
            )
        )
    )


def tells_without(sentence: Sentence, present: frozenset[str], dated: bool, placed: bool) -> bool:
    """Whether the sentence may tell of a happening with neither a noun nor a verb that names one."""
    return (
        tells_of_the_next(sentence, present)
        or ((dated or placed) and takes_up(present))
        or (
            dated
            and not codes_spelled(RITES).isdisjoint(present)
            and not RITES.isdisjoint([token.word.key for token in sentence.tokens])
        )
    )


def tells_of_the_next(sentence: Sentence, present: frozenset[str]) -> bool:
    """Whether the next of something named may be told of: navbatdagi «Birlik»."""
    if codes_of("event_another").isdisjoint(present):
        return False
    return another_quoted().search(sentence.codes) is not None


def takes_up(present: frozenset[str]) -> bool:
    """Whether another one of what was told may be told of: keyingisi, uchinchisi."""
    return not codes_of("event_another", "ordinal").isdisjoint(present)


#: Words that another of what was told is taken up by, at the beginning of a sentence.
_TAKEN_UP = frozenset(
    f"{one}si"
    for one in ("birinchi", "ikkinchi", "uchinchi", "to'rtinchi", "keyingi", "navbatdagi", "galdagi")
)


#: Nouns of a beginning or an end that may have a day of its own.
RITES = frozenset({"ochilishi", "yopilishi", "imzolanishi", "imzolanish"})

#: Years and days of something: O‘zbekiston yili, Qozog‘iston kunlari.
DAYS = ("kunlari", "haftaligi", "dekadasi", "oyligi")
_OF_A_THEME = ("yili", *DAYS)


@cache
def _trigger() -> frozenset[str]:
    deeds = _deed_classes().difference(_WITH_A_DATE, _WITH_A_PLACE, ["trip_verb"]) | {"trip_noun"}
    return codes_of(*deeds, "event", "event_second", "anniversary_word", "credential_noun")


@cache
def another_quoted() -> re.Pattern[str]:
    """Matches where the next of something named begins: navbatdagi «Birlik»."""
    return compiled("event_another open_quote", words()).regex


_WITH_A_DATE = (
    "start_verb",
    "institute_verb",
    "relate_verb",
    "hand_verb",
    "tie_verb",
    "beat_verb",
    "build_verb",
)
_WITH_A_PLACE = ("came_verb", "stay_verb", "been_word")


@cache
def _deed_classes() -> frozenset[str]:
    deeds = (
        "encounter receive phone assemble came launch unveil start wreath remember institute relate"
        " stone swap guest trip tie hand quake beat build"
    )
    return frozenset(f"{deed}_verb" for deed in deeds.split())


@cache
def _with_a_date() -> frozenset[str]:
    return codes_of(*_WITH_A_DATE, *saying_verbs())


@cache
def _first_words(dated: bool) -> frozenset[str]:
    """The words with which verbs of two words begin that name a happening: qabul, telefon, gulchambar.

    Some do only with a date: lavozimga kirishdi.
    """
    deeds = _deed_classes() | saying_verbs() if dated else _deed_classes()
    return (RITES if dated else frozenset()) | frozenset(
        first
        for first, phrases in lexicon().phrases.items()
        if any(not deeds.isdisjoint(phrase.classes) for phrase in phrases)
    )
