"""Things agreed without a document: kelishuvga erishildi, kelishib olindi, qaror qilishdi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uzkz_kb.model.document import Token, Word
from uzkz_kb.model.kinds import AgreementKind
from uzkz_kb.recognise.agreements.acts import Act
from uzkz_kb.recognise.agreements.announced import Announced
from uzkz_kb.recognise.agreements.complements import complement_of
from uzkz_kb.recognise.agreements.heads import Head
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.readings import (
    AGREED_DEEDS,
    form_of,
    noun_reading,
    tells_of_joint_session,
    tells_of_one_side,
)
from uzkz_kb.recognise.agreements.settled import listed, settled
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup


def understandings_of(
    reading: SentenceReading, frame: Announced | None = None, *, settling: bool = False, among: bool = False
) -> Iterator[Item]:
    """The understandings of a sentence; none where the thing agreed is a document that the sentence names.

    `frame` is the sentence that announces what this one lists, if any; `settling` where somebody
    ends up to do something; `among` where other things that both agreed on were told just before.
    """
    announced = frame is not None and frame.agreed
    agreeing = any(not _AGREEING.isdisjoint(verb.classes) for verb in reading.verbs)
    framed = not agreeing and any(item.head.stem in ("kelishuv", "ahdlashuv") for item in reading.items)
    if not (agreeing or announced or settling or framed):
        return
    promises = frame is None or (frame.ours and not frame.told)
    items = list(listed(reading, announced=announced, promises=promises))
    if items:
        yield from items
        return
    if settling:
        yield from settled(reading)
    if agreeing:
        yield from _agreed(reading, among=among)


def _agreed(reading: SentenceReading, *, among: bool) -> Iterator[Item]:
    """What a verb of agreeing tells."""
    tokens = reading.sentence.tokens
    floor = 0
    for index, verb in enumerate(reading.verbs):
        if _AGREEING.isdisjoint(verb.classes) or verb.negative or not _agrees(reading, verb, among=among):
            continue
        if verb.form == "converb" and _agrees_at_last(reading, index):
            continue
        if verb.attributive or (verb.form not in ("converb",) and not is_done(reading.verbs, index, tokens)):
            continue
        decreed = verb.has("decide_verb") and tokens[verb.last - 1].word.key.startswith("chiqar")
        kind: AgreementKind = "decree" if decreed else "understanding"  # … to‘g‘risida qaror chiqarildi
        head = Head(verb.first, verb.last, "kelishuv", kind, "nom", False, False, True, False, False, "")
        around = reading.around._replace(deed=True)
        complement = complement_of(around, _past_circumstances(reading, verb.first, floor), floor)
        item = Item(
            reading.sentence,
            complement.first,
            verb.last,
            head,
            complement,
            Act("adopted" if decreed else "agreed", verb.first, verb.last, True),
            kind,
            "agreements.understanding",
        )
        if _states_what(reading, item, verb):
            floor = verb.last
            yield item


def _agrees_at_last(reading: SentenceReading, index: int) -> bool:
    """Whether the verb only leads to another of agreeing: hamfikr bo‘lib, … kelishildi."""
    following = next((verb for verb in reading.verbs[index + 1 :] if verb.finite), None)
    return following is not None and following.has("agree_verb")


def _document_agreed(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Whether a document is what was agreed: … dasturini qabul qilishga kelishib olindi."""
    for item in reading.items:
        if _object_of(item, verb, reading) or _signed_after(item, verb, reading):
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


def _signed_after(item: Item, verb: VerbGroup, reading: SentenceReading) -> bool:
    """Whether it is agreed before it is signed: bitim matni kelishildi, u may oyida imzolanadi."""
    if item.head.last > verb.first or item.act is None or item.act.first < verb.last:
        return False
    signed = item.act.status == "planned" or item.act.status == "signed"
    return signed and not any(item.head.at < other.first < verb.first for other in reading.verbs)


def _object_of(item: Item, verb: VerbGroup, reading: SentenceReading) -> bool:
    """Whether the document itself is agreed before something else is done: bitimni kelishib olib, …"""
    if verb.form != "converb" or item.head.form != "acc" or item.head.last > verb.first:
        return False
    return not any(item.head.at < other.first < verb.first for other in reading.verbs)


_AGREEING = frozenset({"agree_verb", "decide_verb", "intend_verb", "promise_verb"})


def _agrees(reading: SentenceReading, verb: VerbGroup, *, among: bool) -> bool:
    tokens = reading.sentence.tokens
    if verb.has("promise_verb"):
        return _each_other(tokens, verb) and not _asks(reading)
    if _asks(reading):
        return False
    if verb.has("agree_verb"):
        return _come_together(reading, verb)
    return of_both(tokens[: verb.first]) or _decided_there(reading, verb, among=among)


def _decided_there(reading: SentenceReading, verb: VerbGroup, *, among: bool) -> bool:
    """Whether it was decided where sides meet, nobody said by whom: muzokarada … ochishga qaror qilindi."""
    tokens = reading.sentence.tokens
    if not verb.passive or not verb.finite or not verb.first or tokens[verb.first].word.key != "qaror":
        return False
    if not tokens[verb.first - 1].word.key.endswith(AGREED_DEEDS):
        return False
    before = tokens[: verb.first]
    return not tells_of_one_side(before) and (among or tells_of_joint_session(before))


def _each_other(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Whether both gave their word: bir-biriga so‘z berishdi, so‘z berishgan edi bir-biriga."""
    near = tokens[max(0, verb.first - 6) : verb.last + 5]
    return any(token.word.key in _EACH_OTHER for token in near)


#: The end of `bir-biriga`.
_EACH_OTHER = frozenset({"biriga", "birlariga", "birovlariga"})


def of_both(tokens: Sequence[Token]) -> bool:
    """Whether the words before the verb say that more than one decided."""
    if any(_both(token) for token in tokens):
        return True
    return any(
        token.word.key in ("ikki", "ikkala", "uch")
        and noun_reading(tokens[at + 1].word, "side_noun") is not None
        for at, token in enumerate(tokens[:-1])
    )


def _come_together(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Whether `kelishdi` tells of agreeing: mehmonlar kelishdi only says that they came.

    What was agreed stands before it: … qurishga kelishdi, … haqida kelishdi; or the word `o‘zaro`.
    """
    tokens = reading.sentence.tokens
    key = tokens[verb.last - 1].word.key
    if verb.last - verb.first > 1 or verb.passive or verb.form == "converb" or not key.startswith("kelish"):
        return True
    start = max(
        (other.last for other in reading.verbs if other.finite and other.last <= verb.first), default=0
    )
    if any(_tells_object(token.word) for token in tokens[start : verb.first]):
        return True
    return verb.first > start and tokens[verb.first - 1].word.key.endswith(_OBJECTS)  # narxini kelishdi


def _tells_object(word: Word) -> bool:
    if word.has("about_word") or word.has("mutual_word") or word.key in ("deb", "degan", "deya"):
        return True
    return word.shape == "lower" and len(word.key) > 5 and word.key.endswith(AGREED_DEEDS)


#: How an object of its own ends.
_OBJECTS = ("sini", "larini", "ishini", "xini")


def _asks(reading: SentenceReading) -> bool:
    return reading.sentence.tokens[-1].word.raw == "?"


def _both(token: Token) -> bool:
    """Whether the word says that more than one decided: tomonlar, ikkala, birgalikda."""
    word = token.word
    actor = noun_reading(word, "actor_noun") or word.reading("attending_noun")
    if word.has("together_word") or (actor is not None and actor.plural and actor.form == "nom"):
        return True
    return word.form == "perfect" and word.key.endswith("ganlar")  # yig‘ilganlar


def _sides_after_object(tokens: Sequence[Token], index: int) -> bool:
    """Whether those who agree stand after what they agree on: … haqida tomonlar kelishdi."""
    return index > 0 and _both(tokens[index]) and tokens[index - 1].word.has("about_word")


def _states_what(reading: SentenceReading, item: Item, verb: VerbGroup) -> bool:
    """Whether the words before the verb say what was agreed."""
    tokens = reading.sentence.tokens
    if _document_agreed(reading, verb):
        return False
    noun = tokens[verb.first].word.reading("agreement_head")
    at = _past_circumstances(reading, verb.first, 0)
    if _told_after(reading, verb):
        return True
    if item.first >= at:
        return verb.first > 0 and verb.finite and noun is None and not verb.has("decide_verb", "intend_verb")
    before = tokens[at - 1].word
    if before.has("percent_word") and before.form == "nom":
        return False  # how much of it is settled: chegaraning 90 foizi kelishib olindi
    if before.key == "masalada":
        return False  # on how many matters, not on what
    if before.has("about_word"):
        return True
    if verb.participle:
        return form_of(before) in ("dat", "noun_dat") or before.key.endswith(("ishi", "ashi"))
    if noun is not None and noun.stem != "qaror":
        return item.complement.about and not noun.plural
    return at - item.first >= 2


def _told_after(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Whether a colon leads to what both agreed: tomonlar bir to‘xtamga keldi: …"""
    tokens = reading.sentence.tokens
    after = tokens[verb.last : verb.last + 4]
    return verb.finite and any(token.word.has("colon") for token in after) and of_both(tokens[: verb.first])


def _past_circumstances(reading: SentenceReading, first: int, floor: int) -> int:
    """Where the words that tell when and where begin: … iyun oyida Bishkekda ham kelishildi."""
    around = reading.around
    while first > floor + 1:
        index = first - 1
        word = around.tokens[index].word
        if word.key in ("ham", "esa", "yana") or word.has("mutual_word") or word.has("how_agreed"):
            first = index
        elif word.key in _EACH_OTHER:
            first = index - 2 if index > 1 and around.tokens[index - 1].word.has("hyphen") else index
        elif _sides_after_object(around.tokens, index):
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
