"""Words whose Cyrillic the next word decides: yod etdi is ёд этди, yod is йод."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from uzkz_kb.text.transliterate.tables import data


@dataclass(frozen=True)
class Choice:
    """What a word is when the text after it fits one of the patterns."""

    options: tuple[tuple[re.Pattern[str], str], ...]

    def after(self, found: re.Match[str]) -> str | None:
        """The Cyrillic of the found word in its own case, None when no pattern fits."""
        for pattern, cyrillic in self.options:
            if pattern.match(found.string, found.end()):
                return cyrillic.capitalize() if found[0][0].isupper() and cyrillic.islower() else cyrillic
        return None


@cache
def contexts() -> dict[str, Choice]:
    """The words of `contexts.yml`, in small letters."""
    return {
        word: Choice(tuple((re.compile(o["next"], re.IGNORECASE), o["cyrillic"]) for o in options))
        for word, options in data("contexts")["words"].items()
    }
