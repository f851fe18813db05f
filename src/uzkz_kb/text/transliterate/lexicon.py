"""Stems whose spelling no rule tells: the Cyrillic stem is the entry, its Latin follows from the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from uzkz_kb.text.transliterate.cyrillic import latin_of
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import coded, data, letters

# What follows a stem this long need not be a known ending: no other word begins so.
_CERTAIN = 6
_FILES = ("loans-ts", "loans-soft", "loans-other", "native")
# Latin spellings one also meets: konstitutsiya, konstitusiya; proyekt, proekt; Is’hoq, Ishoq.
_LOOSE = (
    ("(?<=[аеёиоуэюяўы])ц", ("ts", "s")),
    ("ц", ("s", "ts")),
    ("ъе", ("ye", "’ye", "’e", "e")),
    ("ъ(?=[ёюя])", ("", "’")),
    ("(?<=[аеёиоуэюяўы])е", ("ye", "e")),
    ("щ", ("ş", "şç")),
    ("сҳ", ("s’h", "ş")),
)
_LOOSE_SPOT = re.compile("|".join(f"({pattern})" for pattern, _ in _LOOSE))


@dataclass(frozen=True)
class Lexicon:
    """Latin stems (one-letter spelling) → Cyrillic stems, in small letters.

    `proper` holds names, which only a word with a capital can be; `exact` words that take no ending.
    """

    common: dict[str, str]
    proper: dict[str, str]
    exact: dict[str, str]
    exact_proper: dict[str, str]
    old: dict[str, str]
    prefixes: tuple[tuple[str, str], ...]

    def found(self, word: str, capital: bool, whole: bool = True) -> tuple[str, str] | None:
        """The Cyrillic of the longest stem that explains `word`, and the Latin ending left over.

        The `exact` words count only where `word` is `whole`, not what follows a first part.
        """
        if whole and word in self.exact:
            return self.exact[word], ""
        if capital and word in self.exact_proper:
            return self.exact_proper[word], ""
        for end in range(len(word), 1, -1):
            stem = word[:end]
            cyrillic = (capital and self.proper.get(stem)) or self.common.get(stem)
            if cyrillic and (end >= _CERTAIN or is_chain(word[end:])):
                rest = word[end:]
                return (cyrillic.removesuffix("ь") if rest else cyrillic), rest
            if stem in self.old and is_chain(word[end:], verb_stem=True):
                return self.old[stem], word[end:]
        return None


def _stems(name: str, block: str = "stems") -> Iterator[str]:
    yield from (data(name).get(block) or "").split()


def _spellings(stem: str) -> Iterator[str]:
    """Every Latin spelling of a Cyrillic stem, the standard one first."""
    table = letters().to_latin
    yield latin_of(stem, table)
    spots = list(_LOOSE_SPOT.finditer(stem))
    if not spots or len(stem) < 4 or len(spots) > 4:
        return
    for choice in product(*(_LOOSE[(spot.lastindex or 1) - 1][1] for spot in spots)):
        # Letters between the spots keep their neighbours, so е and ц there are spelt as in the whole word.
        marked, last = "", 0
        for spot, latin in zip(spots, choice, strict=True):
            marked += stem[last : spot.start()] + latin
            last = spot.end()
        yield latin_of(marked + stem[last:], table)


@cache
def irregular() -> dict[str, str]:
    """Cyrillic stems → their Latin where the letters do not tell it: сентябрь → sentabr."""
    return {stem.removesuffix("ь"): coded(latin[0]) for stem, latin in data("irregular")["stems"].items()}


@cache
def surnames() -> dict[str, str]:
    """Ends of surnames in Cyrillic → their Latin: -нцов is -ntsov."""
    return dict(data("irregular")["surnames"])


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once."""
    common: dict[str, str] = {}
    proper: dict[str, str] = {}
    exact: dict[str, str] = {}
    for cyrillic, latins in data("irregular")["stems"].items():
        for latin in latins:
            common[coded(latin)] = cyrillic
    listed = [(stem.lower(), proper if stem[0].isupper() else common) for f in _FILES for stem in _stems(f)]
    listed += [(stem.lower(), proper) for stem in _stems("names")]
    for stem, shelf in listed:
        shelf.setdefault(latin_of(stem, letters().to_latin), stem)
    for stem, shelf in listed:
        for latin in _spellings(stem):
            shelf.setdefault(latin, stem)
    for cyrillic in (stem for f in _FILES for stem in _stems(f, "exact")):
        exact[latin_of(cyrillic, letters().to_latin)] = cyrillic
    named = [stem.lower() for stem in _stems("names", "exact")]
    exact_proper = {latin_of(stem, letters().to_latin): stem for stem in named}
    old = {coded(latin): cyrillic for latin, cyrillic in data("irregular")["old"].items()}
    prefixes = tuple(
        sorted(
            ((latin_of(stem, letters().to_latin), stem) for stem in _stems("native", "prefixes")),
            key=lambda pair: -len(pair[0]),
        )
    )
    return Lexicon(common, proper, exact, exact_proper, old, prefixes)
