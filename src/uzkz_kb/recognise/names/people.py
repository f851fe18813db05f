"""People by name: each place of a sentence where somebody is named, with the name taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from typing import NamedTuple

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.recognise.names.clues import Clues
from uzkz_kb.recognise.names.context import (
    PLACED,
    begins_sentence,
    is_adjective,
    is_beside_place,
    is_named_together,
    is_namesake,
    is_place_of_print,
    is_quoted,
    is_settled,
)
from uzkz_kb.recognise.names.gazetteer import KnownPerson, people, people_by_one_name
from uzkz_kb.recognise.names.letters import NamePart, part_of, titled
from uzkz_kb.recognise.names.patterns import NAME_LETTERS, name_pattern, settled_letters
from uzkz_kb.text.keys import key
from uzkz_kb.text.words import guessed_form

_TO_SETTLE = ("titled", "pair", "cited", "translator")


class PersonMention(NamedTuple):
    """A name at its place: `given` in full, or as initials; any part may be missing but not all."""

    sentence: Sentence
    first: int
    last: int
    shape: str
    given: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    surname: str = ""
    patronymic: str = ""
    known: KnownPerson | None = None
    plural: bool = False

    @property
    def name(self) -> str:
        """The whole name, the given one first, as well as this place gives it."""
        initials = [f"{initial}." for initial in self.initials]
        return " ".join(part for part in (*self.given, *initials, self.patronymic, self.surname) if part)


def find_people(
    sentence: Sentence,
    clues: Clues,
    common: Set[str],
    taken: frozenset[int] = frozenset(),
) -> Iterator[PersonMention]:
    """The people that a sentence names; `common` are keys of words that the document writes small, `taken`
    the tokens of organizations and places of several words."""
    if not NAME_LETTERS.search(clues.letters):
        return
    tokens = sentence.tokens
    line = settled_letters(tokens, clues.letters, common)
    if not NAME_LETTERS.search(line):
        return
    letters = list(line)
    for index in taken:
        letters[index] = "N"
    if sentence.section != "note":
        for mention in _figures(sentence, clues):
            letters[mention.first : mention.last] = "F" * (mention.last - mention.first)
            first, last = mention.first, mention.last
            if not is_namesake(tokens, first, last) and not is_quoted(tokens, first, last):
                yield mention
    pattern = name_pattern(sentence.section)
    line = "".join(letters)
    position = 0
    while match := pattern.search(line, position):
        shape = match.lastgroup or ""
        first, last = match.span()
        first, shape = _trimmed(sentence, line, first, last, shape)
        position = last if shape else match.start() + 1
        if not shape or is_namesake(tokens, first, last) or is_quoted(tokens, first, last):
            continue
        if shape in _TO_SETTLE and not is_settled(tokens, letters, first, last, shape):
            position = match.start() + 1
            continue
        letters[first:last] = "F" * (last - first)
        if shape == "surname" and last - first > 1 and _two_figures(tokens[first:last]):
            yield _mention(sentence, line, first, first + 1, shape)
            first = last - 1
        yield _mention(sentence, line, first, last, shape)
    if sentence.section != "note":
        yield from _one_names(sentence, clues, letters)


def _two_figures(run: Sequence[Token]) -> bool:
    """Whether a hyphen joins two people, not one surname: `Toqayev-Mirziyoyev uchrashuvi`."""
    return all(key(part_of(token.word).stem) in people_by_one_name() for token in (run[0], run[-1]))


def _one_names(sentence: Sentence, clues: Clues, letters: Sequence[str]) -> Iterator[PersonMention]:
    """Public figures by the one name that is enough; a classic's only where the sentence speaks of one."""
    tokens = sentence.tokens
    for index in clues.of("one_name"):
        letter = letters[index]
        reading = tokens[index].word.reading("known_by_one_name") if letter in "GgWw" else None
        if reading is None or is_namesake(tokens, index, index + 1) or is_quoted(tokens, index, index + 1):
            continue
        person = people_by_one_name()[reading.stem]
        together = is_named_together(tokens, letters, index, person.kind == "historical")
        if person.kind == "historical":
            settled = together or any(token.word.has("classic_clue") for token in tokens)
            settled = settled and not ("city" in reading.classes and reading.form in PLACED)
        else:
            settled = letter in "Ww" or together
        if settled:
            yield PersonMention(
                sentence, index, index + 1, "one_name", surname=part_of(tokens[index].word).stem
            )


def _figures(sentence: Sentence, clues: Clues) -> Iterator[PersonMention]:
    for phrase in clues.phrases:
        if "public_figure" not in phrase.reading.classes:
            continue
        run = sentence.tokens[phrase.first : phrase.last]
        if run[0].word.capital and run[-1].word.capital | (run[-1].word.key in ("bi", "xon")):
            person = people()[phrase.reading.stem]
            yield _figure(sentence, phrase.first, phrase.last, person, phrase.reading.stem)


def _figure(sentence: Sentence, first: int, last: int, person: KnownPerson, stem: str) -> PersonMention:
    length = len(stem.split()[-1])
    tokens = sentence.tokens[first:last]
    word = tokens[-1].word
    surname = word.latin[: len(word.latin) - (len(word.key) - length)]
    if word.shape == "upper":
        surname = surname[:1] + surname[1:].lower()
    given = _joined(tokens[:-1])
    return PersonMention(sentence, first, last, "figure", given, (), surname, known=person)


def _joined(tokens: Sequence[Token]) -> tuple[str, ...]:
    """Name words, the last one by its stem, with hyphens between the parts of one."""
    words: list[str] = []
    hyphen = False
    for index, token in enumerate(tokens):
        part = part_of(token.word)
        if part.letter in "uwgs" and index < len(tokens) - 1:
            part = NamePart(part.letter.upper(), titled(token.word))
        if part.letter == "-":
            hyphen = True
        elif hyphen and words:
            words[-1] += "-" + part.stem
            hyphen = False
        elif part.letter not in "., ()":
            words.append(part.stem)
    return tuple(words)


def _trimmed(sentence: Sentence, line: str, first: int, last: int, shape: str) -> tuple[int, str]:
    """Where the name begins, without a word that only begins the sentence; no shape where nothing is left."""
    if shape in ("unknown_surname", "pair", "patronymic", "surname_initials") and line[first] in "UW":
        word = sentence.tokens[first].word
        if len(word.key) < 2 or (begins_sentence(sentence, first) and guessed_form(word.key) != "nom"):
            if shape == "unknown_surname":
                return last - 1, "surname"
            return first, ""
    if line[first] == "D" and sentence.tokens[first].word.has("office"):
        if line[first + 1] in "GD":
            return first + 1, shape
        if begins_sentence(sentence, first):  # Hokim Karimov: the title, not the name
            return first + 1, "surname"
    if shape == "unknown_surname" and line[first : first + 2] == "UG" and begins_sentence(sentence, first):
        return first + 1, "given_surname"
    if shape == "unknown_surname" and line[first] in "uw" and begins_sentence(sentence, first):
        return last - 1, "surname"
    if shape == "surname" and (
        is_beside_place(sentence.tokens, first, last) or is_adjective(sentence.tokens, first, last)
    ):
        return first, ""
    if shape == "surname_initials" and is_place_of_print(sentence.tokens, first, last):
        return first, ""
    return first, shape


def _mention(sentence: Sentence, line: str, first: int, last: int, shape: str) -> PersonMention:
    """The name at its place, taken apart as its shape says."""
    run = sentence.tokens[first:last]
    words = _joined(run)
    initials = tuple(part_of(token.word).stem for token in run if part_of(token.word).letter == "I")
    plural = part_of(run[-1].word).plural
    full = tuple(word for word in words if word not in initials)
    if shape == "initials":
        return PersonMention(sentence, first, last, shape, (), initials, full[-1], plural=plural)
    if shape == "surname_initials":
        return PersonMention(sentence, first, last, shape, (), initials, full[0])
    if shape == "middle_initial":
        return PersonMention(sentence, first, last, shape, full[:1], initials, full[-1], plural=plural)
    if shape == "patronymic":
        return _with_patronymic(sentence, first, last, full)
    if shape == "surname_given":
        patronymic = full[2] if len(full) > 2 else ""
        return PersonMention(sentence, first, last, shape, full[1:2], (), full[0], patronymic)
    if shape == "surname" or len(full) == 1:
        return PersonMention(sentence, first, last, shape, surname=full[0], plural=plural)
    patronymic = next((part_of(t.word).stem for t in run if part_of(t.word).letter == "P"), "")
    if patronymic and patronymic == full[-1]:
        return PersonMention(sentence, first, last, shape, full[:-1], (), "", patronymic)
    given = tuple(word for word in full[:-1] if word != patronymic)
    return PersonMention(sentence, first, last, shape, given, (), full[-1], patronymic, plural=plural)


def _with_patronymic(sentence: Sentence, first: int, last: int, full: tuple[str, ...]) -> PersonMention:
    """`Nurmatova Dilfuza Baxtiyor qizi`, `Dilfuza Baxtiyor qizi Nurmatova`, or without the surname."""
    run = sentence.tokens[first:last]
    surname = ""
    if part_of(run[-1].word).letter in "Ss":
        *names, surname = full
    elif len(full) > 3:
        surname, *names = full
    else:
        names = list(full)
    return PersonMention(
        sentence, first, last, "patronymic", tuple(names[:1]), (), surname, " ".join(names[1:])
    )
