"""What stands to the left of a document's noun and belongs to it, however long: where the phrase begins.

The walk goes from the noun leftwards and stops at what cannot belong: a finished clause, a subject, the time and
place of the signing, the item before it in an enumeration.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uzkz_kb.model.document import Token, Word
from uzkz_kb.recognise.agreements.readings import looks_attributive, noun_reading
from uzkz_kb.recognise.verbs import VerbGroup

_CASES = frozenset({"gen", "acc", "dat", "loc", "abl"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a sentence's tokens: verbs by their last token, names and dates by theirs, heads."""

    tokens: Sequence[Token]
    verbs: Mapping[int, VerbGroup]
    people: Mapping[int, int]
    names: Mapping[int, int]
    dates: Mapping[int, int]
    heads: frozenset[int]


@dataclass(frozen=True, slots=True)
class Complement:
    """From the token `first` up to the noun; `about` where a word says what the document is about,
    `between` where it says whose it is, `meant` where a span of time does, `quoted` where it bears a title, `dated`
    where the day or year of its signing stands in it."""

    first: int
    about: bool = False
    between: bool = False
    meant: bool = False
    quoted: bool = False
    dated: bool = False


def complement_of(around: Surroundings, head: int, floor: int) -> Complement:
    """The complement of the noun at the token `head`; it does not reach below `floor`."""
    tokens = around.tokens
    at = head
    about = between = meant = quoted = signed = dated = False
    while at > floor:
        if signed and not _goes_on(around, at):
            break
        step = _step(around, at, head, about=about, between=between)
        if step is None:
            break
        if _tells_when(around, at):
            signed = dated = True
        elif signed and tokens[step].word.has("about_word"):
            signed = False
        for index in range(step, at):
            word = tokens[index].word
            about = about or word.has("about_word") or (word.has("field_noun") and index != head)
            between = between or word.has("between_word")
            meant = meant or _meant(around, index)
        quoted = quoted or (step < at - 1 and _closes_quote(tokens, at - 1))
        at = step
    return Complement(_trimmed(around, at, head), about, between, meant, quoted, dated)


def _tells_when(around: Surroundings, at: int) -> bool:
    """Whether the date that ends at `at` is that of the signing: 2013 yildagi, 1998 yilda imzolangan."""
    index = at - 1
    if index not in around.dates:
        return False
    group = _group_from(around, at)
    attributive = group is not None and group.attributive and not group.has("plan_verb")
    return attributive or around.tokens[index].word.form == "adj"


def _goes_on(around: Surroundings, at: int) -> bool:
    """Whether the phrase goes on before its date: BMTning 1992-yilgi …, Toshkentda 1998 yilda imzolangan …"""
    word = around.tokens[at - 1].word
    if word.has("about_word") or word.has("between_word"):
        return True
    return word.form == "gen" or (word.form == "loc" and word.capital)


def _meant(around: Surroundings, index: int) -> bool:
    group = around.verbs.get(index)
    return group is not None and group.attributive and group.has("plan_verb")


def _step(around: Surroundings, at: int, head: int, *, about: bool, between: bool) -> int | None:
    """The token from which the phrase goes on when it has reached `at`; `None` where it ends."""
    tokens = around.tokens
    index = at - 1
    word = tokens[index].word
    if word.shape == "mark":
        return _step_over_mark(around, index, at)
    if index in around.dates:
        return _step_over_date(around, index, at)
    if index in around.people:
        return None if not _owns(tokens, index) else around.people[index]
    if index in around.verbs:
        return _step_over_verb(around, index, at)
    if index in around.heads and index != head:
        return _step_over_head(tokens, index, at)
    if word.has("conjunction"):
        return index if _joins(around, index, head) else None
    if word.key == "bilan":
        return None if about and not between else index
    if word.has("tomonidan_word"):
        return index if _participle_within(around, at, head) else None
    if _begins_clause(tokens, index) and not (word.has("sector") or word.has("about_word")):
        return None
    if word.has("about_word") or word.has("between_word") or word.has("field_noun"):
        return None if _circumstance(tokens, index) else index
    if _is_occasion(around, index, at):
        return None
    if _is_subject(around, index, at, head):
        return None
    return around.names.get(index, index)


def _begins_clause(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word opens a clause; `va ulardan`, `va uni` go on with one."""
    word = tokens[index].word
    if not word.has("clause_word") or word.form != "nom":
        return False
    return not (
        index
        and word.key in ("uni", "ularni", "ularning", "bu", "shu")
        and tokens[index - 1].word.has("conjunction")
    )


def _step_over_mark(around: Surroundings, index: int, at: int) -> int | None:
    tokens = around.tokens
    word = tokens[index].word
    if word.has("close_quote") or word.has("quote"):
        opening = _opening(tokens, index)
        return opening if opening is not None and not _is_brand_subject(around, index, at) else None
    if word.has("close_bracket") or word.has("close_paren"):
        for back in range(index - 1, max(-1, index - 12), -1):
            if tokens[back].word.has("open_bracket") or tokens[back].word.has("open_paren"):
                return back
        return None
    if word.has("open_quote"):
        return index
    if word.has("hyphen") and tokens[index].glued:
        return index
    if (
        word.has("dash")
        and index
        and tokens[index - 1].word.shape in ("number", "title")
        and _alike(tokens, index)
    ):
        return index
    if word.has("comma"):
        return index if _comma_within(around, index, at) else None
    if word.has("number_sign") or word.has("percent") or word.has("dollar") or word.has("slash"):
        return index
    return None


def _alike(tokens: Sequence[Token], index: int) -> bool:
    """Whether a dash joins two years or two names: 2026–2027, O‘zbekiston – Qozog‘iston."""
    return index + 1 < len(tokens) and tokens[index - 1].word.shape == tokens[index + 1].word.shape


def _opening(tokens: Sequence[Token], close: int) -> int | None:
    for back in range(close - 1, max(-1, close - 60), -1):
        if tokens[back].word.has("open_quote") or (
            tokens[close].word.has("quote") and tokens[back].word.has("quote")
        ):
            return back
    return None


def _closes_quote(tokens: Sequence[Token], index: int) -> bool:
    while index >= 0 and tokens[index].word.has("suffix"):
        index -= 1
    return index >= 0 and (tokens[index].word.has("close_quote") or tokens[index].word.has("quote"))


def _is_brand_subject(around: Surroundings, index: int, at: int) -> bool:
    """Whether a name in quotation marks is the subject: «Gazprom» … to‘g‘risidagi bitimni."""
    return False


def _comma_within(around: Surroundings, index: int, at: int) -> bool:
    """Whether a comma stands between words of one complement: do‘stlik, hamkorlik va o‘zaro yordam to‘g‘risida.

    The words on its two sides are alike in form, and a `va` follows before the word that says what it is about.
    """
    tokens = around.tokens
    if index == 0 or index - 1 in around.verbs and around.verbs[index - 1].form != "noun":
        return False
    left = tokens[index - 1].word
    if index - 1 in around.heads or index - 1 in around.dates or left.shape == "number":
        return False
    if left.form in ("loc", "abl", "dat") or left.has("clause_word"):
        return False
    for ahead in range(at, min(len(tokens), at + 14)):
        word = tokens[ahead].word
        if word.has("conjunction"):
            before = tokens[ahead - 1].word
            return _alike_in_form(before, left) and not _crosses(around, at, ahead)
        if word.has("field_noun") and word.readings[0].plural:
            return not _crosses(around, at, ahead)
        if word.has("about_word") or word.has("between_word") or ahead in around.heads:
            return False
    return False


def _alike_in_form(one: Word, other: Word) -> bool:
    """Whether two words stand in one row: both of a case, or both verbal nouns, listed or not."""
    return one.form == other.form or (one.key.endswith("sh") and other.key.endswith("sh"))


def _crosses(around: Surroundings, first: int, last: int) -> bool:
    return any(index in around.heads for index in range(first, last))


def _step_over_date(around: Surroundings, index: int, at: int) -> int | None:
    """A date belongs where it is one of the document's own: 2013 yildagi, 1998 yilda imzolangan, 2026-2027-yillarga
    mo‘ljallangan."""
    tokens = around.tokens
    first = around.dates[index]
    form = tokens[index].word.form
    if form in ("adj", "gen", "lik") or (
        form == "term" and at < len(tokens) and tokens[at].word.key == "bo'lgan"
    ):
        return first
    if form == "nom":
        return None if tokens[index].word.has("day_word") else first
    group = _group_from(around, at)
    if group is not None and group.attributive:
        return first
    return first if tokens[index].word.has("year_word") and tokens[index].word.readings[0].plural else None


def _group_from(around: Surroundings, first: int) -> VerbGroup | None:
    """The verb that begins at a token, a place before it allowed: Toshkentda imzolangan."""
    for last in range(first, min(len(around.tokens), first + 4)):
        group = around.verbs.get(last)
        if group is not None:
            return group if group.first <= first + 1 else None
    return None


def _step_over_verb(around: Surroundings, index: int, at: int) -> int | None:
    group = around.verbs[index]
    if group.attributive:
        return group.first if group.passive or group.stem in ("bo'l", "qil") else None
    if group.form == "converb":
        return (
            group.first
            if any(g.first == at for g in (around.verbs.get(at), around.verbs.get(at + 1)) if g)
            else None
        )
    if group.nominal or group.participle:
        return group.first
    if group.form == "perfect" and not group.finite:
        return group.first
    return None


def _circumstance(tokens: Sequence[Token], index: int) -> bool:
    """Whether the words tell how it came about: bu haqdagi, ular orasida, muzokaralar natijalari bo‘yicha."""
    if _points(tokens, index - 1):
        return True
    word = tokens[index].word
    before = noun_reading(tokens[index - 1].word, "outcome_noun") if index else None
    return (
        before is not None
        and (before.possessive or before.plural)
        and not word.has("field_noun")
        and word.key in ("bo'yicha", "yuzasidan", "haqida")
    )


_POINTERS = frozenset("bu shu ular shular bular ushbu u bunga unga shunga bular".split())


def _points(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word before is a pronoun that takes the place of what was told: bu haqdagi, ular orasida."""
    return index >= 0 and tokens[index].word.key in _POINTERS


def _step_over_head(tokens: Sequence[Token], index: int, at: int) -> int | None:
    """A document's noun before: another item, unless it is part of this one's words: kelishuvni amalga oshirish rejasi."""
    reading = tokens[index].word.reading("agreement_head")
    if reading is None or reading.form in ("nom", "acc") and tokens[at].word.has("comma"):
        return None
    return (
        index
        if reading.form in ("gen", "dat", "acc", "adj")
        or reading.form == "nom"
        and not reading.possessive
        and at < len(tokens)
        and tokens[at].word.shape == "lower"
        and False
        else None
    )


def _joins(around: Surroundings, index: int, head: int) -> bool:
    """Whether `va` stands inside the complement, not between two items."""
    if index == 0:
        return False
    before = index - 1
    if before in around.heads:
        return False
    group = around.verbs.get(before)
    if group is not None and (group.finite or group.form == "converb"):
        return False
    return not around.tokens[before].word.has("comma")


def _is_occasion(around: Surroundings, index: int, at: int) -> bool:
    """Whether the word tells when or where it was done: muzokaralar yakunida, Bishkekda."""
    word = around.tokens[index].word
    form = word.form
    if form not in ("loc", "abl"):
        return False
    group = _group_from(around, at)
    if group is not None and group.attributive and group.passive:
        return False
    if any(looks_attributive(token.word) for token in around.tokens[at : at + 2]):
        return False
    if noun_reading(word, "occasion_noun") is not None:
        return not (word.has("year_word") and word.readings[0].plural)
    return form == "loc" and word.capital


def _is_subject(around: Surroundings, index: int, at: int, head: int) -> bool:
    """Whether the word is the one who signs: prezidentlar … to‘g‘risidagi bitimni imzoladi."""
    tokens = around.tokens
    word = tokens[index].word
    reading = noun_reading(word, "actor_noun")
    if reading is None or reading.form != "nom":
        return False
    if at < head and tokens[at].word.has("open_quote"):
        return True
    if not (reading.plural or reading.possessive):
        return False
    for ahead in range(at, min(head, at + 12)):
        following = tokens[ahead].word
        if following.has("between_word") or following.key == "bilan":
            return False
        if following.has("about_word"):
            break
    following = tokens[at].word
    if at >= head:
        return False
    if following.has("actor_noun") or following.has("conjunction"):
        return False
    if following.readings and following.readings[0].possessive:
        return False
    return following.shape != "mark" or following.has("open_quote")


def _owns(tokens: Sequence[Token], index: int) -> bool:
    """Whether a person's name goes on into the phrase: Prezident Sh.Mirziyoyevning qarori, … nomidagi."""
    following = tokens[index + 1].word if index + 1 < len(tokens) else None
    return tokens[index].word.form == "gen" or (following is not None and following.key.startswith("nomi"))


def _participle_within(around: Surroundings, first: int, head: int) -> bool:
    return any(
        group.attributive and group.passive for last, group in around.verbs.items() if first <= last < head
    )


def _trimmed(around: Surroundings, first: int, head: int) -> int:
    """Past what cannot begin a phrase: marks, conjunctions, `esa`."""
    tokens = around.tokens
    while first < head:
        word = tokens[first].word
        if (
            word.has("conjunction")
            or word.has("clause_word")
            or word.key in ("bilan", "hamda", "eng", "muhim")
        ):
            first += 1
        elif word.shape == "mark" and not (word.has("open_quote") or word.has("quote")):
            first += 1
        else:
            break
    return first
