"""Whether a verb tells of one doing: by its form, by what follows it, and by how often it was done."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.findings import DateFinding, Dating, PlaceFinding
from uzkz_kb.recognise.events.conditions import is_meanwhile, must_follow
from uzkz_kb.recognise.events.sayings import described, goes_on
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.verbs import VerbGroup

#: What a clause that goes on may tell as done before the rest of it.
_IN_PASSING = (
    "phone_verb",
    "encounter_verb",
    "came_verb",
    "receive_verb",
    "launch_verb",
    "unveil_verb",
    "stay_verb",
    "assemble_verb",
)
#: What something else is told to have happened during: Kobulga borganida, uchrashgan chog‘da.
_MEANWHILE = ("encounter_verb", "receive_verb", "came_verb", "quake_verb", "stay_verb")


def tells(scene: Scene, index: int) -> bool:
    """Whether the verb tells a single doing: finite, or a noun that a plan depends on."""
    verb = scene.verbs[index]
    if verb.finite:
        return verb.form not in ("imperative", "conditional")
    if verb.form == "converb":
        return verb.has(*_IN_PASSING) or goes_on(verb)
    if verb.form == "participle_loc":
        return verb.has(*_MEANWHILE) or (verb.has("assemble_verb") and bool(scene.dates))
    if verb.attributive and verb.form == "perfect":
        return _describes_one(scene, verb) or described(scene, verb) > 0
    if verb.form in ("participle_acc", "participle") and not verb.attributive and not _of_many(scene, verb):
        return bool(scene.dates)  # … ish boshlaganini ma’lum qildi
    if verb.form == "noun" and not verb.attributive:
        return _named_as_noun(scene, index)
    if verb.form == "noun_dat" and verb.has("unveil_verb", "launch_verb", "start_verb") and scene.dates:
        return to_be_done(scene, index)  # 1-noyabrdan ochishga qaror qilindi
    if verb.form in ("noun_loc", "noun_dat") and verb.passive and verb.has("unveil_verb", "launch_verb"):
        return index + 1 < len(scene.verbs) and scene.verbs[index + 1].finite  # ochilishida qatnashdi
    return False


def to_be_done(scene: Scene, index: int) -> bool:
    """Whether it is agreed, promised or planned to do it: ochishga kelishildi, … va’da berdi."""
    if scene.verbs[index].form != "noun_dat" or index + 1 >= len(scene.verbs):
        return False
    later = scene.verbs[index + 1]
    return later.has("agree_verb", "decide_verb", "promise_verb", "plan_verb", "intend_verb") and later.finite


def _of_many(scene: Scene, verb: VerbGroup) -> bool:
    """Whether the participle stands for many: yangi tashkil etilganlari."""
    word = scene.tokens[verb.last - 1].word
    return bool(word.readings) and word.readings[0].plural


def _describes_one(scene: Scene, verb: VerbGroup) -> bool:
    """A participle before who came, before the time of it, or before its date."""
    if verb.has("came_verb"):
        return True
    if verb.has(*_MEANWHILE):
        return is_meanwhile(scene, verb)
    return verb.has("launch_verb", "unveil_verb") and date_after(scene, verb) is not None


def _named_as_noun(scene: Scene, index: int) -> bool:
    """`Nazarboyevning Toshkentga kelishi`, `ochilishi kutilmoqda`, `26-iyulda … binosining ochilishi.`"""
    verb = scene.verbs[index]
    later = scene.verbs[index + 1] if index + 1 < len(scene.verbs) else None
    if verb.has("came_verb") and bool(scene.dates):
        return True
    opened = verb.passive and verb.has("unveil_verb", "launch_verb")
    if later is None and _ends(scene, verb) and (opened or verb.has("wreath_verb", "stone_verb")):
        return True
    if opened and later is not None and later.has("hold_verb"):
        return later.first == verb.last  # muzeyning ochilishi bo‘ldi
    return (later is not None and later.has("plan_verb", "expect_verb")) or must_follow(scene, verb)


def _ends(scene: Scene, verb: VerbGroup) -> bool:
    """Whether the sentence, or an item of its list, ends with the verb."""
    return verb.last >= len(scene.tokens) or scene.tokens[verb.last].word.shape == "mark"


def date_after(scene: Scene, verb: VerbGroup) -> DateFinding | None:
    """The date that a participle describes: savdo uyi ochilgan 2020-yildan buyon."""
    return next((date for date in scene.dates if date.first == verb.last), None)


def date_of_chain(scene: Scene, index: int, left: int, governs: tuple[str, ...]) -> DateFinding | None:
    """The date at the sentence's beginning, where the verb only goes on with what began there:
    1994-yil 3-martda qaror qabul qilib, elchixona ochdi."""
    if not left or not index or not scene.dates:
        return None
    before = [verb for verb in scene.verbs[:index] if verb.last <= left]
    if not before or left - before[-1].last > 1 or not _goes_on_to(scene, before, verb=scene.verbs[index]):
        return None
    told = [verb for verb in before if verb.finite or verb.form == "converb"] or before
    opening = [date for date in scene.dates if date.last <= told[0].first]
    return opening[-1] if opening and opening[-1].governs in governs else None


def place_of_row(scene: Scene, index: int, left: int) -> PlaceFinding | None:
    """The place at the sentence's beginning, where the verb is one of a row: Oshda … imzolandi, … ochildi."""
    verb, before = scene.verbs[index], [verb for verb in scene.verbs[:index] if verb.last <= left]
    if not before or before[-1].form != "past" or left - before[-1].last > 1:
        return None
    if not scene.dates or not _goes_on_to(scene, before, verb):
        return None
    return next((p for p in scene.places if p.form == "loc" and p.last <= before[0].first), None)


def _goes_on_to(scene: Scene, before: Sequence[VerbGroup], verb: VerbGroup) -> bool:
    """Whether a verb goes on with what those before it tell: … qilib, …; … imzolandi, … ochildi."""
    if before[-1].form == "converb":
        return True
    told = [one for one in before if one.finite]
    row = verb.form == "past" and before[-1].finite and all(one.form == "past" for one in told)
    return row and scene.tokens[before[-1].last].word.has("comma") and len(scene.dates) == 1


def until_plan(scene: Scene, index: int) -> int:
    """How far the words of a doing reach: up to its verb, or to the one that says it is planned:
    ochilishi 9-mayga mo‘ljallangan."""
    verb, later = scene.verbs[index], scene.verbs[index + 1 : index + 2]
    planned = verb.form == "noun" and bool(later) and later[0].has("plan_verb", "expect_verb")
    return later[0].first if planned else verb.first


def head_date(scene: Scene, dating: Dating) -> DateFinding:
    """The date at the head of a chronicle's entry, as if the sentence began with it."""
    span = scene.sentence.span_of(0, 1)
    return DateFinding(
        span=span, sentence=scene.sentence.index, first=0, last=0, rule="entries", dating=dating
    )


def item_start(scene: Scene, index: int) -> int:
    """Where a list's item begins that ends with a verb as a noun: …, 5-mayda bog‘ ochilishi."""
    verb = scene.verbs[index]
    if verb.form != "noun" or index + 1 < len(scene.verbs):
        return 0
    for at in range(verb.first - 1, 0, -1):
        if scene.tokens[at].word.has("comma") and at + 1 in scene.covering:
            return at + 1
    return 0
