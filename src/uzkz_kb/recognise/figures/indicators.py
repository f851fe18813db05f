"""What a quantity is of: the nouns of `lang/words/indicators.yml` that stand around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from slugify import slugify

from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import FigureFinding
from uzkz_kb.recognise.figures.counted import Counted
from uzkz_kb.recognise.figures.nouns import CLASSES, slugs
from uzkz_kb.recognise.figures.quantity import Quantity
from uzkz_kb.recognise.figures.wording import begins
from uzkz_kb.text.phrases import find_phrases

#: What a quantity is of where no noun says it, by its unit.
_BY_UNIT: Mapping[str, str] = {
    "percent": "share",
    "ratio": "growth",
    "km": "length",
    "m": "length",
    "ha": "area",
    "km2": "area",
    "m2": "area",
    "t": "weight",
    "m3": "volume",
    "kWh": "electricity",
    "MW": "power",
    "GW": "power",
    "count": "count",
}
#: Indicators that only some units can measure: elsewhere their noun does not speak of the quantity.
_UNITS_OF: Mapping[str, frozenset[str]] = {
    "border_length": frozenset(("km", "percent")),
    "length": frozenset(("km", "m", "percent")),
    "distance": frozenset(("km", "m")),
    "height": frozenset(("m", "km")),
    "area": frozenset(("ha", "km2", "m2", "percent")),
    "volume": frozenset(("m3", "l")),
    "share": frozenset(("percent",)),
    "unemployment": frozenset(("percent",)),
    "inflation": frozenset(("percent",)),
    "gdp_growth": frozenset(("percent",)),
    "water": frozenset(("m3", "l", "percent", "ratio")),
    "gas": frozenset(("m3", "percent", "ratio")),
    "population": frozenset(("count", "percent", "ratio")),
    "tourists": frozenset(("count", "percent", "ratio")),
    "votes": frozenset(("count", "percent")),
}


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of a sentence that name indicators: (token, class, slug), in order."""

    found: tuple[tuple[int, int, str, str], ...]

    def of(self, name: str) -> list[tuple[int, int, str]]:
        """Those of one class, as (first, last, slug)."""
        return [(first, last, slug) for first, last, given, slug in self.found if given == name]


def nouns_of(sentence: Sentence) -> Nouns:
    """The indicator nouns of a sentence: phrases first, then single words outside of them."""
    found: list[tuple[int, int, str, str]] = []
    taken: set[tuple[int, str]] = set()
    for phrase in find_phrases(sentence.tokens, frozenset(CLASSES)):
        for name, slug in phrase.reading.classes.items():
            found.append((phrase.first, phrase.last, name, str(slug)))
            taken.update((index, name) for index in range(phrase.first, phrase.last))
    for index, token in enumerate(sentence.tokens):
        for name, slug in slugs(token.word).items():
            if (index, name) not in taken:
                found.append((index, index + 1, name, slug))
    return Nouns(tuple(sorted(found)))


def _of_count(sentence: Sentence, nouns: Nouns, counted: Counted | None, first: int) -> str | None:
    """The slug of what is counted: by the counted noun, else by the noun that the number is told of."""
    if counted is not None:
        inside = [
            slug for start, last, slug in nouns.of("thing") if counted.first <= start and last <= counted.last
        ]
        if inside:
            return _joint(sentence, inside[-1], counted.first, counted.last)
        return f"count_of_{_slug(counted.name)}"
    before = [(last, slug) for _, last, slug in nouns.of("thing") if last <= first]
    measures = [(last, slug) for _, last, slug in nouns.of("measure") if last <= first]
    if before and (not measures or before[-1][0] >= measures[-1][0]):
        return _joint(sentence, before[-1][1], max(0, before[-1][0] - 4), before[-1][0])
    return measures[-1][1] if measures else None


def _joint(sentence: Sentence, slug: str, first: int, last: int) -> str:
    if slug == "enterprises" and any(
        begins(token.word, "joint") for token in sentence.tokens[max(0, first - 8) : last]
    ):
        return "joint_ventures"
    return slug


def _of_amount(sentence: Sentence, nouns: Nouns, quantity: Quantity) -> str | None:
    """The slug of what a sum, a share or a measured quantity is of; `None` where no noun near tells it."""
    first, last, unit = quantity.first, quantity.last, quantity.unit
    if quantity.money:
        priced = _worth(sentence, nouns, first, last)
        if priced is not None:
            return priced
    fitting = [
        (start, end, slug)
        for start, end, slug in nouns.of("measure")
        if slug not in _UNITS_OF or unit in _UNITS_OF[slug]
    ]
    before = [slug for _, end, slug in fitting if end <= first]
    after = [slug for start, _, slug in fitting if start >= last]
    chosen = before[-1] if before else after[0] if after else None
    if chosen == "value" or (chosen is None and quantity.money):
        worth = [slug for _, end, slug in nouns.of("worth") if end <= first] or [
            s for _, _, s in nouns.of("worth")
        ]
        chosen = worth[-1] if worth else chosen
    if chosen is None:
        things = [slug for _, end, slug in nouns.of("thing") if end <= first]
        chosen = things[-1] if things and unit in ("percent", "ratio") else None
    if unit == "percent" and chosen is not None:
        return _share_or_growth(sentence, chosen, first, last)
    return chosen


def _worth(sentence: Sentence, nouns: Nouns, first: int, last: int) -> str | None:
    """What a sum is the price of: `40 mln dollarlik` loyiha, `qiymati 8 mlrd dollar bo‘lgan` hujjatlar."""
    adjective = sentence.tokens[last - 1].word.key.endswith("lik")
    following = [
        (start, slug)
        for start, _, slug in nouns.of("worth")
        if last <= start <= last + (6 if adjective else 4)
    ]
    if adjective and following:
        return following[0][1]
    valued = any(
        token.word.key.startswith(("qiymat", "umumiy"))
        for token in sentence.tokens[max(0, first - 3) : first]
    )
    if valued:
        after = [slug for start, _, slug in nouns.of("worth") if start >= last]
        earlier = [slug for _, end, slug in nouns.of("worth") if end <= first]
        return after[0] if after else earlier[-1] if earlier else None
    return None


def _share_or_growth(sentence: Sentence, slug: str, first: int, last: int) -> str:
    near = sentence.tokens[max(0, first - 6) : last + 4]
    if slug == "share" or any(begins(token.word, "share") for token in near):
        trade = any(token.word.key.startswith(("savdo", "ayirboshlash")) for token in sentence.tokens)
        return (
            "trade_share"
            if trade or slug in ("trade_turnover", "foreign_trade")
            else f"{slug}_share".replace("share_share", "share")
        )
    if slug == "gdp":
        return "gdp_growth"
    return slug


def indicator_of(
    sentence: Sentence,
    quantity: Quantity,
    counted: Counted | None,
    nouns: Nouns,
    before: FigureFinding | None,
    change: bool,
) -> str:
    """What a quantity is of, by its own sentence, else as the figure told before it, else by its unit."""
    if quantity.unit == "count":
        slug = _of_count(sentence, nouns, counted, quantity.first)
        if counted is None and before is not None and before.unit == "count":
            slug = slug or before.indicator
    else:
        slug = _of_amount(sentence, nouns, quantity)
        if slug is None and before is not None:
            slug = before.indicator
    return slug or ("growth" if change else _BY_UNIT.get(quantity.unit, "amount"))


@lru_cache(maxsize=65536)
def _slug(name: str) -> str:
    return str(slugify(name.replace("‘", "").replace("’", ""), separator="_")) or "things"
