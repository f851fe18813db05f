"""Which phrases are records: named documents, not shorthand or one side's own affairs."""

from __future__ import annotations

from enum import Enum

from uzkz_kb.recognise.agreements.decrees import decree
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.one_sided import one_sided
from uzkz_kb.recognise.agreements.readings import noun_reading
from uzkz_kb.recognise.rules import word_of

#: The reason that a rule of `lang/rules/agreements.yml` gives.
PART_OF_A_NAME = "part of another thing's name"


class Verdict(Enum):
    """What a phrase is: a document of its own, one named before, one or the other, or nothing."""

    NEW = "new"
    AGAIN = "again"
    EITHER = "either"
    NONE = "none"


def verdict(item: Item) -> tuple[Verdict, str]:
    """What the phrase is, and why."""
    head = item.head
    if item.rule == "agreements.understanding":
        return Verdict.NEW, "both sides agreed"
    if item.act is not None and item.act.denied:
        return Verdict.NONE, "it was not signed"
    if head.generic and _named_generically(item):
        return Verdict.NEW, "named in full"
    if head.generic and _announces(item):
        return Verdict.NONE, "it only announces one"
    if head.generic:
        return (
            (Verdict.NONE, "many unnamed documents")
            if head.plural or item.many
            else (Verdict.AGAIN, "named before")
        )
    if (
        head.modifier
        and not item.complement.about
        and not item.complement.meant
        and not _bears_date_or_name(item)
    ):
        return Verdict.NONE, PART_OF_A_NAME
    if head.firm and (item.act is None or item.act.loose or _published(item)):
        return Verdict.NONE, "neither signed nor adopted"
    if item.kind == "decree":
        counts, why = decree(item)
        return Verdict[counts], why
    if _only_discussed(item):
        return Verdict.NONE, "only discussed"
    if one_sided(item):
        return Verdict.NONE, "one side's own affair"
    if item.listed:
        return (Verdict.NEW, "an item of a list") if item.act or not head.weak else (Verdict.NONE, "no act")
    if head.plural:
        return _plural(item)
    if head.stem in ("kelishuv", "ahdlashuv"):
        return _kelishuv(item)
    if item.many and not item.complement.dated:
        return Verdict.NONE, "many unnamed documents"
    if told_in_declaration(item):
        return Verdict.EITHER, "what it says is told"
    if item.bare or not item.specific:
        if _only_priced(item) and word_of("since_word").search(item.sentence.codes, 0, item.first):
            return Verdict.NONE, "only their sum is told"
        return _bare(item)
    if head.weak and _unacted(item) and not item.complement.meant and not _called_by_place(item):
        return (
            (Verdict.AGAIN, "named before")
            if item.pointing or item.specific
            else (Verdict.NONE, "nothing is done with it")
        )
    if item.act is None and not item.head.draft and not _stands_out(item):
        return Verdict.AGAIN, "nothing is done with it"
    return (Verdict.EITHER if item.pointing else Verdict.NEW), "named in full"


#: Kinds of which a text rarely tells but as of one document.
_DECLARED = frozenset(("declaration", "joint_statement"))


def told_in_declaration(item: Item) -> bool:
    """Whether the text tells what a statement of the happening says: qo‘shma bayonotda ta’kidlanishicha."""
    return item.kind in _DECLARED and item.head.form == "loc" and item.own and not item.many


def _unacted(item: Item) -> bool:
    """Whether nothing tells that the document comes to be; for declarations any tense is enough."""
    if item.act is None:
        return True
    return item.act.loose and item.head.weak and not (item.kind in _DECLARED and (item.named or item.own))


def of_a_session(item: Item) -> bool:
    """Whether it is the record that a session leaves: majlis bayonnomasi, yig‘ilish protokoli."""
    if item.kind != "protocol" or item.bare or not item.head.possessive or item.head.plural:
        return False
    return noun_reading(item.sentence.tokens[item.head.at - 1].word, "session_word") is not None


def _called_by_place(item: Item) -> bool:
    """Whether it bears the name of the place where it was made: Xo‘jand deklaratsiyasi, Vena konvensiyasi."""
    if item.bare or not item.head.possessive or item.head.plural:
        return False
    word = item.sentence.tokens[item.head.at - 1].word
    if item.kind == "convention":
        return word.capital and word.form == "nom" and not word.has("country") and item.head.at > 1
    return item.kind in _DECLARED and word.has("city")


def _stands_out(item: Item) -> bool:
    """Whether the words themselves tell of one document: what it is about, whose, from when, or a name."""
    about = item.complement
    named = about.quoted or _called_by_place(item)
    return about.about or about.between or about.meant or named or _dated(item) or of_a_session(item)


def _only_discussed(item: Item) -> bool:
    """Shartnoma tuzish masalasi muhokama qilindi: nothing is planned yet."""
    if item.act is None or item.act.done or item.specific:
        return False
    after = item.sentence.tokens[item.act.last : item.act.last + 1]
    return any(token.word.has("question_word") for token in after)


def _only_priced(item: Item) -> bool:
    """Whether nothing but a sum stands before the noun: 7,5 million dollarlik shartnoma."""
    before = item.sentence.tokens[item.head.at - 1].word if item.first < item.head.at else None
    return before is not None and before.has("currency") and before.key.endswith("lik")


def _published(item: Item) -> bool:
    """Whether it only came out: o‘yinlar jadvali e’lon qilindi."""
    if item.act is None:
        return False
    return item.sentence.tokens[item.act.first].word.key.startswith(_COMES_OUT)


#: How the verbs begin by which something comes out in print.
_COMES_OUT = ("e'lon", "nashr", "chiq")


def _dated(item: Item) -> bool:
    """Whether the phrase says when it was signed, or bears a name in capitals: 1998 yilda imzolangan …"""
    words = [token.word for token in item.sentence.tokens[item.first : item.head.at]]
    return (
        not item.head.plural
        and not item.head.weak
        and any(
            word.has("sign_verb") or word.has("year") or word.has("year_word") or (word.capital and index > 0)
            for index, word in enumerate(words)
        )
    )


def _bears_date_or_name(item: Item) -> bool:
    return _dated(item) or (item.kind == "convention" and _called_by_place(item))


def _named_generically(item: Item) -> bool:
    """Har oy uchrashuv o‘tkazish to‘g‘risida hujjat imzolandi: one document, called no more than that."""
    words = [token.word for token in item.sentence.tokens[item.first : item.head.at]]
    if item.head.plural or item.many or item.act is None or item.act.loose or _announces(item):
        return False
    return item.complement.about and not any(w.shape == "number" or w.has("numeral") for w in words[-2:])


def _announces(item: Item) -> bool:
    """Whether the document's name follows: yana bir muhim hujjat – …"""
    after = item.sentence.tokens[item.last : item.last + 1]
    return any(
        token.word.has("dash") or token.word.has("hyphen") or token.word.has("colon") for token in after
    )


def _bare(item: Item) -> tuple[Verdict, str]:
    """A noun with no words of its own names what was named before, or a new thing that is only just made."""
    head = item.head
    if item.pointing:
        return Verdict.AGAIN, "named before"
    if item.sentence.tokens[head.at].word.shape == "upper" and not item.own:
        return Verdict.NONE, "a heading that names none"
    if item.act is not None and item.act.loose and not item.own:
        return Verdict.AGAIN, "named before"
    if (_unacted(item) and not (item.head.draft and item.own)) or item.many:
        return (Verdict.NONE, "nothing is done with it") if head.weak else (Verdict.AGAIN, "named before")
    if head.weak and not item.own and not head.draft and item.kind not in _DECLARED:
        return Verdict.AGAIN, "named before"
    return (Verdict.NEW if item.own else Verdict.EITHER), "only just made"


def _plural(item: Item) -> tuple[Verdict, str]:
    if any(token.word.has("list_word") for token in item.tokens):
        return Verdict.NONE, "it only announces them"
    if item.many or item.pointing or item.act is None or item.act.loose or not item.act.done:
        return Verdict.NONE, "many unnamed documents"
    if item.complement.about and item.specific:
        return Verdict.NEW, "named together"
    if _only_priced(item):
        return Verdict.NONE, "only their sum is told"
    if item.bare or item.head.weak:
        return Verdict.NONE, "many unnamed documents"
    return Verdict.NEW, "named together"


def _kelishuv(item: Item) -> tuple[Verdict, str]:
    if item.many:
        return Verdict.NONE, "many unnamed documents"
    if item.complement.about or item.complement.between:
        return Verdict.NEW, "named in full"
    if not _unacted(item) and not item.bare:
        return Verdict.NEW, "only just made"
    if _goes_by_a_further_one(item):
        return Verdict.NEW, "one more than was told before"
    if item.act is not None and item.act.status == "signed" and item.act.done and _sides_follow(item):
        return Verdict.EITHER, "its sides are told after it"
    return (Verdict.AGAIN, "named before") if item.pointing else (Verdict.NONE, "nothing is done with it")


def _goes_by_a_further_one(item: Item) -> bool:
    """Qo‘shimcha kelishuvga ko‘ra: another document than the one it adds to."""
    tokens, at = item.sentence.tokens, item.head.at
    if not at or tokens[at - 1].word.key != "qo'shimcha" or item.head.plural or item.last >= len(tokens):
        return False
    return tokens[item.last].word.has("going_by_word")


def _sides_follow(item: Item) -> bool:
    """Kelishuv ikki zavod o‘rtasida imzolandi."""
    return item.act is not None and any(
        token.word.has("between_word") for token in item.sentence.tokens[item.last : item.act.first]
    )
