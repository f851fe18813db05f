"""What stands around capital words: whether it makes them a person's name, or keeps them from being one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from uzkz_kb.model.document import Sentence, Token
from uzkz_kb.model.findings import OrganizationFinding, PlaceFinding
from uzkz_kb.recognise.names.gazetteer import PLACE_CLASSES
from uzkz_kb.recognise.names.letters import part_of

_OPENING = ("open_quote", "quote", "dash", "hyphen", "colon", "bullet", "open_paren", "stop")
_CLOSING = ("close_quote", "quote")
#: Cases in which the name of a town that a classic has too is the town.
PLACED = ("loc", "adj", "abl", "dat")
#: Verbs that a place stands before.
_GOING = frozenset(("came_verb", "visit_verb", "journey_word", "ply_verb"))
_TOGETHER = ("va", "bilan", "hamda", ",")
_ADJECTIVES = ("skiy", "skaya", "skoye", "skoe")
#: Towns as books shorten them: Toshkent, Moskva, Leningrad, Almaty.
_PRINTED_IN = ("T", "M", "L", "A")
_PLAIN = re.compile(r"(?<![iou])(?:si|i)$")
_Placed = TypeVar("_Placed", PlaceFinding, OrganizationFinding)


def by_token(findings: Sequence[_Placed]) -> Mapping[int, _Placed]:
    """The findings of a sentence by each of the tokens they cover."""
    return {index: finding for finding in findings for index in range(finding.first, finding.last)}


def begins_sentence(sentence: Sentence, index: int) -> bool:
    """Whether a capital says nothing at `index`: the sentence, or speech in it, begins there."""
    if index == 0:
        return True
    before = sentence.tokens[index - 1].word
    return any(before.has(mark) for mark in _OPENING)


def is_beside_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether dashes join the word to a place, at once or by way of others: `Sirgeli – Yallama`."""
    return _leads_to_place(tokens, first - 1, -1) or _leads_to_place(tokens, last, 1)


def _leads_to_place(tokens: Sequence[Token], dash: int, step: int) -> bool:
    """Whether a place stands beyond the dash at the index, words with a capital and dashes between."""
    while min(dash, dash + step) >= 0 and max(dash, dash + step) < len(tokens):
        mark, word = tokens[dash].word, tokens[dash + step].word
        if not (mark.has("dash") or mark.has("hyphen")) or not word.capital:
            return False
        if any(word.has(name) for name in PLACE_CLASSES):
            return True
        dash += 2 * step
    return False


def is_adjective(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a Russian adjective begins a title, or a street bears it: `«Uralskiy nauchniy vestnik»`."""
    word = part_of(tokens[first].word).stem.lower()
    if not word.endswith(_ADJECTIVES) or not first or last >= len(tokens):
        return False
    opened = any(map(tokens[first - 1].word.has, ("open_quote", "quote")))
    return opened and tokens[last].word.shape == "lower"


def is_place_of_print(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what looks like an initial is the town of a book: `… tarixi, T., 1990`."""
    run = tokens[first:last]
    marks = [token for token in run if token.word.has("comma")]
    initials = [token for token in run if token.word.shape == "initial"]
    if not marks or len(initials) != 1 or initials[0].word.latin not in _PRINTED_IN:
        return False
    after = [token.word for token in tokens[last : last + 2]]
    return len(after) == 2 and (after[0].has("comma") or after[0].has("colon")) and after[1].shape == "number"


def is_named_together(tokens: Sequence[Token], letters: Sequence[str], index: int, classic: bool) -> bool:
    """Whether one known by one name is named with another: `Jomiy va Navoiy`, `Makron, Merkel va Putin`."""
    for mark, other in ((index - 1, index - 2), (index + 1, index + 2)):
        if min(mark, other) < 0 or other >= len(tokens) or tokens[mark].word.key not in _TOGETHER:
            continue
        reading = tokens[other].word.reading("known_by_one_name")
        if reading is not None and (not classic or reading.form not in PLACED):
            return True
        if not classic and letters[other] == "F":
            return True
    return False


def is_namesake(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether what follows is named after the person: a street, an airport, `… nomidagi …`."""
    if last >= len(tokens):
        return False
    name, following = tokens[last - 1].word, tokens[last].word
    if following.has("after_name"):
        return True
    while following.has("name_adjunct") and last + 1 < len(tokens):
        last += 1  # Amir Temur xayriya jamoat fondi
        following = tokens[last].word
    reading = following.reading("named_thing") or following.reading("organization_head")
    if reading is not None and not reading.possessive and last + 1 < len(tokens):
        reading = tokens[last + 1].word.reading("named_thing")  # metro bekati, istirohat bog‘i
    if reading is None or not reading.possessive:
        return False
    return part_of(name).form == "nom"


def is_quoted(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name is all that stands in quotation marks: a title or a brand."""
    if first == 0 or last >= len(tokens):
        return False
    before, after = tokens[first - 1].word, tokens[last].word
    return any(map(before.has, ("open_quote", "quote"))) and any(map(after.has, _CLOSING))


def why_no_name(tokens: Sequence[Token], first: int, last: int) -> tuple[str, str] | None:
    """By which check, and why, capital words that may look like a person's name are none."""
    if is_quoted(tokens, first, last):
        return "names.quoted", "a brand or a title in quotation marks"
    if is_namesake(tokens, first, last):
        return "names.namesake", "what follows only bears the name: a street, an airport, … nomidagi …"
    if last == first + 1 and tokens[first].word.shape == "upper":
        return "names.abbreviation", "an abbreviation that the gazetteer does not know"
    return None


def is_settled(tokens: Sequence[Token], letters: Sequence[str], first: int, last: int, shape: str) -> bool:
    """Whether unknown capital words are a name, by what stands around them: a title before them, or after
    them and a comma; another person and `va`; a country in brackets; a verb of saying or a view."""
    line = "".join(letters)
    if shape == "titled":
        word = tokens[first].word
        if _opens_body(tokens, last) or _is_where(tokens[last - 1]):
            return False
        if letters[first - 1] == "D" and not tokens[first - 1].word.has("office"):
            return False
        going = last < len(tokens) and not _GOING.isdisjoint(tokens[last].word.by_class)
        if going and letters[first] == "u" and part_of(word).form in PLACED:
            return False  # 20 ta fermer Sho‘rdaraga bordi: whither, not to whom
        if last - first == 1:
            return not _PLAIN.search(part_of(word).stem.lower()) and len(word.key) > 3 and line[first] != "G"
        return True
    following = tokens[last].word if last < len(tokens) else None
    if shape == "translator":
        made = following.reading("rendering") if following is not None else None
        return made is not None and made.possessive and first > 0
    view = following is not None and (noun := following.reading("view_noun")) and noun.possessive
    if shape == "cited":
        part = part_of(tokens[first].word)
        return bool(view and first and part.form == "gen" and not part.plural)
    if following is not None and (view or following.has("say_verb")):
        return True
    if first == 0:
        return False
    joined = tokens[first - 1].word.key in ("va", "hamda", "bilan", ",")
    if joined and first > 1 and letters[first - 2] == "F" and not tokens[first - 2].word.has("stop"):
        return True
    if line[last : last + 1] == ",":
        end = line.find(",", last + 1)
        window = line[last + 1 : end if end > 0 else len(line)]
        return len(window) < 10 and "T" in window
    if line[last : last + 1] == "(" and ")" in line[last : last + 4]:
        return tokens[last + 1].word.has("country")
    return False


def _is_where(token: Token) -> bool:
    """Whether a word is a place, in a case that says where or whither."""
    reading = next((token.word.reading(name) for name in PLACE_CLASSES if token.word.has(name)), None)
    return reading is not None and reading.form in PLACED


def _opens_body(tokens: Sequence[Token], last: int) -> bool:
    """Whether the capital words go on into an organization's name: `Prezident Xavfsizlik xizmati`."""
    for token in tokens[last : last + 3]:
        head = token.word.reading("organization_head")
        if head is not None:
            return head.possessive
        if token.word.capital or token.word.shape in ("mark", "number"):
            return False
    return False
