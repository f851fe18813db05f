"""Things agreed without a document: kelishuvga erishildi, kelishib olindi, qaror qilishdi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.complements import complement_of
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.predicates import Act
from uzkz_kb.recognise.agreements.readings import form_of, noun_reading
from uzkz_kb.recognise.agreements.settled import listed, settled
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup


def understandings_of(
    reading: SentenceReading, *, announced: bool = False, settling: bool = False
) -> Iterator[Item]:
    """The understandings of a sentence; none where the thing agreed is a document that the sentence names.

    `announced` where the sentence before said that what this one lists was agreed; `settling` where somebody
    ends up to do something.
    """
    items = list(listed(reading, announced=announced))
    if items:
        yield from items
        return
    if settling:
        yield from settled(reading)
    yield from _agreed(reading)


def _agreed(reading: SentenceReading) -> Iterator[Item]:
    """What a verb of agreeing tells."""
    tokens = reading.sentence.tokens
    floor = 0
    for index, verb in enumerate(reading.verbs):
        if not _agrees(reading, verb) or verb.negative:
            continue
        if verb.attributive or (verb.form not in ("converb",) and not is_done(reading.verbs, index, tokens)):
            continue
        head = Head(
            verb.first, verb.last, "kelishuv", "understanding", "nom", False, False, True, False, False, ""
        )
        around = reading.around._replace(deed=True)
        complement = complement_of(around, _past_circumstances(reading, verb.first, floor), floor)
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


def _document_agreed(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Whether a document is what was agreed: … dasturini qabul qilishga kelishib olindi."""
    for item in reading.items:
        if _object_of(item, verb, reading):
            return True
        if item.head.generic or item.act is None or not item.head.last <= item.act.first <= verb.first:
            continue
        if item.act.status in ("in_force", "ratified"):
            continue
        if any(token.word.has("semicolon") for token in reading.sentence.tokens[item.head.at : verb.first]):
            continue
        between = [v for v in reading.verbs if item.head.at < v.first < verb.first]
        if item.act.first < verb.last and not any(v.finite or v.form == "converb" for v in between):
            return True
    return False


def _object_of(item: Item, verb: VerbGroup, reading: SentenceReading) -> bool:
    """Whether the document itself is agreed before something else is done: bitimni kelishib olib, …"""
    if verb.form != "converb" or item.head.form != "acc" or item.head.last > verb.first:
        return False
    return not any(item.head.at < other.first < verb.first for other in reading.verbs)


_AGREEING = frozenset({"agree_verb", "decide_verb", "intend_verb"})


def _agrees(reading: SentenceReading, verb: VerbGroup) -> bool:
    if _AGREEING.isdisjoint(verb.classes) or _asks(reading):
        return False
    return verb.has("agree_verb") or of_both(reading.sentence.tokens[: verb.first])


def of_both(tokens: Sequence[Token]) -> bool:
    """Whether the words before the verb say that more than one decided."""
    if any(_both(token) for token in tokens):
        return True
    return any(
        token.word.key in ("ikki", "ikkala", "uch")
        and noun_reading(tokens[at + 1].word, "side_noun") is not None
        for at, token in enumerate(tokens[:-1])
    )


def _asks(reading: SentenceReading) -> bool:
    return reading.sentence.tokens[-1].word.raw == "?"


def _both(token: Token) -> bool:
    """Whether the word says that more than one decided: tomonlar, ikkala, birgalikda."""
    actor = noun_reading(token.word, "actor_noun")
    return token.word.has("together_word") or (actor is not None and actor.plural and actor.form == "nom")


def _states_what(reading: SentenceReading, item: Item, verb: VerbGroup) -> bool:
    """Whether the words before the verb say what was agreed."""
    tokens = reading.sentence.tokens
    if _document_agreed(reading, verb):
        return False
    noun = tokens[verb.first].word.reading("agreement_head")
    at = _past_circumstances(reading, verb.first, 0)
    if item.first >= at:
        return verb.first > 0 and verb.finite and noun is None and not verb.has("decide_verb", "intend_verb")
    before = tokens[at - 1].word
    if before.key == "masalada":
        return False  # on how many matters, not on what
    if before.has("about_word"):
        return True
    if verb.participle:
        return form_of(before) in ("dat", "noun_dat")
    if noun is not None and noun.stem != "qaror":
        return item.complement.about and not noun.plural
    return at - item.first >= 2


def _past_circumstances(reading: SentenceReading, first: int, floor: int) -> int:
    """Where the words that tell when and where begin: … iyun oyida Bishkekda ham kelishildi."""
    around = reading.around
    while first > floor + 1:
        index = first - 1
        word = around.tokens[index].word
        if word.key in ("ham", "esa", "yana"):
            first = index
        elif index in around.dates:
            first = around.dates[index]
        elif (
            form_of(word) == "loc"
            and (word.has("occasion_noun") or word.capital)
            and not word.has("about_word")
        ):
            first = around.names.get(index, index)
        else:
            break
    return first
