"""Entries → an index in memory: documents in order of rank, and for each key the documents that have it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from uzkz_kb.publish.search.entry import SearchEntry
from uzkz_kb.publish.search.keys import (
    key,
    keys_of,
    name_spellings,
    status_keys,
    stop_words,
    with_other_names,
)
from uzkz_kb.text.fold import words

#: Among records mentioned equally often, the types in this order.
TYPE_ORDER = ("agreement", "person", "event", "organization", "place", "figure", "source", "page", "passage")
#: Types whose title match comes first.
FIRST_TYPES = frozenset(("agreement", "person"))
_SCRIPTS = {"latn": re.compile("[0-9A-Za-z]"), "cyrl": re.compile("[0-9\u0400-\u052f]")}
#: How many documents are kept of the answer to one or two letters.
MOST_BEFOREHAND = 12


@dataclass
class Term:
    """A key's documents by the best field they have it in, and how the site's script writes it."""

    titles: list[int] = field(default_factory=list)
    facets: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    display: str = ""


@dataclass(frozen=True)
class Beginning:
    """The answer to one or two letters: how many documents, the likely word, the best documents."""

    count: int
    display: str
    documents: tuple[int, ...]


@dataclass(frozen=True)
class Index:
    """Documents (records before passages, most mentioned first) and the terms that lead to them.

    `forms` are the folded words of all texts that are not their own key, each with its key.
    """

    documents: tuple[SearchEntry, ...]
    passages: int
    title_lengths: tuple[int, ...]
    terms: dict[str, Term]
    forms: dict[str, str]


def indexed(entries: Iterable[SearchEntry], script: str) -> Index:
    """The index of all entries, whatever the order they come in; words are offered in `script` only."""
    documents = tuple(sorted(entries, key=_place))
    terms: defaultdict[str, Term] = defaultdict(Term)
    lengths = []
    surfaces: defaultdict[str, Counter[str]] = defaultdict(Counter)
    forms: dict[str, str] = {}

    def keys(text: str) -> list[str]:
        found = []
        for token in words(text):
            if token.folded not in stop_words():
                found.append(key(token.folded))
                surfaces[found[-1]][token.surface] += 1
                forms[token.folded] = found[-1]
        return found

    for number, entry in enumerate(documents):
        title = keys(entry.title)
        lengths.append(len(set(title)))
        titles = with_other_names(title).union(*(with_other_names(keys(alias)) for alias in entry.aliases))
        titles |= status_keys(entry.facets)
        facets = with_other_names(keys_of(entry.type_label))
        facets = facets.union(*(with_other_names(keys(facet)) for facet in entry.facets)) - titles
        texts = set(keys(entry.text)) - titles - facets
        for found in titles:
            terms[found].titles.append(number)
        for found in facets:
            terms[found].facets.append(number)
        for found in texts:
            terms[found].texts.append(number)
    for found, spellings in surfaces.items():
        terms[found].display = _shortest(spellings, _SCRIPTS[script])
    passages = sum(entry.type != "passage" for entry in documents)
    inflected = {form: found for form, found in sorted(forms.items()) if form != found}
    return Index(documents, passages, tuple(lengths), dict(sorted(terms.items())), inflected)


def _shortest(spellings: Counter[str], offered: re.Pattern[str]) -> str:
    """The commonest spelling of the shortest form in the script; empty where no text has one."""
    found = [spelling for spelling in spellings if offered.match(spelling)]
    return min(found, key=lambda spelling: (len(spelling), -spellings[spelling], spelling), default="")


def beginnings(index: Index) -> dict[str, Beginning]:
    """For every one or two letters that words begin with, the answer the browser would come to."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for spelling, found in _spelled(index):
        for length in (1, 2):
            if len(spelling) >= length:
                members[spelling[:length]].append(found)
    return {start: _beginning(index, start, dict.fromkeys(found)) for start, found in sorted(members.items())}


def _spelled(index: Index) -> Iterator[tuple[str, str]]:
    yield from ((found, found) for found in index.terms)
    yield from ((spelling, found) for spelling, found in name_spellings().items() if found in index.terms)


def _beginning(index: Index, start: str, keys: Iterable[str]) -> Beginning:
    best: dict[int, tuple[bool, int, bool]] = {}
    weights: list[tuple[int, str]] = []
    for found in keys:
        term = index.terms[found]
        weights.append((-4 * len(term.titles) - len(term.facets), term.display))
        for rank, documents in ((2, term.titles), (4, term.facets), (5, term.texts)):
            for number in documents:
                in_title = _title_place(index, number) if rank == 2 else rank
                place = (number >= index.passages, in_title, found != start)
                best[number] = min(best.get(number, place), place)
    order = sorted(best, key=lambda number: (best[number], number))
    return Beginning(len(best), min(weights)[1], tuple(order[:MOST_BEFOREHAND]))


def _title_place(index: Index, number: int) -> int:
    """As in `rank.js`: the whole title is the word, an agreement or a person, any other record."""
    if index.title_lengths[number] == 1:
        return 0
    return 1 if index.documents[number].type in FIRST_TYPES else 2


def _place(entry: SearchEntry) -> tuple[bool, int, int, str, str]:
    order = TYPE_ORDER.index(entry.type) if entry.type in TYPE_ORDER else len(TYPE_ORDER)
    return (entry.type == "passage", -entry.rank, order, entry.title, entry.location)
