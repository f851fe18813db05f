"""Words that may stand inside the phrase that names a happening, and those that end it."""

from __future__ import annotations

from functools import lru_cache

from uzkz_kb.model.document import Token, Word
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.rules import words

CONJUNCTIONS = frozenset({"va", "hamda", "bilan"})
PRONOUNS = frozenset({"u", "ular", "uni", "unga", "biz", "ularni", "kim", "unda", "hech"})
#: Participles before the head that say whether it took place (`True`) or is to come.
TOLD_BEFORE = {
    **dict.fromkeys(
        (
            "o'tgan",
            "bo'lgan",
            "o'tkazilgan",
            "kechgan",
            "o'tayotgan",
            "o'tkazilayotgan",
            "uyushtirilgan",
            "berilgan",
        ),
        True,
    ),
    **dict.fromkeys(
        ("o'tadigan", "o'tkaziladigan", "bo'ladigan", "rejalashtirilgan", "kutilayotgan", "belgilangan"),
        False,
    ),
    "rejalashtirilayotgan": False,
    "yaqinlashayotgan": False,
}
#: What bears a name that stands right before it: O‘zbekiston yili, Botir Zokirov konserti.
OF_SOMEBODY = frozenset({"declared_year", "cultural_days", "other", "competition", "exhibition", "festival"})
#: Which part of a month it was.
PARTS_OF_TIME = ("boshidagi", "boshida", "oxiridagi", "oxirida", "o'rtasidagi", "o'rtalaridagi", "oyidagi")
GIVEN_TO = frozenset({"bag'ishlangan", "atalgan", "mo'ljallangan"})
SOFT_WORDS = frozenset({"esa", "ham", "shuningdek", "nomli", "mavzusida", "mavzusidagi"})
POSTPOSITIONS = frozenset(
    {
        "bo'yicha",
        "haqida",
        "to'g'risida",
        "yuzasidan",
        "uchun",
        "o'rtasida",
        "orasida",
        "doir",
        "oid",
        "qarshi",
    }
)


#: Words for the first of them.
FIRST = frozenset({"dastlabki", "ilk"})
_COUNTERS = ("ta", "nafar")
_TURNING = frozenset(
    {"tomonidan", *_COUNTERS, *CONJUNCTIONS, *PRONOUNS, *GIVEN_TO, *SOFT_WORDS, *POSTPOSITIONS, *FIRST}
)
_TURNING_CLASSES = frozenset(
    {"mark", "number", "numeral", "roman", "suffix", "event", "event_this", "event_another"}
)


@lru_cache(maxsize=100_000)
def is_mere(raw: str) -> bool:
    """Whether a word by itself neither counts, nor points, nor joins, as most do not."""
    word = words().word(raw)
    return (
        word.shape not in ("mark", "number")
        and word.key not in _TURNING
        and "chi" not in word.key  # ikkinchi, 5-inchi
        and _TURNING_CLASSES.isdisjoint(word.by_class)
    )


def says_nothing(word: Word) -> bool:
    """Whether the word does not tell which happening it is."""
    if word.has("event_plain") or word.has("event_this") or word.has("number") or word.has("event_another"):
        return True
    return not word.capital and word.key.endswith(("ilgan", "angan"))


def opening_of(scene: Scene, closing: int, left: int) -> int | None:
    """The opening mark of a quotation that closes at `closing`."""
    tokens = scene.tokens
    depth = 0
    for at in range(closing - 1, max(left, closing - 25) - 1, -1):
        word = tokens[at].word
        if word.has("close_quote"):
            depth += 1
        elif word.has("open_quote"):
            if depth == 0:
                return at
            depth -= 1
        elif word.has("quote") and depth == 0:
            return at
    return None


def counts(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at `at` says how many there are: 18 ta, uchta, besh nafar."""
    word = tokens[at].word
    if word.key in _COUNTERS and at:
        return tokens[at - 1].word.has("number") or tokens[at - 1].word.has("numeral")
    reading = word.reading("numeral")
    return reading is not None and reading.form == "count" and reading.stem != "bir"


def is_number(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word is a number in digits, or a large one: 216, ming; ikki may be told apart."""
    word = tokens[at].word
    if at and tokens[at - 1].word.has("hyphen"):
        return False
    reading = word.reading("numeral")
    large = reading is not None and reading.form == "nom" and reading.stem in ("ming", "yuz", "million")
    return word.has("number") or large
