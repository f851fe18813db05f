"""The verbs that name a happening by themselves, and what a sentence must tell for them to do so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from uzkz_kb.model.kinds import EventKind
from uzkz_kb.recognise.events.sayings import needs_of_sayings
from uzkz_kb.recognise.verbs import VerbGroup


class Deed(NamedTuple):
    """The kind of happening that a class of verbs names; one of the `needs` must be told, whole."""

    kind: EventKind
    needs: tuple[str, ...] = ("",)


#: Class of verb → what it names, in the order they are tried.
DEEDS: Mapping[str, Deed] = MappingProxyType(
    {
        "phone_verb": Deed("call"),
        "encounter_verb": Deed("meeting"),
        "receive_verb": Deed("meeting", ("people",)),
        "wreath_verb": Deed("ceremony", ("date", "place", "people")),
        "tie_verb": Deed("founding", ("date",)),
        "stone_verb": Deed("ceremony", ("date", "place", "people")),
        "remember_verb": Deed("commemoration", ("date", "place")),
        "swap_verb": Deed("signing", ("date", "place", "people")),
        "assemble_verb": Deed("session"),
        "launch_verb": Deed("opening", ("date", "place")),
        "unveil_verb": Deed("opening", ("date", "place", "people")),
        "start_verb": Deed("opening", ("date",)),
        "trip_verb": Deed("opening", ("date", "place")),
        "build_verb": Deed("opening", ("date place",)),
        "relate_verb": Deed("founding", ("date",)),
        "institute_verb": Deed("founding", ("date",)),
        "guest_verb": Deed("visit", ("date", "place", "people")),
        "came_verb": Deed("visit", ("place", "people")),
        "stay_verb": Deed("visit", ("place",)),
        "hand_verb": Deed("ceremony", ("date place", "people")),
        "quake_verb": Deed("other", ("date place",)),
        "beat_verb": Deed("competition", ("date",)),
    }
)


@cache
def naming_verbs(dated: bool, placed: bool, peopled: bool) -> frozenset[str]:
    """The classes of verbs that may name a happening in a sentence that tells a date, a place, people."""
    told = {name for name, known in (("date", dated), ("place", placed), ("people", peopled)) if known}
    needs = [*((verb, deed.needs) for verb, deed in DEEDS.items()), *needs_of_sayings()]
    return frozenset(verb for verb, sets in needs if any(told.issuperset(one.split()) for one in sets))


def named_by(verbs: Iterable[VerbGroup], naming: frozenset[str]) -> Sequence[int]:
    """Which of the verbs are of a class that may name a happening."""
    return [index for index, verb in enumerate(verbs) if not naming.isdisjoint(verb.classes)]
