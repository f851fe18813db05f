"""The unit of a number: the sign before it, or what the rules in `lang/rules/` find after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from uzkz_kb.model.document import Sentence, Token, Word
from uzkz_kb.recognise.figures.compare import compare
from uzkz_kb.recognise.figures.numbers import Number
from uzkz_kb.recognise.figures.quantity import SMALL, Quantity
from uzkz_kb.recognise.figures.wording import begins, loose_case
from uzkz_kb.recognise.rules import Rule, rules
from uzkz_kb.text.patterns import Found

_FILE = "quantities"
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")
_SIGNS: Mapping[str, str] = {"dollar": "USD", "euro": "EUR", "rouble": "RUB", "tenge": "KZT"}
#: What rules give whose unit may follow a comparison, and the rule of a number that has it there.
_MEASURES = ("currency", "percent", "unit")
COMPARED = "quantities.compared"
#: Words for `times` that count occasions too, and how near a change must be told for them to multiply.
_OCCASIONS = (("marta", 3), ("marotaba", 3), ("martta", 3), ("karra", 9), ("hissa", 2))


@cache
def number_rule() -> Rule:
    """The rule that finds runs of number words."""
    return next(rule for rule in rules(_FILE) if rule.gives == "number")


@cache
def _unit_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in rules(_FILE) if rule.gives != "number")


@cache
def _any_unit() -> re.Pattern[str]:
    """Matches where one of the unit rules does: few numbers have a unit, and many rules look for one."""
    patterns = (_NAMED_GROUP.sub("(?:", rule.pattern.regex.pattern) for rule in _unit_rules())
    return re.compile("|".join(patterns), re.DOTALL)


def with_unit(sentence: Sentence, number: Number) -> Quantity | None:
    """The number with the sign before it or the unit after it; `None` where it has neither."""
    sign = _sign_before(sentence, number)
    if sign is not None:
        return Quantity(
            number.value * _scale_of_range(sentence, number),
            sign,
            number.first - 1,
            number.end,
            number.case,
            "quantities.sign",
        )
    if number.form.startswith("count"):
        form = number.form.removeprefix("count").removeprefix("_") or "nom"
        return Quantity(
            number.value, "count", number.first, number.last, form, "quantities.counter", True, number.digits
        )
    if number.case == "abl":
        return _after_comparison(sentence, number)
    if number.form != "nom":
        return None
    found = next(_units_at(sentence, number.last), None)
    if found is None:
        return None
    rule, unit, match = found
    if unit == "ratio" and _is_fraction(sentence, number):
        return None
    if unit == "ratio" and not _multiplies(sentence, match.last, sentence.tokens[match.groups["u"][0]].word):
        return _occasions(sentence, number, match.last)
    last, form = loose_case(sentence.tokens, match.last) or (
        match.last,
        _form(sentence.tokens[match.last - 1].word),
    )
    return Quantity(number.value, unit, number.first, last, form, rule.name, unit == "count", number.digits)


def _after_comparison(sentence: Sentence, number: Number) -> Quantity | None:
    """A number whose unit follows what it is compared by: `5 mingdan ziyod tonna`."""
    compared = compare(sentence.tokens, number.first, number.end, number.case)
    if compared.last == number.end:
        return None
    units = (unit for rule, unit, _ in _units_at(sentence, compared.last) if rule.gives in _MEASURES)
    unit = next(units, None)
    if unit is None:
        return None
    return Quantity(number.value, unit, number.first, number.end, number.case, COMPARED)


def _units_at(sentence: Sentence, at: int) -> Iterator[tuple[Rule, str, Found]]:
    """The units that stand at a token, each with its rule and its words."""
    if not _any_unit().match(sentence.codes, at):
        return
    for rule in _unit_rules():
        match = rule.pattern.match_at(sentence.codes, at)
        if match is None or (rule.gives == "hectare" and sentence.tokens[at].glued):
            continue  # 45ga: to 45
        word = sentence.tokens[match.groups["u"][0]].word
        unit = _unit(rule, word)
        if rule.gives == "power":
            unit = _power(word, sentence.tokens[match.last - 1])
        if unit is not None and not _is_capital(rule, word):
            yield rule, unit, match


def _is_fraction(sentence: Sentence, number: Number) -> bool:
    """Whether a number ends a fraction: `uchdan bir hissa`."""
    before = sentence.tokens[number.first - 1].word.reading("numeral") if number.first else None
    return before is not None and before.form == "abl"


def _occasions(sentence: Sentence, number: Number, last: int) -> Quantity | None:
    """How many times something was done, where that is counted (`37 marta`) and no habit (`ikki marta`)."""
    if not number.digits or number.value <= SMALL:
        return None
    form = _form(sentence.tokens[last - 1].word)
    return Quantity(number.value, "count", number.first, last, form, "quantities.occasions", True)


def _scale_of_range(sentence: Sentence, number: Number) -> int:
    """What the far end of a range says of its near end: in `$10–12 mlrd` both are billions."""
    dash, end, scale = (
        *(token.word for token in sentence.tokens[number.last : number.last + 3]),
        *[None] * 3,
    )[:3]
    if number.magnitude or dash is None or end is None or scale is None or end.shape != "number":
        return 1
    reading = scale.reading("magnitude") if dash.has("dash") or dash.has("hyphen") else None
    return 1 if reading is None else int(reading.classes["numeral"])


def _power(word: Word, power: Token) -> str | None:
    """`m3`, `km2`, where the power stands right at the metre."""
    return f"{word.key}{power.word.raw}" if power.glued and power.word.raw in ("2", "3") else None


def _form(word: Word) -> str:
    """The case of a unit or a counter: `tadan`, `tasi` have theirs in `lang/words/units.yml`."""
    counter = word.reading("counter")
    given = "nom" if counter is None else str(counter.classes["counter"])
    return word.form if given == "nom" else given


def _is_capital(rule: Rule, word: Word) -> bool:
    """Whether a unit of one letter is really an initial: `5 T. Karimov`."""
    return rule.gives == "unit" and len(word.key) == 1 and word.raw.isupper()


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


def _multiplies(sentence: Sentence, last: int, word: Word) -> bool:
    """Whether `marta`, `karra` multiply (`3 marta oshdi`) or count occasions (`ikki marta uchadi`)."""
    for stem, reach in _OCCASIONS:
        if word.key.startswith(stem):
            return any(begins(token.word, "changes") for token in sentence.tokens[last : last + reach])
    return True


def _is_of_number_before(sentence: Sentence, sign: int) -> bool:
    """Whether a sign belongs to the number before it: `5 mln $ 2021-yilda`, not `US$ 50`."""
    if not sign or sentence.tokens[sign + 1].glued:
        return False
    word = sentence.tokens[sign - 1].word
    return word.shape == "number" or word.has("magnitude")


def _sign_before(sentence: Sentence, number: Number) -> str | None:
    if not number.first:
        return None
    word = sentence.tokens[number.first - 1].word
    if (
        word.shape == "upper"
        and word.has("currency_code")
        and not _is_of_number_before(sentence, number.first - 1)
    ):
        return word.raw
    if word.shape != "mark" or _is_of_number_before(sentence, number.first - 1):
        return None
    return next((unit for name, unit in _SIGNS.items() if word.has(name)), None)
