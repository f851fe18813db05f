"""What a document is called: its phrase in canonical Latin, in the nominative, fit to stand over a page."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token
from uzkz_kb.recognise.agreements.items import Item

#: Case endings, the longest first, that are cut off the phrase's last word.
_CASES = ("likning", "dagi", "ning", "dan", "gacha", "ni", "ga", "ka", "qa", "da", "dir")
#: What an understanding is called after what was agreed.
_UNDERSTANDING = "kelishuv"


def title_of(item: Item) -> str:
    """The title of what a phrase names."""
    if item.rule == "agreements.understanding":
        text = _of_understanding(item)
    elif item.listed:
        text = _of_listed(item)
    else:
        text = _of_document(item)
    text = _balanced(text)
    return text[:1].upper() + text[1:]


def phrase(tokens: Sequence[Token]) -> str:
    """The words of tokens in canonical Latin with single spaces, as they were set."""
    parts: list[str] = []
    for token in tokens:
        if parts and not token.glued:
            parts.append(" ")
        parts.append(token.word.latin)
    return "".join(parts)


def nominative(token: Token, form: str) -> str:
    """The word without its case ending, its possessive kept: memorandumini → memorandumi."""
    latin = token.word.latin
    lower = latin.lower()
    for ending in _CASES if form != "nom" else ("dir",):
        if lower.endswith(ending) and len(latin) > len(ending) + 2:
            return latin[: -len(ending)]
    return latin


def _of_document(item: Item) -> str:
    tokens, head = item.sentence.tokens, item.head.at
    noun = nominative(tokens[head], tokens[head].word.form)
    before = phrase(tokens[item.first : head])
    text = before + ("" if tokens[head].glued or not before else " ") + noun
    if head + 1 < item.last and tokens[head + 1].word.shape == "mark":
        text += tokens[head + 1].word.latin
    return text


def _of_listed(item: Item) -> str:
    """Each of the things that share a plural noun has it in the singular: sanoat sohasidagi memorandum."""
    tokens, head = item.sentence.tokens, item.head.at
    marker = head if item.shared is None else item.shared
    own = phrase(tokens[item.first : min(item.last, marker)])
    if not tokens[marker].word.has("field_noun"):
        return f"{own} {phrase(tokens[marker:head])} {item.head.stem}"
    if marker + 1 == head:
        return f"{own} sohasidagi {item.head.stem}"
    return f"{own} sohasida {phrase(tokens[marker + 1 : head])} {item.head.stem}"


def _of_understanding(item: Item) -> str:
    """… o‘tkazishga kelishib olindi → … o‘tkazish to‘g‘risidagi kelishuv."""
    verb = item.head.at
    words = [
        token for token in item.sentence.tokens[item.first : verb] if token.word.key not in ("ham", "esa")
    ]
    while words and words[-1].word.has("how_agreed"):
        words.pop()
    if len(words) > 3 and words[-1].word.key == "biriga":
        words = words[:-3]  # bir-biriga
    if not words:
        return phrase(item.tokens)
    last = words[-1]
    if last.word.has("about_word"):
        return f"{phrase(words)} {_UNDERSTANDING}"
    if last.word.form in ("dat", "noun_dat", "noun_acc") or last.word.key.endswith(("sh", "shga", "shni")):
        joint = "" if last.glued else " "
        return f"{phrase(words[:-1])}{joint}{nominative(last, 'dat')} to‘g‘risidagi {_UNDERSTANDING}"
    return phrase(item.tokens)


_PAIRS = {"“": "”", "«": "»"}


def _balanced(text: str) -> str:
    """Without a quotation mark that has lost its other half."""
    for opening, closing in _PAIRS.items():
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return " ".join(text.split())
