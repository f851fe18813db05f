"""What is done with a document, and what befalls it once it is signed: prolonged, cancelled, exchanged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.complements import Complement
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.verbs import DONE, VerbGroup


class Act(NamedTuple):
    """What was done, the tokens of the verb, whether it has been done.

    `loose` where only the tense of some verb tells it: bitim ham stolga qo‘yiladi. `recalled` where it lies
    before what the text reports: imzolangan edi. `denied` where the text says that it was not done.
    """

    status: AgreementStatus
    first: int
    last: int
    done: bool
    loose: bool = False
    recalled: bool = False
    denied: bool = False


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


def lapsed(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether it is denied that it holds: bitim amalda ishlamaydi, endi kuchda emas."""
    after = tokens[head.last + 1 : head.last + 4]
    return any(token.word.key == "emas" or token.word.key.endswith(_NOT) for token in after)


#: How a verb ends that is denied: ishlamaydi, ishlamay qoldi, ishlamayapti.
_NOT = ("may", "maydi", "madi", "mayapti", "magan", "mas")


def agreed_already(head: Head, tokens: Sequence[Token]) -> Act | None:
    """An understanding that there is: … o‘rtasida og‘zaki kelishuv bor."""
    if head.kind != "understanding" or head.form != "nom" or head.plural or head.last >= len(tokens):
        return None
    if tokens[head.last].word.has("existence_word"):
        return Act("agreed", head.last, head.last + 1, True)
    return None


def begun(
    head: Head, tokens: Sequence[Token], verbs: Sequence[VerbGroup], complement: Complement
) -> Act | None:
    """A programme of both sides that is under way: … o‘rtasida almashinuv dasturi ish boshladi."""
    if head.kind not in ("programme", "plan") or head.form != "nom" or not complement.between:
        return None
    verb = next((verb for verb in verbs if verb.first >= head.last), None)
    if verb is None or verb.first > head.last + 1 or verb.negative or verb.form not in DONE:
        return None
    return Act("in_force", verb.first, verb.last, True) if verb.has("open_verb", "begin_verb") else None


def became(head: Head, verbs: Sequence[VerbGroup]) -> Act | None:
    """What an earlier document turned into: deklaratsiya shartnomaga aylandi."""
    if head.form != "dat" or head.weak:
        return None
    verb = next((verb for verb in verbs if verb.first >= head.last), None)
    if verb is None or verb.first > head.last or not verb.has("become_verb") or not verb.finite:
        return None
    done = verb.form in DONE
    return None if verb.negative else Act("signed" if done else "planned", verb.first, verb.last, done)
