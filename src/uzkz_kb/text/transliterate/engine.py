"""Text in, the same text in the other script out; what is no word comes out as it went in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from uzkz_kb.model.records import Names
from uzkz_kb.text.transliterate import foreign
from uzkz_kb.text.transliterate.contexts import contexts
from uzkz_kb.text.transliterate.marks import master, resolved
from uzkz_kb.text.transliterate.sentences import parts
from uzkz_kb.text.transliterate.tables import script
from uzkz_kb.text.transliterate.words import cyrillic_word, latin_word

# й, ё, ў, ö, ğ, ş, ç typed as a letter and a mark.
_MARKS = re.compile("[иеуИЕУ][\u0306\u0308]|[oOgG][\u0306\u0308]|[scSC]\u0327")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ROMAN_LETTERS = frozenset("IVX")
_LATIN = re.compile(r"[A-Za-z]")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z‘’'ʻʼ`´]*")
_BESIDE = re.compile(r"([A-Z][\w’']*)[ -]$")
_AFTER = re.compile(r"[ -]([A-Z][\w’']*)")


def to_cyrillic(text: str) -> str:
    """The text in Uzbek Cyrillic."""
    return transliterate(text, "cyrl")


def to_latin(text: str) -> str:
    """The text in Uzbek Latin, with ‘ in o‘ g‘ and ’ for the tutuq."""
    return transliterate(text, "latn")


def transliterate(text: str, to: str) -> str:
    """The text in the script of the output table `to`: `latn`, `cyrl`, `latn-2027`, `latn-unicode` …

    Raises ValueError for a table that `letters.yml` does not hold.
    """
    if _MARKS.search(text):
        text = _MARKS.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)
    if script(to).alphabet == "cyrillic":
        return "".join(piece if english else _in_cyrillic(piece) for piece, english in parts(text, "english"))
    return "".join(piece if russian else _in_latin(piece, to) for piece, russian in parts(text, "russian"))


def names(text: str) -> Names:
    """A title or a name in both scripts, whatever its own."""
    return Names(latn=to_latin(text), cyrl=to_cyrillic(text))


def _in_cyrillic(text: str) -> str:
    if _CYRILLIC.search(text) is None:
        return master("cyrillic").sub(_cyrillic_token, text)
    return "".join(_cyrillic_line(line) for line in text.splitlines(keepends=True))


def _cyrillic_line(line: str) -> str:
    """A line that is Cyrillic already: Latin words in it are foreign, unless they have o‘ or g‘."""
    if len(_CYRILLIC.findall(line)) > len(_LATIN.findall(line)):
        return master("cyrillic").sub(_token_within_cyrillic, line)
    return master("cyrillic").sub(_cyrillic_token, line)


def _token_within_cyrillic(found: re.Match[str]) -> str:
    word = found["word"]
    if not word or (word.isascii() and "'" not in word and "`" not in word):
        return found[0]
    if _LATIN.search(word) and not _CYRILLIC.search(word) and not re.search("[oOgG][‘’'ʻʼ`´]|[öğÖĞ]", word):
        return word
    return _cyrillic_token(found)


def _cyrillic_token(found: re.Match[str]) -> str:
    word = found["word"]
    if word is None:
        return " " if found["date"] else found[0]
    if word[-1] in "‘’'ʻʼ`´":
        word, mark = resolved(found, word)
    else:
        mark = ""
    if word in _ROMAN_LETTERS and _stands_alone(found):
        return word + mark
    if (told := contexts().get(word.lower())) and (cyrillic := told.after(found)):
        return cyrillic + mark
    if foreign.is_companion(word) and _beside_foreign(found):
        return word + mark
    return cyrillic_word(word) + mark


def _stands_alone(found: re.Match[str]) -> bool:
    """Whether a single I, V or X is a numeral: no initial (V. Navoiy), no unit (220V)."""
    text, start, end = found.string, found.start(), found.end()
    return text[end : end + 1] != "." and not text[start - 1 : start].isalnum()


def _beside_foreign(found: re.Match[str]) -> bool:
    """Whether a kept name stands in the same row of capitalised Latin words."""
    text, start, end = found.string, found.start(), found.end()
    while near := _BESIDE.search(text, max(0, start - 40), start):
        if cyrillic_word(near[1]) == near[1]:
            return True
        if not foreign.is_companion(near[1]):
            break
        start = near.start()
    while after := _AFTER.match(text, end):
        if cyrillic_word(after[1]) == after[1]:
            return True
        if not foreign.is_companion(after[1]):
            break
        end = after.end()
    return False


def _in_latin(text: str, to: str) -> str:
    return master("latin").sub(_latin_token(to), text)


@cache
def _latin_token(to: str) -> Callable[[re.Match[str]], str]:
    def token(found: re.Match[str]) -> str:
        word = found["word"]
        if word is None:
            return "-" if found["date"] else found[0]
        if word[-1] in "‘’'ʻʼ`´":
            word, mark = resolved(found, word)
            return latin_word(word, to) + mark
        return latin_word(word, to)

    return token
