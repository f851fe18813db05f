"""Organizations: of the gazetteer, in quotes with what they are, and bodies named by their head noun."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.model.findings import OrganizationFinding, PlaceFinding
from uzkz_kb.model.kinds import OrganizationKind
from uzkz_kb.recognise.names.clues import Clues
from uzkz_kb.recognise.names.context import by_token
from uzkz_kb.recognise.names.gazetteer import organizations, slug
from uzkz_kb.text.words import guessed_form

#: The groups of words that organizations are found by.
_GROUPS = frozenset({"organization", "organization_head", "closing"})
_LONGEST = 7
_PAIRING = ("-", "–", "—", "va", "bilan")


def find_organizations(
    sentence: Sentence, clues: Clues, places: Sequence[PlaceFinding]
) -> tuple[OrganizationFinding, ...]:
    """The organizations that a sentence names, in order; `places` are its places."""
    if clues.lacks(_GROUPS):
        return ()
    named = [*_known(sentence, clues), *_quoted(sentence, clues), *_headed(sentence, clues, places)]
    found: list[OrganizationFinding] = []
    taken: set[int] = set()
    for finding in named:
        if taken.isdisjoint(range(finding.first, finding.last)):
            taken.update(range(finding.first, finding.last))
            found.append(finding)
    return tuple(sorted(found, key=lambda finding: finding.first))


def _known(sentence: Sentence, clues: Clues) -> Iterator[OrganizationFinding]:
    tokens = sentence.tokens
    for phrase in clues.phrases:
        if "organization" in phrase.reading.classes and tokens[phrase.first].word.capital:
            yield _of_gazetteer(sentence, phrase.first, phrase.last, phrase.reading.stem)
    for index in clues.of("organization"):
        reading = tokens[index].word.reading("organization")
        if reading is not None:
            yield _of_gazetteer(sentence, index, index + 1, reading.stem)


def _of_gazetteer(sentence: Sentence, first: int, last: int, stem: str) -> OrganizationFinding:
    known = organizations()[stem]
    rule = "names.organizations.gazetteer"
    return _finding(sentence, first, last, known.name, known.kind, known.country, rule, known.id)


def _quoted(sentence: Sentence, clues: Clues) -> Iterator[OrganizationFinding]:
    """`«O‘zavtosanoat» AJ`, `“SariarkaAvtoProm” zavodi`."""
    tokens = sentence.tokens
    for index in clues.of("closing"):
        if index + 1 >= len(tokens):
            return
        following = tokens[index + 1].word
        head = following.reading("organization_head")
        form = following.reading("company_form")
        if form is None and (head is None or not head.possessive):
            continue
        opening = _opening(tokens, index)
        if opening is None or not tokens[opening + 1].word.capital:
            continue
        name = _text(tokens[opening + 1 : index])
        kind: OrganizationKind = head.classes["organization_head"] if head is not None else "company"
        if head is not None and head.stem == "agentlik":
            kind = "media"
        yield _finding(
            sentence, opening, index + 2, name, kind, None, "names.organizations.quoted", slug(name)
        )


def _opening(tokens: Sequence[Token], closing: int) -> int | None:
    for index in range(closing - 1, max(closing - 8, -1), -1):
        word = tokens[index].word
        if word.has("open_quote") or word.has("quote"):
            return index if index < closing - 1 else None
    return None


def _headed(
    sentence: Sentence, clues: Clues, located: Sequence[PlaceFinding]
) -> Iterator[OrganizationFinding]:
    """`Qozog‘iston Energetika vazirligi`: from a capital to a head noun with its possessive."""
    tokens, heads = sentence.tokens, clues.of("organization_head")
    places = by_token(located) if heads else {}
    for index in heads:
        reading = tokens[index].word.reading("organization_head")
        if reading is None or not reading.possessive or reading.plural:
            continue
        first = _first_of(tokens, index, places)
        if first is None:
            continue
        country = _country(tokens, first, places)
        name = _nominative(tokens[first : index + 1], reading)
        kind: OrganizationKind = reading.classes["organization_head"]
        key = slug(name) if country is None or kind != "state_body" else f"{country}-{slug(name)}"
        yield _finding(sentence, first, index + 1, name, kind, country, "names.organizations.headed", key)
        short = _abbreviation(tokens, index + 1)
        if short is not None:
            rule = "names.organizations.abbreviation"
            yield _finding(sentence, short, short + 1, name, kind, country, rule, key)


def _abbreviation(tokens: Sequence[Token], index: int) -> int | None:
    """The token of an abbreviation in brackets: `… instituti (SMTI)`."""
    if index + 2 < len(tokens) and tokens[index].word.has("open_paren"):
        word = tokens[index + 1].word
        if word.shape in ("upper", "mixed") and tokens[index + 2].word.has("close_paren"):
            return index + 1
    return None


def _first_of(tokens: Sequence[Token], head: int, places: Mapping[int, PlaceFinding]) -> int | None:
    """The leftmost capital of the name, with nothing but bare nouns between it and the head."""
    first = None
    for index in range(head - 1, max(head - _LONGEST, -1), -1):
        word = tokens[index].word
        place = places.get(index)
        if place is not None and place.kind == "country":
            break
        if word.shape in ("mark", "number") and not (word.raw == "," and index < head - 1):
            break
        if word.raw == "," and first is not None:
            break
        form = word.readings[0].form if word.readings else guessed_form(word.key)
        if word.shape != "mark" and form not in ("nom", "gen", "lik"):
            break
        if form == "gen" and word.capital:
            break
        if word.capital and index == 0 and first == 1 and not places.get(0):
            break  # a word that only begins the sentence
        if word.capital:
            first = index
        elif first is not None:
            break
    return first


def _country(tokens: Sequence[Token], first: int, places: Mapping[int, PlaceFinding]) -> str | None:
    place = places.get(first - 1)
    if place is not None and place.first - 2 in places and tokens[place.first - 1].word.key in _PAIRING:
        return None  # a body of two countries
    if place is not None and place.form in ("nom", "gen"):
        return place.entity if place.kind == "country" else place.country
    within = places.get(first)
    if within is not None and within.kind in ("city", "region"):
        return within.country
    return None


def _nominative(run: Sequence[Token], reading: Reading) -> str:
    """The name without the case of its last word, small where it stands in capitals."""
    last = run[-1].word
    head = last.latin.lower() if last.shape == "upper" else last.latin
    for form in ("ning", "ni", "gacha", "ga", "dagi", "dan", "da"):
        if reading.form != "nom" and head.endswith(form) and len(head) - len(form) > 3:
            head = head[: -len(form)]
            break
    words = [token.word.latin for token in run[:-1]]
    if last.shape == "upper":
        words = [word[:1] + word[1:].lower() if not at else word.lower() for at, word in enumerate(words)]
    return " ".join([*words, head]).replace(" ,", ",")


def _text(run: Sequence[Token]) -> str:
    words: list[str] = []
    for token in run:
        glue = token.glued and bool(words)
        words.append(("" if glue or not words else " ") + token.word.latin)
    return "".join(words)


def _finding(
    sentence: Sentence,
    first: int,
    last: int,
    name: str,
    kind: OrganizationKind,
    country: str | None,
    rule: str,
    entity: str,
) -> OrganizationFinding:
    return OrganizationFinding(
        span=sentence.span_of(first, last),
        sentence=sentence.index,
        first=first,
        last=last,
        rule=rule,
        entity=entity,
        name=name,
        kind=kind,
        country=country,
    )
