"""Which laws, decrees and resolutions are of more than one side, and so are records."""

from __future__ import annotations

from typing import Literal

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.readings import tells_of_joint_session, tells_of_one_side

#: What a decree is: a record of its own, one named before, or none.
Counts = Literal["NEW", "AGAIN", "NONE"]


def decree(item: Item) -> tuple[Counts, str]:
    """Whether a law or resolution counts, and why: it ratifies a treaty or is about both sides."""
    if item.head.plural and not item.complement.about:
        return "NONE", "many unnamed documents"
    words = [token.word for token in item.tokens]
    if any(word.has("ratify_noun") or word.has("ratify_verb") for word in words):
        return "NEW", "it ratifies a treaty"
    if _approves(item):
        return "NEW", "it approves a treaty"
    if any(word.shape == "number" for word in words) and any(word.has("session_word") for word in words):
        return "NEW", "of a joint session"
    about = item.complement.about or item.complement.quoted
    if about and any(_concerns_both(token) for token in item.sentence.tokens[item.first : item.head.at]):
        return "NEW", "about the other side"
    if about and item.act is not None and item.act.done and _of_joint_session(item):
        return "NEW", "of a joint session"
    if item.first < item.head.at and _approves_treaty(item):
        return "NEW", "it approves a treaty"
    if item.complement.dated and _hands_land_over(item):
        return "NEW", "it gives land to the other side"
    if item.pointing:
        return "AGAIN", "named before"
    near = item.sentence.tokens[max(0, item.first - 1) : item.last]
    joint = _JOINT_RESOLUTION if item.head.stem.startswith("rezol") else _JOINT
    if item.act is not None and item.act.done and any(token.word.key in joint for token in near):
        return "NEW", "of both sides"
    return "NONE", "one side's own affair"


def _of_joint_session(item: Item) -> bool:
    """Whether it was adopted where sides meet: sammitda … to‘g‘risida qaror qabul qilindi."""
    before = item.sentence.tokens[: item.first]
    return not tells_of_one_side(before) and tells_of_joint_session(before)


#: What a decree is called that both sides adopt.
_JOINT = frozenset({"qo'shma", "birgalikdagi"})
_JOINT_RESOLUTION = _JOINT | {"yakuniy"}


def _hands_land_over(item: Item) -> bool:
    """Whether it moved a border: 1956-yilgi farmon bilan tuman O‘zbekistonga o‘tkazildi."""
    tokens = item.sentence.tokens
    to = next(
        (at for at in range(len(tokens)) if tokens[at].word.has("country") and tokens[at].word.form == "dat"),
        None,
    )
    if to is None or not any(token.word.key.startswith(_LAND) for token in tokens):
        return False
    return any(token.word.key.startswith(_HANDED_OVER) for token in tokens[to + 1 : to + 4])


#: How the words for land begin, and the verbs by which it is given.
_LAND = ("tuman", "viloyat", "hudud", "qishloq", "volost", "uyezd", "yer", "gektar", "rayon")
_HANDED_OVER = (
    "o'tkaz",
    "o'tdi",
    "o'tgan",
    "beril",
    "berdi",
    "bergan",
    "qaytar",
    "qo'shil",
    "qo'shdi",
    "qo'shib",
    "topshir",
    "biriktir",
)


def _concerns_both(token: Token) -> bool:
    return token.word.has("both_word") or (token.word.has("country") and token.word.form != "gen")


def _approves(item: Item) -> bool:
    """… bitimni tasdiqlash to‘g‘risidagi qaror."""
    words = [token.word for token in item.sentence.tokens[item.first : item.head.at]]
    approves = item.complement.about and any(word.has("adopt_verb") for word in words)
    return approves and any(word.has("agreement_head") for word in words)


def _approves_treaty(item: Item) -> bool:
    """`Prezident uni … qarori bilan tasdiqladi`."""
    tokens = item.sentence.tokens
    after = tokens[item.last : item.last + 4]
    return (
        bool(after)
        and after[0].word.key == "bilan"
        and any(token.word.has("adopt_verb") or token.word.has("ratify_verb") for token in after)
        and any(
            token.word.key in ("uni", "ularni") or token.word.has("agreement_head")
            for token in tokens[: item.first]
        )
    )
