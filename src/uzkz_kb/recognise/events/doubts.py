"""What speaks against a phrase that names no one particular happening."""

from __future__ import annotations

from uzkz_kb.recognise.events.nouns import Draft
from uzkz_kb.recognise.events.scene import Scene

_GENERAL = "no date, place, number, proper name or person makes it a particular happening"


def doubt(draft: Draft, scene: Scene) -> str:
    """Why too little tells which happening the phrase names: for `explain`, in a few words."""
    index = draft.event.last - 1
    word = scene.tokens[index].word
    reading = word.reading("event")
    if reading is not None and reading.plural and not word.has("event_plural"):
        return "many of them, not one"
    verb = next((verb for verb in scene.verbs if verb.last > index + 1), None)
    if verb is not None and verb.negative and not draft.aside:
        return "it did not take place"
    if draft.aside:
        return "only the occasion of something else"
    if reading is not None and word.has("event_faint"):
        return "too general a noun for what the sentence tells"
    return _GENERAL
