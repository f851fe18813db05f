"""All records at once, found by id and by type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from uzkz_kb.model.records import RECORD_TYPES, Record

R = TypeVar("R", bound=Record)


class Records:
    """The knowledge base in memory: immutable, each type in the order of its ids.

    Ids are unique within a type; `by_id` is keyed by `(type, id)`, so that a place and an organization
    may share a slug without one hiding the other.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        ordered = sorted(records, key=lambda record: (record.type, record.id))
        by_type = {cls: tuple(r for r in ordered if type(r) is cls) for cls in RECORD_TYPES}
        self._by_type: Mapping[type[Record], tuple[Record, ...]] = MappingProxyType(by_type)
        self.by_id: Mapping[tuple[str, str], Record] = MappingProxyType({(r.type, r.id): r for r in ordered})

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """All records of one type, in the order of their ids."""
        return cast(tuple[R, ...], self._by_type[record_type])

    def find(self, record_type: type[R], record_id: str | None) -> R | None:
        """The record of that type and id, where there is one."""
        if record_id is None:
            return None
        label = record_type.model_fields["type"].default
        return cast("R | None", self.by_id.get((label, record_id)))

    def __iter__(self) -> Iterator[Record]:
        for record_type in RECORD_TYPES:
            yield from self._by_type[record_type]

    def __len__(self) -> int:
        return len(self.by_id)
