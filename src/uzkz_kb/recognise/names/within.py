"""Who is who within one text: initials, surnames alone and offices belong to the fullest name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from uzkz_kb.model.document import Document, Sentence
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
from uzkz_kb.text.keys import key


@dataclass(slots=True)
class Individual:
    """One person of a text, with the places that name them."""

    fullest: PersonMention
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def known(self) -> KnownPerson | None:
        """The public figure, where the gazetteer knows the name."""
        return known_person(self.fullest)

    @property
    def entity(self) -> str:
        """The id of the public figure, else the slug of the fullest name."""
        known = self.known
        return known.id if known is not None else slug(self.fullest.name)


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
        candidates = [person for person in people if compatible(person.fullest, mention)]
        if candidates:
            _nearest(candidates, mention).mentions.append(mention)
        else:
            people.append(Individual(mention, [mention]))
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
    place = (mention.sentence.index, mention.first)

    def last_before(person: Individual) -> tuple[int, int]:
        places = [(m.sentence.index, m.first) for m in person.mentions]
        return max((at for at in places if at < place), default=(-1, -1))

    return max(candidates, key=last_before)


def compatible(full: PersonMention, mention: PersonMention) -> bool:
    """Whether the two names can be of one person."""
    ours, theirs = known_person(full), known_person(mention)
    if ours is not None and theirs is not None and ours.id == theirs.id:
        return True
    if full.given and mention.given and ours is not None and theirs is not None:
        return False
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
    document: Document, people: Sequence[Individual], taken: frozenset[tuple[int, int]]
) -> Iterator[PersonMention]:
    """Surnames alone where a text has named their bearers in full; `taken` are (sentence, token)."""
    surnames = {
        skeleton(person.fullest.surname.split("-")[0]): person.fullest.surname
        for person in people
        if person.fullest.surname
    }
    if not surnames:
        return
    for sentence in document.sentences:
        if sentence.section in ("foreign", "marginal", "dateline", "note"):
            continue
        capitals = [(index, token) for index, token in enumerate(sentence.tokens) if token.word.capital]
        for index, token in capitals:
            if (sentence.index, index) in taken:
                continue
            part = part_of(token.word)
            if part.letter not in "GSWUDgswuN":
                continue
            for stem in (part.stem, token.word.latin):
                surname = surnames.get(skeleton(stem))
                if surname is None:
                    continue
                if (part.letter == "N" or "-" in surname) and key(stem) != key(surname.split("-")[0]):
                    continue
                if not is_namesake(sentence.tokens, index, index + 1):
                    yield _later(sentence, index, surname, people)
                break


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
