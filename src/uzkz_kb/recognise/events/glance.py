"""Whether a sentence may name a happening at all: asked of every sentence, so asked cheaply."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.recognise.events.sayings import saying_verbs
from uzkz_kb.recognise.rules import word_of, words
from uzkz_kb.recognise.verbs import may_begin
from uzkz_kb.text.patterns import compiled


def worth_a_look(sentence: Sentence, dated: bool, placed: bool) -> bool:
    """Whether any word of the sentence may name a happening; some do only with a date, or with a place."""
    codes = sentence.codes
    return (
        _trigger().search(codes) is not None
        or another_quoted().search(codes) is not None
        or (dated and _with_a_date().search(codes) is not None)
        or (placed and word_of(*_WITH_A_PLACE).search(codes) is not None)
        or ((dated or placed) and sentence.tokens[0].word.key in _TAKEN_UP)
        or not _first_words(dated).isdisjoint([token.word.key for token in sentence.tokens])
        or any(
            sentence.tokens[m.start()].word.key.startswith(_OF_A_THEME)
            or is_one_day(sentence.tokens, m.start())
            for m in word_of("year_word", "day_word").finditer(codes)
        )
    )


def tells_without(sentence: Sentence, dated: bool, placed: bool) -> bool:
    """Whether the sentence may tell of a happening with neither a noun nor a verb that names one."""
    codes = sentence.codes
    return (
        another_quoted().search(codes) is not None
        or ((dated or placed) and takes_up(codes))
        or (dated and any(sentence.tokens[m.start()].word.key in RITES for m in rite_words().finditer(codes)))
    )


def takes_up(codes: str) -> bool:
    """Whether another one of what was told may be told of: keyingisi, uchinchisi."""
    return word_of("event_another", "ordinal").search(codes) is not None


#: Words that another of what was told is taken up by, at the beginning of a sentence.
_TAKEN_UP = frozenset(
    f"{one}si"
    for one in (
        *("birinchi", "ikkinchi", "uchinchi", "to'rtinchi", "beshinchi", "oltinchi", "yettinchi", "ettinchi"),
        *("sakkizinchi", "to'qqizinchi", "o'ninchi", "keyingi", "navbatdagi", "galdagi"),
    )
)


#: Nouns of a beginning or an end that may have a day of its own.
RITES = frozenset({"ochilishi", "yopilishi", "imzolanishi", "imzolanish"})

#: Years and days of something: O‘zbekiston yili, Qozog‘iston kunlari.
DAYS = ("kunlari", "haftaligi", "dekadasi", "oyligi")
_OF_A_THEME = ("yili", *DAYS)


def is_one_day(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word is the day of a theme that is somebody's: madaniyati kuni, she’riyati kuni."""
    if not at or not tokens[at].word.key.startswith("kuni"):
        return False
    theme = tokens[at - 1].word.reading("theme")
    return theme is not None and theme.possessive and theme.form == "nom"


@cache
def rite_words() -> re.Pattern[str]:
    """Matches the code of each of the `RITES`, which other words may have too."""
    forms = (form for key in sorted(RITES) for form in (key, key.capitalize()))
    return re.compile("|".join(re.escape(words().word(form).code) for form in forms))


@cache
def _trigger() -> re.Pattern[str]:
    deeds = _deed_classes().difference(_WITH_A_DATE, _WITH_A_PLACE, ["trip_verb"]) | {"trip_noun"}
    return word_of(*deeds, "event", "event_second", "anniversary_word", "credential_noun")


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
def _with_a_date() -> re.Pattern[str]:
    return word_of(*_WITH_A_DATE, *saying_verbs())


@cache
def _first_words(dated: bool) -> frozenset[str]:
    """The words with which verbs of two words begin that name a happening: qabul, telefon, gulchambar.

    Some do only with a date: lavozimga kirishdi.
    """
    if not dated:
        return may_begin(_deed_classes())
    return RITES | may_begin(_deed_classes() | saying_verbs())
