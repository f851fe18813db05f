"""One word, whatever its script and case → the same word in the other script; cached, for texts repeat."""

from __future__ import annotations

import re
from functools import lru_cache

from uzkz_kb.text.transliterate import foreign
from uzkz_kb.text.transliterate.abbreviations import cyrillic_abbreviation, latin_abbreviation
from uzkz_kb.text.transliterate.cyrillic import latin_of
from uzkz_kb.text.transliterate.latin import cyrillic_of, spelt
from uzkz_kb.text.transliterate.lexicon import irregular, surnames
from uzkz_kb.text.transliterate.suffixes import is_chain
from uzkz_kb.text.transliterate.tables import APOSTROPHES, coded, data, letters, script

_CACHE = 100_000
_SHORT = 5
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_UZBEK_CYRILLIC = re.compile(r"[а-яёўқғҳА-ЯЁЎҚҒҲ]+")
_CYRILLIC_CAPITALS = re.compile(r"([А-ЯЁЎҚҒҲ]{2,})([а-яёўқғҳ]*)")
_OWNER = re.compile(r"([DLdlO])([’'ʼ])([A-Z][a-z]{2,})")


def _owner(word: str) -> tuple[str, str, str] | None:
    """d’Ivuar and O’Nil in three parts: their apostrophe is no letter; but O’Rning is O‘R with an ending."""
    found = _OWNER.fullmatch(word)
    if found is None or is_chain(coded(found[3][1:])):
        return None
    return found[1], found[2], found[3]


def _cased(small: str, like: str) -> str:
    return small[:1].upper() + small[1:] if like[:1].isupper() else small


@lru_cache(maxsize=_CACHE)
def cyrillic_word(word: str) -> str:
    """A word in Uzbek Cyrillic; one that is Cyrillic already, or foreign, stays as it is."""
    if _CYRILLIC.search(word):
        return _mixed(word, "cyrillic") if _LATIN.search(word) else word
    if not _LATIN.search(word) or foreign.is_roman(word):
        return word
    if owner := _owner(word):
        head, apostrophe, rest = owner
        return cyrillic_word(head) + apostrophe + cyrillic_word(rest)
    if word in _units():
        return _units()[word]
    code = coded(word)
    kept = foreign.kept_part(word, code)
    if kept:
        return word[:kept] + _ending(word[kept:])
    return _cyrillic_of_code(code)


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    return dict(data("letters")["units"])


def _ending(rest: str) -> str:
    mark = rest[: len(rest) - len(rest.lstrip(APOSTROPHES))]
    return mark + spelt(coded(rest[len(mark) :]), start=False)


def _cyrillic_of_code(code: str) -> str:
    small = code.lower()
    if code == small or code[1:] == small[1:]:
        return _cased(cyrillic_of(small, capital=code != small), code)
    if listed := cyrillic_abbreviation(code):
        return listed[0] + spelt(listed[1], start=False)
    capitals = foreign.CAPITALS.fullmatch(code)
    if capitals and is_chain(capitals[2]):
        return cyrillic_of(capitals[1].lower(), capital=True).upper() + spelt(capitals[2], start=False)
    runs = foreign.humps(code)
    if len(runs) > 1:
        return "".join(_cyrillic_of_code(run) for run in runs)
    return _cased(cyrillic_of(small, capital=True), code)


@lru_cache(maxsize=_CACHE)
def latin_code(word: str) -> tuple[str, bool]:
    """A Cyrillic word's Latin in one-letter spelling, and whether its digraphs are all capitals (SH)."""
    small = word.lower()
    if word == small or word[1:] == small[1:]:
        return _cased(_small_latin(small, name=word != small), word), False
    capitals = _CYRILLIC_CAPITALS.fullmatch(word)
    if capitals:
        upper, ending = capitals.groups()
        found = latin_abbreviation(upper)
        if found is not None:
            return coded(found) + latin_of_ending(ending), found.isupper()
        return _small_latin(upper.lower(), name=True).upper() + latin_of_ending(ending), True
    return "".join(
        _cased(_small_latin(run.lower(), name=True), run)
        if len(run) < 2 or run == word or not run.isupper()
        else latin_code(run)[0]
        for run in re.split(r"(?<=[а-яёўқғҳ])(?=[А-ЯЁЎҚҒҲ])", word)
    ), False


def latin_of_ending(ending: str) -> str:
    """An ending glued to capitals: no new word begins with it, so its е is e."""
    return latin_of("б" + ending, letters().to_latin)[1:]


def _small_latin(small: str, name: bool) -> str:
    table = letters().to_latin
    if found := _irregular_stem().search(small):
        start, end = found.span()
        plain = latin_of(small[start:end], table)
        return (
            latin_of(small[:start], table)
            + irregular()[found[0]]
            + latin_of(small[start:], table)[len(plain) :]
        )
    if name and (found := _surname().search(small)):
        return (
            latin_of(small[: found.start()], table)
            + surnames()[found[0]]
            + latin_of(small[found.end() :], table)
        )
    if name and "щ" in small:
        small = small.replace("щ", "шч")
    return latin_of(small, table)


@lru_cache(maxsize=1)
def _irregular_stem() -> re.Pattern[str]:
    stems = sorted(irregular(), key=len, reverse=True)
    # A long stem is found within a compound too: госбюджет.
    return re.compile("|".join(stem if len(stem) > _SHORT else f"^{stem}" for stem in stems))


@lru_cache(maxsize=1)
def _surname() -> re.Pattern[str]:
    return re.compile("|".join(surnames()))


@lru_cache(maxsize=_CACHE)
def latin_word(word: str, table: str) -> str:
    """A word in the Latin script of the output table `table`; one that is Latin keeps its spelling."""
    to = script(table)
    if not _CYRILLIC.search(word):
        return _relettered(word, table) if _LATIN.search(word) else word
    if _LATIN.search(word):
        return _mixed(word, table)
    if not _UZBEK_CYRILLIC.fullmatch(word):
        return _with_apostrophe(word, table)
    code, capitals = latin_code(word)
    return to.written(code, capitals)


def _with_apostrophe(word: str, table: str) -> str:
    """Кот-д’Ивуар keeps its apostrophe; ма’но means маъно. Words of other alphabets stay."""
    if foreign.is_roman(latin := word.translate(letters().latin_alike)):
        return latin
    parts = re.split(f"([{APOSTROPHES}])", word)
    if len(parts) < 2 or not all(_UZBEK_CYRILLIC.fullmatch(part) for part in parts[::2] if part):
        return word
    if parts[2][:1].isupper() and len(parts[0]) < 3:
        return "".join(latin_word(part, table) if _CYRILLIC.search(part) else part for part in parts)
    return latin_word("ъ".join(parts[::2]), table)


def _relettered(word: str, table: str) -> str:
    """A Latin word with its apostrophes and o‘ g‘ sh ch as the table writes them; foreign words untouched."""
    if word.isascii() and "'" not in word and "`" not in word and table != "latn-2027":
        return word
    if foreign.is_roman(word) or _owner(word):
        return word
    code = coded(word)
    if foreign.kept_part(word, code):
        return word
    return script(table).written(code, code.isupper() and len(code) > 1)


def _mixed(word: str, to: str) -> str:
    """A word of both scripts: mended where letters only look alike, else each part on its own."""
    table = letters()
    latin = word.translate(table.latin_alike)
    cyrillic = word.translate(table.cyrillic_alike)
    can_latin, can_cyrillic = not _CYRILLIC.search(latin), not _LATIN.search(cyrillic)
    if can_latin and foreign.is_roman(latin):
        return latin
    if can_latin and can_cyrillic:
        can_latin = 2 * len(_LATIN.findall(word)) > len(word)
    if can_latin:
        return cyrillic_word(latin) if to == "cyrillic" else _relettered(latin, to)
    if can_cyrillic:
        return cyrillic if to == "cyrillic" else latin_word(cyrillic, to)
    parts = re.findall(r"[\u0400-\u04ff]+|[^\u0400-\u04ff]+", word)
    if to == "cyrillic":
        # A Latin name with a Cyrillic ending (Telegramда) is right as it is.
        ending = len(parts) == 2 and is_chain(latin_code(parts[1])[0])
        return word if ending and len(parts[0]) > 1 else "".join(map(cyrillic_word, parts))
    first, rest = parts[0], parts[1:]
    return latin_word(first, to) + "".join(
        script(to).written(latin_of_ending(part))
        if part.islower() and _UZBEK_CYRILLIC.fullmatch(part)
        else latin_word(part, to)
        for part in rest
    )
