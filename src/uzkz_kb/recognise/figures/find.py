"""All quantities of a document: numbers with their units, comparators, times and what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import takewhile

from uzkz_kb.model.document import Document, Sentence, Token, Word
from uzkz_kb.model.findings import DateFinding, Dating, FigureFinding, Finding, Names
from uzkz_kb.recognise.figures.compare import Comparison, compare
from uzkz_kb.recognise.figures.counted import Counted, find_counted, form_of, is_excluded
from uzkz_kb.recognise.figures.indicators import (
    Nouns,
    by_unit,
    indicator_of_amount,
    indicator_of_count,
    nouns_of,
)
from uzkz_kb.recognise.figures.nouns import is_thing
from uzkz_kb.recognise.figures.numbers import Number, find_numbers
from uzkz_kb.recognise.figures.purpose import purpose
from uzkz_kb.recognise.figures.repeated import with_repeats_alike
from uzkz_kb.recognise.figures.when import carried_period, times
from uzkz_kb.recognise.figures.wording import beginnings, begins, case_of
from uzkz_kb.recognise.rules import Rule, rules

_FILE = "quantities"
_SIGNS: Mapping[str, str] = {"dollar": "USD", "euro": "EUR", "rouble": "RUB", "tenge": "KZT"}
#: Small numbers in words count things only with `ta`, `nafar` …: `besh davlat` says which, not how many.
_SMALL = 10
#: Words for `times` that count occasions too, and how many words on the change must be told for them to multiply.
_OCCASIONS = (("marta", 3), ("marotaba", 3), ("martta", 3), ("karra", 9))
_FEW = 5
#: How many sentences a period, an indicator or a unit is carried on.
_CARRY = 3
#: Units that say how much of something, not how much: no sum takes its unit from them.
_RELATIVE = ("percent", "ratio")
_MILLION, _THOUSAND = Decimal(1_000_000), Decimal(1000)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit: the tokens `first:last` that say it, the case of the last one, the rule."""

    value: Decimal
    unit: str
    first: int
    last: int
    form: str
    rule: str
    counter: bool = False
    digits: bool = True


@cache
def _number_rule() -> Rule:
    return next(rule for rule in rules(_FILE) if rule.gives == "number")


@cache
def _unit_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules(_FILE) if rule.gives != "number")


def find_figures(
    document: Document, dates: Sequence[DateFinding], names: Names, published: Dating | None
) -> tuple[FigureFinding, ...]:
    """Every quantity that the prose states, in the order of the text.

    `dates` and `names` are the document's: their words are no quantities, and dates tell when one holds.
    """
    return with_repeats_alike(document, tuple(_find(document, dates, names)))


def _find(document: Document, dates: Sequence[DateFinding], names: Names) -> Iterator[FigureFinding]:
    by_sentence: dict[int, list[DateFinding]] = {}
    for date in dates:
        by_sentence.setdefault(date.sentence, []).append(date)
    named: dict[int, list[Finding]] = {}
    for name in (*names.people, *names.organizations, *names.places):
        named.setdefault(name.sentence, []).append(name)
    regex = _number_rule().pattern.regex
    before: FigureFinding | None = None
    for sentence in document.sentences:
        if sentence.section not in ("title", "body") or not regex.search(sentence.codes):
            continue
        told = by_sentence.get(sentence.index, [])
        taken = {
            i
            for finding in (*told, *named.get(sentence.index, ()))
            for i in range(finding.first, finding.last)
        }
        quantities = _quantities(sentence, taken, before, regex)
        if not quantities:
            continue
        nouns = nouns_of(sentence)
        carried = carried_period(dates, sentence.index)
        for index, (quantity, counted, last) in enumerate(quantities):
            if (
                counted is None
                and quantity.counter
                and index + 1 < len(quantities)
                and not _told_before(sentence, quantity)
            ):
                counted = quantities[index + 1][1]
            before = _finding(sentence, quantity, counted, last, nouns, told, before, carried)
            yield before


def _quantities(
    sentence: Sentence, taken: set[int], before: FigureFinding | None, regex: re.Pattern[str]
) -> list[tuple[Quantity, Counted | None, int]]:
    """The quantities of a sentence with what they count and where their words end."""
    tokens = sentence.tokens
    numbers = [
        number
        for match in regex.finditer(sentence.codes)
        for number in find_numbers(tokens, *match.span())
        if number.first not in taken and not _is_label(sentence, number)
    ]
    stated: list[Quantity | None] = [None] * len(numbers)
    for index in range(len(numbers) - 1, -1, -1):
        following = stated[index + 1] if index + 1 < len(numbers) else None
        number = numbers[index]
        stated[index] = (
            _with_unit(sentence, number) or _paired(sentence, number, following) or _bare(sentence, number)
        )
    found: list[tuple[Quantity, Counted | None, int]] = []
    for index, number in enumerate(numbers):
        quantity = stated[index] or _carried(sentence, number, stated, index, before)
        if quantity is None or (quantity.unit == "count" and _no_count(sentence, quantity, number)):
            continue
        if _is_measure_of_price(sentence, quantity):
            continue
        stated[index] = quantity
        found.append((quantity, *_counted(sentence, quantity)))
    return found


def _told_before(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a count is of what was told before it: `ularning 70 tasi`, `korxonalar soni 45 ta`."""
    if quantity.form == "part":
        return True
    words = [token.word for token in sentence.tokens[: quantity.first]]
    return any(word.key.startswith("soni") or begins(word, "of_them") for word in words)


def _is_label(sentence: Sentence, number: Number) -> bool:
    """Whether digits are part of a name or a place in a row: `Birlik-2024`, `PQ-143-son`, `5-modda`, `2:1`."""
    tokens = sentence.tokens
    first, last = number.first, number.last
    if number.form in ("ordinal", "about") or number.form.startswith(("ordinal", "about")):
        return True
    before = tokens[first - 1] if first else None
    if before is not None:
        word = before.word
        if tokens[first].glued and (
            word.has("colon") or word.has("slash") or word.shape not in ("mark", "number")
        ):
            return True
        if word.has("number_sign") or (word.has("plus") and number.value > 200):
            return True
        if word.has("hyphen") and tokens[first].glued and before.glued and first > 1:
            return tokens[first - 2].word.shape != "number"
        if word.key in beginnings("numbers_a_thing") and number.digits and not number.magnitude:
            return True
    after = tokens[last] if last < len(tokens) else None
    if after is None or not number.digits:
        return False
    if after.glued and (after.word.has("colon") or after.word.has("slash")):
        return True
    if after.word.has("hyphen") and after.glued and last + 1 < len(tokens) and tokens[last + 1].glued:
        return not (
            tokens[last + 1].word.shape == "number"
            or tokens[last + 1].word.has("counter")
            or tokens[last + 1].word.has("unit")
        )
    return False


def _with_unit(sentence: Sentence, number: Number) -> Quantity | None:
    """The number with the sign before it or the unit after it."""
    tokens = sentence.tokens
    sign = _sign_before(sentence, number)
    if sign is not None:
        return Quantity(
            number.value,
            sign,
            number.first - 1,
            _ends(sentence, number),
            _case(sentence, number),
            "quantities.sign",
        )
    if number.form.startswith("count"):
        form = number.form.removeprefix("count").removeprefix("_") or "nom"
        return Quantity(
            number.value,
            "count",
            number.first,
            number.last,
            form,
            "quantities.counter",
            True,
            number.digits,
        )
    if number.form != "nom":
        return None
    for rule in _unit_rules():
        match = rule.pattern.match_at(sentence.codes, number.last)
        if match is None:
            continue
        index = match.groups["u"][0]
        word = tokens[index].word
        unit = _unit(rule, word)
        if unit is None or _is_loose_ending(sentence, rule, index):
            continue
        if rule.gives == "ratio" and not _is_change(sentence, match.last, word):
            return None
        last, form = match.last, tokens[match.last - 1].word.form
        if rule.gives == "count" and word.has("counter"):
            counter = word.reading("counter")
            form = (
                str(counter.classes["counter"])
                if counter and counter.classes["counter"] != "nom"
                else word.form
            )
        loose = _loose(sentence, last)
        if loose is not None:
            last, form = loose
        return Quantity(
            number.value, unit, number.first, last, form, rule.name, rule.gives == "count", number.digits
        )
    return None


def _unit(rule: Rule, word: Word) -> str | None:
    given = rule.settings.get("unit")
    if given:
        return str(given)
    if rule.gives == "sign":
        return next(unit for name, unit in _SIGNS.items() if word.has(name))
    if rule.gives in ("percent", "ratio", "count"):
        return rule.gives
    reading = word.reading(rule.gives)
    return str(reading.classes[rule.gives]) if reading else None


def _is_loose_ending(sentence: Sentence, rule: Rule, index: int) -> bool:
    """Whether a unit is really something else: the case ending in `5 ga`, the capital in `M. Karimov`."""
    word = sentence.tokens[index].word
    return rule.gives == "unit" and len(word.key) == 1 and word.raw.isupper()


def _is_change(sentence: Sentence, last: int, word: Word) -> bool:
    """Whether `marta`, `karra` multiply (`3 marta oshdi`) and do not count occasions (`ikki marta uchadi`)."""
    for stem, reach in _OCCASIONS:
        if word.key.startswith(stem):
            return any(begins(token.word, "changes") for token in sentence.tokens[last : last + reach])
    return True


def _sign_before(sentence: Sentence, number: Number) -> str | None:
    if not number.first:
        return None
    word = sentence.tokens[number.first - 1].word
    if word.shape != "mark":
        return None
    return next((unit for name, unit in _SIGNS.items() if word.has(name)), None)


def _loose(sentence: Sentence, last: int) -> tuple[int, str] | None:
    """A case ending that stands by itself after digits or an abbreviation: `25 dan`, `mlrd.ga`, `% gacha`."""
    tokens = sentence.tokens
    index = last
    if (
        index < len(tokens)
        and tokens[index].word.has("stop")
        and index + 1 < len(tokens)
        and tokens[index + 1].glued
    ):
        index += 1
    if index >= len(tokens):
        return None
    form = case_of(tokens[index].word)
    return (index + 1, form) if form is not None else None


def _ends(sentence: Sentence, number: Number) -> int:
    loose = _loose(sentence, number.last)
    return loose[0] if loose else number.last


def _case(sentence: Sentence, number: Number) -> str:
    loose = _loose(sentence, number.last)
    return loose[1] if loose else number.form


def _paired(sentence: Sentence, number: Number, following: Quantity | None) -> Quantity | None:
    """A number that shares the unit of the next one: `350 dan 900 ta`, `51 ga 49 foiz`, `10–12 mln tonna`."""
    if following is None:
        return None
    tokens = sentence.tokens
    last = _ends(sentence, number)
    gap = tokens[last : following.first]
    dashed = len(gap) == 1 and (gap[0].word.has("hyphen") or gap[0].word.has("dash"))
    if not dashed and not (not gap and _case(sentence, number) in ("abl", "dat")):
        return None
    value = number.value
    if not number.magnitude and following.value >= _THOUSAND * max(value, Decimal(1)) and dashed:
        scale = next(
            s for s in (Decimal(10) ** 12, Decimal(10) ** 9, _MILLION, _THOUSAND) if following.value >= s
        )
        value *= scale
    return replace(following, value=value, first=number.first, last=last, form="nom", rule="quantities.pair")


def _bare(sentence: Sentence, number: Number) -> Quantity | None:
    """A number that counts the noun after it: `120 korxona`, `yuzdan ziyod korxona`, `25 dan ortiq kitob`."""
    last, form = _ends(sentence, number), _case(sentence, number)
    compared = compare(sentence.tokens, number.first, last, form)
    if form != "nom" and compared.last == last:
        return None
    small = number.value <= _SMALL and not number.magnitude
    people = compared.last < len(sentence.tokens) and begins(sentence.tokens[compared.last].word, "people")
    if small and not number.digits and not people and compared.comparator in ("eq", "le"):
        return None
    if number.value != number.value.to_integral_value() and not number.magnitude:
        return None
    if compared.comparator == "eq" and (_is_owned(sentence, number) or _is_year(sentence, number)):
        return None
    if is_excluded(sentence.tokens, compared.last, number.value <= 5) or _is_vague(sentence, number):
        return None
    counted = find_counted(sentence.tokens, compared.last)
    if counted is None:
        return None
    if _is_name(sentence, counted) and compared.last == last and not number.magnitude:
        return None
    return Quantity(number.value, "count", number.first, last, form, "quantities.bare", False, number.digits)


def _is_name(sentence: Sentence, counted: Counted) -> bool:
    """Whether a single capitalised word follows a number: a name that the number does not count."""
    return sentence.tokens[counted.first].word.capital and counted.last == counted.first + 1


def _compared_with(sentence: Sentence, quantity: Quantity, counted: Counted) -> Comparison:
    """The comparator after the noun that is counted: `50 davlatdan ortiq`, `100 kishiga yaqin`."""
    tokens = sentence.tokens
    return compare(tokens, quantity.first, counted.last, form_of(tokens[counted.last - 1].word))


def _is_vague(sentence: Sentence, number: Number) -> bool:
    """Whether the number is none: `bir necha yuz kishi`."""
    return bool(number.first) and sentence.tokens[number.first - 1].word.key in (
        "necha",
        "qancha",
        "bir-ikki",
    )


def _is_owned(sentence: Sentence, number: Number) -> bool:
    """Whether a number belongs to what was told before: `shundan 1,8 milliardi import`."""
    reading = sentence.tokens[number.last - 1].word.reading("magnitude")
    return reading is not None and reading.possessive


def _is_year(sentence: Sentence, number: Number) -> bool:
    return number.last == number.first + 1 and sentence.tokens[number.first].word.has("year")


def _carried(
    sentence: Sentence,
    number: Number,
    stated: Sequence[Quantity | None],
    index: int,
    before: FigureFinding | None,
) -> Quantity | None:
    """A number that leaves its unit to the quantities around it: `10 milliardga yetkazish`, `shundan 1,8 milliardi`."""
    last, form = _ends(sentence, number), _case(sentence, number)
    if is_excluded(sentence.tokens, last, False):
        return None
    compared = compare(sentence.tokens, number.first, last, form).last > last
    near = before if before is not None and sentence.index - before.sentence <= _CARRY else None
    unit = None
    if number.magnitude >= _MILLION:
        around = (*stated[:index][::-1], *stated[index + 1 :])
        unit = next(
            (q.unit for q in around if q is not None and q.value >= _THOUSAND and q.unit not in _RELATIVE),
            None,
        )
        if unit is None and near is not None and near.value >= _THOUSAND and near.unit not in _RELATIVE:
            unit = near.unit
        if unit is None and any(
            is_thing(t.word) or t.word.key == "soni" for t in sentence.tokens[: number.first]
        ):
            unit = "count"
    elif (number.magnitude and form != "nom") or (
        compared and form == "abl" and near is not None and near.unit == "count"
    ):
        unit = "count"
    if unit is None:
        return None
    return Quantity(number.value, unit, number.first, last, form, "quantities.carried")


def _counted(sentence: Sentence, quantity: Quantity) -> tuple[Counted | None, int]:
    """What a count counts, and one past the last token of the whole phrase."""
    compared = compare(sentence.tokens, quantity.first, quantity.last, quantity.form)
    if quantity.unit != "count" or quantity.form == "part":
        return None, compared.last
    if (
        quantity.counter
        and quantity.form not in ("nom", "term", "lik", "equ", "adj")
        and compared.last == quantity.last
    ):
        return None, compared.last
    counted = find_counted(sentence.tokens, compared.last)
    if counted is None or _is_name(sentence, counted):
        return None, compared.last
    return counted, max(counted.last, _compared_with(sentence, quantity, counted).last)


def _no_count(sentence: Sentence, quantity: Quantity, number: Number) -> bool:
    """Whether a count is none of ours: one thing, a duration, `ikkita davlat`."""
    if number.value <= 1 and not number.digits:
        return True
    if number.value == 1 and not quantity.counter:
        return True
    if number.value <= _SMALL and _is_matter(sentence, quantity):
        return True
    if quantity.counter:
        return (
            _is_duration(sentence, quantity)
            or _is_small(sentence, quantity)
            or (number.value <= 5 and not number.digits and is_excluded(sentence.tokens, quantity.last, True))
        )
    return is_excluded(sentence.tokens, quantity.last, number.value <= 5 and not number.digits)


def _is_matter(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a few parts of a matter are counted: `5 ta masala`, `uchta yo‘nalish`."""
    words = [token.word for token in sentence.tokens[quantity.last : quantity.last + 2]]
    if not words or begins(words[0], "people"):
        return False
    return any(begins(word, "matters") for word in words)


def _is_measure_of_price(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a quantity only says what a price is for: `1000 kub metri uchun 160 dollar`, `1 dollar 12 500 so‘m`."""
    tokens = sentence.tokens
    after = tokens[quantity.last].word if quantity.last < len(tokens) else None
    if (
        quantity.value in (1, 100, 1000)
        and quantity.unit != "count"
        and after is not None
        and after.key == "uchun"
    ):
        return True
    money = quantity.unit.isupper() and len(quantity.unit) == 3
    return (
        money
        and quantity.value == 1
        and any(t.word.has("currency") for t in tokens[quantity.last : quantity.last + 4])
    )


def _is_duration(sentence: Sentence, quantity: Quantity) -> bool:
    tokens = sentence.tokens
    return quantity.last < len(tokens) and tokens[quantity.last].word.has("duration")


def _is_small(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a few things of no account are counted in words: `uchta belgi`, but not `uchta korxona`."""
    in_one_word = sentence.tokens[quantity.last - 1].word.has("numeral")
    if quantity.digits or quantity.value > _FEW or not in_one_word:
        return False
    counted = find_counted(sentence.tokens, quantity.last)
    return counted is not None and not any(
        is_thing(token.word) for token in sentence.tokens[counted.first : counted.last]
    )


def _finding(
    sentence: Sentence,
    quantity: Quantity,
    counted: Counted | None,
    last: int,
    nouns: Nouns,
    dates: Sequence[DateFinding],
    before: FigureFinding | None,
    carried: Dating | None,
) -> FigureFinding:
    compared = compare(sentence.tokens, quantity.first, quantity.last, quantity.form)
    kind = purpose(sentence, quantity.first, last)
    comparator = compared.comparator
    if comparator == "eq" and counted is not None and counted.first == compared.last:
        after_noun = _compared_with(sentence, quantity, counted)
        comparator = after_noun.comparator if after_noun.last > counted.last else comparator
    reaches = any(begins(token.word, "reach") for token in sentence.tokens[last : last + 2])
    if comparator == "le" and quantity.form.endswith("term") and (reaches or _from_to(sentence, quantity)):
        comparator = "eq"
    indicator = _indicator(sentence, quantity, counted, nouns)
    near = before is not None and sentence.index - before.sentence <= _CARRY
    name = counted.name if counted else None
    if (
        quantity.unit == "count"
        and counted is None
        and before is not None
        and near
        and before.unit == "count"
    ):
        name = before.counted
        indicator = indicator if indicator and indicator != "count" else before.indicator
    if indicator is None and before is not None and near:
        indicator = before.indicator if quantity.unit != "count" else None
    told = times(dates, quantity.first, last, kind)
    period = told.period
    if period is None and kind == "actual" and quantity.unit != "count":
        told_before = before.period if before is not None and near and before.kind == "actual" else None
        period = carried or told_before
    change = _changes(sentence.tokens, quantity, comparator, compared.last)
    first = quantity.first - 1 if _leads(sentence, quantity) else quantity.first
    return FigureFinding(
        span=sentence.span_of(first, last),
        sentence=sentence.index,
        first=first,
        last=last,
        rule=quantity.rule,
        value=quantity.value,
        unit=quantity.unit,
        comparator=comparator,
        kind=kind,
        indicator=indicator or ("growth" if change else by_unit(quantity.unit)),
        counted=name,
        period=period,
        base=told.base,
        change=change,
    )


def _leads(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the word before (`qariyb`, `kamida`, a plus) belongs to the quantity."""
    if not quantity.first:
        return False
    word = sentence.tokens[quantity.first - 1].word
    return begins(word, "about") or begins(word, "at_least") or word.has("plus")


def _from_to(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether `X gacha` ends a way that began with `Y dan`: then it is the value reached, no limit."""
    words = [token.word for token in sentence.tokens[max(0, quantity.first - 4) : quantity.first]]
    return any((case_of(word) or form_of(word)).endswith("abl") for word in words)


def _changes(tokens: Sequence[Token], quantity: Quantity, comparator: str, compared: int) -> bool:
    if quantity.unit == "count" or (comparator in ("gt", "lt") and quantity.unit not in ("ratio", "percent")):
        return False
    if quantity.unit == "ratio":
        return True
    if quantity.first and tokens[quantity.first - 1].word.has("plus"):
        return True
    words = [token.word for token in tokens[compared : compared + 2]]
    if quantity.unit == "percent" and quantity.form.endswith("dat"):
        clause = takewhile(lambda word: not word.has("semicolon"), (t.word for t in tokens[quantity.last :]))
        return any(begins(word, "changed") for word in clause)
    if quantity.unit == "percent":
        return any(begins(word, "changed") for word in words)
    return quantity.form.endswith("dat") and any(begins(word, "changed") for word in words[:1])


def _indicator(sentence: Sentence, quantity: Quantity, counted: Counted | None, nouns: Nouns) -> str | None:
    if quantity.unit == "count":
        return indicator_of_count(sentence, nouns, counted, quantity.first)
    return indicator_of_amount(sentence, nouns, quantity.first, quantity.last, quantity.unit)
