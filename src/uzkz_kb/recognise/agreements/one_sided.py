"""Programmes, plans and strategies that one side adopted for itself, which are no agreements."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.readings import noun_reading

#: How the participle of what was done by somebody ends.
_PASSIVE = ("langan", "ingan", "ilgan")


def one_sided(item: Item) -> bool:
    """Whether one side adopted a programme, plan or strategy for itself: hukumat … dasturini tasdiqladi."""
    if item.kind not in ("other", "programme", "plan") or item.act is None or item.act.status == "signed":
        return False
    tokens = item.sentence.tokens
    if _by_decree(tokens[: item.first]):
        return True
    if item.act is item.signed and tokens[item.act.last - 1].word.key.endswith(_PASSIVE):
        return False  # the sentence's subject is not who adopted it: rais … tasdiqlangan dasturni esladi
    subjects = [noun_reading(token.word, "single_actor") for token in tokens[: item.first]]
    if not any(
        r is not None and r.form == "nom" and not r.plural and not _counted(tokens, at)
        for at, r in enumerate(subjects)
    ):
        return False
    return not any(
        token.word.has(name)
        for token in tokens[: max(item.act.last, item.head.at)]
        for name in ("both_word", "between_word", "together_word")
    ) and not any(token.word.key in ("bilan", "tomonlar", "ikki") for token in tokens[: item.head.at])


def _by_decree(tokens: Sequence[Token]) -> bool:
    """Whether a decree of one side adopts it: Prezident qarori bilan … dasturi tasdiqlandi."""
    for at, token in enumerate(tokens[:-1]):
        decree = token.word.reading("agreement_head")
        if decree is not None and decree.classes["agreement_head"]["kind"] == "decree":
            joint = at > 0 and noun_reading(tokens[at - 1].word, "session_word") is not None
            return not joint and tokens[at + 1].word.key == "bilan"
    return False


def _counted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number before the noun makes more than one of it: ikki vazirlik, uch davlat vaziri."""
    return any(
        token.word.has("numeral") or token.word.has("together_word") for token in tokens[max(0, at - 2) : at]
    )
