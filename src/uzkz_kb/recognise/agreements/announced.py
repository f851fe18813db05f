"""Lists of documents over several sentences: what the sentence that announces them tells holds for all.

Quyidagi hujjatlar imzolandi:
1. …to‘g‘risidagi bitim.
2. …bo‘yicha memorandum.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Document, Sentence, Token
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.predicates import orders, recalls
from uzkz_kb.recognise.agreements.readings import AGREED_DEEDS
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.status import act_of, is_done
from uzkz_kb.recognise.verbs import DONE, VerbGroup, Verbs


class Announced(NamedTuple):
    """The sentence that announces a list, and what is told there; no act where only its colon does so.

    `told` where it says itself what was agreed upon, a deed (… qatnov ochishga kelishildi) or a document:
    what follows are details. `ours` where those who agreed speak, or a heading names what was agreed upon:
    then verbs of what will be done (post ochiladi) are items too.
    """

    sentence: int
    act: Act | None
    told: bool = False
    ours: bool = False

    @property
    def agreed(self) -> bool:
        """Whether what the list names was agreed upon, so that its items are deeds."""
        return self.act is not None and self.act.status == "agreed"


def announced(document: Document, verbs: Verbs) -> Mapping[int, Announced]:
    """Index of each sentence that is an item of a list → the sentence that announces the list."""
    found: dict[int, Announced] = {}
    opening = word_of("list_word", "question_word")
    frame: Announced | None = None
    fresh = False
    for sentence in document.sentences:
        if sentence.section != "body":
            continue
        if frame is not None and (fresh or _is_item(document, sentence)):
            found[sentence.index] = frame
            fresh = False
        else:
            frame = None
        colon = _last_but_number(sentence).word.has("colon")
        if colon or (opening.search(sentence.codes) is not None and _opens(sentence)):
            act = announcing_act(sentence, verbs.of(sentence), len(sentence.tokens))
            titled = _names_understandings(sentence)
            if act is None and colon and titled:
                act = Act("agreed", 0, 0, True)
            if act is not None or frame is None:
                told = act is not None and (tells_deed(sentence.tokens, act.first) or _in_document(sentence))
                ours = titled or _is_ours(sentence)
                frame = Announced(sentence.index, act and act._replace(first=0, last=0), told, ours)
                fresh = True
    return found


def _is_ours(sentence: Sentence) -> bool:
    """Whether those who agreed speak themselves: nimalarga kelishdik."""
    agreeing = word_of("agree_verb").finditer(sentence.codes)
    return any(sentence.tokens[match.start()].word.key.endswith(_WE) for match in agreeing)


#: How verbs of what we did or do end.
_WE = ("dik", "miz")


def tells_deed(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before the verb at `at` say what is to be done: ochishga, boshlash haqida."""
    before = [token.word for token in tokens[max(0, at - 3) : at]]
    return any(word.key.endswith(AGREED_DEEDS) or word.has("about_word") for word in before)


def _names_understandings(sentence: Sentence) -> bool:
    """Whether the sentence is no more than a heading of what was agreed: Asosiy kelishuvlar:"""
    if len(sentence.tokens) > _HEADING:
        return False
    nouns = [sentence.tokens[m.start()].word for m in word_of("agreement_head").finditer(sentence.codes)]
    readings = [noun.reading("agreement_head") for noun in nouns]
    return len(readings) == 1 and all(
        one is not None and one.form == "nom" and one.stem == "kelishuv" for one in readings
    )


#: Words of a heading, with its colon.
_HEADING = 5


def _in_document(sentence: Sentence) -> bool:
    """Whether a document holds what was agreed upon: bayonnomaga ko‘ra quyidagilar kelishildi."""
    for match in word_of("agreement_head").finditer(sentence.codes):
        reading = sentence.tokens[match.start()].word.reading("agreement_head")
        if reading is not None and reading.classes["agreement_head"]["kind"] not in (
            "understanding",
            "decree",
        ):
            return True
    return False


def _opens(sentence: Sentence) -> bool:
    """Whether a list follows where no colon says so: it says `quyidagi`, or on how much they agreed."""
    if word_of("list_word").search(sentence.codes):
        return True
    counted = word_of("question_word").search(sentence.codes)  # ikki masalada kelishib olindi. Birinchisi – …
    if counted is None or not counted.start():
        return False
    before = sentence.tokens[counted.start() - 1].word
    return before.has("numeral") and word_of("agree_verb", "agree_noun").search(sentence.codes) is not None


def _is_item(document: Document, sentence: Sentence) -> bool:
    """Whether a bullet or a number stands before the words, alone in the sentence before or in this one."""
    first = sentence.tokens[0].word
    if first.has("bullet") or first.has("hyphen") or first.has("dash") or first.has("open_paren"):
        return True
    if _is_number(sentence):
        return True
    if first.has("ordinal") and len(sentence.tokens) > 1 and sentence.tokens[1].word.shape == "mark":
        return True
    if len(sentence.tokens) > 1 and (first.shape == "number" or len(first.key) == 1):
        mark = sentence.tokens[1].word
        if mark.has("close_paren") or mark.has("stop"):
            return True
    return sentence.index > 0 and _numbers_next(document.sentences[sentence.index - 1])


def _is_number(sentence: Sentence) -> bool:
    """Whether the sentence is no more than the number of an item: `1.`, `2)`."""
    tokens = sentence.tokens
    return len(tokens) <= 2 and tokens[0].word.shape == "number"


def _numbers_next(sentence: Sentence) -> bool:
    """Whether the number of the next item ends the sentence, alone or after a mark: `…; 2.`"""
    return _is_number(sentence) or _last_but_number(sentence) is not sentence.tokens[-1]


def _last_but_number(sentence: Sentence) -> Token:
    """The last token; where the number of an item follows it (`imzolandi: 1.`), the mark before that."""
    tokens = sentence.tokens
    if len(tokens) > 3 and tokens[-1].word.has("stop") and tokens[-2].word.shape == "number":
        mark = tokens[-3]
        if mark.word.has("colon") or mark.word.has("semicolon") or mark.word.has("comma"):
            return mark
    return tokens[-1]


def announcing_act(sentence: Sentence, verbs: tuple[VerbGroup, ...], end: int) -> Act | None:
    """The act told right before the token `end`: … imzolandi:, imzolangan hujjatlar:, tasdiqlansin:"""
    for index in range(len(verbs) - 1, -1, -1):
        verb = verbs[index]
        if verb.last > end:
            continue
        status = act_of(verb)
        if status is None or verb.negative:
            if verb.finite:
                return None
            continue
        done = verb.form in DONE or orders(verb) or is_done(verbs, index, sentence.tokens)
        if verb.attributive and verb.form == "perfect":
            done = True
        recalled = recalls(verb, sentence.tokens)
        return Act(status if done else "planned", verb.first, verb.last, done, recalled=recalled)
    return None
