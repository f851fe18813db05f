"""With whom a text deals: what keeps apart documents of the same name between different states."""

from __future__ import annotations

from collections import Counter

from uzkz_kb.model.findings import EntityKey, Extraction

#: The state whose relations the texts are about: it is in all of them and tells none apart.
HOME: EntityKey = "ozbekiston"


def counterpart(extraction: Extraction) -> EntityKey | None:
    """The other state that a text names most, if there is one."""
    named = Counter(
        place.entity for place in extraction.names.places if place.kind == "country" and place.entity != HOME
    )
    ranked = named.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]
