"""What is done with a document, and what befalls it once it is signed: prolonged, cancelled, exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.verbs import VerbGroup


class Act(NamedTuple):
    """What was done, the tokens of the verb, whether it has been done.

    `loose` where only the tense of some verb tells it: bitim ham stolga qo‘yiladi. `recalled` where it lies
    before what the text reports: imzolangan edi.
    """

    status: AgreementStatus
    first: int
    last: int
    done: bool
    loose: bool = False
    recalled: bool = False


def exchanged_ratified(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether its instruments of ratification are told of: bitimning ratifikatsiya yorliqlari almashildi."""
    for at in range(head.last, min(head.last + 2, len(tokens) - 1)):
        if tokens[at].word.has("ratify_noun") and tokens[at + 1].word.key.startswith("yorliq"):
            return True
    return False


def cancelled(head: Head, verbs: Sequence[VerbGroup]) -> bool:
    """Whether the first verb after the noun does away with it: kelishuv bekor qilindi."""
    for verb in verbs:
        if verb.first >= head.last:
            return "cancel_verb" in verb.classes
    return False


def prolonged(head: Head, tokens: Sequence[Token], verbs: Sequence[VerbGroup]) -> Act | None:
    """A document whose term was prolonged is in force: bitimining muddati uch yilga uzaytirildi."""
    if head.last >= len(tokens) or not tokens[head.last].word.has("term_noun"):
        return None
    verb = next((verb for verb in verbs if verb.first > head.last and verb.has("prolong_verb")), None)
    return None if verb is None else Act("in_force", verb.first, verb.last, True)
