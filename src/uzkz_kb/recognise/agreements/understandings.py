"""Things agreed without a document: kelishuvga erishildi, kelishib olindi, bir to‘xtamga kelindi, qaror qilishdi."""

from __future__ import annotations

from collections.abc import Iterator

from uzkz_kb.recognise.agreements.complements import complement_of
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.predicates import Act
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup


def understandings_of(reading: SentenceReading) -> Iterator[Item]:
    """The understandings of a sentence; none where the thing agreed is a document that the sentence names."""
    tokens = reading.sentence.tokens
    floor = 0
    for index, verb in enumerate(reading.verbs):
        if not _agrees(reading, verb) or verb.negative:
            continue
        if verb.attributive or (verb.form not in ("converb",) and not is_done(reading.verbs, index, tokens)):
            continue
        head = Head(
            verb.first, verb.last, "kelishuv", "understanding", "nom", False, False, True, False, False, False
        )
        complement = complement_of(reading.around, verb.first, floor)
        item = Item(
            reading.sentence,
            complement.first,
            verb.last,
            head,
            complement,
            Act("agreed", verb.first, verb.last, True),
            "understanding",
            "agreements.understanding",
        )
        if _states_what(reading, item, verb):
            floor = verb.last
            yield item


def _agrees(reading: SentenceReading, verb: VerbGroup) -> bool:
    if verb.has("agree_verb"):
        return True
    return verb.has("decide_verb", "intend_verb") and verb.stem == "qil" and any(
        token.word.has("together_word") for token in reading.sentence.tokens[: verb.first]
    )


def _states_what(reading: SentenceReading, item: Item, verb: VerbGroup) -> bool:
    """Whether the words before the verb say what was agreed."""
    tokens = reading.sentence.tokens
    if any(other.first >= item.first and other.last <= verb.first + 1 and not other.head.generic and other.act and other.head.index < verb.first
           for other in reading.items):
        return False
    if item.first == verb.first:
        return verb.first > 0 and verb.finite and verb.last - verb.first > 1 and verb.stem == "kelish"
    before = tokens[verb.first - 1].word
    if before.has("about_word"):
        return True
    if verb.participle:
        return before.form in ("dat", "noun_dat")
    if verb.last - verb.first > 1 and tokens[verb.first].word.has("agreement_head"):
        return item.complement.about and not tokens[verb.first].word.readings[0].plural or before.has("about_word")
    return verb.first - item.first >= 2
