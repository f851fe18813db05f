"""A sentence read for documents: each noun with its complement, and what is done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from uzkz_kb.model.document import Sentence, Token, Word
from uzkz_kb.model.findings import Refusal
from uzkz_kb.recognise.agreements.acts import Act, begun
from uzkz_kb.recognise.agreements.complements import Complement, complement_of, without_subject
from uzkz_kb.recognise.agreements.elliptic import ADOPTED
from uzkz_kb.recognise.agreements.heads import Head, heads_of
from uzkz_kb.recognise.agreements.items import Item, SentenceReading
from uzkz_kb.recognise.agreements.participles import (
    clause_start,
    held_by,
    is_told,
    participle_start,
    signed_by,
)
from uzkz_kb.recognise.agreements.predicates import act_on
from uzkz_kb.recognise.agreements.shared import joined, ratified, split
from uzkz_kb.recognise.agreements.steps import ABOUT_IT
from uzkz_kb.recognise.agreements.surroundings import Surroundings
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import VerbGroup


def read_sentence(
    sentence: Sentence,
    verbs: tuple[VerbGroup, ...],
    people: Mapping[int, int],
    names: Mapping[int, int],
    dates: Mapping[int, int],
) -> SentenceReading:
    """All candidate phrases of a sentence; names and dates lead from their last token to the first."""
    tokens = sentence.tokens
    if word_of("hyphen").search(sentence.codes):
        verbs = tuple(verb for verb in verbs if not (verb.form == "past" and _half_of_noun(tokens, verb)))
    if any(_beside_border(tokens, verb) for verb in verbs):
        verbs = tuple(verb for verb in verbs if not _beside_border(tokens, verb))
    agreed = {verb.first for verb in verbs if verb.has("agree_verb", "decide_verb")}
    nouns = list(heads_of(sentence))
    heads = tuple(head for head in nouns if isinstance(head, Head) and head.at not in agreed)
    around = Surroundings(
        tokens,
        {verb.last - 1: verb for verb in verbs},
        people,
        names,
        dates,
        frozenset(head.at for head in heads),
    )
    spans: list[tuple[Head, Complement]] = []
    floor = 0
    for head in heads:
        complement = complement_of(around, head.at, floor)
        if head.form in ("acc", "dat"):
            complement = without_subject(around, complement, head.at)
        spans.append((head, complement))
        floor = head.last if not _owned(tokens, head) else floor
    items: list[Item] = []
    inside = [(complement.first, head.at) for head, complement in spans]
    for head, complement in spans:
        others = [span for span in inside if span[0] >= head.last]
        end = min((last for first, last in inside if first <= head.at < last), default=len(tokens))
        signed = signed_by(around, verbs, complement, head.at) or _with_one_before(around, items, complement)
        act = _told_of(signed, act_on(head, tokens, verbs, others, end))
        if act is None or act.loose:
            act = held_by(around, verbs, complement, head.at) or begun(head, tokens, verbs, complement) or act
        if act is not None and act.loose:
            act = _in_brackets(around, head) or (None if complement.dated else act)
        elif act is not None and head.form == "nom" and act.first >= head.last and _active(around, act):
            complement = without_subject(around, complement, head.at)
        items.extend(split(_item(around, sentence, head, complement, act, signed, spans[0][1].first)))
    refused = tuple(
        noun if isinstance(noun, Refusal) else _of_a_verb(sentence, noun)
        for noun in nouns
        if isinstance(noun, Refusal) or noun.at in agreed
    )
    return SentenceReading(sentence, verbs, around, tuple(joined(ratified(items, verbs))), refused)


def _half_of_noun(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Whether two verbs make one noun: oldi-sotdi, keldi-ketdi."""
    before, after = tokens[verb.last - 2 : verb.last - 1], tokens[verb.last : verb.last + 1]
    return any(t.glued and t.word.has("hyphen") for t in (*before, *after))


def _beside_border(tokens: Sequence[Token], verb: VerbGroup) -> bool:
    """Whether what looks like a verb tells where: chegara oldi hududi."""
    at = verb.first
    return (
        verb.form == "past"
        and at > 0
        and tokens[at].word.key == "oldi"
        and tokens[at - 1].word.key == "chegara"
    )


def _of_a_verb(sentence: Sentence, head: Head) -> Refusal:
    why = "part of a verb of agreeing, and what was agreed is not told"
    return Refusal("agreement noun", sentence.index, head.at, head.last, "agreements.understanding", why)


def _with_one_before(around: Surroundings, items: Sequence[Item], complement: Complement) -> Act | None:
    """The participle before the first of documents that `va` joins: imzolangan bitim va bayonot."""
    if not items or items[-1].signed is None or complement.dated:
        return None
    between = around.tokens[items[-1].last : complement.first]
    joined = len(between) == 1 and (between[0].word.has("conjunction") or between[0].word.has("comma"))
    return items[-1].signed if joined else None


def _told_of(signed: Act | None, act: Act | None) -> Act | None:
    """What a participle says goes before what the clause does, but for what comes after a signing."""
    later = act is not None and act.done and act.status in ("ratified", "in_force")
    return act if signed is None or later else signed


def _in_brackets(around: Surroundings, head: Head) -> Act | None:
    """That it came to be, where brackets after it tell when: … deklaratsiyasi (2021-yil 6-dekabr) asosdir."""
    tokens, last = around.tokens, head.last
    if last + 1 >= len(tokens) or not tokens[last].word.has("open_paren"):
        return None
    if not any(last < first <= last + 3 for first in around.dates.values()):
        return None
    return Act("adopted" if head.kind in ADOPTED else "signed", last, last, True)


def _active(around: Surroundings, act: Act) -> bool:
    verb = around.verbs.get(act.last - 1)
    return verb is not None and not verb.passive and verb.finite


def _owned(tokens: Sequence[Token], head: Head) -> bool:
    """Whether the next noun's complement may reach over this one: Kelishuvni amalga oshirish rejasi."""
    if head.last < len(tokens) and tokens[head.last].word.key in ABOUT_IT:
        return True
    return head.form in ("gen", "dat", "acc") and not head.draft


def _item(
    around: Surroundings,
    sentence: Sentence,
    head: Head,
    complement: Complement,
    act: Act | None,
    signed: Act | None,
    opening: int,
) -> Item:
    tokens = sentence.tokens
    told = signed is not None and is_told(around, signed)
    if told and signed is not None and signed.last <= head.at:
        complement = complement._replace(
            dated=True, first=min(complement.first, participle_start(around, signed))
        )
    first = complement.first
    turned = head.form == "dat" and act is not None and tokens[act.first].word.has("become_verb")
    before = [tokens[i].word for i in range(max(0, first - 2), first)]
    within = [token.word for token in tokens[first : head.at]]
    return Item(
        sentence,
        first,
        head.last,
        head,
        complement,
        act,
        head.kind,
        f"agreements.{head.stem}",
        pointing=(_points_back(before, within) or _only_signed(first, head, act)) and not (told or turned),
        many=_many(before, within, plural=head.plural) or _with_many(tokens, head),
        own=word_of("own_word").search(sentence.codes, max(0, first - 1), head.at) is not None
        or (first > 0 and tokens[first - 1].word.has("about_word"))
        or turned
        or _carries_out(before, within)
        or any(word.has("like_word") for word in within),
        opening=opening,
        signed=signed,
        clause=0 if signed is None else clause_start(around, signed.first),
    )


def _points_back(before: Sequence[Word], within: Sequence[Word]) -> bool:
    if not before or not before[-1].has("pointing_word"):
        return False
    if before[-1].key in _ITS and any(word.has("about_word") for word in within):
        return False  # uning ayrim qismlari haqidagi bitim: of another thing
    return not _carries_out(before, within)


#: Whose what a document is about may be.
_ITS = frozenset({"uning", "ularning", "buning", "shuning"})


def _carries_out(before: Sequence[Word], within: Sequence[Word]) -> bool:
    """Whether it is made for another document: uni ijro etish tartibini belgilovchi bayonnoma."""
    if not before or before[-1].key not in ("uni", "ularni"):
        return False
    return any(word.key.endswith("sh") for word in within)


def _only_signed(first: int, head: Head, act: Act | None) -> bool:
    """Whether nothing but `imzolangan` stands before the noun: one told of before."""
    return act is not None and first == act.first and act.last == head.at


def _with_many(tokens: Sequence[Token], head: Head) -> bool:
    """Whether the noun only stands for a plural that `va` joins to it: shartnoma va bitimlarning …"""
    after = tokens[head.last : head.last + 2]
    if head.form != "nom" or len(after) < 2 or not after[0].word.has("conjunction"):
        return False
    other = after[1].word.reading("agreement_head")
    return other is not None and other.plural


def _many(before: Sequence[Word], within: Sequence[Word], *, plural: bool) -> bool:
    """Whether the words count documents rather than name one: bir qator, ko‘plab, tegishli … rejalari."""
    near = [*before[-1:], *within]
    if plural and any(word.has("own_word") and word.key == "tegishli" for word in near):
        return True
    return any(word.has("many_word") for word in (near if plural else (within or before)[-1:]))
