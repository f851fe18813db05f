"""What the text says of a document besides its name and its sides: kind, sectors, date, validity, place."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Word
from uzkz_kb.model.findings import DateFinding, Dating, EntityKey, Names
from uzkz_kb.model.kinds import AgreementKind, Sector
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.dates.calendar import point
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.recognise.rules import word_of
from uzkz_kb.recognise.verbs import VerbGroup


def kind_of(item: Item, names: Names) -> AgreementKind:
    """The kind; a `shartnoma` with companies or a price is a contract, a named statement a joint one.

    `names` are those of its sentence, here and below.
    """
    if item.kind == "treaty" and _commercial(item, names):
        return "contract"
    if item.kind == "understanding" and item.head.stem == "kelishuv" and _signed(item):
        return "agreement"
    return item.kind


def _signed(item: Item) -> bool:
    """Whether it is signed, or to be signed, so that it is a document."""
    act = item.act
    if act is None or act.status not in ("signed", "planned"):
        return False
    verb = item.sentence.tokens[act.first].word
    return act.status == "signed" or verb.has("sign_verb") or verb.key.startswith("imzo")


def _commercial(item: Item, names: Names) -> bool:
    codes = item.sentence.codes
    ends = [match.start() for match in word_of("semicolon").finditer(codes)]
    low = max((at for at in ends if at < item.first), default=0)
    high = min((at for at in ends if at >= item.last), default=len(codes))
    if any(o.kind == "company" and low <= o.first < high for o in names.organizations):
        return True
    companies = [match.start() for match in word_of("company_word").finditer(codes, low, high)]
    return any(
        item.first <= at < item.last or item.sentence.tokens[at].word.shape in ("upper", "mixed")
        for at in companies
    )


def sectors_of(item: Item) -> tuple[Sector, ...]:
    """The fields that the phrase's words name, in their order."""
    found: dict[Sector, None] = {}
    for match in word_of("sector").finditer(item.sentence.codes, item.first, item.last):
        reading = item.sentence.tokens[match.start()].word.reading("sector")
        if reading is not None:
            found[reading.classes["sector"]] = None
    return tuple(found)


def signatories_of(item: Item, names: Names, verbs: Sequence[VerbGroup]) -> tuple[EntityKey, ...]:
    """Who signed, as the sentence says: the subject of an active verb, or who it was done by (tomonidan).

    `verbs` are those of the sentence.
    Others whom the sentence names only tell when or where: Prezidentning tashrifi doirasida bitim imzolandi.
    """
    act, tokens = item.act, item.sentence.tokens
    if act is None or act.status != "signed" or not act.done:
        return ()
    named = [
        person
        for person in names.people
        if person.last <= item.first and part_of(tokens[person.last - 1].word).form == "nom"
    ]
    if not named:
        return ()
    passive = any(group.passive for group in verbs if group.last == act.last)
    found: dict[EntityKey, None] = {}
    for person in reversed(named):
        following = tokens[person.last].word
        joined = bool(found) and (following.has("conjunction") or following.has("comma"))
        begins = following.has("tomonidan_word") if passive else not found and not _owned(following)
        if joined or begins:
            found[person.entity] = None
    return tuple(reversed(found))


def _owned(word: Word) -> bool:
    """Whether a word is the named one’s, who then is no subject: tashrifi, ishtirokida, boshchiligida."""
    return any(reading.possessive for reading in word.readings) or word.latin.endswith(("ida", "ligi"))


def validity_of(item: Item, dates: Sequence[DateFinding]) -> Dating | None:
    """The span of years that the phrase says the document is made for."""
    within = [date for date in dates if item.first <= date.first < item.head.at]
    for date in within:
        if date.governs == "valid" or (date.dating.edtf is not None and years(date.dating.edtf)):
            return date.dating
    year = next((date.dating for date in within if is_year_of_plan(item, date)), None)
    return year or next((date.dating for date in dates if _is_covered(item, date)), None)


def _is_covered(item: Item, date: DateFinding) -> bool:
    """Whether it is said after the noun for what years it is: shartnoma 2026–2030-yillarni qamrab oladi."""
    tokens, edtf = item.sentence.tokens, date.dating.edtf
    if date.first != item.last or edtf is None or not years(edtf) or date.last + 1 >= len(tokens):
        return False
    verb = tokens[date.last].word.key
    described = verb.endswith("gan") and tokens[date.last + 1].word.shape != "mark"
    return verb.startswith(_COVERS) and not described


#: How the verbs begin that tell what years a document is for.
_COVERS = ("qamra", "mo'ljalla", "hisoblan")


def term_of(item: Item, dates: Sequence[DateFinding], signed: Dating | None) -> Dating | None:
    """From the signing to the year until which a document holds: bitim 2027-yilgacha amal qiladi."""
    if item.act is None or item.act.status != "in_force" or signed is None or signed.edtf is None:
        return None
    ends = (date.dating for date in dates if date.governs == "until" and date.last <= item.act.last)
    end = next((dating for dating in ends if dating.edtf is not None), None)
    begun, ended = point(signed.edtf), point(end.edtf if end is not None else None)
    if end is None or begun is None or ended is None or ended.year < begun.year:
        return None
    return Dating(end.text, f"{begun.year:04}/{ended.year:04}", "inferred")


def is_year_of_plan(item: Item, date: DateFinding) -> bool:
    """Whether it is the year that it is for: 2025 yil ish rejasi, 2026-yil uchun shartnoma."""
    edtf = date.dating.edtf
    if item.signed is not None and item.clause <= date.first < item.signed.first:
        return False  # the year in which it was adopted
    if edtf is None or date.governs != "at":
        return False
    if date.last < item.head.at and item.sentence.tokens[date.last].word.key == "uchun":
        return True
    if len(edtf) != 4:
        return False
    return item.kind in ("plan", "programme")


def years(edtf: str) -> bool:
    """Whether a date is a span of whole years."""
    low, _, high = edtf.partition("/")
    return len(low) == 4 and len(high) == 4
