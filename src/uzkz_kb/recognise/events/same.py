"""Whether two phrases of one text tell of the same happening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple, cast

from uzkz_kb.model.findings import Dating, EventFinding
from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.dates.calendar import Point, days_from, point

#: Kinds that the same happening may be told under.
FAMILY: Mapping[EventKind, str] = MappingProxyType(
    {
        "visit": "visit",
        "meeting": "talk",
        "summit": "talk",
        "session": "talk",
        "call": "talk",
        "forum": "gathering",
        "conference": "gathering",
        "congress": "gathering",
        "exhibition": "exhibition",
        "festival": "festival",
        "cultural_days": "days",
        "declared_year": "year",
        "anniversary": "anniversary",
        "signing": "rite",
        "ceremony": "rite",
        "opening": "rite",
        "commemoration": "rite",
        "founding": "founding",
        "briefing": "briefing",
        "election": "election",
        "competition": "competition",
        "exercise": "exercise",
        "other": "other",
    }
)


class Known(NamedTuple):
    """A happening found so far, and all that its mentions have said.

    `finding` is the place of its first finding in the list; `seen` the last sentence that tells of it.
    """

    finding: int
    event: EventFinding
    stem: str
    owners: frozenset[str]
    people: frozenset[str]
    section: str
    another: bool = False
    seen: int = 0


def refers_back(new: Known, known: Sequence[Known]) -> Known | None:
    """The happening that a bare noun (`uchrashuvda`, `Marosimda`) speaks of: the last that it may name.

    What has been held is spoken of rather than what is planned.
    """
    told = [one for one in known if one.event.status == new.event.status]
    return _last_named(new, told) or (None if len(told) == len(known) else _last_named(new, known))


def _last_named(new: Known, known: Sequence[Known]) -> Known | None:
    stem, family = new.stem, FAMILY[new.event.kind]
    for one in reversed(known):
        if one.another or not _may_be_meant(new, one):
            continue
        its = FAMILY[one.event.kind]
        if its == "visit" and stem == "muzokara":
            return None  # the talks of that visit
        if stem == "tadbir" and its not in ("visit", "year"):
            return one
        if its == family and _may_name(stem, one):
            return one
        if stem in ("anjuman", "yig'in") and its == "gathering":
            return one
    return None


def _may_be_meant(new: Known, one: Known) -> bool:
    """Whether the date and the place in the clause of a bare noun do not speak against what it would mean.

    A place alone, a few sentences on, is that of something else: Taqdimotni ochgan Ostonadagi elchi ….
    """
    near = 0 <= new.seen - one.seen <= _NEAR
    if near and (
        new.event.date is None or (new.event.kind == "visit" and dates_agree(new.event.date, one.event.date))
    ):
        return True
    return may_agree(new.event, one.event)


def talks_of_a_visit(new: Known, known: Sequence[Known]) -> bool:
    """Whether a bare noun names the talks held on the visit told of just before."""
    if new.stem != "muzokara" and not (new.stem in ("uchrashuv", "suhbat") and new.people):
        return False
    visit = next((one for one in reversed(known) if one.event.kind == "visit"), None)
    return visit is not None and new.seen - visit.seen <= _NEAR and visit.event.status == new.event.status


#: Within so many sentences a bare noun speaks of what was told last, whatever place its clause names.
_NEAR = 3


def may_agree(a: EventFinding, b: EventFinding) -> bool:
    """Whether the date and the place of the one may be those of the other."""
    return dates_agree(a.date, b.date) and (a.place is None or b.place is None or a.place == b.place)


def _may_name(stem: str, one: Known) -> bool:
    if one.event.kind == "call":
        return stem in ("muloqot", "suhbat")
    if one.event.kind == "session":
        return stem in (
            "majlis",
            "yig‘ilish",
            "yig'ilish",
            "sessiya",
            "sammit",
            "uchrashuv",
            "plenum",
            "yig'in",
        )
    return True


def told_before(new: Known, known: Sequence[Known]) -> Known | None:
    """The happening of which the new one is a mention, the last such; `None` where it is new indeed."""
    family = FAMILY[new.event.kind]
    for old in reversed(known):
        if FAMILY[old.event.kind] == family and old.another == new.another and _same_happening(new, old):
            return old
    return None


def _same_happening(new: Known, old: Known) -> bool:
    """Whether nothing speaks against two of one family being one, and something for it."""
    a, b = new.event, old.event
    if _apart(new, old):
        return False
    if a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal:
        return False
    if not dates_agree(a.date, b.date) or (
        a.place and b.place and a.place != b.place and not _title(new, old)
    ):
        return False
    if (
        _title(new, old)
        and a.kind == b.kind
        and a.date
        and b.date
        and is_day(a.date)
        and a.date.edtf == b.date.edtf
    ):
        return True
    if FAMILY[a.kind] == "rite" and len(new.owners & old.owners) > 1 and a.place == b.place:
        return True
    named = a.ordinal is None or (a.place is not None and a.place == b.place)
    if old.section == "title" and old.seen == b.sentence and a.kind == b.kind and named:
        return True  # what the headline names, the text tells first
    if a.kind == b.kind == "cultural_days" and _of_other_things(new, old):
        return False
    if new.owners and old.owners and a.kind != "visit":
        apart = (new.owners - _BODIES, old.owners - _BODIES)
        if all(apart) and apart[0].isdisjoint(apart[1]):
            return False
        shared = len(new.owners & old.owners)
        if shared * 2 >= min(len(new.owners), len(old.owners)) and _same_noun(new, old):
            return True
        if shared == 0 or a.ordinal is not None or b.ordinal is not None:
            return False
    if _a_session_of_its_own(new, old):
        return False
    if new.people and old.people:
        smaller = min(len(new.people), len(old.people))
        shared = len(new.people & old.people)
        if a.kind == "visit":
            return shared > 0 and smaller == shared and (a.place == b.place or not a.place or not b.place)
        return shared > 0 and shared == smaller and _one_time(a, b)
    if _title(new, old):
        return _one_time(a, b) or a.place == b.place
    return on_one_day(a, b) and a.kind == b.kind and (not new.owners or not old.owners)


def _a_session_of_its_own(new: Known, old: Known) -> bool:
    """Whether a session is described, while what was told of are talks: it was beside them."""
    described = new.event.kind == "session" and len(new.owners) > 2 and not _title(new, old)
    return described and old.event.kind == "meeting" and old.event.date is not None


def _of_other_things(new: Known, old: Known) -> bool:
    """Whether the days are of other things: madaniyat kunlari, kino kunlari; a headline may say less."""
    if not new.owners or not old.owners or new.owners <= old.owners or old.owners <= new.owners:
        return False
    return old.section == new.section or old.seen != old.event.sentence


def _apart(new: Known, old: Known) -> bool:
    """Whether the way they are told parts them: a call from a meeting, one's audience from a gathering."""
    a, b = new.event, old.event
    if (a.kind == "call") != (b.kind == "call"):
        met = old if a.kind == "call" else new
        return met.stem not in ("muloqot", "suhbat")
    if _AUDIENCE in (a.rule, b.rule) and a.rule != b.rule:
        if "session" in (a.kind, b.kind):
            return True
        return bool(new.people and old.people) and new.people != old.people
    return False


#: The rule of those who were received.
_AUDIENCE = "events.verb.receive"


#: Words that many bodies have in common: alone they do not make two happenings one.
_BODIES = frozenset(
    {"kengas", "komiss", "guruh", "guruhi", "qo'mit", "ishchi", "davlat", "bosh", "xalqar", "rahbar"}
)


def _same_noun(new: Known, old: Known) -> bool:
    return new.stem == old.stem or FAMILY[new.event.kind] in ("talk", "gathering")


def _title(new: Known, old: Known) -> bool:
    """Whether one is told in the headline: it names what the text goes on to tell."""
    return "title" in (new.section, old.section)


def _one_time(a: EventFinding, b: EventFinding) -> bool:
    return a.date is None or b.date is None or dates_agree(a.date, b.date)


def is_day(date: Dating) -> bool:
    """Whether the date is one day, or days."""
    told = point(date.edtf)
    return told is not None and told.day > 0


def dates_agree(a: Dating | None, b: Dating | None) -> bool:
    """Whether the two may be one date: the same, or one inside the other; what is not known agrees."""
    if a is None or b is None or a.edtf is None or b.edtf is None or a.edtf == b.edtf:
        return True
    one, two = sorted((a.edtf, b.edtf), key=len)
    if two.startswith(one):
        return True
    start, _, end = two.partition("/")
    return bool(end) and start <= one <= end


def on_one_day(a: EventFinding, b: EventFinding) -> bool:
    """Whether the two were on one and the same day."""
    return a.date is not None and b.date is not None and is_day(a.date) and a.date.edtf == b.date.edtf


def within_a_week(a: Dating | None, b: Dating | None) -> bool:
    """Whether two dates, both of them to the day, lie less than a week apart."""
    return a is not None and b is not None and is_day(a) and is_day(b) and days_between(a, b) < 7


def days_between(a: Dating, b: Dating) -> int:
    """How many days lie between the beginnings of two dates, both of them to the day."""
    one, two = (cast(Point, point(dating.edtf)) for dating in (a, b))
    return abs(days_from(one, two))


def enriched(first: EventFinding, later: EventFinding, cities: frozenset[str]) -> EventFinding:
    """The first finding with what only a later mention states; of two places the one of `cities` stands."""
    place = first.place or later.place
    if later.place in cities and first.place not in cities:
        place = later.place
    date = first.date
    if date is None or (later.date is not None and _finer(later.date, date)):
        date = later.date or date
    ordinal = first.ordinal if first.ordinal is not None else later.ordinal
    participants = first.participants or later.participants
    if (date, place, ordinal, participants) == (first.date, first.place, first.ordinal, first.participants):
        return first
    return replace(first, date=date, place=place, ordinal=ordinal, participants=participants)


def _finer(a: Dating, b: Dating) -> bool:
    return a.edtf is not None and (
        b.edtf is None or (a.edtf.startswith(b.edtf) and len(a.edtf) > len(b.edtf))
    )
