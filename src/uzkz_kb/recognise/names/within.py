"""Who is who within one text: initials, surnames alone and offices belong to the fullest name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.recognise.names.clues import Clues
from uzkz_kb.recognise.names.context import is_namesake
from uzkz_kb.recognise.names.gazetteer import (
    KnownPerson,
    heads_by_surname,
    people_by_one_name,
    people_by_skeleton,
    skeleton,
    slug,
)
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.recognise.names.people import PersonMention
from uzkz_kb.recognise.rules import words
from uzkz_kb.text.keys import key

#: The letters of words that may be a surname which the text has told before (see `letters`).
_MAY_BE_SURNAME = re.compile("[GSWUDgswuN]")


@dataclass(slots=True)
class Individual:
    """One person of a text, with the places that name them; `known` where the gazetteer has the name."""

    fullest: PersonMention
    known: KnownPerson | None
    mentions: list[PersonMention]

    @property
    def entity(self) -> str:
        """The id of the public figure, else the slug of the fullest name."""
        return self.known.id if self.known is not None else slug(self.fullest.name)


def known_person(mention: PersonMention) -> KnownPerson | None:
    """The public figure that a name is of: by the whole name, or by a surname that is enough."""
    if mention.known is not None:
        return mention.known
    if mention.given and mention.surname:
        words = " ".join((*mention.given, mention.surname)).replace("-", " ").split()
        return people_by_skeleton().get(tuple(sorted(skeleton(word) for word in words)))
    if mention.given:
        return None
    if mention.initials:
        heads = heads_by_surname().get(skeleton(mention.surname), ())
        fitting = [head for head in heads if _same_initial(head.name, mention.initials[0])]
        return fitting[0] if len(fitting) == 1 else None
    return people_by_one_name().get(key(mention.surname))


def _same_initial(name: str, initial: str) -> bool:
    """Whether a given name may stand behind an initial: Sh. is Shavkat, Y. is Erlan."""
    folded, short = key(name), key(initial)
    return (
        folded.startswith(short)
        or (short in ("y", "e") and folded[:1] in "ye")
        or (short in "qk" and folded[:1] in "qk")
    )


def individuals(mentions: Sequence[PersonMention]) -> tuple[Individual, ...]:
    """The people of a text; fuller names first, each following one joins who it can only be."""
    ranked = sorted(enumerate(mentions), key=lambda pair: (_rank(pair[1]), pair[0]))
    people: list[Individual] = []
    for _, mention in ranked:
        known = known_person(mention)
        candidates = [person for person in people if _can_be(person, mention, known)]
        if candidates:
            _nearest(candidates, mention).mentions.append(mention)
        else:
            people.append(Individual(mention, known, [mention]))
    return tuple(people)


def _rank(mention: PersonMention) -> int:
    """Fuller names before shorter ones."""
    if mention.given and mention.surname:
        return 0 if mention.known is None else 1
    if mention.given or mention.initials:
        return 2
    return 3


def _nearest(candidates: Sequence[Individual], mention: PersonMention) -> Individual:
    """Of several namesakes, the one named last before."""
    if len(candidates) == 1:
        return candidates[0]
    place = (mention.sentence.index, mention.first)

    def last_before(person: Individual) -> tuple[int, int]:
        places = [(m.sentence.index, m.first) for m in person.mentions]
        return max((at for at in places if at < place), default=(-1, -1))

    return max(candidates, key=last_before)


def _can_be(person: Individual, mention: PersonMention, theirs: KnownPerson | None) -> bool:
    """Whether a name can be this person's; `theirs` is whom the gazetteer knows by it."""
    full, ours = person.fullest, person.known
    if ours is not None and theirs is not None and ours.id == theirs.id:
        return True
    if full.given and mention.given and ours is not None and theirs is not None:
        return False
    if full.surname and mention.given and mention.patronymic and not mention.surname:
        # Behzod Isroilovich, as one is addressed: by no surname
        called = skeleton(full.given[0]) == skeleton(mention.given[0]) if full.given else False
        return called and {one.patronymic for one in person.mentions} <= {"", mention.patronymic}
    if not full.surname or not mention.surname:
        return bool(full.given and mention.given and not mention.surname and not full.surname) and (
            skeleton(full.given[0]) == skeleton(mention.given[0])
        )
    if not _same_surname(full.surname, mention.surname):
        return False
    if mention.given and full.given:
        return skeleton(full.given[0]) == skeleton(mention.given[0])
    if mention.initials:
        ours_first = full.given[0] if full.given else full.initials[0] if full.initials else ""
        return not ours_first or _same_initial(ours_first, mention.initials[0])
    return True


def _same_surname(one: str, other: str) -> bool:
    """Whether surnames are one: of the same skeleton, or one cut short of -ov, -yev."""
    left, right = skeleton(one), skeleton(other)
    if left == right:
        return True
    short, long = sorted((left, right), key=len)
    return len(short) > 3 and long in (short + "av", short + "ev", short + "iev")


def later_mentions(
    document: Document,
    people: Sequence[Individual],
    clues: Mapping[int, Clues],
    taken: frozenset[tuple[int, int]],
) -> Iterator[PersonMention]:
    """Surnames alone where a text has named their bearers in full; `clues` are those of the sentences where
    names are looked for, `taken` are (sentence, token)."""
    surnames = {
        skeleton(person.fullest.surname.split("-")[0]): person.fullest.surname
        for person in people
        if person.fullest.surname
    }
    if not surnames:
        return
    for sentence_index, here in clues.items():
        sentence = document.sentences[sentence_index]
        if sentence.section == "note":
            continue
        for match in _MAY_BE_SURNAME.finditer(here.letters):
            index = match.start()
            spellings = _spellings(sentence.tokens[index].word.raw)
            if surnames.keys().isdisjoint(spellings):
                continue
            surname = _surname_of(match.group(), spellings, surnames)
            if surname is None or (sentence_index, index) in taken:
                continue
            if not is_namesake(sentence.tokens, index, index + 1):
                yield _later(sentence, index, surname, people)


def _surname_of(letter: str, spellings: Mapping[str, Set[str]], surnames: Mapping[str, str]) -> str | None:
    """The one of `surnames`, given by their skeletons, that a word of this letter stands for."""
    for spelled, stems in spellings.items():
        surname = surnames.get(spelled)
        if surname is None:
            continue
        if (letter != "N" and "-" not in surname) or key(surname.split("-")[0]) in stems:
            return surname
    return None


@lru_cache(maxsize=100_000)
def _spellings(raw: str) -> Mapping[str, Set[str]]:
    """What a word form is without a case ending, and as it stands: keys by skeleton."""
    word = words().word(raw)
    spellings: dict[str, set[str]] = {}
    for stem in (part_of(word).stem, word.latin):
        spellings.setdefault(skeleton(stem), set()).add(key(stem))
    return spellings


def _later(sentence: Sentence, index: int, surname: str, people: Sequence[Individual]) -> PersonMention:
    """The surname at its place, with the given name where it stands before it again."""
    before = part_of(sentence.tokens[index - 1].word).stem if index else ""
    for person in people:
        given = person.fullest.given
        if before and given and skeleton(given[-1]) == skeleton(before) and person.fullest.surname == surname:
            return PersonMention(sentence, index - 1, index + 1, "later", (before,), (), surname)
    last = index + 1
    while (
        "-" in surname
        and last + 1 < len(sentence.tokens)
        and part_of(sentence.tokens[last].word).letter == "-"
    ):
        last += 2  # Reno-Basso
    return PersonMention(sentence, index, last, "later", surname=surname)
