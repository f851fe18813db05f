"""What is done with a document in its sentence: the verb that governs its noun, and what this makes of it."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.acts import (
    Act,
    agreed_already,
    became,
    cancelled,
    exchanged_ratified,
    lapsed,
    prolonged,
)
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.readings import form_of
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.status import act_of, is_done
from uzkz_kb.recognise.verbs import DONE, VerbGroup


def act_on(
    head: Head,
    tokens: Sequence[Token],
    verbs: Sequence[VerbGroup],
    inside: Sequence[tuple[int, int]],
    end: int,
) -> Act | None:
    """The act upon the document of `head`; verbs `inside` other items' words, or past `end`, do not count."""
    if cancelled(head, verbs):
        return None
    if exchanged_ratified(head, tokens):
        return Act("ratified", head.last, head.last + 1, True)
    if head.form == "nom" and any(t.word.has("holding_word") for t in tokens[head.last : head.last + 2]):
        return None if lapsed(head, tokens) else Act("in_force", head.last, head.last + 1, True)
    simple = agreed_already(head, tokens) or became(head, verbs)
    if simple is not None:
        return simple
    act = _governing(head, tokens, verbs, inside, end)
    if (act is None or act.done) and _talked_over(head, tokens):
        return _outcome_of_talks(head, verbs, tokens)
    if act is None and head.form == "nom":
        act = _agreed_about(head, tokens, verbs)
    if act is None and head.form == "gen":
        return prolonged(head, tokens, verbs)
    if act is not None and act.status in ("planned", "agreed"):
        return _signed_later(head, act, tokens, verbs) or act
    return act or _loose(head, tokens, verbs, inside, end)


def _signed_later(head: Head, act: Act, tokens: Sequence[Token], verbs: Sequence[VerbGroup]) -> Act | None:
    """What is done with it in the next clause: bitim matni kelishildi, uni may oyida imzolash kutilmoqda."""
    at = next((at for at in range(act.last, len(tokens)) if tokens[at].word.key in _IT), None)
    if at is None or tokens[at - 1].word.shape != "mark":
        return None
    for index, verb in enumerate(verbs):
        if verb.first > at and act_of(verb) == "signed" and not verb.negative:
            return _act("signed", verbs, index, tokens, head)
    return None


#: What stands for a document told of in the clause before.
_IT = frozenset({"u", "uni", "ular", "ularni"})


def _governing(
    head: Head,
    tokens: Sequence[Token],
    verbs: Sequence[VerbGroup],
    inside: Sequence[tuple[int, int]],
    end: int,
) -> Act | None:
    """A clause's verb stands at its end, so it is the first act to the right."""
    for index, verb in enumerate(verbs):
        if verb.first >= end:
            return None
        if verb.first < head.last or (inside and any(low <= verb.first < high for low, high in inside)):
            continue
        if head.form == "nom" and _spoken_of(head, tokens):
            return None
        if head.form == "acc" and verb.first > head.last and tokens[head.last].word.has("ratify_noun"):
            return Act("ratified", head.last, head.last + 1, True)
        if verb.attributive and _ends_up(verb, tokens):
            return None if act_of(verb) is None else Act("planned", verb.first, verb.last, False)
        if verb.attributive and not (head.form == "acc" and verb.first <= head.last + 1):
            continue  # but: memorandumni imzolagan vazirlar
        status = act_of(verb)
        if head.form == "dat" and head.kind == "understanding" and verb.has("reach_verb"):
            return _act("agreed", verbs, index, tokens, head)
        if status == "agreed" and head.form == "acc" and verb.form == "converb":
            continue  # agreed upon first, and then …
        if (
            status == "agreed"
            and head.kind != "understanding"
            and _aims(head, tokens[head.last : verb.first])
        ):
            return None  # agreed is what is done with it, not the document
        if status is not None and _reaches(head, verb, tokens) and not _names_a_thing(verb):
            return _not_yet(head, verb, tokens) if verb.negative else _act(status, verbs, index, tokens, head)
        if verb.finite and not verb.has("say_verb") and not _goes_with_next(verbs, index, tokens):
            return None
    return None


def _goes_with_next(verbs: Sequence[VerbGroup], index: int, tokens: Sequence[Token]) -> bool:
    """Whether only `va` stands between the verb and the next: ko‘rib chiqdi va tasdiqladi."""
    last = verbs[index].last
    if index + 1 == len(verbs) or last >= len(tokens) or not tokens[last].word.has("conjunction"):
        return False
    return verbs[index + 1].first == last + 1


def _not_yet(head: Head, verb: VerbGroup, tokens: Sequence[Token]) -> Act | None:
    """What has not been done so far is to come: protokol hamon imzolanmagan; else it was never made."""
    if not verb.finite:
        return None
    so_far = any(t.word.has("not_yet_word") or t.word.key in SO_FAR for t in tokens[: verb.first])
    comes_to_be = verb.has("sign_verb", "adopt_verb")
    if not (so_far or comes_to_be or head.draft):
        return None
    denied = verb.form in DONE and not (so_far or head.draft)
    return Act("planned", verb.first, verb.last, False, denied=denied)


#: The ends of `shu kungacha`, `shu paytgacha`.
SO_FAR = frozenset({"kungacha", "paytgacha", "vaqtgacha", "damgacha", "choqqacha"})


def _talked_over(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether it is still being worked on: … bitimi bo‘yicha muzokaralar, … kelishuvi ustida ishlamoqda."""
    if head.last + 1 >= len(tokens):
        return False
    word = tokens[head.last].word
    return word.has("over_word") or (word.has("about_word") and tokens[head.last + 1].word.has("talks_noun"))


def _aims(head: Head, between: Sequence[Token]) -> bool:
    """Whether words before a verb of agreeing say what was agreed: dasturini loyihalar bilan to‘ldirishga."""
    if head.form == "acc":
        return bool(between)
    return any(form_of(token.word).endswith(("dat", "acc")) or token.word.key == "bilan" for token in between)


def _outcome_of_talks(head: Head, verbs: Sequence[VerbGroup], tokens: Sequence[Token]) -> Act:
    """Agreed upon where the talks say so, else planned."""
    for index, verb in enumerate(verbs):
        if verb.first == head.last + 1 and verb.has("agree_verb") and is_done(verbs, index, tokens):
            return Act("agreed", verb.first, verb.last, True)
    return Act("planned", head.last, head.last + 1, False)


def _agreed_about(head: Head, tokens: Sequence[Token], verbs: Sequence[VerbGroup]) -> Act | None:
    """The document itself is what was agreed: … shartnomasi yuzasidan kelishuvga erishildi."""
    if not _spoken_of(head, tokens):
        return None
    for index, verb in enumerate(verbs):
        if verb.first > head.last:
            near = verb.first <= head.last + _TO_AGREEING and verb.has("agree_verb") and not verb.negative
            done = near and not verb.attributive and is_done(verbs, index, tokens)
            return Act("agreed", verb.first, verb.last, True) if done else None
    return None


#: Words from what a thing is about to the verb of agreeing: haqida ham tomonlar kelishib oldi.
_TO_AGREEING = 3


def _told_about(head: Head, tokens: Sequence[Token]) -> bool:
    """Whether it is only spoken of: shartnomasi haqida, bitimi bo‘yicha, dasturi bilan."""
    if head.last >= len(tokens):
        return False
    word = tokens[head.last].word
    if word.shape == "lower" and not word.readings and word.key.endswith(_POSSESSED):
        return True  # shartnoma namunalari
    return not _AFTER_A_TOPIC.isdisjoint(word.by_class) or word.key == "bilan"


_AFTER_A_TOPIC = frozenset({"about_word", "comma", "conjunction"})
#: How a noun ends that belongs to the one before it.
_POSSESSED = ("i", "ini", "ining", "iga", "ida", "idan")


def _spoken_of(head: Head, tokens: Sequence[Token]) -> bool:
    return head.last < len(tokens) and tokens[head.last].word.has("about_word")


def _loose(
    head: Head,
    tokens: Sequence[Token],
    verbs: Sequence[VerbGroup],
    inside: Sequence[tuple[int, int]],
    end: int,
) -> Act | None:
    """The tense of the first verb, listed or not, whose subject the document may be."""
    if head.form != "nom" or _told_about(head, tokens):
        return None
    for index in range(head.last, min(end, len(tokens))):
        if inside and any(first <= index < last for first, last in inside):
            continue
        tense = word_tense(tokens[index].word)
        if tense is not None and not any(v.attributive and v.first <= index < v.last for v in verbs):
            status: AgreementStatus = "planned" if tense == "future" else "signed"
            return Act(status, index, index + 1, tense == "past", loose=True)
    return None


def _reaches(head: Head, verb: VerbGroup, tokens: Sequence[Token]) -> bool:
    """Whether the noun's case fits the verb: shartnomani imzoladi, shartnomaga imzo chekdi."""
    if head.form in ("nom", "acc"):
        return True
    if head.form == "dat":
        return tokens[verb.first].word.key in ("imzo", "qo'l", "kelish") or verb.has(
            "agree_verb", "sign_verb"
        )
    if head.form == "abl":
        return head.last < len(tokens) and tokens[head.last].word.key == "tashqari"
    if head.form == "gen":
        return verb.nominal or verb.participle
    return False


def _names_a_thing(verb: VerbGroup) -> bool:
    """Whether the verb stands as a thing of its own: talabalar almashinuvi."""
    return verb.nominal and verb.has("exchange_verb")


def _act(
    status: AgreementStatus, verbs: Sequence[VerbGroup], index: int, tokens: Sequence[Token], head: Head
) -> Act:
    verb = verbs[index]
    done = (
        is_done(verbs, index, tokens)
        or orders(verb)
        or verb.form == "participle_loc"
        or _achieved(verb, tokens)
    )
    if status == "planned" and done and head.kind == "plan" and verb.finite:
        status = "adopted"
    if status == "in_force" and not done:
        # What is yet to enter into force is signed; what is in force says so in the present tense.
        holds = verb.has("hold_force_verb") and verb.finite
        return Act("in_force" if holds else "signed", verb.first, verb.last, holds)
    if status == "ratified" and not done:
        return Act("signed", verb.first, verb.last, False)  # what is yet to be ratified is signed
    if status == "planned" or not done or head.draft:
        return Act("planned", verb.first, verb.last, done)
    return Act(status, verb.first, verb.last, done, recalled=recalls(verb, tokens))


def orders(verb: VerbGroup) -> bool:
    """Whether a decree does it by saying so: tasdiqlansin, ratifikatsiya qilinsin."""
    return verb.form == "imperative" and verb.passive and verb.has("adopt_verb", "ratify_verb")


def _achieved(verb: VerbGroup, tokens: Sequence[Token]) -> bool:
    """Whether it was brought about: imzolashga erishdi, qabul qilishga muvaffaq bo‘ldi."""
    if not verb.form.startswith("noun") or verb.last >= len(tokens):
        return False
    word = tokens[verb.last].word
    reached = word.has("manage_verb") or (word.has("reach_verb") and word.key.startswith("erish"))
    return (reached or word.has("achieve_word")) and word_tense(word) != "future"


def _ends_up(verb: VerbGroup, tokens: Sequence[Token]) -> bool:
    """Whether it was settled that it will be done: imzolanadigan bo‘ldi."""
    if verb.last >= len(tokens) or tokens[verb.last].word.key not in ENDED_UP:
        return False
    return tokens[verb.last - 1].word.key.endswith("digan")


#: `bo‘ldi` after a participle of the future.
ENDED_UP = frozenset({"bo'ldi", "bo'ldilar", "bo'lishdi", "bo'lindi", "bo'ldik"})


def recalls(verb: VerbGroup, tokens: Sequence[Token]) -> bool:
    """Whether the verb tells of a time before that of the text: imzolangan edi, imzolangandi."""
    if verb.form == "pluperfect":
        return True
    return tokens[verb.last - 1].word.key.endswith(("gandi", "kandi", "qandi"))
