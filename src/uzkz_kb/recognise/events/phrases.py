"""The noun phrase that names a happening: how far it reaches to the left, and what it says of itself."""

from __future__ import annotations

from typing import NamedTuple

from uzkz_kb.recognise.events.between import opening_of
from uzkz_kb.recognise.events.heads import Head
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.walk import Walk
from uzkz_kb.recognise.rules import word_of


class Phrase(NamedTuple):
    """The words from `first` to the head, and what they say.

    `owners` are the folded words that tell whose or which it is; `held` whether a participle says it took
    place (`True`) or will (`False`).
    """

    head: Head
    first: int
    last: int
    left: int
    ordinal: int | None
    quoted: bool
    named: bool
    this: bool
    another: bool
    held: bool | None
    owners: frozenset[str]
    counted: bool = False
    described: bool = False
    rite: bool = False


def clause_start(scene: Scene, index: int, floor: int) -> int:
    """Where the clause of the token `index` begins, not before `floor`."""
    start = floor
    for verb in scene.verbs:
        if verb.last > index:
            break
        if verb.first in scene.quoted:
            continue
        if (
            verb.finite
            or (verb.form == "converb" and _comma_at(scene, verb.last))
            or verb.form == "conditional"
        ):
            start = max(start, verb.last)
    if word_of("semicolon", "colon").search(scene.sentence.codes, start, index) is None:
        return start
    at = index - 1
    while at >= start:
        word = scene.tokens[at].word
        if word.shape == "mark":
            if word.has("semicolon") or (word.has("colon") and at + 1 < index and not _in_a_score(scene, at)):
                return at + 1
            if word.has("close_quote") or word.has("quote"):
                opening = opening_of(scene, at, start)
                at = at if opening is None else opening
        at -= 1
    return start


def _in_a_score(scene: Scene, at: int) -> bool:
    """Whether a colon stands between two numbers: 2:1 hisobida, 10:30 da."""
    around = scene.tokens[max(0, at - 1) : at + 2]
    return len(around) == 3 and around[0].word.shape == around[2].word.shape == "number"


def _comma_at(scene: Scene, index: int) -> bool:
    return index < len(scene.tokens) and scene.tokens[index].word.has("comma")


def read_phrase(scene: Scene, head: Head, floor: int, reach: int | None = None) -> Phrase:
    """The phrase around a head; `floor` is the end of the phrase before it.

    Dates and places stand no further to the left than `reach`, which is `floor` where it is not given.
    """
    left = clause_start(scene, head.at, floor if reach is None else reach)
    walk = Walk(scene, head, max(left, floor))
    walk.run()
    first = walk.first
    return Phrase(
        head,
        first,
        head.at + 1,
        left,
        walk.ordinal,
        walk.quoted,
        walk.named,
        walk.this,
        walk.another,
        walk.held,
        frozenset(walk.owners),
        walk.counted,
        walk.described,
        walk.rite,
    )


def says_habit(scene: Scene, left: int, right: int) -> bool:
    """Whether words between two tokens tell of a custom: odatda, tez-tez, har yili."""
    if word_of("event_habit").search(scene.sentence.codes, left, right) is not None:
        return True
    if says_every(scene, left, right):
        return True
    return "tez" in [token.word.key for token in scene.tokens[left:right]]  # tez-tez


def says_every(scene: Scene, left: int, right: int) -> bool:
    """Whether `har` counts days, months or years: har yili, har chorakda; har tomonlama is no custom."""
    tokens = scene.tokens
    for match in word_of("every_word").finditer(scene.sentence.codes, left, right):
        following = match.end()
        if tokens[match.start()].word.key == "har" and following < len(tokens):
            word = tokens[following].word
            if not _TIMES.isdisjoint(word.by_class) or word.key.startswith(("chorak", "safar", "galgi")):
                return True
    return False


_TIMES = frozenset({"year_word", "month_word", "week_word", "day_word", "quarter_word", "numeral"})
