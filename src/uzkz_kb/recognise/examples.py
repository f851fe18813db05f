"""What each recogniser finds in a text that stands alone: the rules' examples are checked with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from uzkz_kb.recognise import agreements, dates, events, figures

#: By the name of the file in `lang/rules/`: a text → all values found in it, as strings.
EXAMPLES: Mapping[str, Callable[[str], list[str]]] = {
    "agreements": agreements.example_values,
    "dates": dates.example_values,
    "deeds": events.example_values,
    "events": events.example_values,
    "quantities": figures.example_values,
}
