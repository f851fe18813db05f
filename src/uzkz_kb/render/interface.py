"""What the pages say in their own voice: labels and sentences, by hand in both scripts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.text.scripts import PAGE_SCRIPTS, PageScript

__all__ = ["LANG", "PAGE_SCRIPTS", "Interface", "PageScript", "has_label", "interface_file", "section_slug"]

#: The `lang` of a page or a quotation, by script.
LANG: Mapping[str, str] = {"latn": "uz-Latn", "cyrl": "uz-Cyrl", "Latn": "uz-Latn", "Cyrl": "uz-Cyrl"}


def interface_file(name: str) -> dict[str, Any]:
    """One file of `lang/interface`, as it stands there; shared, not to be changed."""
    plain: dict[str, Any] = lang_data(f"interface/{name}.yml")
    return plain


@dataclass(frozen=True)
class Interface:
    """The labels and sentences of one script."""

    script: PageScript

    @property
    def lang(self) -> str:
        """`uz-Latn` or `uz-Cyrl`."""
        return LANG[self.script]

    def text(self, key: str, *args: object, **named: object) -> str:
        """A sentence of `sentences.yml` with its braces filled in."""
        pattern: str = interface_file("sentences")[key][self.script]
        return pattern.format(*args, **named) if args or named else pattern

    def label(self, group: str, word: str) -> str:
        """What a word of a closed list is called: `label("agreement_kind", "treaty")` is `Shartnoma`.

        A word that has no label (a new indicator) is called like `other` of its group.
        """
        words = interface_file("kinds")[group]
        entry = words.get(word) or words["other"]
        return str(entry[self.script])

    def field(self, name: str) -> str:
        """What a field is called."""
        return str(interface_file("fields")[name][self.script])

    def section(self, name: str, part: str = "title") -> str:
        """The `title`, `one` or `about` of a section of the site."""
        return str(interface_file("sections")[name][part][self.script])

    def theme(self, key: str) -> str:
        """A string of the theme."""
        return str(interface_file("theme")[key][self.script])


def section_slug(name: str) -> str:
    """The first part of the addresses of a section, the same in both scripts."""
    return str(interface_file("sections")[name]["slug"])


def has_label(group: str, word: str) -> bool:
    """Whether the word has a label of its own."""
    return word in interface_file("kinds")[group]
