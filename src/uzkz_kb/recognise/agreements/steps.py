"""One step to the left from a document's noun: what may belong to its words, and what ends them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.marks import step_over_mark
from uzkz_kb.recognise.agreements.readings import form_of, looks_attributive, noun_reading
from uzkz_kb.recognise.agreements.surroundings import Surroundings, group_from
from uzkz_kb.recognise.rules import words

#: Pronouns that take the place of what was told: bu haqdagi, ular orasida.
_POINTERS = frozenset({"bu", "shu", "ular", "shular", "bular", "ushbu", "u", "bunga", "unga", "shunga"})


#: Words that hold a phrase together, or begin another clause.
_JOINTS = frozenset(
    {"conjunction", "tomonidan_word", "clause_word", "about_word", "between_word", "field_noun"}
)


def step(around: Surroundings, at: int, head: int, *, about: bool, between: bool) -> int | None:
    """The token from which the phrase goes on when it has reached `at`; `None` where it ends."""
    tokens = around.tokens
    index = at - 1
    word = tokens[index].word
    if word.shape == "mark":
        return step_over_mark(around, index, at)
    if index in around.dates:
        return _step_over_date(around, index, at, head)
    if index in around.people:
        return around.people[index] if _owns(tokens, index) else None
    if index in around.verbs:
        return _step_over_verb(around, index, at)
    plain = _is_plain(word.raw)
    if not plain and _praises(tokens, index, at):
        return None
    if index in around.heads:
        return _step_over_head(tokens, index)
    if plain:
        return around.names.get(index, index)
    if word.key == "bilan":
        return None if about and not between else index
    if not _JOINTS.isdisjoint(word.by_class):
        if word.has("conjunction"):
            return index if _joins(around, index) else None
        if word.has("tomonidan_word"):
            return index if _participle_within(around, at, head) else None
        if _begins_clause(tokens, index) and not (word.has("sector") or word.has("about_word")):
            return None
        if word.has("about_word") or word.has("between_word") or word.has("field_noun"):
            return None if _circumstance(tokens, index) else index
    if _is_occasion(around, index, at):
        return None
    if _is_subject(around, index, at, head) or _goes_with_verb(around, index, at, head):
        return None
    return around.names.get(index, index)


@lru_cache(maxsize=100_000)
def _is_plain(raw: str) -> bool:
    """Whether a word goes with a phrase wherever it stands: no joint, no actor, no case that ends it."""
    word = words().word(raw)
    if word.key == "bilan" or word.key.endswith(_PRAISING) or not _JOINTS.isdisjoint(word.by_class):
        return False
    actor = noun_reading(word, "actor_noun")
    return form_of(word) not in ("loc", "abl", "dat") and (actor is None or actor.form != "nom")


def _begins_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word opens a clause; `va ulardan`, `va uni` go on with one."""
    word = tokens[index].word
    if not word.has("clause_word") or word.form != "nom":
        return False
    if index and word.key == "ham" and tokens[index - 1].word.has("about_word"):
        return False
    if word.key == "birga" and tokens[index + 1].word.key.endswith("sh"):
        return False
    if index and word.key == "kuni" and tokens[index - 1].word.has("every_word"):
        return False
    return not (
        index
        and word.key in ("uni", "uning", "ularni", "ularning", "bu", "shu")
        and tokens[index - 1].word.has("conjunction")
    )


#: How a participle ends that says something of what is praised.
_PRAISING = "uvchi"


def _praises(tokens: Sequence[Token], index: int, at: int) -> bool:
    """Whether a participle only says something of a title, which has a capital: javob beruvchi Abadiy …"""
    word = tokens[index].word
    if not word.key.endswith(_PRAISING) or (index and tokens[index - 1].word.has("ratify_noun")):
        return False
    return word.shape == "lower" and tokens[at].word.capital


def _deed_follows(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether the noun is of a deed to be done by then: 2030-yilgacha … rivojlantirish rejasi."""
    noun = tokens[head].word.readings[0]
    return noun.possessive and tokens[head - 1].word.key.endswith(("ish", "ash")) and head - 1 >= at


def _step_over_date(around: Surroundings, index: int, at: int, head: int) -> int | None:
    """Over a date of the document's own: 2013 yildagi, 1998 yilda imzolangan, 2026-yilga mo‘ljallangan."""
    tokens = around.tokens
    first = around.dates[index]
    form = tokens[index].word.form
    if form in ("adj", "gen", "lik") or (
        form == "term" and at < len(tokens) and tokens[at].word.key == "bo'lgan"
    ):
        return first
    if form == "term" and tokens[head].word.reading("agreement_head") and _deed_follows(tokens, at, head):
        return first
    if form == "nom":
        return None if tokens[index].word.has("day_word") else first
    group = group_from(around, at)
    if around.deed or (group is not None and group.attributive):
        return first
    return first if tokens[index].word.has("year_word") and tokens[index].word.readings[0].plural else None


def _step_over_verb(around: Surroundings, index: int, at: int) -> int | None:
    """Over a verb that stands as a noun or belongs to one; a finished clause ends the phrase."""
    group = around.verbs[index]
    if group.attributive:
        return group.first if group.passive or group.stem in ("bo'l", "qil") else None
    if group.form == "converb":
        following = (around.verbs.get(at), around.verbs.get(at + 1))
        return group.first if any(verb is not None and verb.first == at for verb in following) else None
    if group.nominal or group.participle or (group.form == "perfect" and not group.finite):
        return group.first
    return None


def _step_over_head(tokens: Sequence[Token], index: int) -> int | None:
    """Over another document's noun that belongs to this one's words: kelishuvni amalga oshirish rejasi."""
    reading = tokens[index].word.reading("agreement_head")
    if reading is None:
        return None
    if reading.form == "nom":  # strategiyasi haqidagi bitim
        return index if index + 1 < len(tokens) and tokens[index + 1].word.key in ABOUT_IT else None
    return index if reading.form in ("gen", "dat", "acc", "adj") else None


#: The words after which only a further noun can follow.
ABOUT_IT = frozenset({"haqidagi", "to'g'risidagi", "xususidagi", "borasidagi", "doir", "oid"})


def _circumstance(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words tell how it came about: bu haqdagi, ular orasida, muzokaralar natijalari bo‘yicha."""
    if index and tokens[index - 1].word.key in _POINTERS:
        return True
    word = tokens[index].word
    before = noun_reading(tokens[index - 1].word, "outcome_noun") if index else None
    return (
        before is not None
        and (before.possessive or before.plural)
        and not word.has("field_noun")
        and word.key in ("bo'yicha", "yuzasidan", "haqida")
    )


def _joins(around: Surroundings, index: int) -> bool:
    """Whether `va` stands inside the complement, not between two items."""
    if index == 0:
        return False
    before = index - 1
    while before and (
        around.tokens[before].word.has("close_quote") or around.tokens[before].word.has("suffix")
    ):
        before -= 1
    if before in around.heads:
        return False
    group = around.verbs.get(before)
    if group is not None and (group.finite or group.form == "converb"):
        return False
    return not around.tokens[before].word.has("comma")


def _is_occasion(around: Surroundings, index: int, at: int) -> bool:
    """Whether the word tells when or where it was done: muzokaralar yakunida, Bishkekda."""
    word = around.tokens[index].word
    form = form_of(word)
    if form not in ("loc", "abl"):
        return False
    group = group_from(around, at)
    if group is not None and group.attributive and group.passive:
        return False
    if any(looks_attributive(token.word) for token in around.tokens[at : at + 2]):
        return False
    following = around.tokens[at].word
    if word.shape == "lower" and following.shape == "lower" and following.key.endswith(("ish", "ash")):
        return word.has("year_word")  # tinch maqsadlarda foydalanish
    if word.has("self_word"):
        return form == "loc"  # o‘sha kunning o‘zida
    if noun_reading(word, "occasion_noun") is not None:
        return not (word.has("year_word") and word.readings[0].plural)
    return form == "loc" and word.capital and not around.deed


#: How nouns of deeds end, which may have an object before them.
_DEEDS = ("ash", "ish", "almashinuvi", "almashuvi")


def _is_subject(around: Surroundings, index: int, at: int, head: int) -> bool:
    """Whether the word is the one who signs: prezidentlar … to‘g‘risidagi bitimni imzoladi."""
    tokens = around.tokens
    reading = noun_reading(tokens[index].word, "actor_noun")
    if reading is None or reading.form != "nom":
        return False
    if at == head:
        noun = tokens[head].word.reading("agreement_head")
        return (reading.plural or reading.possessive) and noun is not None and not noun.possessive
    following = tokens[at].word
    if following.has("open_quote"):
        return True
    if following.shape == "lower" and following.key.endswith(_DEEDS):
        return False  # mutaxassislar tayyorlash
    if not (reading.plural or reading.possessive) or _is_side(tokens, at, head):
        return False
    if following.has("actor_noun") or following.has("conjunction"):
        return False
    if following.readings and following.readings[0].possessive:
        return False
    return following.shape != "mark"


def _is_side(tokens: Sequence[Token], at: int, head: int) -> bool:
    """Whether `o‘rtasida` or `bilan` follows, so that the word names a side of the document."""
    for ahead in range(at, min(head, at + 12)):
        word = tokens[ahead].word
        if word.has("between_word") or word.key == "bilan":
            return True
        if word.has("about_word"):
            return False
    return False


def _goes_with_verb(around: Surroundings, index: int, at: int, head: int) -> bool:
    """Whether a dative belongs to the sentence's verb: stolga savdo bitimi qo‘yildi."""
    tokens = around.tokens
    if around.deed or form_of(tokens[index].word) != "dat":
        return False
    following = tokens[at].word
    if following.has("about_word") or following.has("against_word"):
        return False
    return not any(
        i in around.verbs or tokens[i].word.key.endswith("sh") or looks_attributive(tokens[i].word)
        for i in range(at, head)
    )


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Whether a person's name goes on into the phrase: Prezident Sh.Mirziyoyevning qarori, … nomidagi."""
    following = tokens[index + 1].word if index + 1 < len(tokens) else None
    return form_of(tokens[index].word) == "gen" or (
        following is not None and following.key.startswith("nomi")
    )


def _participle_within(around: Surroundings, first: int, head: int) -> bool:
    """Whether a passive participle to the right says what was done: … tomonidan foydalaniladigan."""
    return any(
        group.attributive and group.passive for last, group in around.verbs.items() if first <= last < head
    )
