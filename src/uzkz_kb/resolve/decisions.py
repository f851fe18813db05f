"""Every merge and every refusal, with its reason: what `explain` and the build's report print."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """Two findings held to be one, or kept apart, and why; both named by `source: words`."""

    what: str
    other: str
    merged: bool
    reason: str

    def __str__(self) -> str:
        verb = "is the same as" if self.merged else "is kept apart from"
        return f"{self.what} {verb} {self.other}: {self.reason}"


class Groups:
    """Union-find over hashable items, the earliest item of a group leading it."""

    def __init__(self, items: Iterable[Hashable]) -> None:
        self._leader = {item: item for item in items}
        self._order = {item: index for index, item in enumerate(self._leader)}

    def leader(self, item: Hashable) -> Hashable:
        """The item that stands for the group of `item`."""
        while (above := self._leader[item]) != item:
            self._leader[item] = self._leader[above]
            item = above
        return item

    def join(self, one: Hashable, other: Hashable) -> None:
        """Makes the two groups one."""
        first, second = sorted((self.leader(one), self.leader(other)), key=self._order.__getitem__)
        self._leader[second] = first

    def groups(self) -> Sequence[Sequence[Hashable]]:
        """All groups, members and groups in the order in which the items were given."""
        grouped: dict[Hashable, list[Hashable]] = {}
        for item in self._order:
            grouped.setdefault(self.leader(item), []).append(item)
        return list(grouped.values())
