"""The documents that a sentence names: each noun with its complement and what is done with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from uzkz_kb.model.document import Sentence, Token, Word
from uzkz_kb.model.kinds import AgreementKind
from uzkz_kb.recognise.agreements.complements import Complement, complement_of, without_subject
from uzkz_kb.recognise.agreements.heads import Head, heads_of
from uzkz_kb.recognise.agreements.predicates import Act, act_on
from uzkz_kb.recognise.agreements.surroundings import Surroundings
from uzkz_kb.recognise.status import act_of
from uzkz_kb.recognise.verbs import VerbGroup, verb_groups


@dataclass(frozen=True, slots=True)
class Item:
    """A phrase from `first` to `last` (one past the end) that may name a document or an understanding."""

    sentence: Sentence
    first: int
    last: int
    head: Head
    complement: Complement
    act: Act | None
    kind: AgreementKind
    rule: str
    pointing: bool = False
    many: bool = False
    own: bool = False
    shared: int | None = None
    opening: int = 0

    @property
    def tokens(self) -> Sequence[Token]:
        """The tokens of the phrase."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def listed(self) -> bool:
        """Whether it shares its noun, and the words from the token `shared` on, with other items."""
        return self.shared is not None

    @property
    def bare(self) -> bool:
        """Whether the noun stands alone."""
        return self.first == self.head.index

    @property
    def specific(self) -> bool:
        """Whether its words tell it from others of its kind."""
        about = self.complement
        return (
            about.about
            or about.between
            or about.meant
            or about.quoted
            or about.dated
            or (not self.bare and (self.head.possessive or self._named()))
        )

    def _named(self) -> bool:
        tokens = self.sentence.tokens
        return any(tokens[index].word.capital for index in range(max(1, self.first), self.head.index))


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """A sentence with its verbs, its surroundings and the phrases found in it."""

    sentence: Sentence
    verbs: tuple[VerbGroup, ...]
    around: Surroundings
    items: tuple[Item, ...]


def read_sentence(
    sentence: Sentence,
    people: dict[int, int],
    names: dict[int, int],
    dates: dict[int, int],
) -> SentenceReading:
    """All candidate phrases of a sentence; the dictionaries lead from the last token of a name or date to its first."""
    tokens = sentence.tokens
    verbs = verb_groups(sentence)
    agreed = {verb.first for verb in verbs if verb.has("agree_verb", "decide_verb")}
    heads = tuple(head for head in heads_of(sentence) if head.index not in agreed)
    around = Surroundings(
        tokens,
        {verb.last - 1: verb for verb in verbs},
        people,
        names,
        dates,
        frozenset(head.index for head in heads),
    )
    spans: list[tuple[Head, Complement]] = []
    floor = 0
    for head in heads:
        complement = complement_of(around, head.index, floor)
        if head.form == "acc":
            complement = without_subject(around, complement, head.index)
        spans.append((head, complement))
        floor = head.last if not _owned(tokens, head) else floor
    items: list[Item] = []
    inside = [(complement.first, head.index) for head, complement in spans]
    for head, complement in spans:
        act = _signed_by(verbs, complement.first) or act_on(
            head, tokens, verbs, [span for span in inside if span[0] >= head.last]
        )
        items.extend(_split(_item(sentence, head, complement, act, spans[0][1].first)))
    return SentenceReading(sentence, verbs, around, tuple(_joined(_ratified(items, verbs))))


def _ratified(items: Sequence[Item], verbs: Sequence[VerbGroup]) -> Iterator[Item]:
    """A treaty is ratified where the law that ratifies it was adopted."""
    acts = {verb.first: verb for verb in verbs if verb.has("ratify_verb")}
    for index, item in enumerate(items):
        law = items[index + 1] if index + 1 < len(items) else None
        if (
            item.act is not None
            and item.act.first in acts
            and law is not None
            and law.kind == "decree"
            and law.head.index > item.act.first
            and law.act is not None
            and law.act.done
            and law.act.status != "planned"
        ):
            yield replace(item, act=replace(item.act, status="ratified", done=True))
        else:
            yield item


def _joined(items: Iterable[Item]) -> Iterator[Item]:
    """Plurals that `va` joins are one: savdo shartnomalari va investitsiyaviy bitimlar."""
    before: Item | None = None
    for item in items:
        if before is not None and _one_with(before, item):
            before = replace(item, first=before.first, many=before.many or item.many)
            continue
        if before is not None:
            yield before
        before = item
    if before is not None:
        yield before


def _one_with(before: Item, item: Item) -> bool:
    if not (before.head.plural and item.head.plural) or before.listed or item.listed:
        return False
    tokens = item.sentence.tokens
    between = tokens[before.last : item.first]
    return len(between) == 1 and between[0].word.has("conjunction")


def _signed_by(verbs: Sequence[VerbGroup], first: int) -> Act | None:
    """The act told by a participle before the phrase: tomonlar fevralda imzolagan … memorandum."""
    for verb in verbs:
        if verb.last == first and verb.attributive and not verb.negative:
            status = act_of(verb)
            if status in ("signed", "adopted", "ratified") and verb.form == "perfect":
                return Act(status, verb.first, verb.last, True)
    return None


def _owned(tokens: Sequence[Token], head: Head) -> bool:
    """Whether the next noun's complement may reach over this one: Kelishuvni amalga oshirish rejasi."""
    return head.form in ("gen", "dat", "acc") and not head.draft


def _item(sentence: Sentence, head: Head, complement: Complement, act: Act | None, opening: int) -> Item:
    tokens = sentence.tokens
    first = complement.first
    before = [tokens[i].word for i in range(max(0, first - 2), first)]
    within = [token.word for token in tokens[first : head.index]]
    return Item(
        sentence,
        first,
        head.last,
        head,
        complement,
        act,
        head.kind,
        f"agreements.{head.stem}",
        pointing=bool(before) and before[-1].has("pointing_word"),
        many=_many(before, within, plural=head.plural),
        own=any(word.has("own_word") for word in [*before[-1:], *within])
        or (first > 0 and tokens[first - 1].word.has("about_word")),
        opening=opening,
    )


def _many(before: Sequence[Word], within: Sequence[Word], *, plural: bool) -> bool:
    """Whether the words count documents rather than name one: bir qator, ko‘plab, 18 ta, tegishli … rejalari."""
    near = [*before[-1:], *within]
    if plural and any(word.has("own_word") and word.key == "tegishli" for word in near):
        return True
    return any(word.has("many_word") for word in (near if plural else (within or before)[-1:]))


def _shared_marker(item: Item) -> int | None:
    """The word that says what all items are about: … va turizm sohalarida, … va turizm to‘g‘risida."""
    tokens = item.sentence.tokens
    within = range(item.first, item.head.index)
    fields = [i for i in within if tokens[i].word.has("field_noun") and tokens[i].word.readings[0].plural]
    about = [i for i in within if tokens[i].word.has("about_word") or tokens[i].word.has("field_noun")]
    return fields[0] if fields else about[-1] if about else None


def _split(item: Item) -> list[Item]:
    """Items that share a plural noun have each their own words: savdo, sanoat va turizm sohalaridagi memorandumlar."""
    tokens = item.sentence.tokens
    if not item.head.plural or not item.complement.about:
        return [item]
    marker = _shared_marker(item)
    if marker is None:
        return [item]
    cuts = [
        index
        for index in range(item.first, marker)
        if tokens[index].word.has("comma") or tokens[index].word.has("conjunction")
    ]
    if not cuts or any(
        end - start > 6 for start, end in zip([item.first, *cuts], [*cuts, marker], strict=True)
    ):
        return [item]
    pieces: list[Item] = []
    start = item.first
    for cut in cuts:
        if cut > start:
            pieces.append(replace(item, first=start, last=cut, shared=marker))
        start = cut + 1
    pieces.append(replace(item, first=start, shared=marker))
    return pieces
