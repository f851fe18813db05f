"""All records at once, found by id and by type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar, cast

from uzkz_kb.model.records import RECORD_TYPES, Record

R = TypeVar("R", bound=Record)


class Records:
    """The knowledge base in memory: immutable, each type in the order of its ids.

    Ids are unique over all types, so that a list of participants may name people, organizations and states.
    """

    def __init__(self, records: Iterable[Record]) -> None:
        ordered = sorted(records, key=lambda record: (record.type, record.id))
        by_type = {cls: tuple(r for r in ordered if type(r) is cls) for cls in RECORD_TYPES}
        self._by_type: Mapping[type[Record], tuple[Record, ...]] = MappingProxyType(by_type)
        self.by_id: Mapping[str, Record] = MappingProxyType({record.id: record for record in ordered})

    def of(self, record_type: type[R]) -> tuple[R, ...]:
        """All records of one type, in the order of their ids."""
        return cast(tuple[R, ...], self._by_type[record_type])

    def find(self, record_type: type[R], record_id: str | None) -> R | None:
        """The record of that type and id, where there is one."""
        record = None if record_id is None else self.by_id.get(record_id)
        return record if isinstance(record, record_type) else None

    def __iter__(self) -> Iterator[Record]:
        for record_type in RECORD_TYPES:
            yield from self._by_type[record_type]

    def __len__(self) -> int:
        return len(self.by_id)
