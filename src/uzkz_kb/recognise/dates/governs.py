"""How a date bears on what stands near it: at it, until it, since it, valid for it, compared with it."""

from __future__ import annotations

from uzkz_kb.model.document import Sentence

#: Verbs that make of `X-dan` the day from which something holds.
_STARTS = ("boshla", "kuchga", "amal", "joriy", "e'tibor")

#: Phrases whose last word may end in -gacha because they go from one date to another.
_SPANNING = ("date", "years", "months_across_years")


def _two_ends(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the phrase goes from a date (`-dan`) to another."""
    words = [token.word for token in sentence.tokens[first : last - 1]]
    return any(word.form == "abl" or (word.has("suffix") and word.key == "dan") for word in words)


def governs(sentence: Sentence, first: int, last: int, gives: str) -> str:
    """`at`, `until`, `since`, `valid`, `base`, `recurring`: by the phrase's ending and the words after it."""
    if gives == "recurring":
        return "recurring"
    tokens = sentence.tokens
    word = tokens[last - 1].word
    form = word.form
    if form == "nom" and word.has("suffix"):
        form = {"dan": "abl", "gacha": "term", "ga": "dat", "da": "loc", "dagi": "adj"}.get(word.key, form)
    if gives == "year_to_date":
        return "at"
    if gives == "ago" and form == "abl":
        return "base"
    if word.has("since_word"):
        return "since"
    following = [token.word for token in tokens[last : last + 2]]
    after = following[0] if following else None
    if form == "term":
        return "at" if gives in _SPANNING and _two_ends(sentence, first, last) else "until"
    if form.startswith("adj") and gives == "years":
        return "valid"
    if after is None:
        return "at"
    if after.key.startswith("mo'ljalla") and gives in ("years", "year", "near_year"):
        return "valid"
    if form == "dat":
        if after.has("until_word"):
            return "at" if gives in _SPANNING and _two_ends(sentence, first, last) else "until"
        if after.has("compared_word"):
            return "base"
    if form == "adj_abl":
        return "base"
    if form == "abl":
        if after.has("since_word") or after.key == "boshlab":
            return "since"
        if gives not in ("near_day", "same_day"):
            if any(w.key.startswith(_STARTS) for w in following):
                return "since"
            if any(w.key in ("ko'p", "ortiq", "kam", "baland", "past") for w in following):
                return "base"
            return (
                "since"
                if gives in ("date", "day_in_words", "year", "near_year", "season", "near_month")
                else "at"
            )
    return "at"
