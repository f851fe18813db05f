"""What a verb's tense and what follows it say of a thing: done, or still to come."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import AgreementStatus, EventStatus
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.verbs import DONE, VerbGroup

#: The classes of verbs by which a document comes to be, and what it then is.
ACTS: tuple[tuple[str, AgreementStatus], ...] = (
    ("ratify_verb", "ratified"),
    ("force_verb", "in_force"),
    ("hold_force_verb", "in_force"),
    ("sign_verb", "signed"),
    ("exchange_verb", "signed"),
    ("adopt_verb", "adopted"),
    ("issue_verb", "adopted"),
    ("decide_verb", "adopted"),
    ("agree_verb", "agreed"),
    ("draft_verb", "planned"),
)
_ACTS = frozenset(name for name, _ in ACTS)
_FUTURE = (
    "plan_verb",
    "expect_verb",
    "intend_verb",
    "offer_verb",
    "promise_verb",
    "agree_verb",
    "discuss_verb",
    "prepare_verb",
    "postpone_verb",
)


def act_of(group: VerbGroup) -> AgreementStatus | None:
    """What a document is after this verb, were it done; `None` where the verb is no such act."""
    if _ACTS.isdisjoint(group.classes):
        return None
    return next(status for name, status in ACTS if name in group.classes)


def is_done(verbs: Sequence[VerbGroup], index: int, tokens: Sequence[Token]) -> bool:
    """Whether what the verb `verbs[index]` tells of has happened, by its own form and by the verbs after it.

    >>> # imzolandi, imzolangan edi, imzolab, … keldi, imzolangani ta’kidlandi: done
    >>> # imzolanadi, imzolanishi kutilmoqda, imzolashga kelishildi, imzolanishi kerak: to come
    """
    group = verbs[index]
    if group.form in DONE or (
        group.participle and group.form != "participle" and _past_participle(group, tokens)
    ):
        return True
    if group.form == "participle":
        return _past_participle(group, tokens)
    if group.form == "converb":
        following = next((v for v in verbs[index + 1 :] if v.finite), None)
        return _ends_in_past(tokens) if following is None else is_done([following], 0, tokens)
    if group.nominal:
        return _noun_done(verbs, index, tokens)
    return False


def _ends_in_past(tokens: Sequence[Token]) -> bool:
    """Whether the sentence's last word looks like a verb of the past, listed or not."""
    last = next((token.word for token in reversed(tokens) if token.word.shape == "lower"), None)
    return last is not None and word_tense(last) == "past"


def _past_participle(group: VerbGroup, tokens: Sequence[Token]) -> bool:
    """`imzolangan-` is past; `imzolanadigan`, `imzolanayotgan`, `imzolanajak` are not."""
    word = tokens[group.last - 1].word.key
    return not any(part in word for part in ("digan", "yotgan", "jak"))


def _noun_done(verbs: Sequence[VerbGroup], index: int, tokens: Sequence[Token]) -> bool:
    group = verbs[index]
    following = tokens[group.last].word if group.last < len(tokens) else None
    if following is not None and (following.has("ceremony_noun") or following.has("must_word")):
        return following.has("ceremony_noun") and _last_is_past(verbs, index)
    if must_follows(group, tokens):
        return False
    for later in verbs[index + 1 :]:
        if later.has(*_FUTURE) and not later.attributive:
            return False
        if later.finite:
            return group.passive and later.form in DONE and not later.has("say_verb", "begin_verb")
    return group.passive and group.form == "noun"


def _last_is_past(verbs: Sequence[VerbGroup], index: int) -> bool:
    return any(
        verb.finite and verb.form in DONE and not verb.has("plan_verb", "expect_verb")
        for verb in verbs[index + 1 :]
    )


def must_follows(group: VerbGroup, tokens: Sequence[Token]) -> bool:
    """Whether `kerak`, `mumkin`, `zarur` stands right after the verb."""
    return any(token.word.has("must_word") for token in tokens[group.last : group.last + 2])


def happening_status(verbs: Sequence[VerbGroup], index: int, tokens: Sequence[Token]) -> EventStatus:
    """Whether the happening that the verb `verbs[index]` tells of was held or is planned."""
    return "held" if is_done(verbs, index, tokens) else "planned"
