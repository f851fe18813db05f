"""Whether a quantity is a fact, a target, a plan or a forecast: by the verbs that follow it."""

from __future__ import annotations

from itertools import takewhile

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.model.kinds import FigureKind
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.figures.wording import beginnings, begins

#: How many words on the verb of a quantity may stand.
_REACH = 14


def purpose(sentence: Sentence, first: int, last: int) -> FigureKind:
    """The kind of the quantity in the tokens `first` to `last` of a sentence."""
    tokens = sentence.tokens
    words = [token.word for token in takewhile(_within_clause, tokens[last : last + _REACH])]
    before = [token.word for token in tokens[:first]]
    if any(begins(w, "target") and not w.key.endswith("dan") for w in before[-3:]):
        return "target"
    for index, word in enumerate(words):
        rest = words[index : index + 6]
        if begins(word, "reach") and (word.form.startswith("noun") or _is_noun_of_action(word.key)):
            return "forecast" if any(begins(w, "forecast") for w in rest) else "target"
        if word.key in beginnings("is_now"):
            return "actual"
        if begins(word, "plans"):
            return "planned"
        if begins(word, "hopes"):
            return "forecast"
        held = begins(word, "holds") or (index > 0 and begins(words[index - 1], "holds"))
        if held and word_tense(word) == "future" and not any(begins(w, "forecast") for w in rest[1:3]):
            return "actual"
        tense = word_tense(word)
        if tense is None:
            if word.key.endswith(("moqda", "apti", "yapti")) and not begins(word, "forecast"):
                return "actual"
            continue
        if begins(word, "holds") and not any(begins(w, "target") or begins(w, "forecast") for w in rest[1:3]):
            return "actual"
        if any(begins(w, "forecast") for w in rest[:3]):
            return "forecast"
        if tense == "past" and not any(begins(w, "target") for w in rest[:3]):
            if word.key.endswith(("di", "dilar", "gan", "kan", "gani", "ganini", "gach")):
                return "actual"
            continue
        if any(begins(w, "target") for w in rest[:3]):
            return "target"
        return "planned" if tense == "future" else "actual"
    if any(begins(w, "target") and not w.key.endswith("dan") for w in before[-8:]):
        return "target"
    if any(begins(w, "forecast") for w in before[-8:]):
        return "forecast"
    return "actual"


def _within_clause(token: Token) -> bool:
    return not token.word.has("semicolon")


def _is_noun_of_action(folded: str) -> bool:
    return any(
        folded.endswith(end)
        for end in ("ish", "ishga", "ishni", "ishi", "ishdan", "ishda", "ishning", "ishini", "ishlari")
    )
