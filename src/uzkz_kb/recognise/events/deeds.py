"""Happenings named by a verb: uchrashdi, yig‘ildi, yetib keldi, ochildi, ishga tushadi."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uzkz_kb.model.findings import (
    AgreementFinding,
    DateFinding,
    EventFinding,
    PersonFinding,
    PlaceFinding,
)
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.entries import Entry
from uzkz_kb.recognise.events.circumstances import (
    date_near,
    participants,
    place_id,
    place_near,
    recurring_between,
    subject_start,
)
from uzkz_kb.recognise.events.conditions import CHECKS, must_follow, who_came
from uzkz_kb.recognise.events.howmany import many_times, thousands
from uzkz_kb.recognise.events.naming import DEEDS
from uzkz_kb.recognise.events.nearby import set_apart
from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.phrases import clause_start
from uzkz_kb.recognise.events.sayings import Clause, described, sayings_of
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.telling import (
    date_after,
    date_of_chain,
    head_date,
    item_start,
    place_of_row,
    tells,
    to_be_done,
    until_plan,
)
from uzkz_kb.recognise.events.words import case_of, ordinal_at, title_of
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.status import is_done
from uzkz_kb.recognise.verbs import VerbGroup


def verb_events(
    scene: Scene, deeds: Sequence[int], taken: frozenset[int], entry: Entry | None = None
) -> Iterator[Draft]:
    """The happenings that the verbs `deeds` name; `taken` are the tokens of nouns that name one already.

    `entry` dates what a chronicle tells without a date of its own.
    """
    headed = None if entry is None or _dates_itself(scene, entry) else head_date(scene, entry.dating)
    for index in deeds:
        verb = scene.verbs[index]
        if verb.negative or not tells(scene, index) or _of_a_noun(verb, taken):
            continue
        if verb.form != "participle_loc" and any(
            a.first <= verb.first and verb.last <= a.last for a in _documents(scene, index)
        ):
            continue
        if verb.last < len(scene.tokens) and scene.tokens[verb.last].word.raw == "?":
            continue  # a question tells of nothing
        left = clause_start(scene, verb.first, 0)
        left = subject_start(scene, max(_past_aside(scene, left, verb), item_start(scene, index)), verb)
        said = _said(scene, index, left, headed)
        if said is not None:
            yield said
            continue
        for deed in DEEDS:
            if deed in verb.classes:
                found = list(_drafts(scene, index, deed, left, headed))
                yield from found
                if found:
                    break


def _documents(scene: Scene, index: int) -> Sequence[AgreementFinding]:
    """The documents whose names may hold the verb; what is agreed to be opened on a day is opened too."""
    if not to_be_done(scene, index):
        return scene.agreements
    return [agreement for agreement in scene.agreements if agreement.kind != "understanding"]


def _dates_itself(scene: Scene, entry: Entry) -> bool:
    """Whether the sentence names a day besides that of the entry it begins."""
    return any(date.dating.edtf != entry.dating.edtf for date in scene.dates)


def _said(scene: Scene, index: int, left: int, headed: DateFinding | None) -> Draft | None:
    """What the verb names together with the words before it."""
    verb = scene.verbs[index]
    sayings = [saying for saying in sayings_of(verb) if saying.fits(scene, verb, left)]
    if not sayings:
        return None
    people = [p for p in scene.people if left <= p.first and p.last <= verb.first]
    for saying in sayings:
        kind = saying.kind
        governs = ("at", "since", "until") if kind == "opening" else ("at",)
        date = date_near(scene, verb.first, verb.last, left, verb.first, governs)
        date = date or date_of_chain(scene, index, left, governs) or headed
        place = place_near(
            scene, kind, left if kind == "opening" else verb.first, verb.last, left, verb.first
        )
        if kind == "visit":
            place = place or _described_place(scene, left, verb)
            if thousands(scene, left, verb):
                continue
        if not saying.tells(Clause(scene, verb, left, people, date, place)):
            continue
        if not saying.often and (
            many_times(scene, left, verb) or _says(scene, "event_habit", left, verb.first)
        ):
            continue
        last = described(scene, verb) or verb.last
        return _draft(scene, index, kind, saying.name, left, last, date, place, people, left, None)
    return None


def _past_aside(scene: Scene, left: int, verb: VerbGroup) -> int:
    """Past a happening that only tells when: ishchi tashrifi doirasida | Toshkentda … uchrashdi.

    A date with a comma after it is the verb's own: 5-mayda, tashrif arafasida, … ochildi.
    """
    found = word_of("event_relation").finditer(scene.sentence.codes, left + 1, max(0, verb.first - 1))
    asides = [match.end() for match in found if scene.tokens[match.start() - 1].word.has("event")]
    if asides and any(
        left <= date.first and date.last < asides[-1] and scene.tokens[date.last].word.has("comma")
        for date in scene.dates
    ):
        return left
    return asides[-1] if asides else left


def _of_a_noun(verb: VerbGroup, taken: frozenset[int]) -> bool:
    return not taken.isdisjoint(range(verb.first, verb.last))


def _drafts(scene: Scene, index: int, deed: str, left: int, headed: DateFinding | None) -> Iterator[Draft]:
    verb = scene.verbs[index]
    kind = DEEDS[deed].kind
    people = [p for p in scene.people if left <= p.first and p.last <= verb.first]
    governs = ("at", "since", "until") if deed in _STARTING else ("at",)
    date = date_near(scene, verb.first, verb.last, left, until_plan(scene, index), governs)
    date = date or date_of_chain(scene, index, left, governs) or headed
    start = left if deed in _STARTING or deed in ("hand_verb", "stay_verb") else verb.first
    place = place_near(scene, kind, start, verb.last, left, verb.first) or place_of_row(scene, index, left)
    if deed in _STARTING and verb.attributive:
        date = date_after(scene, verb)
    if deed == "stay_verb":
        place = place or _described_place(scene, left, verb)
    if verb.nominal:  # muzey ochilishi (Xiva, 5-may)
        apart = set_apart(scene, verb.last)
        date, place = apart[0] or date, apart[1] or place
    if not CHECKS[deed](scene, verb, left, people, date, place):
        return
    recurring = recurring_between(scene, left, verb.first)
    if recurring is None and date is None and _says(scene, "event_habit", left, verb.first):
        return
    if many_times(scene, left, verb):
        return
    if kind == "meeting" and _says(scene, "phone_word", left, verb.first):
        kind = "call"
    subjects = [(left, (verb.attributive and who_came(scene, verb)) or verb.last)]
    if deed in _STARTING and verb.attributive and date is not None:
        subjects = [(left, date.last)]
    if deed == "assemble_verb":
        bodies = _bodies(scene, left, verb.first)
        subjects, kind = bodies or subjects, kind if bodies else "meeting"
    elif deed == "encounter_verb":
        subjects = _each_apart(scene, left, verb, people)
    for first, last in subjects:
        those = people
        if len(subjects) > 1 and kind == "meeting":  # the one who met them all, and the one who was met
            those = [p for p in people if p is people[0] or first <= p.first < last]
        yield _draft(scene, index, kind, deed, first, last, date, place, those, left, recurring)


def _described_place(scene: Scene, left: int, verb: VerbGroup) -> PlaceFinding | None:
    """The place by which another is described: Hisor tumanidagi maktabda bo‘ldi."""
    return next((p for p in scene.places if p.form == "adj" and left <= p.first < verb.first), None)


def _draft(
    scene: Scene,
    index: int,
    kind: EventKind,
    deed: str,
    first: int,
    last: int,
    date: DateFinding | None,
    place: PlaceFinding | None,
    people: list[PersonFinding],
    left: int,
    recurring: str | None,
) -> Draft:
    verb = scene.verbs[index]
    owners = _owners(scene, first, min(last, verb.first)) if deed in _BY_SUBJECT else frozenset()
    event = EventFinding(
        span=scene.sentence.span_of(first, last),
        sentence=scene.sentence.index,
        first=first,
        last=last,
        rule=f"events.verb.{deed.removesuffix('_verb')}",
        name=title_of(scene.tokens, first, last),
        kind=kind,
        status="held" if _done(scene, index) else "planned",
        date=date.dating if date is not None else None,
        place=place_id(scene, place),
        participants=participants(scene, left, verb.first),
        ordinal=_ordinal(scene, left, verb.first) if deed == "assemble_verb" else None,
        recurring=recurring,
    )
    another = _says(scene, "event_another", left, verb.first)
    return Draft(event, verb.stem, owners, frozenset(p.entity for p in people), False, another, 9)


def _says(scene: Scene, name: str, left: int, right: int) -> bool:
    """Whether a word of the class `name` stands between two tokens."""
    return word_of(name).search(scene.sentence.codes, left, right) is not None


def _each_apart(
    scene: Scene, left: int, verb: VerbGroup, people: list[PersonFinding]
) -> list[tuple[int, int]]:
    """One span for each who was met, where they were met apart: A B bilan va C bilan alohida uchrashdi."""
    apart = any(scene.tokens[at].word.key.startswith("alohida") for at in range(left, verb.first))
    if not apart or len(people) < 3:
        return [(left, verb.last)]
    second, last = people[1], people[-1]
    return [(left, second.last), (second.last + 1, verb.last)] if last is not second else [(left, verb.last)]


_STARTING = frozenset({"launch_verb", "unveil_verb", "start_verb", "trip_verb"})
_BY_SUBJECT = _STARTING | {"assemble_verb", "institute_verb", "hand_verb"}


def _done(scene: Scene, index: int) -> bool:
    verb = scene.verbs[index]
    if verb.has("came_verb") and verb.form == "noun":
        following = scene.verbs[index + 1] if index + 1 < len(scene.verbs) else None
        return not must_follow(scene, verb) and not (following and following.has("plan_verb", "expect_verb"))
    return verb.form == "progressive" or is_done(scene.verbs, index, scene.tokens)


def _owners(scene: Scene, first: int, last: int) -> frozenset[str]:
    return frozenset(
        scene.tokens[at].word.key[:6]
        for at in range(first, last)
        if scene.tokens[at].word.shape not in ("mark", "number")
        and at not in scene.verb_at
        and not (at in scene.covering and scene.covering[at] in scene.dates)
    )


def _ordinal(scene: Scene, left: int, right: int) -> int | None:
    for at in range(left, right):
        word = scene.tokens[at].word
        if word.has("first_time") or (
            word.key == "birinchi" and scene.tokens[at + 1].word.key in ("bor", "marta")
        ):
            return 1
        found = ordinal_at(scene.tokens, at)
        times = scene.tokens[at + 1].word.key in ("marta", "bor")
        if found is not None and found[1] and (times or not word.has("hyphen")):
            return found[1]
    return None


def _bodies(scene: Scene, left: int, right: int) -> list[tuple[int, int]]:
    """The bodies that met, each with its own words: Komissiya va Ishbilarmonlar kengashi yig‘ildi."""
    ends = [at for at in range(left, right) if scene.tokens[at].word.has("body_noun") and _subject(scene, at)]
    spans: list[tuple[int, int]] = []
    start = left
    for number, at in enumerate(ends):
        if number:
            start = ends[number - 1] + 1
            while start < at and scene.tokens[start].word.key in ("va", "hamda", ",", "bilan"):
                start += 1
        last = at + 1 if number + 1 < len(ends) else right + 1
        spans.append((start, last))
    return spans


def _subject(scene: Scene, at: int) -> bool:
    following = scene.tokens[at + 1].word if at + 1 < len(scene.tokens) else None
    return case_of(scene.tokens[at].word) == "nom" and not (
        following is not None and following.readings and following.readings[0].possessive
    )
