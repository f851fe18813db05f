"""The office that stands with a name: before it, or after it and a comma."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uzkz_kb.model.document import Reading, Sentence, Token
from uzkz_kb.model.findings import OrganizationFinding, PlaceFinding, RoleFinding
from uzkz_kb.model.kinds import PersonKind
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.text.words import guessed_form

_LONGEST = 9
_LONGEST_AFTER = 14
_STOP_CLASSES = (
    "comma",
    "stop",
    "colon",
    "semicolon",
    "open_quote",
    "close_quote",
    "quote",
    "dash",
    "number",
)
#: The cases in which a place can begin a title; a country in the ablative too: Qozog‘istondan … vaziri
_OWNING = {False: ("nom", "gen", "adj", "lik"), True: ("nom", "gen", "adj", "lik", "abl")}
_NO_TITLE = ("ulug‘", "buyuk", "taniqli", "mashhur", "mamlakat", "yosh", "yangi", "atoqli")
_JOINING = frozenset(
    {
        "va",
        "hamda",
        "bilan",
        "ham",
        "esa",
        "uni",
        "unga",
        "kuni",
        "deb",
        "bu",
        "uning",
        "yana",
        "haqda",
        "tomonidan",
        "nomidan",
        "orqali",
        "u",
        "keyin",
        "ushbu",
    }
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence with its place and organization findings, by each of their tokens."""

    sentence: Sentence
    places: Mapping[int, PlaceFinding]
    organizations: Mapping[int, OrganizationFinding]


def role_of(
    here: Surroundings, first: int, last: int, below: Surroundings | None
) -> tuple[RoleFinding | None, PersonKind] | None:
    """The role and the kind of person that an office beside the name makes; `None` where none stands there.

    A word like `hamkasbi` makes a kind alone. `below` is the sentence after: the line under an author's name.
    """
    tokens = here.sentence.tokens
    before = _before(tokens, first, here.places, here.organizations)
    if before is not None:
        return _role(here, *before)
    after = _after(tokens, last)
    if after is not None:
        return _role(here, *after)
    if below is not None and _ends_line(tokens, first, last):
        line = below.sentence.tokens
        end = _title_end(line, 0)
        if end is not None and all(_is_stop(token) for token in line[end:]):
            return _role(below, 0, end)
    return None


def _ends_line(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a line ends with the name and a comma, or is nothing but the name."""
    comma = last == len(tokens) - 1 and tokens[last].word.has("comma")
    return comma or (first == 0 and last == len(tokens))


def _before(
    tokens: Sequence[Token],
    first: int,
    places: Mapping[int, PlaceFinding],
    organizations: Mapping[int, OrganizationFinding],
) -> tuple[int, int] | None:
    """The title that ends before the name and its honorific; a country begins it."""
    while first and tokens[first - 1].word.has("honorific"):
        first -= 1
    if first and tokens[first - 1].word.raw == ".":
        first -= 1
    if not first or not _is_office(tokens[first - 1]):
        return None
    start = first - 1
    while start and first - start < _LONGEST:
        place = places.get(start - 1)
        if place is not None and place.form not in _OWNING[place.kind == "country"]:
            break
        if place is not None or start - 1 in organizations or _in_title(tokens[start - 1]):
            start -= 1
            if start in places and places[start].kind == "country" and places[start].form != "adj":
                return places[start].first, first
        elif _joins_portfolio(tokens, start - 1):
            start -= 2
        else:
            break
    return start, first


def _joins_portfolio(tokens: Sequence[Token], index: int) -> bool:
    """Whether a comma or `va` joins two words of a portfolio: suv resurslari va irrigatsiya vaziri."""
    word = tokens[index].word
    if not (word.key in ("va", "hamda") or word.has("comma")) or not index:
        return False
    return tokens[index - 1].word.has("portfolio") and tokens[index + 1].word.has("portfolio")


def _after(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """The title between a comma after the name and the next mark."""
    if last + 1 >= len(tokens) or not tokens[last].word.has("comma"):
        return None
    end = _title_end(tokens, last + 1)
    return None if end is None else (last + 1, end)


def _title_end(tokens: Sequence[Token], start: int) -> int | None:
    """Where a title that begins at `start` ends; `None` where none does, or it is that of who comes next."""
    end = start
    while end < len(tokens) and end - start < _LONGEST_AFTER and not _is_stop(tokens[end]):
        if part_of(tokens[end].word).letter in "GSsPI":
            return None
        end += 1
    while end > start and not _is_office(tokens[end - 1]):
        end -= 1
    if end == start or any(
        token.word.reading("actor_noun") is None and _is_verb(token) for token in tokens[start:end]
    ):
        return None
    return end


def _is_verb(token: Token) -> bool:
    return any(name.endswith("_verb") for reading in token.word.readings for name in reading.classes)


def _is_office(token: Token) -> bool:
    reading = token.word.reading("office")
    return reading is not None and reading.form == "nom"


def _is_stop(token: Token) -> bool:
    return any(token.word.has(name) for name in _STOP_CLASSES)


def _in_title(token: Token) -> bool:
    """Whether a word can stand inside a title: a noun without a case, or one that owns what follows."""
    word = token.word
    if _is_stop(token) or part_of(word).letter in "GgSsP":
        return False
    if word.key in _JOINING or (word.shape == "mark" and word.raw != "-"):
        return False
    if _is_verb(token):
        return False
    form = word.readings[0].form if word.readings else guessed_form(word.key)
    return form in ("nom", "gen", "ordinal", "lik") or (form == "adj" and word.capital)


def _role(here: Surroundings, start: int, end: int) -> tuple[RoleFinding | None, PersonKind] | None:
    sentence, places, organizations = here.sentence, here.places, here.organizations
    tokens = sentence.tokens
    country = organization = None
    while start < end - 1 and tokens[start].word.shape == "mark" and not tokens[start].word.has("open_quote"):
        start += 1
    cut = start
    for index in range(start, end):
        place, body = places.get(index), organizations.get(index)
        if place is not None and (body is None or place.kind == "country"):
            if place.kind != "country":
                country = place.country or country
            else:
                country = country if place.form == "adj" and country else place.entity
                cut = index + 1
        if body is not None:
            organization = body.entity
            country = country or body.country
    offices = (token.word.reading("office") for token in reversed(tokens[cut:end]) if _is_office(token))
    reading = next(offices, None)
    if reading is None:
        return None
    kind: PersonKind = reading.classes["office"]
    if _is_no_office(reading):
        return None, kind
    if reading.plural and start and tokens[start - 1].word.key in ("va", "hamda", "bilan", "-", "–", "—"):
        country = None  # of two countries, each has its own
    names = {index - cut for index in (*places, *organizations)}
    title = _title(tokens[cut:end], reading, names, cut == 0)
    return RoleFinding(title=title, organization=organization, country=country), kind


def _is_no_office(reading: Reading) -> bool:
    """Whether a word only says that somebody leads or works with others: `ikki rahbar`, `hamkasbi`."""
    return reading.stem in ("hamkasb", "hamkasaba") or (
        reading.stem in ("rahbar", "yetakchi", "vakil", "o'rinbosar", "rais", "asoschi")
        and not reading.possessive
    )


def _title(run: Sequence[Token], reading: Reading, names: set[int], begins: bool) -> str:
    """The title in the nominative; an office that nothing before it owns is without its possessive.

    `names` are the words of places and organizations, which keep their capitals; so does the first of a
    sentence lose its own where it is none of them.
    """
    words = [
        token.word.latin if at in names else _lower_first(token, begins and not at)
        for at, token in enumerate(run)
    ]
    start = 0
    while start < len(words) - 1 and words[start].lower() in _NO_TITLE:
        start += 1
    last = words[-1]
    if len(words) - start == 1 or words[start:-1] == ["bosh"]:
        cut = len(run[-1].word.key) - len(reading.stem)
        last = last[: len(last) - cut] if cut > 0 and run[-1].word.has("office") else last
    elif reading.plural:
        last = last.replace("lari", "i").removesuffix("lar")
    words[-1] = last
    spaced = ("" if token.glued or not at else " " for at, token in enumerate(run[start:]))
    return "".join(space + word for space, word in zip(spaced, words[start:], strict=True))


def _lower_first(token: Token, begins: bool) -> str:
    """An office begins small inside a title: Bosh vazir is bosh vazir; a name keeps its capital."""
    word = token.word
    if token.glued and not begins:  # Nur-Sulton
        return word.latin
    common = begins or word.has("office") or word.has("portfolio") or word.key == "bosh"
    return word.latin[:1].lower() + word.latin[1:] if common and word.shape == "title" else word.latin
