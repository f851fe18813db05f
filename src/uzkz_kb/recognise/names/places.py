"""Places: names of the gazetteer with the words that say what they are, capitals, and one's own country."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from uzkz_kb.model.document import Reading, Sentence, Token, Word
from uzkz_kb.model.findings import PlaceFinding
from uzkz_kb.model.kinds import PlaceKind
from uzkz_kb.recognise.names.clues import Clues
from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES, KnownPlace, country_of, place_by_id, places, slug
from uzkz_kb.recognise.names.letters import titled
from uzkz_kb.text.words import guessed_form

_HOME = "ozbekiston"
_RULE = "names.places."
_UNKNOWN_HEADS = {
    "shahar": "city",
    "tuman": "region",
    "viloyat": "region",
    "qishloq": "village",
    "ovul": "village",
}
_NAMES = frozenset({"given_name", "known_by_one_name", "public_figure", "word"})
#: The groups of words that places are found by.
_GROUPS = frozenset({"place", "own_country", "place_head"})
_OF_PEOPLE = frozenset({"known_by_one_name", "given_name"})
#: The classes of words that may be something else than the place of that name.
_AMBIGUOUS = _OF_PEOPLE | {"ambiguous_place"}


class _Hit(NamedTuple):
    """A place at its tokens; `spelled` is its name as it stands there, without an ending."""

    first: int
    last: int
    place: KnownPlace
    form: str
    rule: str
    spelled: str = ""


def find_places(sentence: Sentence, clues: Clues) -> tuple[PlaceFinding, ...]:
    """The places that a sentence names, in order, none overlapping."""
    if clues.lacks(_GROUPS):
        return ()
    tokens = sentence.tokens
    hits = [*_named(tokens, clues), *_own(tokens, clues), *_headed(tokens, clues)]
    if len(hits) > 1:
        hits.sort(key=lambda hit: (hit.first, -hit.last))
    found: list[PlaceFinding] = []
    end = 0
    for hit in hits:
        if hit.first < end:
            continue
        hit = _with_head(tokens, hit)
        end = hit.last
        if hit.last < len(tokens) and tokens[hit.last].word.has("currency"):
            continue  # AQSh dollari: the money's name, no place
        found.append(_finding(sentence, hit))
        capital = _capital(tokens, hit)
        if capital is not None:
            end = capital.last
            found.append(_finding(sentence, capital))
    return tuple(found)


def _finding(sentence: Sentence, hit: _Hit) -> PlaceFinding:
    return PlaceFinding(
        span=sentence.span_of(hit.first, hit.last),
        sentence=sentence.index,
        first=hit.first,
        last=hit.last,
        rule=hit.rule,
        entity=hit.place.id,
        name=hit.spelled or hit.place.name,
        kind=hit.place.kind,
        country=country_of(hit.place),
        form=hit.form,
    )


def _named(tokens: Sequence[Token], clues: Clues) -> Iterator[_Hit]:
    """Names of the gazetteer, of one word and of several."""
    taken: set[int] = set()
    for phrase in clues.phrases:
        known = not PLACE_CLASSES.isdisjoint(phrase.reading.classes)
        if known and tokens[phrase.first].word.capital:
            taken.update(range(phrase.first, phrase.last))
            place = places()[phrase.reading.stem]
            spelled = _spelled(tokens[phrase.first : phrase.last], phrase.reading.stem)
            yield _Hit(phrase.first, phrase.last, place, phrase.reading.form, _RULE + "phrase", spelled)
    for index in clues.of("place"):
        if index in taken:
            continue
        for reading in tokens[index].word.readings:
            if not PLACE_CLASSES.isdisjoint(reading.classes):
                if _is_name(tokens, index, reading):
                    spelled = _spelled(tokens[index : index + 1], reading.stem)
                    place = places()[reading.stem]
                    yield _Hit(index, index + 1, place, reading.form, _RULE + "word", spelled)
                break


def _spelled(run: Sequence[Token], stem: str) -> str:
    """The name as it stands there, the ending of its last word cut off."""
    last = run[-1].word
    ending = len(last.key) - len(stem.split()[-1])
    name = titled(last) if len(run) == 1 else _joined(run)
    return name[: len(name) - ending] if ending > 0 else name


def _joined(run: Sequence[Token]) -> str:
    return "".join(("" if token.glued else " ") + titled(token.word) for token in run).strip()


def _is_name(tokens: Sequence[Token], index: int, reading: Reading) -> bool:
    """Whether a word that may be something else too (`Navoiy`, `Qarshi`) is a place here."""
    if _AMBIGUOUS.isdisjoint(reading.classes):
        return True
    following = tokens[index + 1].word if index + 1 < len(tokens) else None
    if following is not None and following.has("place_head") and following.readings[0].possessive:
        return True
    where = reading.form in ("loc", "adj", "dat", "abl", "term", "lik")
    if "weekday" in tokens[index].word.by_class:  # Dushanba, at the beginning of a sentence, is Monday
        return where and index > 0
    if not _OF_PEOPLE.isdisjoint(reading.classes):
        return where and not (index and tokens[index - 1].word.capital)
    return index > 0


def _own(tokens: Sequence[Token], clues: Clues) -> Iterator[_Hit]:
    """The country that a source calls its own, and its capital."""
    for index in clues.of("own_country"):
        reading = tokens[index].word.reading("own_country")
        if reading is None:
            continue
        place = place_by_id()[_HOME]
        if reading.stem.startswith("poytaxt") and place.capital is not None:
            place = place_by_id()[slug(place.capital)]
        yield _Hit(index, index + 1, place, reading.form, _RULE + "own_country")


def _headed(tokens: Sequence[Token], clues: Clues) -> Iterator[_Hit]:
    """Places that only the word after them tells: `Oqoltin tumanida`, `Saran shahrida`."""
    for index in clues.of("place_head"):
        reading = tokens[index].word.reading("place_head")
        if reading is None or not reading.possessive or reading.plural or not index:
            continue
        head = _UNKNOWN_HEADS.get(reading.stem)
        name = tokens[index - 1].word
        if head is None or not _unknown(name) or (index == 1 and name.readings):
            continue
        first = index - 1
        if first and _unknown(tokens[first - 1].word) and tokens[first - 1].word.readings:
            first -= 1  # Mirzo Ulug‘bek tumani
        elif first > 1 and tokens[first].glued and tokens[first - 1].word.has("hyphen"):
            first -= 2  # Ko‘k-Tosh qishlog‘i
        latin = _joined(tokens[first:index])
        full = latin if head == "city" else f"{latin} {_possessive(reading.stem)}"
        kind: PlaceKind = "city" if head == "city" else "region" if head == "region" else "other"
        yield _Hit(first, index + 1, KnownPlace(slug(full), full, kind), reading.form, _RULE + "headed")


def _unknown(word: Word) -> bool:
    """Whether a word with a capital is nothing that the lexicon knows, or a name that a place can bear."""
    return (
        word.shape == "title"
        and len(word.key) > 2
        and all(reading.form == "nom" and reading.classes.keys() <= _NAMES for reading in word.readings)
        and guessed_form(word.key) in ("nom", "dat", "acc", "equ")
    )


def _possessive(stem: str) -> str:
    """`tuman` → `tumani`, `qishloq` → `qishlog‘i`."""
    return stem[:-1] + "g‘i" if stem.endswith("q") else stem + "i"


def _with_head(tokens: Sequence[Token], hit: _Hit) -> _Hit:
    """The name with the word after it that says what it is: `Olmaota shahrida`, `Turkiston viloyati`."""
    if hit.last >= len(tokens) or hit.form != "nom":
        return hit
    reading = tokens[hit.last].word.reading("place_head")
    if reading is None or not (reading.possessive or reading.plural):
        return hit
    kind = reading.classes["place_head"]
    if kind in ("building", "residence") or reading.plural:
        return hit
    place = hit.place
    if kind == "region" and place.kind != "region":
        name = f"{place.name} viloyati"
        within = place.within or place_by_id().get(slug(name), place).within
        place = KnownPlace(slug(name), name, "region", within)
    elif kind == "district":
        name = f"{place.name} tumani"
        place = KnownPlace(slug(name), name, "region", place.within)
    spelled = hit.spelled if place is hit.place else ""
    return _Hit(hit.first, hit.last + 1, place, reading.form, hit.rule, spelled)


def _capital(tokens: Sequence[Token], hit: _Hit) -> _Hit | None:
    """`Qozog‘iston poytaxtida`: the city after the country."""
    if hit.last >= len(tokens) or hit.place.capital is None:
        return None
    reading = tokens[hit.last].word.reading("capital_word")
    city = place_by_id().get(slug(hit.place.capital)) if reading is not None else None
    if reading is None or city is None:
        return None
    return _Hit(hit.last, hit.last + 1, city, reading.form, _RULE + "capital")
