"""Text in, the same text in the other script out; what is no word comes out as it went in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache, partial

from uzkz_kb.model.records import Names
from uzkz_kb.text.transliterate.contexts import has_context, told_by_context
from uzkz_kb.text.transliterate.marks import master, resolved
from uzkz_kb.text.transliterate.sentences import parts
from uzkz_kb.text.transliterate.tables import APOSTROPHES, script
from uzkz_kb.text.transliterate.words import cyrillic_word, latin_word

# й, ё, ў, ö, ğ, ş, ç typed as a letter and a mark.
_MARKS = re.compile("[иеуИЕУ][\u0306\u0308]|[oOgG][\u0306\u0308]|[scSC]\u0327")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")


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
    word = found[0]
    if found.lastgroup != "word" or (word.isascii() and "'" not in word and "`" not in word):
        return word
    if _LATIN.search(word) and not _CYRILLIC.search(word) and not re.search("[oOgG][‘’'ʻʼ`´]|[öğÖĞ]", word):
        return word
    return _cyrillic_token(found)


def _cyrillic_token(found: re.Match[str]) -> str:
    if found.lastgroup != "word":
        return " " if found.lastgroup == "date" else found[0]
    return _cyrillic_by_itself(found[0]) or _cyrillic_in_context(found)


@lru_cache(maxsize=100_000)
def _cyrillic_by_itself(word: str) -> str | None:
    """The word in Cyrillic, None where what stands around it has a say."""
    if word[-1] in APOSTROPHES or has_context(word):
        return None
    return cyrillic_word(word)


def _cyrillic_in_context(found: re.Match[str]) -> str:
    word, mark = found[0], ""
    if word[-1] in APOSTROPHES:
        word, mark = resolved(found, word)
    told = told_by_context(found, word) if has_context(word) else None
    return (told or cyrillic_word(word)) + mark


def _in_latin(text: str, to: str) -> str:
    return master("latin").sub(_latin_token(to), text)


@cache
def _latin_token(to: str) -> Callable[[re.Match[str]], str]:
    by_itself = lru_cache(maxsize=100_000)(partial(latin_word, table=to))

    def token(found: re.Match[str]) -> str:
        if found.lastgroup != "word":
            return "-" if found.lastgroup == "date" else found[0]
        word = found[0]
        if word[-1] in APOSTROPHES:
            word, mark = resolved(found, word)
            return by_itself(word) + mark
        return by_itself(word)

    return token
