"""What a document is called: its phrase in canonical Latin, in the nominative, fit to stand over a page."""

from __future__ import annotations

from collections.abc import Sequence

from uzkz_kb.model.document import Token

#: Case endings, the longest first, that are cut off the phrase's last word.
_CASES = ("likning", "dagi", "ning", "dan", "gacha", "ni", "ga", "ka", "qa", "da")


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
    if form == "nom":
        return latin
    lower = latin.lower()
    for ending in _CASES:
        if lower.endswith(ending) and len(latin) > len(ending) + 2:
            return latin[: -len(ending)]
    return latin


def title_of(tokens: Sequence[Token], head: int, first: int, last: int, form: str) -> str:
    """The title of the phrase at `first` to `last` whose noun is the token `head`."""
    words = [*tokens[first:head]]
    before = phrase(words)
    noun = nominative(tokens[head], form)
    joint = "" if head > first and tokens[head].glued else " "
    text = f"{before}{joint}{noun}" if words else noun
    closing = tokens[head + 1] if head + 1 < last and tokens[head + 1].word.shape == "mark" else None
    if closing is not None:
        text += closing.word.latin
    text = _balanced(text)
    return text[:1].upper() + text[1:]


_PAIRS = {"“": "”", "«": "»"}


def _balanced(text: str) -> str:
    """Without a quotation mark that has lost its other half."""
    for opening, closing in _PAIRS.items():
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    return text.strip()
