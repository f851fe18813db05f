"""What a quantity is of: the nouns of `lang/words/indicators.yml` that stand around it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from slugify import slugify

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import Sentence
from uzkz_kb.model.findings import FigureFinding
from uzkz_kb.recognise.figures.counted import Counted
from uzkz_kb.recognise.figures.nouns import CLASSES, slugs
from uzkz_kb.recognise.figures.quantity import Quantity
from uzkz_kb.recognise.figures.wording import begins
from uzkz_kb.text.keys import key
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
#: Units that are of one thing whatever stands around them.
_ALWAYS: Mapping[str, str] = {"MW": "power", "GW": "power", "kW": "power", "kWh": "electricity"}
_RELATIVE = frozenset(("percent", "ratio"))
_LENGTH, _AREA = frozenset(("km", "m")), frozenset(("ha", "km2", "m2"))
#: Indicators that only some units can measure, besides shares and multiples of them.
_UNITS_OF: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("border_length", "length", "distance", "height"), _LENGTH),
    "area": _AREA,
    "volume": frozenset(("m3", "l", "km3")),
    "water": frozenset(("m3", "l", "km3")),
    "gas": frozenset(("m3",)),
    **dict.fromkeys(("population", "tourists", "votes", "jobs", "joint_ventures"), frozenset(("count",))),
    **dict.fromkeys(("share", "unemployment", "inflation", "gdp_growth", "poverty"), frozenset()),
}
_OF_TRADE = ("trade_turnover", "foreign_trade")
#: Indicators of money, besides shares and multiples of it.
_OF_MONEY = frozenset(
    (
        *("price", "tariff", "wage", "income", "revenue", "profit", "budget", "loan", "debt", "grant"),
        *("funding", "investment", "capital", "fund", "remittances", "trade_balance", "gdp", "value"),
        *_OF_TRADE,
    )
)
_FLOWS = ("export", "import")


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
        named = slugs(token.word)
        for name, slug in named.items() if named else ():
            if (index, name) not in taken:
                found.append((index, index + 1, name, slug))
    return Nouns(tuple(sorted(found)))


def _of_count(sentence: Sentence, nouns: Nouns, counted: Counted | None, first: int) -> str | None:
    """The slug of what is counted: by the counted noun, else by the noun that the number is told of."""
    if counted is not None:
        inside = [
            slug for start, last, slug in nouns.of("thing") if counted.first <= start and last <= counted.last
        ]
        if inside and inside[-1] == "people":
            return _told_by(sentence, counted.last, "people_are") or inside[-1]
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


def _of_amount(sentence: Sentence, nouns: Nouns, quantity: Quantity, change: bool) -> str | None:
    """The slug of what a sum, a share or a measured quantity is of; `None` where no noun near tells it."""
    first, last, unit = quantity.first, quantity.last, quantity.unit
    if quantity.money:
        priced = _worth(sentence, nouns, first, last)
        if priced is not None:
            return priced
    if unit in _ALWAYS:
        return _ALWAYS[unit]
    fitting = [noun for noun in nouns.of("measure") if _fits(noun[2], quantity)]
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
        return _share_or_growth(sentence, chosen, first, last, change)
    return chosen


def _fits(slug: str, quantity: Quantity) -> bool:
    """Whether a quantity of this unit can be of the indicator."""
    if quantity.unit in _RELATIVE:
        return quantity.unit == "percent" or (slug != "share" and _UNITS_OF.get(slug) is not _LENGTH)
    if slug in _OF_MONEY:
        return quantity.money
    return quantity.unit in _UNITS_OF[slug] if slug in _UNITS_OF else quantity.unit not in _LENGTH | _AREA


def _worth(sentence: Sentence, nouns: Nouns, first: int, last: int) -> str | None:
    """What a sum is the price of: `40 mln dollarlik` loyiha, `qiymati 8 mlrd dollar bo‘lgan` hujjatlar."""
    adjective = sentence.tokens[last - 1].word.key.endswith("lik")
    following = [
        (start, slug)
        for start, _, slug in nouns.of("worth")
        if last <= start <= last + (6 if adjective else 4)
    ]
    documents = [slug for _, slug in following if slug == "agreements_value"]
    if adjective and documents:
        return documents[0]
    if adjective and following:
        goods = following[0][1] == "goods_value"
        return (_told_by(sentence, following[0][0] + 1, "goods_go") if goods else None) or following[0][1]
    valued = any(
        token.word.key.startswith(("qiymat", "umumiy"))
        for token in sentence.tokens[max(0, first - 3) : first]
    )
    if valued:
        after = [slug for start, _, slug in nouns.of("worth") if start >= last]
        earlier = [slug for _, end, slug in nouns.of("worth") if end <= first]
        return after[0] if after else earlier[-1] if earlier else None
    return None


def _told_by(sentence: Sentence, start: int, name: str) -> str | None:
    """What one of the next words tells by how it begins, as listed in `lang/figures.yml` under `name`."""
    beginnings = {key(stem): slug for stem, slug in lang_data("figures.yml")[name].items()}
    for token in sentence.tokens[start : start + 3]:
        for stem, slug in beginnings.items():
            if token.word.key.startswith(stem):
                return str(slug)
    return None


def _share_or_growth(sentence: Sentence, slug: str, first: int, last: int, change: bool) -> str:
    near = sentence.tokens[max(0, first - 6) : last + 4]
    if slug == "gdp":
        return "gdp_growth" if change else "gdp_share"
    trade = slug in _OF_TRADE
    if slug == "share":
        trade = any(token.word.key.startswith(("savdo", "ayirboshlash")) for token in sentence.tokens)
        return "trade_share" if trade else slug
    if any(begins(token.word, "share") for token in near) or (not change and (trade or slug in _FLOWS)):
        return "trade_share" if trade else f"{slug}_share"
    return slug


def indicator_of(
    sentence: Sentence,
    quantity: Quantity,
    counted: Counted | None,
    nouns: Nouns,
    before: FigureFinding | None,
    change: bool,
    them: str | None = None,
) -> str:
    """What a quantity is of, by its own sentence, else as what was told before it, else by its unit.

    `before` is the last figure alike and near enough; `them` what the sentence before told of, where this one
    says `ularning soni`.
    """
    if quantity.unit == "count":
        slug = _of_count(sentence, nouns, counted, quantity.first)
        if counted is None:
            slug = slug or them or (before.indicator if before is not None else None)
    else:
        slug = _of_amount(sentence, nouns, quantity, change)
        if slug is None and quantity.unit in _RELATIVE:
            slug = them
        if slug is None and before is not None:
            slug = before.indicator
    return slug or ("growth" if change else _BY_UNIT.get(quantity.unit, "amount"))


def what_they_are(sentence: Sentence, told: Sentence) -> str | None:
    """What `ularning soni` counts: the things that the sentence before told of last."""
    keys = [token.word.key for token in sentence.tokens]
    if "ularning" not in keys:
        return None
    if not any(one == "ularning" and other.startswith("soni") for one, other in pairwise(keys)):
        return None
    things = nouns_of(told).of("thing")
    if not things:
        return None
    first, last, slug = things[-1]
    return _joint(told, slug, first, last)


def last_alike(figures: Sequence[FigureFinding], quantity: Quantity) -> FigureFinding | None:
    """The last figure that may say what this one is of: of the same unit, money for money, any for shares."""
    return next((figure for figure in reversed(figures) if _is_alike(figure, quantity)), None)


def _is_alike(figure: FigureFinding, quantity: Quantity) -> bool:
    if quantity.unit in _RELATIVE:
        return not figure.indicator.startswith("count")
    money = len(figure.unit) == 3 and figure.unit.isupper()
    return figure.unit == quantity.unit or (money and quantity.money)


@lru_cache(maxsize=65536)
def _slug(name: str) -> str:
    return str(slugify(name.replace("‘", "").replace("’", ""), separator="_")) or "things"
