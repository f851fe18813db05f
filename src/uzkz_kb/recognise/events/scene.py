"""A sentence with all that the other recognisers found in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import NamedTuple, TypeVar

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.model.findings import (
    AgreementFinding,
    DateFinding,
    Finding,
    Names,
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
)
from uzkz_kb.recognise.events.words import case_of, is_possessed, ordinal_at
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import FINITE, VerbGroup

_F = TypeVar("_F", bound=Finding)
_first = attrgetter("first")


class Scene(NamedTuple):
    """A sentence, its verbs, and what was found in it; `covering` leads from a token to the finding on it."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    verbs: tuple[VerbGroup, ...]
    dates: tuple[DateFinding, ...]
    people: tuple[PersonFinding, ...]
    organizations: tuple[OrganizationFinding, ...]
    places: tuple[PlaceFinding, ...]
    agreements: tuple[AgreementFinding, ...]
    covering: Mapping[int, Finding]
    verb_at: Mapping[int, VerbGroup]
    quoted: frozenset[int]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The findings of a document by sentence."""

    dates: Mapping[int, tuple[DateFinding, ...]]
    people: Mapping[int, tuple[PersonFinding, ...]]
    organizations: Mapping[int, tuple[OrganizationFinding, ...]]
    places: Mapping[int, tuple[PlaceFinding, ...]]
    agreements: Mapping[int, tuple[AgreementFinding, ...]]


def surroundings(
    dates: Iterable[DateFinding], names: Names, agreements: Iterable[AgreementFinding]
) -> Surroundings:
    """The findings of a document, grouped by sentence."""
    return Surroundings(
        _by_sentence(dates),
        _by_sentence(names.people),
        _by_sentence(names.organizations),
        _by_sentence(names.places),
        _by_sentence(agreements),
    )


def _by_sentence(findings: Iterable[_F]) -> Mapping[int, tuple[_F, ...]]:
    grouped: dict[int, list[_F]] = defaultdict(list)
    for finding in findings:
        grouped[finding.sentence].append(finding)
    for group in grouped.values():
        if len(group) > 1:
            group.sort(key=_first)
    return {index: tuple(group) for index, group in grouped.items()}


def scene_of(sentence: Sentence, verbs: tuple[VerbGroup, ...], near: Surroundings) -> Scene:
    """A sentence with its verbs and what was found in it."""
    index = sentence.index
    dates = near.dates.get(index, ())
    if dates:
        dates = tuple([date for date in dates if not _is_an_evening(sentence, date)])
    people = near.people.get(index, ())
    organizations = near.organizations.get(index, ())
    if organizations:
        organizations = tuple([body for body in organizations if not _names_a_session(sentence, body)])
    places = near.places.get(index, ())
    if places:
        places = tuple([_whole(sentence, place) for place in places])
    covering: dict[int, Finding] = {}
    findings: tuple[tuple[Finding, ...], ...] = (places, organizations, people, dates)
    for group in findings:
        for finding in group:
            for token in range(finding.first, finding.last):
                held = covering.get(token)
                if held is None or finding.last - finding.first >= held.last - held.first:
                    covering[token] = finding
    if dates and verbs:  # o‘tgan oyda, kelgusi yilda: a word of the date is no verb
        verbs = tuple(v for v in verbs if not isinstance(covering.get(v.first), DateFinding))
    verb_at = {token: verb for verb in verbs for token in range(verb.first, verb.last)}
    return Scene(
        sentence,
        sentence.tokens,
        verbs,
        dates,
        people,
        organizations,
        places,
        near.agreements.get(index, ()),
        covering,
        verb_at,
        _quoted(sentence, verbs),
    )


def _whole(sentence: Sentence, place: PlaceFinding) -> PlaceFinding:
    """A place in the case of the word that it describes: Ko‘ksaroy qarorgohida, Termizdagi markazda.

    The ends of a way are no place where something is: Toshkent – Olmaota yo‘nalishida.
    """
    if place.form not in ("nom", "adj", "gen") or (place.form == "nom" and ends_a_way(sentence, place.first)):
        return place
    if place.form == "gen" and place.kind not in ("city", "region"):
        return place
    reach = 3 if place.form == "gen" else 6
    for at in range(place.last, min(place.last + reach, len(sentence.tokens))):
        word = sentence.tokens[at].word
        if (word.capital and place.form == "nom") or word.has("event") or word.has("comma"):
            return place
        if place.form == "gen" and case_of(word) != "loc":
            continue  # Buxoroning eski qal’asida
        if word.shape != "mark" and is_possessed(word):
            return replace(place, form="loc") if case_of(word) == "loc" else place
        far = at > place.last + 2
        if place.form == "nom" and (far or place.kind not in ("city", "region")):
            return place
        if place.form == "nom" and case_of(word) != "nom":
            return place
    return place


def ends_a_way(sentence: Sentence, first: int) -> bool:
    """Whether a dash ties the place at the token `first` to another before it."""
    tokens = sentence.tokens
    return first > 1 and tokens[first - 1].word.has("dash") and tokens[first - 2].word.capital


def _is_an_evening(sentence: Sentence, date: DateFinding) -> bool:
    """Whether `kecha` is no yesterday but an evening of poetry or music."""
    at = date.first
    if date.last != at + 1 or not at or not sentence.tokens[at].word.has("event_second"):
        return False
    if sentence.tokens[at].word.key == "kechasi":
        return True
    return sentence.tokens[at - 1].word.key.endswith(
        ("iy", "ijod", "xotira", "she'riyat", "musiqa", "bag'ishlangan")
    )


def _quoted(sentence: Sentence, verbs: tuple[VerbGroup, ...]) -> frozenset[int]:
    """The tokens of quoted names; quoted speech, which has a verb of its own, is none."""
    quoted: set[int] = set()
    opening = None
    for mark in word_of("open_quote", "close_quote").finditer(sentence.codes):
        at = mark.start()
        if sentence.tokens[at].word.has("open_quote"):
            opening = at
        elif opening is not None:
            if at - opening < 16 and not any(opening < v.first < at and v.form in FINITE for v in verbs):
                quoted.update(range(opening + 1, at))
            opening = None
    return frozenset(quoted)


def _names_a_session(sentence: Sentence, body: OrganizationFinding) -> bool:
    """Whether what looks like a body's name is a happening of its: … kengashining birinchi majlisi."""
    found = word_of("event", "event_second").finditer(sentence.codes, body.first + 1, body.last)
    return any(ordinal_at(sentence.tokens, match.start() - 1) is not None for match in found)
