"""Whether one is told of or many: 18 ta, yigirma marta, 2 million sayyoh, 12 tasi."""

from __future__ import annotations

from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import LEADERS
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import VerbGroup


def a_crowd(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether a number of people came, not somebody: 2 million sayyoh keldi."""
    counts = word_of("number", "numeral").finditer(scene.sentence.codes, left, verb.first)
    for match in counts:
        at = match.end()
        if match.start() in scene.covering or at >= verb.first or scene.tokens[at].word.shape == "mark":
            continue
        if scene.tokens[at].word.key == "kunlik":
            continue
        between = range(at, verb.first)
        if all(b not in scene.covering for b in between) and not any(
            scene.tokens[b].word.has("visitor_noun") for b in between
        ):
            return True
    return False


def thousands(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether the clause counts by thousands: 5 ming talaba keldi."""
    numerals = word_of("numeral").finditer(scene.sentence.codes, left, verb.first)
    return any(scene.tokens[match.start()].word.key in _LARGE for match in numerals)


_LARGE = frozenset({"ming", "million", "mln", "milliard"})


def about_so_many(scene: Scene, left: int, right: int) -> bool:
    """Whether two numbers between two tokens tell about how many there are: besh-oltita seminar."""
    tokens = scene.tokens
    return any(
        tokens[match.start() + 1].word.key.endswith("ta") and tokens[match.start() - 1].word.has("numeral")
        for match in word_of("hyphen").finditer(scene.sentence.codes, max(1, left - 1), right - 1)
    )


def so_many_of(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether it is said of a number of them: ularning 12 tasi shu yil ochilgan."""
    return any(
        scene.tokens[at].word.key in ("tasi", "nafari")
        and (scene.tokens[at - 1].word.has("number") or scene.tokens[at - 1].word.has("numeral"))
        for at in range(left + 1, verb.first)
    )


def counted(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether many things started: qirqqa yaqin korxona ish boshladi."""
    return any(
        match.start() not in scene.covering
        and scene.tokens[match.start()].word.key != "bir"
        and not scene.tokens[match.start()].word.key.endswith("nchi")
        and not _of_something_else(scene, match.end())
        for match in word_of("number", "numeral").finditer(scene.sentence.codes, left, verb.first)
    )


def _of_something_else(scene: Scene, at: int) -> bool:
    """Whether a number before the token `at` counts no things: ikki yetakchi, 45 million dollarlik."""
    word = scene.tokens[at].word if at < len(scene.tokens) else None
    if word is None:
        return False
    measure = word.key.endswith("lik") or word.has("numeral")
    return measure or word.key.startswith((*LEADERS, "davlat", "mamlakat", "tomon", "xalq"))


def many_times(scene: Scene, left: int, verb: VerbGroup) -> bool:
    """Whether it was done more than once: yigirmadan ortiq marta uchrashdi; birinchi marta is once."""
    for match in word_of("times_word").finditer(scene.sentence.codes, left + 1, verb.first):
        for at in range(match.start() - 1, max(left, match.start() - 4) - 1, -1):
            word = scene.tokens[at].word
            if "nchi" in word.key or word.key in ("bir", "ilk"):
                break
            if word.has("number") or word.has("numeral"):
                return True
    return False
