"""What a participle before a document's noun tells of it: … 6-iyunda Pekinda imzolangan, … bitim.

The participle's own words go as far to the left as no finished clause and no other document stands between.
"""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.complements import Complement
from uzkz_kb.recognise.agreements.surroundings import Surroundings
from uzkz_kb.recognise.status import act_of
from uzkz_kb.recognise.verbs import VerbGroup

_SIGNED = ("signed", "adopted", "ratified")
#: How many words may stand between `imzolangan va` and the participle that is joined to it.
_JOINED_WITHIN = 14


def signed_by(
    around: Surroundings, verbs: Sequence[VerbGroup], complement: Complement, head: int
) -> Act | None:
    """The act told by a participle that belongs to the noun at the token `head`."""
    for verb in reversed(verbs):
        if verb.first >= head or verb.negative or not (verb.attributive or verb.form == "perfect"):
            continue
        status = act_of(verb)
        if status in _SIGNED and verb.attributive and _is_to_come(around, verb):
            if _belongs(around, verb, complement, head):
                return Act("planned", verb.first, verb.last, False)
            continue
        if verb.form != "perfect":
            continue
        if status in _SIGNED and _belongs(around, verb, complement, head):
            return Act(status, verb.first, verb.last, True)
    return None


def held_by(
    around: Surroundings, verbs: Sequence[VerbGroup], complement: Complement, head: int
) -> Act | None:
    """That a participle before the noun says it holds: kuchga kirgan … bitimi qayta ko‘rib chiqiladi."""
    for verb in verbs:
        if verb.last > head:
            return None
        holds = verb.has("force_verb", "hold_force_verb") and verb.attributive and not verb.negative
        if holds and not _is_to_come(around, verb) and _belongs(around, verb, complement, head):
            return Act("in_force", verb.first, verb.last, True)
    return None


def _is_to_come(around: Surroundings, verb: VerbGroup) -> bool:
    return around.tokens[verb.last - 1].word.key.endswith(("digan", "ajak"))


def _belongs(around: Surroundings, verb: VerbGroup, complement: Complement, head: int) -> bool:
    if verb.attributive:
        if verb.last == head:
            return True
        if _heads(around, verb.last, head):
            return False
        if verb.last == complement.first:
            return True
        return complement.first <= verb.first or _goes_on(around, verb.last, complement.first)
    following = around.tokens[verb.last].word
    if following.has("comma"):
        if not verb.passive or _heads(around, 0, verb.first):
            return False
        return verb.last + 1 == complement.first or _joined(around, verb.last + 1, complement.first)
    if following.has("conjunction"):
        return verb.passive and _joined(around, verb.last + 1, complement.first)
    return False


def _goes_on(around: Surroundings, first: int, last: int) -> bool:
    """Whether the words between are only more of the document's: imzolangan Fuqarolik, oilaviy va …"""
    if not 0 < last - first <= _JOINED_WITHIN:
        return False
    return not any(first <= index < last and verb.form != "noun" for index, verb in around.verbs.items())


def _heads(around: Surroundings, first: int, last: int) -> bool:
    return any(first <= index < last for index in around.heads)


def _joined(around: Surroundings, first: int, last: int) -> bool:
    """Whether the words between end with another participle: imzolangan va kuchga kirgan bitim."""
    if not 0 < last - first <= _JOINED_WITHIN or _heads(around, first, last):
        return False
    return around.tokens[last - 1].word.key.endswith(("gan", "kan", "qan"))


def clause_start(around: Surroundings, at: int) -> int:
    """Where the words begin that belong to the participle at the token `at`."""
    index = at
    while index > 0:
        before = index - 1
        word = around.tokens[before].word
        group = around.verbs.get(before)
        if group is not None and (group.finite or group.form == "converb"):
            break
        if before in around.heads or word.has("semicolon") or word.has("colon") or word.has("open_quote"):
            break
        index = before
    return index


def participle_start(around: Surroundings, act: Act) -> int:
    """Where the words right before the participle begin: its date, its place, who does it."""
    index, group = act.first, around.verbs.get(act.last - 1)
    active = group is not None and not group.passive
    while index > 0:
        before = index - 1
        word = around.tokens[before].word
        if before in around.dates:
            index = around.dates[before]
        elif before in around.names:
            index = around.names[before]
        elif (
            not active
            or before in around.people
            or before in around.verbs
            or before in around.heads
            or word.shape == "mark"
            or word.has("clause_word")
            or word.has("about_word")
        ):
            break
        else:
            index = before
    return index


def is_told(around: Surroundings, act: Act) -> bool:
    """Whether the participle says more than that it was signed: when, where, or by whom."""
    if act.first == 0:
        return False
    before: Token = around.tokens[act.first - 1]
    first = act.first - 1
    if first in around.dates or (first in around.names and before.word.form == "loc"):
        return True
    active = next((v for v in around.verbs.values() if v.first == act.first), None)
    return active is not None and not active.passive and before.word.shape != "mark"
