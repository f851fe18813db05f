"""A number with its unit, as the words give it: what later steps tell more of."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

#: Small numbers in words count things only with `ta`, `nafar` …: `besh davlat` says which, not how many.
SMALL = 10
#: How many sentences on a period, an indicator or a unit is carried.
CARRY = 3
THOUSAND, MILLION = Decimal(1000), Decimal(1_000_000)


class Quantity(NamedTuple):
    """A number with its unit: the tokens `first:last` that say it, the case of the last one, the rule.

    `counter` tells that `ta`, `nafar` … stands with it, `digits` that it is not in words alone.
    """

    value: Decimal
    unit: str
    first: int
    last: int
    form: str
    rule: str
    counter: bool = False
    digits: bool = True

    @property
    def money(self) -> bool:
        """Whether it is a sum of money."""
        return len(self.unit) == 3 and self.unit.isupper()
