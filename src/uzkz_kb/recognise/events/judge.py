"""Whether a noun phrase names one particular happening, and whether it was held."""

from __future__ import annotations

from uzkz_kb.model.kinds import EventStatus
from uzkz_kb.recognise.events.between import GIVEN_TO
from uzkz_kb.recognise.events.heads import Head
from uzkz_kb.recognise.events.howmany import about_so_many
from uzkz_kb.recognise.events.phrases import Phrase, says_every
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import HELD_VERBS, case_of, is_possessed
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import DONE, VerbGroup

#: What is done with a happening that is one: it is held, attended, spoken at.
_TOLD_OF = frozenset({*HELD_VERBS, "attend_verb", "take_part_verb", "say_verb", "discuss_verb"})


#: Endings of a fact that is told as done, of whatever verb: munosabatlar ko‘tarilgani.
_FACTS = ("gani", "ganini", "ganligi", "ganligini", "ganiga")
_CUSTOM = frozenset({"muntazam", "doim", "doimiy", "odatda"})


def status_of(scene: Scene, phrase: Phrase, verb: VerbGroup | None, aside: bool) -> EventStatus:
    """Whether it was held or is planned, by the participle before the noun or the verb after it."""
    if phrase.held is not None:
        return "held" if phrase.held or _took_place(phrase.head, verb) else "planned"
    if verb is None:
        return "held"
    if aside and _has_happened(scene, phrase.head.at):
        return "held"
    index = scene.verbs.index(verb)
    if verb.has("plan_verb", "expect_verb", "postpone_verb") and not verb.nominal:
        return "planned"
    if verb.form == "progressive" or (phrase.head.form == "loc" and verb.nominal and verb.has("say_verb")):
        return "held"
    if phrase.head.form == "loc" and verb.nominal and _is_agreed_at_it(scene, index):
        return "held"
    if verb.attributive:
        return "planned" if verb.form == "participle" else "held"
    return "held" if is_done(scene.verbs, index, scene.tokens) else "planned"


def _is_agreed_at_it(scene: Scene, index: int) -> bool:
    """Whether what is to be done was promised or agreed at it: yig‘ilishda … yakunlashga va’da berdi."""
    if scene.verbs[index].has("attend_verb", "take_part_verb") and not scene.verbs[index].has("end_verb"):
        return False
    later = next((verb for verb in scene.verbs[index + 1 :] if verb.finite), None)
    return later is not None and later.form in DONE and later.has(*_COMING_TO_TERMS)


#: What is done at a happening about what is to be done after it.
_COMING_TO_TERMS = ("agree_verb", "promise_verb", "decide_verb", "adopt_verb", "discuss_verb")


def _took_place(head: Head, verb: VerbGroup | None) -> bool:
    """Whether what was planned is told as done: rejalashtirilgan forum 5-mayda bo‘lib o‘tdi."""
    if verb is None or head.form != "nom" or not verb.finite or verb.form not in DONE or verb.negative:
        return False
    return verb.has("hold_verb", "open_verb", "begin_verb", "end_verb") and not verb.has("plan_verb")


def _has_happened(scene: Scene, after: int) -> bool:
    """Whether something on the occasion is told as done: tashrifi doirasida … imzolangan edi."""
    done = any(
        verb.first > after and is_done(scene.verbs, index, scene.tokens)
        for index, verb in enumerate(scene.verbs)
    )
    return done or any(token.word.key.endswith(_FACTS) for token in scene.tokens[after + 1 :])


def weight_of(
    scene: Scene,
    phrase: Phrase,
    verb: VerbGroup | None,
    dated: bool,
    placed: bool,
    people: bool,
    aside: bool,
    doing: bool,
) -> int:
    """How much speaks for one particular happening."""
    weight = 2 * (phrase.ordinal is not None) + 2 * phrase.quoted + 2 * placed + phrase.named + people
    weight += 2 * dated if not aside else 0
    weight += bool(phrase.owners) and not phrase.named
    weight += phrase.held is not None
    if verb is not None and not aside:
        if doing or not _TOLD_OF.isdisjoint(verb.classes):
            weight += 1
        if verb.has("hold_verb") and _somewhere(scene, phrase, verb):
            weight += not placed
        if phrase.head.form == "loc" and verb.finite and verb.form in DONE:
            weight += 1
        if verb.negative:
            weight -= 3
    told_of = scene.sentence.section == "title" and bool(phrase.owners)
    weight += told_of and not (phrase.head.plural or phrase.head.faint)
    known = dated or placed or people or phrase.ordinal is not None or phrase.quoted or phrase.named
    if phrase.head.kind == "session" and phrase.head.form == "loc" and not known:
        weight -= 1  # vazirlik yig‘ilishida: any one of them
    if phrase.head.plural and not scene.tokens[phrase.head.at].word.has("event_plural"):
        weight -= 4 if phrase.head.faint and not phrase.named else 2
    elif phrase.named and phrase.head.kind in _BEARING_NAMES:
        weight += 1
    if phrase.head.faint and phrase.head.kind not in ("call", "signing") and not phrase.rite:
        weight -= 1
    return weight


#: What is known by its name alone: Xalqaro energetika forumi, COP29 anjumani.
_BEARING_NAMES = frozenset(
    {"forum", "conference", "congress", "exhibition", "festival", "summit", "competition"}
)


def _somewhere(scene: Scene, phrase: Phrase, verb: VerbGroup) -> bool:
    """Whether the clause says where in words that are no name: Milliy kutubxonada."""
    return any(
        at not in scene.covering
        and at != phrase.head.at
        and scene.tokens[at].word.shape != "mark"
        and case_of(scene.tokens[at].word) == "loc"
        for at in range(phrase.first, verb.first)
    )


def is_bare(phrase: Phrase) -> bool:
    """Whether the phrase says nothing of which happening it is."""
    if phrase.ordinal is not None or phrase.quoted or phrase.another:
        return False
    if phrase.this or phrase.described:
        return True
    return not (phrase.owners or phrase.named)


def is_formal(scene: Scene, phrase: Phrase) -> bool:
    """Whether the form of the talks is told, as of those of one visit: yakkama-yakka, tor doirada."""
    return word_of("event_form").search(scene.sentence.codes, phrase.first, phrase.head.at) is not None


def is_doing(scene: Scene, head: Head, verb: VerbGroup | None) -> bool:
    """Whether the noun is half of a verb: muzokara o‘tkazdi, tashrif buyurdi, tashrif bilan keldi."""
    after = head.at + 1
    if head.kind == "visit" and after < len(scene.tokens) and scene.tokens[after].word.key == "bilan":
        return True
    return verb is not None and verb.first <= after and not (verb.passive or head.possessive)


def is_occasion(scene: Scene, head: Head) -> bool:
    """Whether an anniversary is only what another happening is given to: 180 yilligiga atalgan kecha."""
    after = head.at + 1
    if head.kind != "anniversary" or after >= len(scene.tokens):
        return False
    key = scene.tokens[after].word.key
    return key in GIVEN_TO or key.startswith("munosabat")


def is_aside(scene: Scene, head: Head) -> bool:
    """Whether the happening only tells when or on what account something else was: tashrif doirasida."""
    after = head.at + 1
    if after >= len(scene.tokens):
        return False
    word = scene.tokens[after].word
    if head.form == "gen" or is_occasion(scene, head):
        return True
    if word.has("event_relation"):
        return head.form in ("nom", "abl", "gen", "loc")
    return head.form == "nom" and is_possessed(word) and after not in scene.verb_at and not word.has("event")


def is_usual(scene: Scene, head: Head, verb: VerbGroup | None) -> bool:
    """Whether it is told as a custom: majlis har chorakda o‘tkaziladi."""
    if head.plural and verb is not None and verb.form == "noun" and verb.last - verb.first > 1:
        return scene.tokens[verb.last - 1].word.key.startswith("tur")  # yarmarkalarni o‘tkazib turish
    end = verb.first if verb is not None else head.at
    custom = not _CUSTOM.isdisjoint([token.word.key for token in scene.tokens[head.at + 1 : end]])
    return custom or says_every(scene, head.at + 1, end)


def tells_one(phrase: Phrase, dated: bool) -> bool:
    """Whether it is one happening although the clause tells of a custom."""
    return phrase.ordinal is not None or (dated and not phrase.head.plural)


def only_wished(scene: Scene, verb: VerbGroup) -> bool:
    """Whether it is only said that it ought to be: muloqot boshlash zarurligi."""
    return any(token.word.key.startswith(_OUGHT) for token in scene.tokens[verb.last : verb.last + 1])


_OUGHT = ("zarur", "kerak", "lozim", "muhim", "maqsadga", "taklif")

#: Happenings that a number before them makes a total: 18 ta tashrif, uchta uchrashuv.
_COUNTED = frozenset({"visit", "meeting", "call", "session", "other"})


def is_several(scene: Scene, phrase: Phrase) -> bool:
    """Whether many of them are told of, not one: uchta uchrashuv, besh-oltita seminar."""
    if not phrase.counted or phrase.ordinal is not None or phrase.quoted:
        return False
    return phrase.head.kind in _COUNTED or about_so_many(scene, phrase.first, phrase.head.at)


def is_listed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a comma or a conjunction alone parts the phrase from the happening before it."""
    at = phrase.first - 1
    if at < 1:
        return False
    word = scene.tokens[at].word
    return (word.has("comma") or word.key in ("va", "hamda")) and at - 1 not in scene.verb_at
