"""Dates and places told not in a happening's own clause, but in brackets, on the way to it, or after it."""

from __future__ import annotations

from uzkz_kb.model.findings import DateFinding, Dating, PlaceFinding
from uzkz_kb.recognise.events.circumstances import date_near, month_of, place_near
from uzkz_kb.recognise.events.heads import Head
from uzkz_kb.recognise.events.phrases import Phrase
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import HELD_VERBS
from uzkz_kb.recognise.verbs import VerbGroup


def set_apart(scene: Scene, last: int) -> tuple[DateFinding | None, PlaceFinding | None]:
    """When and where, right after a name: Abay kunlari (Toshkent, avgust); Ikkinchi forum — Osh, 5-may.

    The name ends before the token `last`. After a dash or a comma nothing but dates and places may stand up
    to the next mark, and no case of theirs may hang on another word.
    """
    tokens, at = scene.tokens, last
    if at + 1 >= len(tokens) or not (scene.dates or scene.places):
        return None, None
    opening = tokens[at].word
    if opening.has("open_paren"):
        ends = (i for i in range(at, len(tokens)) if tokens[i].word.has("close_paren"))
        return _first_between(scene, at, next(ends, len(tokens)))
    if opening.has("dash") or (opening.has("comma") and not any(verb.finite for verb in scene.verbs)):
        return _first_between(scene, at, _named_until(scene, at + 1))
    return None, None


def _first_between(
    scene: Scene, opening: int, closing: int
) -> tuple[DateFinding | None, PlaceFinding | None]:
    dates = [d for d in scene.dates if opening < d.first and d.last <= closing and d.governs == "at"]
    inside = [p for p in scene.places if opening < p.first and p.last <= closing]
    places = [place for place in inside if place.first not in scene.quoted]
    one = len({place.entity for place in places if place.kind == "city"}) < 2
    return next(iter(dates), None), places[0] if places and one else None


def _named_until(scene: Scene, start: int) -> int:
    """Where a row of dates and places in no case, parted by commas, ends; `start` where it is no such row."""
    at, tokens = start, scene.tokens
    while at < len(tokens):
        cover = scene.covering.get(at)
        place = isinstance(cover, PlaceFinding) and cover.form == "nom"
        if cover is None or cover.first != at or not (place or isinstance(cover, DateFinding)):
            break
        ends = cover.last
        if ends < len(tokens) and tokens[ends].word.shape != "mark":
            break
        if ends >= len(tokens) or not tokens[ends].word.has("comma"):
            return ends
        at = ends + 1
    return at


def going_on(scene: Scene, head: Head, following: int) -> tuple[DateFinding | None, PlaceFinding | None]:
    """When and where, told after it: ko‘rgazmasi ochildi va u 6-iyunda Buxoroda davom etadi."""
    found: tuple[DateFinding | None, PlaceFinding | None] = (None, None)
    for verb in scene.verbs:
        if not head.at < verb.first < following:
            continue
        if verb.has("continue_verb"):
            return date_near(scene, verb.first, verb.last, head.at + 1, verb.first), None
        if verb.has(*HELD_VERBS) and not verb.attributive:
            it = next((at for at in range(head.at + 1, verb.first) if scene.tokens[at].word.key in IT), None)
            if it is not None:
                found = told_of_it(scene, it + 1, verb, found)
    return found


def told_of_it(
    scene: Scene,
    left: int,
    verb: VerbGroup,
    so_far: tuple[DateFinding | None, PlaceFinding | None] = (None, None),
) -> tuple[DateFinding | None, PlaceFinding | None]:
    """When and where a verb says that something took place, in its clause from `left` on."""
    date = date_near(scene, verb.first, verb.last, left, verb.first)
    place = place_near(scene, "other", verb.first, verb.last, left, verb.first)
    return so_far[0] or date, so_far[1] or place


#: What stands for the happening told of just before.
IT = frozenset({"u", "ular"})


def until_when(scene: Scene, first: int) -> Dating | None:
    """The day up to which it goes on, told after the token `first`: 15-iyungacha davom etadi."""
    for verb in scene.verbs:
        if verb.first > first and verb.has("continue_verb"):
            ends = (d.dating for d in scene.dates if d.governs == "until" and d.last <= verb.first)
            return next(ends, None)
    return None


def on_the_way(scene: Scene, phrase: Phrase) -> DateFinding | None:
    """When somebody went to it: o‘tgan may oyida Shushaga borib, festivalda qatnashdi."""
    verb = _journey(scene, phrase)
    return None if verb is None else date_near(scene, verb.first, verb.last, 0, verb.first)


def _journey(scene: Scene, phrase: Phrase) -> VerbGroup | None:
    before = [verb for verb in scene.verbs if verb.last <= phrase.left]
    near = before and phrase.left - before[-1].last <= 1
    if not near or before[-1].form != "converb":
        return None
    verb = before[-1]
    there = scene.tokens[verb.last - 1].word.key == "bo'lib" and verb.last - verb.first == 1
    return verb if verb.has("came_verb") or there else None


def since_begun(scene: Scene, phrase: Phrase) -> DateFinding | None:
    """The day since which it is under way: 30-sentabrdan boshlangan haftalikning …."""
    for date in scene.dates:
        verb = scene.verb_at.get(date.last)
        if date.governs != "since" or not phrase.left <= date.first < phrase.head.at or verb is None:
            continue
        if verb.attributive and verb.has("begin_verb", "start_verb") and verb.last <= phrase.head.at:
            return date
    return None


def is_dated_itself(scene: Scene, date: DateFinding) -> bool:
    """Whether a date describes a noun, whatever the verb tells: 5-maydagi ommaviy o‘chishdan keyin."""
    return scene.tokens[date.last - 1].word.form.startswith("adj")


def whither(scene: Scene, phrase: Phrase, verb: VerbGroup | None, right: int) -> PlaceFinding | None:
    """The place in the dative: where somebody went to it, or where it is to be moved."""
    journey = _journey(scene, phrase)
    if journey is not None:
        return place_near(scene, "visit", journey.first, journey.last, 0, journey.first)
    if phrase.head.form == "dat":  # Bangkokka, Osiyo chempionatiga ketamiz
        ends = (phrase.first, phrase.first - _comma_before(scene, phrase.first))
        beside = next((p for p in scene.places if p.form == "dat" and p.last in ends), None)
        if beside is not None:
            return beside
    if verb is None or verb.has("plan_verb", "host_verb", "sign_verb"):
        return next((p for p in scene.places if p.form == "dat" and phrase.head.at < p.first < right), None)
    return None


def _comma_before(scene: Scene, at: int) -> bool:
    return at > 0 and scene.tokens[at - 1].word.has("comma")


def month_within(scene: Scene, head: Head) -> Dating | None:
    """The month in which something happened on a visit, by the first day that the sentence names."""
    days = [d.dating for d in scene.dates if d.governs == "at" and d.dating.edtf and len(d.dating.edtf) == 10]
    return month_of(days[0]) if days else None
