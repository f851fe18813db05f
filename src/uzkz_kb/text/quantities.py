"""Quantities in words: 4500000000 USD is `4,5 mlrd dollar`, more than it `4,5 mlrd dollardan ortiq`."""

from __future__ import annotations

from decimal import Decimal

from uzkz_kb.lang import lang_data
from uzkz_kb.text.scripts import PageScript

_GROUP = "\N{NO-BREAK SPACE}"


def number_in_words(value: Decimal) -> str:
    """The number with a decimal comma and groups of three: 1303702.1 is `1 303 702,1`."""
    whole, _, rest = f"{abs(value):f}".partition(".")
    rest = rest.rstrip("0")
    groups = f"{int(whole):,}".replace(",", _GROUP) if len(whole) > 4 else whole
    return ("−" if value < 0 else "") + groups + (f",{rest}" if rest else "")


def quantity_in_words(
    value: Decimal, unit: str, comparator: str, script: PageScript, counted: str | None = None
) -> str:
    """Number, unit and comparator as a phrase; `counted` stands after a count: `60 ta loyiha`."""
    words = lang_data("interface/numbers.yml")
    number = _short(value, unit, script)
    name = words["units"].get(unit, {}).get(script, unit)
    tail = f" {counted}" if counted else ""
    of = f"{number} {name}"
    ablative = f"{number} {_with_ablative(name, script)}"
    pattern: str = words["comparators"][comparator][script]
    return pattern.format(**{"of": of, "from": ablative}) + tail


def _short(value: Decimal, unit: str, script: PageScript) -> str:
    """Large numbers in mln, mlrd, trln where that shortens them."""
    for magnitude in lang_data("interface/numbers.yml")["magnitudes"]:
        scaled = value.scaleb(-magnitude["power"])
        if abs(scaled) >= 1 and scaled == round(scaled, 3):
            return f"{number_in_words(scaled.normalize())} {magnitude[script]}"
    return number_in_words(value)


def _with_ablative(name: str, script: PageScript) -> str:
    return name.removesuffix("ь") + str(lang_data("interface/numbers.yml")["ablative"][script])
