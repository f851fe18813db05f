"""Every word form read once: its shape, its readings, and the character that stands for it in patterns.

Codes are laid out as capital × class set × form, so that an atom of a pattern is a handful of ranges.
All class sets are known when the lexicon is loaded; no text can add one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from uzkz_kb.model.document import Reading, Shape, Word
from uzkz_kb.text.keys import APOSTROPHES, canonical, key
from uzkz_kb.text.lexicon import Lexicon, lexicon
from uzkz_kb.text.morphology import noun_endings, numeral_endings, stems_before, verb_endings

#: The class of tokens that are no words, by what they look like.
MARKS: Mapping[str, str] = {
    **dict.fromkeys(".!?…", "stop"),
    ",": "comma",
    ":": "colon",
    ";": "semicolon",
    "-": "hyphen",
    "‐": "hyphen",
    "‑": "hyphen",
    **dict.fromkeys("–—−", "dash"),
    **dict.fromkeys("“«„‹", "open_quote"),
    **dict.fromkeys("”»›", "close_quote"),
    '"': "quote",
    "(": "open_paren",
    ")": "close_paren",
    "[": "open_bracket",
    "]": "close_bracket",
    "%": "percent",
    "$": "dollar",
    "€": "euro",
    "₽": "rouble",
    "₸": "tenge",
    "№": "number_sign",
    "+": "plus",
    "/": "slash",
    "*": "bullet",
    "•": "bullet",
}

_ROMAN = re.compile(r"(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
#: Cyrillic letters typed for Roman ones: ХХ asr.
_CYRILLIC_ROMAN = str.maketrans("ХІ", "XI")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}$")
#: A word is `unread` where no stem of it is listed.
_SHAPED = ("number", "number day", "number year", "date_numeric", "web", "word unread", "mark", "roman")

#: The forms that patterns may ask for. Those of two endings (`noun_dat`) share one code: told apart, there
#: would be more codes than 16 bits hold, and a regular expression would try a class stretch by stretch
#: rather than look it up in a table.
FORMS: tuple[str, ...] = tuple(
    dict.fromkeys(
        ending.form
        for table in (noun_endings(), verb_endings(), numeral_endings())
        for ending in table.values()
        if "_" not in ending.form
    )
)
_FORM_INDEX: Mapping[str, int] = {form: index for index, form in enumerate(FORMS)}
_ANY_OTHER = len(FORMS)
#: Numbers longer than this are seldom met twice and are not kept.
LONGEST_KEPT_NUMBER = 4
#: Codes begin past the characters that mean something in a regular expression, and leave out the surrogates.
_BASE, _SURROGATES, _PAST_SURROGATES = 0x100, 0xD800, 0xE000


class Vocabulary:
    """Reads word forms against a lexicon; the same form gives the same `Word` for ever."""

    def __init__(self, words: Lexicon) -> None:
        self._lexicon = words
        shaped = [frozenset(classes.split()) for classes in _SHAPED]
        marked = [frozenset({"mark", name}) for name in sorted(set(MARKS.values()))]
        stems = [frozenset({*classes, "word"}) for classes in words.stems.values()]
        verbs = [frozenset({*classes, "word"}) for _, classes, _ in words.verbs.values()]
        both = [
            frozenset({*words.stems[stem], *words.verbs[stem][1], "word"})
            for stem in words.stems
            if stem in words.verbs
        ]
        self._inner = self._hidden_by_literals()
        inner = [
            frozenset({*words.stems[stem], *(name for r in readings for name in r.classes), "word"})
            for stem, readings in self._inner.items()
        ]
        known = sorted({*shaped, *marked, *stems, *verbs, *both, *inner}, key=lambda s: sorted(s))
        self.class_sets: tuple[frozenset[str], ...] = tuple(known)
        self._set_index: Mapping[frozenset[str], int] = {
            classes: index for index, classes in enumerate(known)
        }
        self._words: dict[str, Word] = {}
        #: The words read so far, by their form: asked a thousand times a text, so the dictionary itself.
        self.known: Mapping[str, Word] = self._words

    def word(self, raw: str) -> Word:
        """The reading of a form as it stands in a text."""
        word = self._words.get(raw)
        if word is None:
            word = self._read(raw)
            if len(raw) <= LONGEST_KEPT_NUMBER or not raw[0].isdigit():
                self._words[raw] = word
        return word

    def code_ranges(self, classes: frozenset[str], forms: frozenset[str], capital: bool | None) -> str:
        """The inside of a character class: all codes with one of `classes`, one of `forms` (empty: any)."""
        wanted = [index for index, form in enumerate(FORMS) if form in forms]
        sets = [index for index, known in enumerate(self.class_sets) if not known.isdisjoint(classes)]
        places = (
            place
            for upper in (False, True)
            if capital is None or upper == capital
            for index in sets
            for place in self._places(index, wanted, upper)
        )
        return class_inside(places)

    def _places(self, classes: int, forms: Sequence[int], capital: bool) -> Iterator[tuple[int, int]]:
        """The stretches of code points of a class set: one a form, or one over all forms."""
        if not forms:
            yield self._place(classes, 0, capital), self._place(classes, _ANY_OTHER, capital)
        for form in forms:
            place = self._place(classes, form, capital)
            yield place, place

    def _code(self, classes: frozenset[str], form: str, capital: bool) -> str:
        return chr(self._place(self._set_index[classes], _FORM_INDEX.get(form, _ANY_OTHER), capital))

    def _place(self, classes: int, form: int, capital: bool) -> int:
        """The code point of a class set and a form by their indices."""
        place = _BASE + (capital * len(self.class_sets) + classes) * (_ANY_OTHER + 1) + form
        return place if place < _SURROGATES else place + _PAST_SURROGATES - _SURROGATES

    def _read(self, raw: str) -> Word:
        first = raw[0]
        if first.isdecimal():
            return self._read_number(raw)
        if not any(char.isalpha() for char in raw):
            return self._read_mark(raw)
        if "://" in raw or "@" in raw or raw.startswith("www."):
            return _word(raw, raw, raw, "mixed", (), self._code(frozenset({"web"}), "nom", False))
        latin = canonical(raw)
        folded = key(raw)
        shape = _shape(raw, latin)
        readings = self._readings(folded)
        if shape == "upper" and _ROMAN.match(raw.translate(_CYRILLIC_ROMAN)):
            readings = (*readings, Reading(folded, {"roman": True}, "nom"))
            code = self._code(frozenset({"roman"}), "nom", True)
        else:
            form = readings[0].form if readings else guessed_form(folded)
            named = {name for reading in readings for name in reading.classes} if readings else {"unread"}
            classes = frozenset({"word", *named})
            code = self._code(classes, form, shape in ("title", "upper", "mixed", "initial"))
        return _word(raw, latin, folded, shape, readings, code)

    def _read_number(self, raw: str) -> Word:
        if _DATE.match(raw):
            classes = frozenset({"date_numeric"})
        else:
            classes = frozenset({"number", *(("day",) if raw.isdecimal() and 1 <= int(raw) <= 31 else ())})
            if raw.isdecimal() and len(raw) == 4 and 1800 <= int(raw) <= 2100:
                classes = frozenset({"number", "year"})
        reading = Reading(raw, dict.fromkeys(classes, raw), "nom")
        return _word(raw, raw, raw, "number", (reading,), self._code(classes, "nom", False))

    def _read_mark(self, raw: str) -> Word:
        name = MARKS.get(raw[0])
        classes = frozenset({"mark"} if name is None else {"mark", name})
        reading = Reading(raw, dict.fromkeys(classes, True), "nom")
        return _word(raw, raw, raw, "mark", (reading,), self._code(classes, "nom", False))

    def _hidden_by_literals(self) -> Mapping[str, tuple[Reading, ...]]:
        """What a word that a pattern names (`'yilning'`) is besides: naming it must not hide `yil` in it."""
        named = {
            stem
            for stem, classes in self._lexicon.stems.items()
            if all(name.startswith("=") for name in classes)
        }
        inner: dict[str, tuple[Reading, ...]] = {}
        for stem in named:
            readings = self._longest(stem, len(stem) - 1)
            while readings and readings[0].stem in named:
                readings = self._longest(stem, len(readings[0].stem) - 1)
            if readings:
                inner[stem] = readings
        return inner

    def _readings(self, folded: str) -> tuple[Reading, ...]:
        """The readings with the longest stem, nouns before verbs; a word that a pattern names hides none."""
        found = self._longest(folded, len(folded))
        if not found or found[0].stem not in self._inner:
            return found
        named = found[0].stem
        if named == folded:
            return (*self._inner[named], *found)
        hidden = self._longest(folded, len(named) - 1)
        known = {r.stem for r in hidden} == {r.stem for r in self._inner[named]}
        return (*hidden, *found) if known else found

    def _longest(self, folded: str, longest: int) -> tuple[Reading, ...]:
        """The readings with the longest stem of at most `longest` letters."""
        nouns, verbs, numerals = noun_endings(), verb_endings(), numeral_endings()
        for cut in range(longest, 0, -1):
            ending = folded[cut:]
            for stem in stems_before(ending, folded[:cut]):
                found: list[Reading] = []
                classes = self._lexicon.stems.get(stem)
                if classes is not None:
                    chain = nouns.get(ending)
                    if chain is None and "numeral" in classes:
                        chain = numerals.get(ending)
                    if chain is not None:
                        found.append(Reading(stem, classes, chain.form, chain.plural, chain.possessive))
                verb = self._lexicon.verbs.get(stem)
                chain = verbs.get(ending)
                if verb is not None and chain is not None:
                    base, verb_classes, passive = verb
                    found.append(
                        Reading(
                            base,
                            verb_classes,
                            chain.form,
                            chain.plural,
                            chain.possessive,
                            passive,
                            chain.negative,
                        )
                    )
                if found:
                    return tuple(found)
        return ()


_CAPITAL_SHAPES = ("title", "upper", "mixed", "initial")


def _word(raw: str, latin: str, folded: str, shape: Shape, readings: tuple[Reading, ...], code: str) -> Word:
    by_class: dict[str, Reading] = {}
    for reading in readings:
        for name in reading.classes:
            by_class.setdefault(name, reading)
    capital = shape in _CAPITAL_SHAPES and latin[:1].isupper()
    return Word(
        raw, latin, folded, shape, readings, code, by_class, capital, by_class.__contains__, by_class.get
    )


@cache
def guessed_form(folded: str) -> str:
    """The form of an unknown word by its longest ending that leaves three letters or more."""
    for cut in range(min(3, len(folded)), len(folded)):
        chain = noun_endings().get(folded[cut:])
        if chain is not None and chain.form != "nom":
            return chain.form
    return "nom"


def _shape(raw: str, latin: str) -> Shape:
    letters = [char for char in raw if char.isalpha() and char not in APOSTROPHES]
    if not letters or not letters[0].isupper():
        return "lower" if not any(char.isupper() for char in letters) else "mixed"
    if len(letters) == 1 or latin in ("Sh", "Ch", "Yo", "Yu", "Ya", "Ye", "Ts"):
        return "initial"
    if all(char.isupper() for char in letters):
        return "upper"
    return "title" if all(char.islower() for char in letters[1:]) else "mixed"


def class_inside(places: Iterable[tuple[int, int]]) -> str:
    """Stretches of code points, from the lowest on, as the inside of a character class."""
    return "".join(f"{chr(low)}-{chr(high)}" if low != high else chr(low) for low, high in _merged(places))


def _merged(places: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Neighbouring stretches as one."""
    start = end = None
    for low, high in places:
        if end is not None and low == end + 1:
            end = high
            continue
        if start is not None and end is not None:
            yield start, end
        start, end = low, high
    if start is not None and end is not None:
        yield start, end


@cache
def vocabulary(literals: frozenset[str] = frozenset()) -> Vocabulary:
    """The vocabulary over all of `lang/words/`, with the words that patterns name themselves."""
    return Vocabulary(lexicon(literals))
