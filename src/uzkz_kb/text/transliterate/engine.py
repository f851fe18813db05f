"""Text in, the same text in the other script out."""

from __future__ import annotations

from uzkz_kb.model.records import Names


def to_cyrillic(text: str) -> str:
    """The text in Uzbek Cyrillic."""
    return transliterate(text, "cyrl")


def to_latin(text: str) -> str:
    """The text in Uzbek Latin."""
    return transliterate(text, "latn")


def transliterate(text: str, to: str) -> str:
    """The text in the script of the output table named `to`: `latn`, `cyrl`, `latn-2027`, `latn-unicode`."""
    return text


def names(text: str) -> Names:
    """A title or a name in both scripts, whatever its own."""
    return Names(latn=to_latin(text), cyrl=to_cyrillic(text))
