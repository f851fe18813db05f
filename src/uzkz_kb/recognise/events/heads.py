"""The nouns of a sentence that may name a happening, each with its kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.model.findings import Finding, OrganizationFinding, PersonFinding, Refusal
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.events.glance import DAYS, is_one_day
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import case_of, is_possessed
from uzkz_kb.recognise.rules import Rule, chances, matches_of, word_of
from uzkz_kb.text.words import guessed_form


class Head(NamedTuple):
    """The noun at the token `at`, with the words from `first` on that give it its kind.

    `stem` is what says which later nouns may speak of it again.
    """

    at: int
    first: int
    stem: str
    kind: EventKind
    form: str
    plural: bool
    possessive: bool
    faint: bool


_NOUNS = ("event", "event_second", "anniversary_word")
_TIMES = ("year_word", "day_word")


def has_a_head(sentence: Sentence) -> bool:
    """Whether a noun of the sentence may name a happening."""
    codes = sentence.codes
    if word_of("event", "anniversary_word").search(codes) is not None:
        return True
    for match in word_of("event_second", *_TIMES).finditer(codes):
        word = sentence.tokens[match.start()].word
        if (word.has("event_second") and _kind_rules(codes)) or word.key.startswith(DAYS):
            return True
        if is_one_day(sentence.tokens, match.start()):
            return True
        year = word.reading("year_word")
        if year is not None and _may_be_declared(year):
            return True
    return False


def judged_heads(scene: Scene) -> tuple[list[Head], list[Refusal]]:
    """The nouns of a sentence that may name a happening, left to right, and those that can name none."""
    heads: list[Head] = []
    refused: list[Refusal] = []
    tokens, codes = scene.tokens, scene.sentence.codes
    kinds = _given_kinds(codes)
    for match in word_of(*_NOUNS, *_TIMES).finditer(codes):
        index = match.start()
        word = tokens[index].word
        event: Head | str | None = None
        if not word.by_class.keys().isdisjoint(_NOUNS):
            if index in scene.verb_at and word.has("event_second"):
                continue  # qabul qilindi
            event = _event_head(tokens, index, kinds.get(index))
        head = event if isinstance(event, Head) else _days_head(scene, index) or _year_head(scene, index)
        reason = _why_a_name(scene, head) if head is not None else event if isinstance(event, str) else None
        if reason is not None:
            refused.append(refusal(scene, index, "events.head", reason))
        elif head is not None:
            if heads and (head.first <= heads[-1].at or _is_its_round(scene, heads[-1], head)):
                heads.pop()  # chempionati finali, maslahatlashuvlarning navbatdagi raundi: one happening
            heads.append(head)
    return heads, refused


def _is_its_round(scene: Scene, talks: Head, head: Head) -> bool:
    """Whether the noun is but a round of the talks before it: muzokaralarning uchinchi raundi."""
    return head.stem == "raund" and talks.form == "gen" and head.at - talks.at <= _NEAR


#: So many words stand between the talks and their round at most.
_NEAR = 3


def _given_kinds(codes: str) -> Mapping[int, tuple[int, EventKind]]:
    """By the noun's token: from where on the words before it give it its kind, and which."""
    tried = _kind_rules(codes)
    if not tried:
        return {}
    return {
        match.last - 1: (match.first, cast(EventKind, rule.gives)) for rule, match in matches_of(tried, codes)
    }


def _kind_rules(codes: str) -> Sequence[Rule]:
    """The rules that may give a noun of the sentence its kind."""
    return [rule for rule in chances("events", codes) if rule.gives != _OWN_KIND]


#: What a rule gives that leaves a noun its own kind.
_OWN_KIND = "keep"


def refusal(scene: Scene, index: int, rule: str, reason: str) -> Refusal:
    """Why the noun at the token `index` names no happening."""
    return Refusal("event noun", scene.sentence.index, index, index + 1, rule, reason)


def _event_head(
    tokens: Sequence[Token], index: int, given: tuple[int, EventKind] | None
) -> Head | str | None:
    """The head at `index`, of the kind that a rule gives it, else its own; or why the noun is none."""
    word = tokens[index].word
    reading = word.reading("event") or (word.reading("event_second") if given else None)
    if reading is None:
        return _anniversary_head(tokens, index)
    if given and reading.stem == "o'quv" and any(t.word.has("event") for t in tokens[index + 1 : index + 3]):
        return _ATTRIBUTE  # qo‘shma o‘quv mashg‘ulotlari
    first, kind = given or (index, cast(EventKind, reading.classes["event"]))
    if tokens[first].word.shape == "mark" or reading.stem == "kengash":
        first = index  # the mark, or the number, is the walk's to read
    before = tokens[max(0, index - 3) : index]
    if reading.stem == "tadbir" and before and before[-1].word.raw == "-":
        return "measures, not a happening"  # chora-tadbirlar
    following = tokens[index + 1].word if index + 1 < len(tokens) else None
    if following is not None and following.has("manner_word"):
        return "the manner of something else"  # videokonferensiya formatida
    if (
        reading.stem == "o'yin"
        and not given
        and not (reading.plural and (reading.possessive or _ordinal_before(tokens, index)))
    ):
        return "play, not games that bear a name"
    if reading.stem == "safar" and not reading.possessive and before and before[-1].word.has("event_another"):
        return "it tells which time"  # navbatdagi safar: next time
    if (
        reading.stem in ("manyovr", "mashq")
        and reading.form == "nom"
        and following is not None
        and following.key.startswith("qil")
    ):
        return "half of a verb"
    if reading.stem == "namoyish" and following is not None and following.key.startswith(("et", "qil")):
        return "half of a verb"
    if reading.stem == "tantana" and reading.form not in ("nom", "loc"):
        return "the manner of something else"
    return Head(
        index,
        first,
        reading.stem,
        kind,
        reading.form,
        reading.plural,
        reading.possessive,
        word.has("event_faint") and given is None,
    )


def _anniversary_head(tokens: Sequence[Token], index: int) -> Head | None:
    """`30 yilligi`: a number, and the noun with a possessive."""
    word = tokens[index].word
    reading = word.reading("anniversary_word")
    if reading is None or not reading.possessive or index == 0:
        return None
    at = index - 1
    if tokens[at].word.has("hyphen") and at:
        at -= 1
    if not (tokens[at].word.has("number") or tokens[at].word.has("numeral")):
        return None
    return Head(index, index, "yillik", "anniversary", reading.form, False, True, False)


def _days_head(scene: Scene, index: int) -> Head | None:
    """`… madaniyati kunlari`: days of a country, a city or a theme."""
    tokens = scene.tokens
    key = tokens[index].word.key
    if not index or not (key.startswith(DAYS) or is_one_day(tokens, index)):
        return None
    if not _names_a_theme(scene, index - 1):
        return None
    return Head(
        index,
        index,
        "kunlar",
        "cultural_days",
        "nom" if key.endswith(("gi", "kuni")) else guessed_form(key),
        False,
        True,
        False,
    )


def _year_head(scene: Scene, index: int) -> Head | None:
    """`O‘zbekiston yili`: the year of a country or a theme."""
    tokens = scene.tokens
    reading = tokens[index].word.reading("year_word")
    if reading is None or not index or not _may_be_declared(reading):
        return None
    if scene.covering.get(index) in scene.dates:
        return None
    if reading.form == "abl" and not any(t.word.has("since_word") for t in tokens[index + 1 : index + 2]):
        return None
    after = [token.word for token in tokens[index + 1 : index + 3]]
    closed = bool(after) and (after[0].has("close_quote") or after[0].has("quote"))
    declared = bool(after) and after[-1 if closed else 0].key == "deb"
    if not declared and not _names_a_theme(scene, index - 1):
        return None
    return Head(index, index, "yil", "declared_year", reading.form, False, True, False)


def _may_be_declared(year: Reading) -> bool:
    """Whether the word is the year of something."""
    return year.possessive and not year.plural and year.form != "dat"


def _names_a_theme(scene: Scene, index: int) -> bool:
    """Whether the word before `kunlari` or `yili` is a country, a city, a theme or a quoted name, bare."""
    token = scene.tokens[index]
    word = token.word
    if index in scene.covering:
        cover = scene.covering[index]
        declared = isinstance(cover, PersonFinding) and (
            bool(scene.dates or scene.places) or any(verb.has("declare_verb") for verb in scene.verbs)
        )
        return (cover in scene.places or declared) and case_of(word) == "nom"
    if word.has("close_quote"):
        return True
    if word.capital and index and (scene.dates or scene.places) and case_of(word) == "nom":
        return not word.has("month")
    theme = word.reading("theme")
    return theme is not None and theme.form == "nom"


_NAME = "part of the name of a body, a person or a chamber"
_ATTRIBUTE = "it only describes the noun after it"


def _why_a_name(scene: Scene, head: Head) -> str | None:
    """Why the noun names something else: it belongs to the name of a body (Oliy Majlis) or to another noun
    (saylov komissiyasi); `None` where it does not."""
    tokens, index = scene.tokens, head.at
    cover: Finding | None = scene.covering.get(index)
    if isinstance(cover, OrganizationFinding | PersonFinding) and head.stem != "kengash":
        return _NAME
    word = tokens[index].word
    if head.stem == "majlis" and (
        (word.capital and index and not tokens[index - 1].word.has("mark") and word.shape == "title")
        or (index and tokens[index - 1].word.key in ("oliy", "milliy"))
    ):
        return None if index and _ordinal_before(tokens, index) else _NAME
    following = tokens[index + 1].word if index + 1 < len(tokens) else None
    if following is None or head.possessive or head.form != "nom":
        return None
    if following.has("event") and not head.plural and head.first == head.at:
        return _ATTRIBUTE  # taqdimot marosimi
    if head.plural and is_possessed(following) and not following.has("event_relation"):
        return _ATTRIBUTE  # Forumlar majmuasi
    # An attribute of another noun: saylov komissiyasi, forum majmuasi, konsert zali.
    holder = following.has("event_holder") or (head.kind in _OF_BODIES and following.has("body_noun"))
    return _ATTRIBUTE if holder else None


#: Happenings that bodies are named for: saylov komissiyasi, tanlov hay’ati.
_OF_BODIES = frozenset({"election", "competition", "exercise", "exhibition", "session"})


def _ordinal_before(tokens: Sequence[Token], index: int) -> bool:
    word = tokens[index - 1].word
    return word.has("roman") or word.has("hyphen") or word.key.endswith("nchi")
