"""What stands to the left of a document's noun and belongs to it, however long: where the phrase begins.

The walk goes from the noun leftwards and stops at what cannot belong: a finished clause, a subject, the time
and place of the signing, the item before it in an enumeration.
"""

from __future__ import annotations

from typing import NamedTuple

from uzkz_kb.recognise.agreements.marks import closes_quote
from uzkz_kb.recognise.agreements.readings import form_of, noun_reading
from uzkz_kb.recognise.agreements.steps import step
from uzkz_kb.recognise.agreements.surroundings import Surroundings, group_from
from uzkz_kb.recognise.verbs import VerbGroup


class Complement(NamedTuple):
    """From the token `first` up to the noun, and what the words say.

    `about`: what the document is about; `between`: whose it is; `meant`: for what time; `quoted`: its title;
    `dated`: when it was signed.
    """

    first: int
    about: bool = False
    between: bool = False
    meant: bool = False
    quoted: bool = False
    dated: bool = False


#: Words that say what a document is about, or whose it is.
_TELLING = frozenset({"about_word", "field_noun", "between_word"})


def complement_of(around: Surroundings, head: int, floor: int) -> Complement:
    """The complement of the noun at the token `head`; it does not reach below `floor`."""
    tokens = around.tokens
    at = head
    about = between = meant = quoted = signed = dated = False
    while at > floor:
        if signed and not _goes_on(around, at):
            break
        back = step(around, at, head, about=about, between=between)
        if back is None:
            break
        if at - 1 in around.dates and _tells_when(around, at):
            signed = dated = True
        elif signed and tokens[back].word.has("about_word"):
            signed = False
        for index in range(back, at):
            word = tokens[index].word
            if not _TELLING.isdisjoint(word.by_class):
                about = about or word.has("about_word") or (word.has("field_noun") and index != head)
                between = between or word.has("between_word")
            group = around.verbs.get(index)
            meant = meant or (group is not None and _meant(group))
        quoted = quoted or (back < at - 1 and closes_quote(tokens, at - 1))
        at = back
    return Complement(_trimmed(around, at, head), about, between, meant, quoted, dated)


def _tells_when(around: Surroundings, at: int) -> bool:
    """Whether the date that ends at `at` is that of the signing: 2013 yildagi, 1998 yilda imzolangan."""
    group = group_from(around, at)
    attributive = group is not None and group.attributive and not group.has("plan_verb")
    return attributive or around.tokens[at - 1].word.form == "adj"


def _goes_on(around: Surroundings, at: int) -> bool:
    """Whether the phrase goes on before its date: BMTning 1992-yilgi …, Toshkentda 1998 yilda imzolangan …"""
    word = around.tokens[at - 1].word
    if word.has("about_word") or word.has("between_word"):
        return True
    return form_of(word) == "gen" or (form_of(word) == "loc" and word.capital)


def _meant(verb: VerbGroup) -> bool:
    """Whether the verb says for what time it is made: 2026-2027-yillarga mo‘ljallangan."""
    return verb.attributive and verb.has("plan_verb")


def _trimmed(around: Surroundings, first: int, head: int) -> int:
    """Past what cannot begin a phrase: marks, conjunctions, `esa`."""
    tokens = around.tokens
    while first < head:
        word = tokens[first].word
        mark = word.shape == "mark" and not (word.has("open_quote") or word.has("quote"))
        if not mark and _NO_BEGINNINGS.isdisjoint(word.by_class):
            break
        first += 1
    return first


_NO_BEGINNINGS = frozenset({"conjunction", "clause_word", "no_beginning", "since_word", "between_word"})


def without_subject(around: Surroundings, complement: Complement, head: int) -> Complement:
    """The complement without the names that sign: O‘zbekiston va Qirg‘iziston … bitimini imzoladi.

    Only for a noun in the accusative, whose verb has a subject.
    """
    if complement.between or not complement.about:
        return complement
    tokens = around.tokens
    ends = {first: last + 1 for last, first in around.names.items()}
    at = complement.first
    if _is_bare_actor(around, at, head):
        return complement._replace(first=at + 1)
    while at in ends and form_of(tokens[ends[at] - 1].word) == "nom" and ends[at] < head:
        at = ends[at]
        if tokens[at].word.key == "bilan":
            return complement
        if not (tokens[at].word.has("conjunction") or tokens[at].word.has("comma")) or at + 1 not in ends:
            break
        at += 1
    return complement._replace(first=_trimmed(around, at, head)) if at > complement.first else complement


def _is_bare_actor(around: Surroundings, at: int, head: int) -> bool:
    """Whether a lone noun begins the phrase and acts: Senat chegara to‘g‘risidagi shartnomani …"""
    reading = noun_reading(around.tokens[at].word, "actor_noun")
    if at + 1 >= head or reading is None or reading.form != "nom" or reading.possessive:
        return False
    following = around.tokens[at + 1].word
    return following.shape == "lower" and not any(other.possessive for other in following.readings)
