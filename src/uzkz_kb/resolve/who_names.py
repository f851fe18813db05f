"""Two names: can they be of one person, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from uzkz_kb.recognise.names.gazetteer import skeleton
from uzkz_kb.resolve.decisions import Decision
from uzkz_kb.text.keys import key

_MODERN = ("yev", "yeva")
_CUT_SHORT = ("av", "ev", "iev", "ava", "eva", "ieva")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A person of the sources by name: `given` is empty for a surname alone, initials end in a full stop."""

    key: str
    name: str
    source: str
    given: tuple[str, ...]
    surname: str
    known: bool

    @property
    def initials(self) -> bool:
        """Whether the given name is only a letter."""
        return bool(self.given) and self.given[0].endswith(".")

    @property
    def letter(self) -> str:
        """The first letter of the given name; nothing for a surname alone."""
        return _letter(skeleton(self.given[0])) if self.given else ""

    @property
    def rank(self) -> tuple[int, int]:
        """How much of the name there is."""
        return (0 if not self.given else 1 if self.initials else 2), len(self.name)

    @property
    def block(self) -> str:
        """What all who may be one share: the surname, as if it had not been cut short."""
        surname = skeleton(self.surname)
        for ending in sorted(_CUT_SHORT, key=len, reverse=True):
            if surname.endswith(ending) and len(surname) - len(ending) > 3:
                woman = "a" if ending.endswith("a") else ""
                return surname.removesuffix(ending) + woman
        return surname


def name_parts(person: str, name: str, source: str, known: bool) -> NameParts:
    """A name taken apart: the surname is its last word, or the first before a patronymic in two words."""
    words = name.split()
    if len(words) > 2 and key(words[-1]) in ("qizi", "o'g'li", "kizi", "ugli"):
        words = words[1:2] + words[:1] if len(words) > 3 else words
    return NameParts(person, name, source, tuple(words[:-1]), words[-1], known)


def spelling(name: str) -> str:
    """A spelling of a name, whatever its script and its spaces."""
    return " ".join(key(word) for word in name.replace(".", ". ").split())


def fullest_name(names: Sequence[str]) -> str:
    """The one that says most: a given name before initials before a surname alone, today's spelling first."""

    def fullness(name: str) -> tuple[int, int, int, int]:
        words = name.split()
        given = [word for word in words[:-1] if not word.endswith(".")]
        modern = words[-1].endswith(_MODERN) if words else False
        return len(given), len(words), int(modern), names.count(name)

    return max(sorted(set(names)), key=fullness)


def compare_names(one: NameParts, other: NameParts, block: Sequence[NameParts]) -> Decision:
    """Whether two people of one surname are one; `block` are all of that surname."""

    def decided(merged: bool, reason: str) -> Decision:
        return Decision(f"{one.source}: {one.name}", f"{other.source}: {other.name}", merged, reason)

    if one.known and other.known:
        return decided(False, "the gazetteer knows them as two people")
    if not one.given or not other.given:
        return decided(False, "a surname alone says who only within its own text")
    if one.initials or other.initials:
        return _by_initials(one, other, block, decided)
    ours, theirs = (skeleton(part.given[0]) for part in (one, other))
    if ours != theirs:
        return decided(False, "the given names differ")
    if _middle(one) and _middle(other) and skeleton(_middle(one)) != skeleton(_middle(other)):
        return decided(False, "the second names differ")
    return decided(True, "surname and given name are the same but for their spelling")


def clearly_apart(one: NameParts, other: NameParts) -> bool:
    """Whether both have a whole given name, and not the same: no decision worth printing."""
    if not one.given or not other.given or one.initials or other.initials:
        return False
    return skeleton(one.given[0]) != skeleton(other.given[0])


def _middle(parts: NameParts) -> str:
    return parts.given[1] if len(parts.given) > 1 else ""


def _by_initials(
    one: NameParts, other: NameParts, block: Sequence[NameParts], decided: Callable[[bool, str], Decision]
) -> Decision:
    """Initials are whose they can only be."""
    short, long = (one, other) if one.initials else (other, one)
    if not all(_letter(given) == _letter(mine) for given, mine in zip(long.given, short.given, strict=False)):
        return decided(False, "the initials differ")
    if short.initials and long.initials:
        return decided(True, "the same surname with the same initials")
    bearers = [
        parts for parts in block if parts.given and not parts.initials
        and _letter(parts.given[0]) == _letter(short.given[0])
    ]  # fmt: skip
    if len({skeleton(parts.given[0]) for parts in bearers}) > 1:
        names = ", ".join(parts.name for parts in bearers)
        return decided(False, f"the initials can be of several people: {names}")
    return decided(True, "the initials are those of the only one of that surname")


def _letter(name: str) -> str:
    """The first letter of a name, sh, ch and yo, yu, ya counting as one."""
    folded = key(name)
    letter = folded[:2] if folded[:2] in ("sh", "ch", "yo", "yu", "ya") else folded[:1]
    return "k" if letter == "q" else letter
