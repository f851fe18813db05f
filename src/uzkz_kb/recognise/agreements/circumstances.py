"""When and where a document was signed, adopted or agreed, as its own sentence says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from uzkz_kb.model.document import Token
from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, Names, PlaceFinding
from uzkz_kb.recognise.agreements.fields import is_year_of_plan, years
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.predicates import ENDED_UP, SO_FAR
from uzkz_kb.recognise.agreements.readings import noun_reading

_F = TypeVar("_F", DateFinding, PlaceFinding)

#: Forms of a date that belongs to the noun after it: 1998-yilgi, 1998-yilning, 1998 yil.
_BESIDE_NOUN = ("adj", "gen", "nom", "lik")
#: Words between a place in the dative and the visit to it: Dushanbega davlat tashrifi.
_TO_A_VISIT = 4
#: Words from a date or place to the participle that it belongs to: Xivada o‘tadigan forum.
_TO_A_PARTICIPLE = 3


def date_of(item: Item, dates: Sequence[DateFinding], published: Dating | None) -> Dating | None:
    """When it was signed, adopted or agreed; `dates` are those of its sentence."""
    own = [date for date in dates if _is_own(item, date)]
    if not own:
        return _year_in_brackets(item)
    told = _in_brackets(item, own) or _before_participle(item, own)
    if told:
        return told[-1].dating
    year = _year_in_brackets(item)
    if year is not None:
        return year
    within = [date for date in own if _is_within(item, date)]
    if within:
        return within[-1].dating
    act = item.act
    if act is None or act.status in ("in_force", "ratified") or (act.loose and act.done):
        return None
    if act is item.signed:
        return None
    before = [
        date
        for date in _of_its_own(item, own)
        if date.last <= act.last
        and fits(item, date, published)
        and not bound(item.sentence.tokens, date)
        and not _of_another_signing(item.sentence.tokens, date, act.first)
    ]
    if before:
        return max(before, key=lambda date: (len(date.dating.edtf or ""), date.first)).dating
    return None


def place_of(item: Item, names: Names) -> EntityKey | None:
    """Where it was done; `names` are those of its sentence."""
    some = [place for place in names.places if place.kind in ("city", "residence")]
    if not some:
        return None
    bracketed = _in_brackets(item, some)
    if bracketed:
        return bracketed[-1].entity
    tokens = item.sentence.tokens
    if item.signed is not None:
        where = [p for p in some if item.clause <= p.first < item.signed.first and is_where(tokens, p)]
        if where or item.act is item.signed:
            return where[-1].entity if where else None
    if item.act is None or not (item.act.done or item.act.status == "planned"):
        return None
    found = [
        place
        for place in some
        if is_where(tokens, place)
        and place.last <= item.act.last
        and not _of_the_deed(item, place)
        and not bound(tokens, place)
    ]
    return found[-1].entity if found else None


def is_where(tokens: Sequence[Token], place: PlaceFinding) -> bool:
    """Whether something is done there: Bishkekda, Bishkekdagi saroyda, Bishkekka tashrifi."""
    if place.form == "loc":
        return True
    after = tokens[place.last : place.last + 6]
    if place.form == "adj" and any(_is_occasion(token) for token in after):
        return True
    if place.form == "nom" and after and after[0].word.has("comma") and len(after) > 1:
        return after[1].word.shape == "number"  # Bishkek, 2023-yil 27-yanvar
    if place.form in ("adj", "nom"):
        return _ends_in_locative(after, nominative=place.form == "nom")
    if place.form == "gen":
        return bool(after) and after[0].word.key == "o'zida"
    if place.form == "dat":
        return any(
            token.word.has("visit_noun") or token.word.has("visit_verb") for token in after[:_TO_A_VISIT]
        )
    return False


def _is_occasion(token: Token) -> bool:
    reading = noun_reading(token.word, "happening_point")
    return reading is not None and reading.form == "loc"


def _ends_in_locative(after: Sequence[Token], *, nominative: bool) -> bool:
    """Whether the first noun with a possessive is in the locative: Ostonadagi «Rixos» mehmonxonasida."""
    for token in after:
        word = token.word
        if word.has("comma") or (nominative and word.shape in ("title", "upper")):
            return False
        if (word.shape == "lower" and word.key.endswith("sida")) or word.key.endswith("larida"):
            return True
        if nominative:
            return False
    return False


def bound(tokens: Sequence[Token], found: DateFinding | PlaceFinding) -> bool:
    """Whether the words only belong to a participle before a noun: 2024 yilda tashiladigan yuklar."""
    for at in range(found.last, min(found.last + _TO_A_PARTICIPLE, len(tokens))):
        word = tokens[at].word
        if word.shape == "mark":
            return False
        if word.shape == "lower" and word.key.endswith(("digan", "yotgan", "ajak")):
            if at + 1 < len(tokens) and tokens[at + 1].word.key in ENDED_UP:
                return False
            # … but what will be done at a happening, sammitda imzolanadi, is done then and there
            return not any(_is_occasion(token) for token in tokens[at + 1 : at + 4])
    return False


def fits(item: Item, date: DateFinding, published: Dating | None) -> bool:
    """Whether what is planned lies ahead of the source's date, and what was done behind it.

    A year alone, told with an understanding, is that of what was agreed upon.
    """
    edtf = date.dating.edtf
    today = published.edtf if published is not None else None
    agreed = item.kind == "understanding" and item.act is not None and item.act.status == "agreed"
    if agreed and not _of_a_happening(item, date) and (edtf is None or len(edtf) < 7):
        return False
    if item.act is None or edtf is None or today is None:
        return True
    if item.act.status == "planned":
        return edtf[:10] > today[:10] or today.startswith(edtf)
    return not item.act.done or edtf[:7] <= today[: len(edtf[:7])]


def _of_a_happening(item: Item, date: DateFinding) -> bool:
    """Whether it dates a happening at which it was agreed: o‘tgan yilgi muzokaralarda."""
    tokens = item.sentence.tokens
    if date.last > item.first or tokens[date.last - 1].word.form != "adj":
        return False
    return any(_is_occasion(token) for token in tokens[date.last : date.last + 3])


def _of_another_signing(tokens: Sequence[Token], date: DateFinding, act: int) -> bool:
    """Whether it is the date of a document in another's words: 4-mayda imzolangan bitim haqidagi qonun."""
    word = tokens[date.last].word if date.last < act else None
    if word is None or not (word.has("sign_verb") or word.has("participle_word")):
        return False
    return word.key.endswith(("langan", "ilgan"))


def _of_its_own(item: Item, found: Sequence[_F]) -> Sequence[_F]:
    """Those that stand with the item alone, where a verb tells of several documents.

    Bitim 2001-yilda, dastur 2002-yilda imzolandi; 2001-yilda bitimni, 2002-yilda esa dasturni imzoladi.
    """
    tokens, act = item.sentence.tokens, item.act
    end = item.last if act is None else min(act.first, len(tokens))
    found = _since_the_one_before(item, found)
    other = next((at for at in range(item.last, end) if tokens[at].word.has("agreement_head")), None)
    if other is None:
        return found
    comma = next((at for at in range(item.last, other) if tokens[at].word.has("comma")), None)
    if comma is None:
        return found
    mine = [one for one in found if item.last <= one.first and one.last <= comma]
    if any(tokens[one.last - 1].word.form == "loc" for one in mine):
        return mine
    return [one for one in found if not comma < one.first < other]


def _since_the_one_before(item: Item, found: Sequence[_F]) -> Sequence[_F]:
    """Those after the document before the item, where there are any; else all."""
    tokens = item.sentence.tokens
    before = next((at for at in range(item.first - 1, -1, -1) if tokens[at].word.has("agreement_head")), None)
    if before is None or not any(token.word.has("comma") for token in tokens[before : item.first]):
        return found
    mine = [one for one in found if before < one.first and one.last <= item.first]
    own = any(tokens[one.last - 1].word.form == "loc" for one in mine)
    return [one for one in found if one.first > before] if own else found


def _is_own(item: Item, date: DateFinding) -> bool:
    within = item.first <= date.first < item.head.at
    if date.governs not in ("at", "until") or (date.governs == "until" and (within or not _planned(item))):
        return False
    if date.governs == "until" and item.sentence.tokens[date.last - 1].word.key in SO_FAR:
        return False
    return not (date.dating.edtf is not None and years(date.dating.edtf)) and not (
        within and is_year_of_plan(item, date)
    )


def _planned(item: Item) -> bool:
    return item.act is not None and item.act.status == "planned"


def _before_participle(item: Item, own: Sequence[DateFinding]) -> Sequence[DateFinding]:
    """The dates of `imzolangan` before the noun, the most exact last."""
    if item.signed is None:
        return ()
    signed = item.signed.first
    found = [date for date in own if item.clause <= date.first and date.last <= signed]
    return sorted(found, key=lambda date: (len(date.dating.edtf or ""), date.first))


def _is_within(item: Item, date: DateFinding) -> bool:
    """Whether the date stands among the document's words and tells of it, not of what it is about."""
    if not item.first <= date.first < item.head.at:
        return False
    tokens = item.sentence.tokens
    if item.kind == "understanding":
        return False
    between = tokens[date.last : item.head.at]
    if any(token.word.has("agreement_head") for token in between):
        return False
    form = tokens[date.last - 1].word.form
    return form.startswith(_BESIDE_NOUN) and not bound(tokens, date)


def _in_brackets(item: Item, found: Sequence[_F]) -> Sequence[_F]:
    """Those in the brackets right after the document's name: … bitim (Ostona, 2023-yil 26-may)."""
    tokens = item.sentence.tokens
    if item.last >= len(tokens) or not tokens[item.last].word.has("open_paren"):
        return ()
    closing = next(
        (at for at in range(item.last, len(tokens)) if tokens[at].word.has("close_paren")), len(tokens)
    )
    return [one for one in found if item.last < one.first and one.last <= closing]


def _year_in_brackets(item: Item) -> Dating | None:
    """The year that stands alone in brackets after the name: … shartnoma (2013)."""
    tokens, last = item.sentence.tokens, item.last
    if last + 2 >= len(tokens) or not tokens[last].word.has("open_paren"):
        return None
    year = tokens[last + 1].word
    if not year.has("year") or not tokens[last + 2].word.has("close_paren"):
        return None
    return Dating(year.raw, year.raw, "explicit")


_TIMES = frozenset({"month", "year_word", "day_word"})


def _of_the_deed(item: Item, place: PlaceFinding) -> bool:
    """Whether it is the place of what the document is about: Hayratonda markaz qurishga kelishildi."""
    if item.rule == "agreements.understanding":
        return place.last > item.first
    if place.last < item.first:
        return False
    if place.first >= item.head.at:
        after = item.sentence.tokens[place.last : 0 if item.act is None else item.act.first]
        return any(token.word.has("agreement_head") for token in after)  # of another document
    if place.last > item.first:
        return True
    tokens = item.sentence.tokens
    if place.first and not _TIMES.isdisjoint(tokens[place.first - 1].word.by_class):
        return False  # 2023-yil yanvarida Xivada: when and where it was done
    words = [token.word for token in tokens[item.first : item.head.at]]
    return any(word.has("found_verb") or word.has("open_verb") for word in words)
