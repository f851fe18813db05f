"""When, where and among whom: what the words around a happening's phrase say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import get_args

from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, PersonFinding, PlaceFinding
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.events.scene import Scene, ends_a_way
from uzkz_kb.recognise.events.words import HELD_VERBS
from uzkz_kb.recognise.status import act_of
from uzkz_kb.recognise.verbs import VerbGroup

#: The kinds of place that say where in the world a thing was, the most telling first.
_CITY_FIRST = ("city", "region", "country", "residence", "landmark", "other")


def date_near(
    scene: Scene, first: int, last: int, left: int, right: int, governs: tuple[str, ...] = ("at",)
) -> DateFinding | None:
    """The date that governs the words from `first` to `last` in the clause from `left` to `right`.

    A date inside the phrase comes first, then the nearest before it, then one between it and its verb.
    """
    if not scene.dates:
        return None
    dates = [
        date
        for date in scene.dates
        if date.governs in governs
        and not _in_agreement(scene, date, first, last - 1)
        and date.first not in scene.quoted
    ]
    inside = [date for date in dates if first <= date.first and date.last < last]
    if inside:
        return inside[-1]
    before = [
        date for date in dates if left <= date.first and date.last <= first and _free(scene, date.last, first)
    ]
    if before:
        return before[-1]
    after = [
        date
        for date in dates
        if last <= date.first
        and date.last <= right
        and _free(scene, last, date.first)
        and not _governed(scene, date)
        and not (scene.verbs and _comma(scene, last, date.first))
    ]
    return after[0] if after else _span_of_days(scene, left, right)


def recurring_between(scene: Scene, left: int, right: int) -> str | None:
    """The day of every year that a date between two tokens names: har yili 10-avgust."""
    for date in scene.dates:
        if date.recurring and left <= date.first < right:
            return date.recurring
    return None


def _span_of_days(scene: Scene, left: int, right: int) -> DateFinding | None:
    """`25-maydan 2-iyunga qadar` as one date."""
    for since, until in pairwise(scene.dates):
        if (
            since.governs == "since"
            and until.governs == "until"
            and left <= since.first
            and until.last <= right
        ):
            one, two = since.dating.edtf, until.dating.edtf
            if one and two and one < two and until.first - since.last <= 1:
                dating = replace(
                    since.dating, text=f"{since.dating.text} {until.dating.text}", edtf=f"{one}/{two}"
                )
                return replace(since, last=until.last, dating=dating, governs="at")
    return None


def _governed(scene: Scene, date: DateFinding | PlaceFinding) -> bool:
    """Whether a participle after the date, or place, has it for its own: dekabrga mo‘ljallangan tashrif.

    Places may stand between the two; people and bodies too where it tells how a document came to be:
    … 1997-yil 2-iyunda Olmaotada prezidentlar imzolagan shartnoma.
    """
    verb = next((verb for verb in scene.verbs if verb.first >= date.last), None)
    if verb is not None and _is_theme(scene, verb):
        return True
    if verb is None or not verb.attributive:
        return False
    made = act_of(verb) is not None
    return all(
        isinstance(scene.covering.get(at), PlaceFinding) or (made and not scene.tokens[at].word.has("comma"))
        for at in range(date.last, verb.first)
    )


def _is_theme(scene: Scene, verb: VerbGroup) -> bool:
    """Whether a verbal noun tells what was spoken of: … universitetida o‘qitish haqida kelishildi."""
    if verb.form != "noun" or verb.has(*HELD_VERBS) or verb.last >= len(scene.tokens):
        return False
    return scene.tokens[verb.last].word.key in ("haqida", "to'g'risida", "xususida", "yuzasidan", "bo'yicha")


def _comma(scene: Scene, low: int, high: int) -> bool:
    return any(scene.tokens[at].word.has("comma") for at in range(low, high))


def _in_agreement(scene: Scene, date: DateFinding, first: int, head: int) -> bool:
    """Whether a document's name holds the date, and not the happening too, as what was agreed may."""
    return any(
        a.first < date.first
        and date.last < a.last
        and not a.first <= first < a.last
        and not (a.kind == "understanding" and a.first <= head < a.last)
        for a in scene.agreements
    )


def _free(scene: Scene, low: int, high: int) -> bool:
    """Whether no verb of another doing stands in between, to which the date would belong."""
    return not any(
        low <= verb.first
        and verb.last <= high
        and (verb.nominal or verb.form == "perfect" or (verb.attributive and verb.form != "participle"))
        and not verb.has(*HELD_VERBS, "consist_verb")
        for verb in scene.verbs
    )


def place_near(
    scene: Scene, kind: EventKind, first: int, last: int, left: int, right: int
) -> PlaceFinding | None:
    """Where it was: the locative nearest the phrase; for a visit, whither it led."""
    if not scene.places:
        return None
    forms: tuple[str, ...] = ("dat", "loc") if kind == "visit" else ("loc", "adj")
    for wanted in forms:
        found = [
            place
            for place in scene.places
            if place.form == wanted
            and left <= place.first
            and place.last <= right
            and (wanted != "adj" or (first <= place.first and kind in _OF_A_PLACE))
            and (place.first not in scene.quoted or first in scene.quoted)
            and (place.last <= last or _free(scene, last, place.first))
            and not (place.first >= last and _governed(scene, place))
            and (place.last > first or _free(scene, place.last, first))
        ]
        if found:
            return _best(found, last if wanted == "adj" else first)
    # Toshkent tashrifi, Samarqand sammiti, Sankt-Peterburg xalqaro iqtisodiy forumi
    named = [
        p
        for p in scene.places
        if first <= p.first < last
        and p.form == "nom"
        and p.kind == "city"
        and not _of_a_quoted_name(scene, p)
    ]
    return named[-1] if named and not ends_a_way(scene.sentence, named[-1].first) else None


def _of_a_quoted_name(scene: Scene, place: PlaceFinding) -> bool:
    """Whether the place is but a word of a quoted name: “Boysun ranglari”, but not “Boysun – 2025”."""
    return (
        place.first in scene.quoted
        and place.last in scene.quoted
        and scene.tokens[place.last].word.shape not in ("mark", "number")
    )


#: What may bear the place it stands at before its name: Samarqanddagi forum, Ostonadagi bog‘ ochildi.
_OF_A_PLACE = frozenset(get_args(EventKind)) - {"visit"}


def _best(places: Sequence[PlaceFinding], near: int) -> PlaceFinding:
    """The most telling place, the nearest of several."""
    if len(places) == 1:
        return places[0]
    return min(places, key=lambda place: (_CITY_FIRST.index(place.kind), abs(near - place.last)))


def place_id(scene: Scene, place: PlaceFinding | None) -> EntityKey | None:
    """The place of a happening; the first of a row of cities that share it: Toshkent va Samarqandda."""
    if place is None:
        return None
    if place.kind in ("city", "region"):
        for other in reversed(scene.places):
            row = other.kind in ("city", "region") and other.form in (place.form, "nom")
            if row and _joined(scene, other.last, place.first):
                place = other
    return place.entity


def _joined(scene: Scene, low: int, high: int) -> bool:
    """Whether nothing but a conjunction or a comma stands from `low` to `high`."""
    return high - low == 1 and (
        scene.tokens[low].word.has("comma") or scene.tokens[low].word.key in ("va", "hamda")
    )


def participants(scene: Scene, left: int, right: int, owners: Iterable[str] = ()) -> tuple[str, ...]:
    """The people named in the clause, and the countries that stand in it as somebody's."""
    if not (scene.people or scene.places):
        return ()
    found: list[PersonFinding | PlaceFinding] = [p for p in scene.people if left <= p.first < right]
    for place in scene.places:
        if left <= place.first < right and place.kind == "country" and place.form in ("nom", "gen", "lik"):
            found.append(place)
    found.sort(key=lambda finding: finding.first)
    return tuple(dict.fromkeys([finding.entity for finding in found]))


def subject_start(scene: Scene, left: int, verb: VerbGroup) -> int:
    """Where a clause begins without the words that only join it to the one before: shuningdek, esa."""
    at = left
    tokens = scene.tokens
    while at < verb.first and (
        tokens[at].word.has("event_relation")
        or (tokens[at].word.shape == "mark" and not tokens[at].word.has("open_quote"))
        or tokens[at].word.key in _JOINING
    ):
        at += 1
    for comma in range(at, min(verb.first, at + 4)):
        if tokens[comma].word.has("comma") and not any(at <= f < comma for f in scene.covering):
            return comma + 1
    return at


_JOINING = frozenset(
    [
        "va",
        "hamda",
        "esa",
        "ham",
        "jumladan",
        "xususan",
        "shuningdek",
        "bundan",
        "keyin",
        "so'ng",
        "lekin",
        "ammo",
        "chunki",
        "uni",
        "unga",
    ]
)


def month_of(dating: Dating) -> Dating:
    """The month of a day: all that is known of a visit on one day of which something happened."""
    if dating.edtf is None or len(dating.edtf) != 10:
        return dating
    return replace(dating, edtf=dating.edtf[:7], basis="inferred")


def carried(dating: Dating | None) -> Dating | None:
    """A date that another happening's words state."""
    return None if dating is None or dating.edtf is None else dating.told_elsewhere()
