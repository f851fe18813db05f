"""Whether a quantity is a fact, a target, a plan or a forecast: by the verbs that follow it."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Sentence, Word
from uzkz_kb.model.kinds import FigureKind
from uzkz_kb.recognise.dates.tense import word_tense
from uzkz_kb.recognise.figures.wording import beginnings, begins, told_by

#: How many words on the verb of a quantity may stand.
_REACH = 14
#: How many words before it may say what is wanted of it, and how many of them right before it.
_BEFORE, _RIGHT_BEFORE = 8, 3
#: What only joins a quantity to the noun after it, where it stands this near: `50 MVt bo‘lgan`.
_BEING, _NEXT = "bo'lgan", 2
#: How near an aim, or the action that is agreed, must be to be that of the quantity.
_AIM, _ACTION = 3, 4
_IN_PROGRESS = ("moqda", "moqdamiz", "yapmiz", "yapti", "yaptilar")
#: Verbs that say after what a thing comes: `ishga tushgach`.
_ONCE = ("gach", "kach", "qach")
_NOUN_OF_ACTION = ("ish", "ishga", "ishni", "ishi", "ishdan", "ishda", "ishning", "ishini", "ishlari")
_ACTIONS = (*_NOUN_OF_ACTION, "ash", "ashga", "ashni", "ashi")


def purpose(sentence: Sentence, first: int, last: int) -> FigureKind:
    """The kind of the quantity in the tokens `first` to `last` of a sentence."""
    words: list[Word] = []
    for token in sentence.tokens[last : last + _REACH]:
        if token.word.has("semicolon"):
            break
        words.append(token.word)
    before = [token.word for token in sentence.tokens[max(0, first - _BEFORE) : first]]
    if any(_is_target(word) for word in before[-_RIGHT_BEFORE:]):
        return "target"
    for index, word in enumerate(words):
        told = told_by(word)
        if "reach" in told and (word.form.startswith("noun") or word.key.endswith(_NOUN_OF_ACTION)):
            soon = words[index : index + 6]
            return "forecast" if any(begins(w, "forecast") for w in soon) else "target"
        if index < _NEXT and (word.key == _BEING or "made_for" in told):
            continue
        if index < _AIM and "aims" in told:
            return "target"
        if word.key in beginnings("is_now"):
            return "actual"
        if "plans" in told:
            return "planned"
        if "hopes" in told:
            return "forecast"
        if "built" in told and _is_aim(words[index : index + 4]):
            return "planned"
        if "agreed" in told and any(one.key.endswith(_ACTIONS) for one in words[: min(index, _ACTION)]):
            return "planned"
        if "target" in told and word.key.endswith(_IN_PROGRESS):
            return "target"
        tense = word_tense(word)
        if tense is None:
            if word.key.endswith(("moqda", "apti", "yapti")) and "forecast" not in told:
                return "actual"
            continue
        next_told = [told_by(following) for following in words[index + 1 : index + 3]]
        foretold = any("forecast" in these for these in next_told)
        aimed = any("target" in these for these in next_told)
        held = "holds" in told or (index > 0 and begins(words[index - 1], "holds"))
        if held and tense == "future" and not foretold:
            return "planned" if any(word.key.endswith(_ONCE) for word in before) else "actual"
        if "holds" in told and not aimed and not foretold:
            return "actual"
        if foretold or "forecast" in told:
            return "forecast"
        aimed = aimed or "target" in told
        if tense == "past" and not aimed:
            if word.key.endswith(("di", "dilar", "gan", "kan", "gani", "ganini", "gach")):
                return "actual"
            continue
        if aimed:
            return "target"
        return "planned" if tense == "future" else "actual"
    if any(_is_target(word) for word in before):
        return "target"
    if any(begins(word, "forecast") for word in before):
        return "forecast"
    return "actual"


def _is_aim(words: Sequence[Word]) -> bool:
    """Whether a noun of building names what is to be done: `barpo etish to‘g‘risida`, not `etilgan`."""
    return any(word.key in ("qurish", "etish", "qilish") for word in words[:2])


def _is_target(word: Word) -> bool:
    return begins(word, "target") and not word.key.endswith("dan")
