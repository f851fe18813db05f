"""Phrases that share something: a plural noun, a `va`, the law that ratifies the treaty before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.verbs import VerbGroup


def split(item: Item) -> list[Item]:
    """Items that share a plural noun have each their own: savdo va turizm sohalaridagi memorandumlar."""
    if not item.complement.about:
        return [item]
    tokens = item.sentence.tokens
    counted = _number_of(item)
    if not (item.head.plural or counted):
        return [item]
    marker = _shared_marker(item)
    if marker is None:
        return [item]
    begins = max(
        (i + 1 for i in range(item.first, marker) if tokens[i].word.has("between_word")), default=item.first
    )
    cuts = [
        index
        for index in range(begins, marker)
        if tokens[index].word.has("comma") or tokens[index].word.has("conjunction")
    ]
    if not cuts or any(
        _length(tokens, start, end) > 6
        for start, end in zip([item.first, *cuts], [*cuts, marker], strict=True)
    ):
        return [item]
    pieces: list[Item] = []
    start = item.first
    for cut in cuts:
        if cut > start:
            pieces.append(item._replace(first=start, last=cut, shared=marker))
        start = cut + 1
    pieces.append(item._replace(first=start, shared=marker))
    return pieces if counted in (0, len(pieces)) else [item]


def _length(tokens: Sequence[Token], start: int, end: int) -> int:
    """How many words stand there, what is in brackets left out."""
    count, outside = 0, True
    for token in tokens[start:end]:
        if token.word.has("open_paren"):
            outside = False
        count += outside
        outside = outside or token.word.has("close_paren")
    return count


def _number_of(item: Item) -> int:
    """The number that stands before the noun, of as many documents: … sohalarida uchta bitim; 0 for none."""
    for token in item.sentence.tokens[max(item.first, item.head.at - 4) : item.head.at]:
        reading = token.word.reading("numeral")
        if reading is not None and isinstance(reading.classes["numeral"], int):
            return int(reading.classes["numeral"])
        if token.word.shape == "number" and token.word.raw.isdigit() and len(token.word.raw) < 3:
            return int(token.word.raw)
    return 0


def _shared_marker(item: Item) -> int | None:
    """The word that says what all items are about: … va turizm sohalarida, … va turizm to‘g‘risida."""
    tokens = item.sentence.tokens
    within = range(item.first, item.head.at)
    fields = [i for i in within if tokens[i].word.has("field_noun") and tokens[i].word.readings[0].plural]
    if fields:
        return fields[0]
    if any(tokens[i].word.has("field_noun") for i in within):
        return None  # one field of many parts
    about = [i for i in within if tokens[i].word.has("about_word")]
    return about[-1] if about else None


def joined(items: Iterable[Item]) -> Iterator[Item]:
    """Plurals that `va` joins are one: savdo shartnomalari va investitsiyaviy bitimlar."""
    before: Item | None = None
    for item in items:
        if before is not None and _one_with(before, item):
            before = item._replace(first=before.first, many=before.many or item.many)
            continue
        if before is not None:
            yield before
        before = item
    if before is not None:
        yield before


def _one_with(before: Item, item: Item) -> bool:
    """Whether only `va` stands between a noun, plural or bare, and a plural: shartnoma va bitimlar."""
    if not item.head.plural or not (before.head.plural or before.bare) or before.listed or item.listed:
        return False
    between = item.sentence.tokens[before.last : item.first]
    return len(between) == 1 and between[0].word.has("conjunction")


def ratified(items: Sequence[Item], verbs: Sequence[VerbGroup]) -> Iterator[Item]:
    """A treaty is ratified where the law that ratifies it was adopted."""
    if len(items) < 2:
        yield from items
        return
    acts = {verb.first: verb for verb in verbs if verb.has("ratify_verb", "adopt_verb")}
    for index, item in enumerate(items):
        law = items[index + 1] if index + 1 < len(items) else None
        if (
            item.act is not None
            and item.act.first in acts
            and law is not None
            and law.kind == "decree"
            and law.head.at > item.act.first
            and law.act is not None
            and law.act.done
            and law.act.status != "planned"
        ):
            yield item._replace(act=item.act._replace(status="ratified", done=True))
        else:
            yield item
