"""Records that wait for their ids, and the references between them until then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from uzkz_kb.model.document import Span
from uzkz_kb.model.findings import Dating
from uzkz_kb.model.records import Mention, Record

#: What a finding calls another record: ("entity", its key), ("event", (source, index)) …
Key = tuple[str, object]


class References:
    """Ids by the keys that findings use; a key without a record gives nothing."""

    def __init__(self, ids: Mapping[Key, str]) -> None:
        self._ids = ids

    def one(self, kind: str, key: object | None) -> str | None:
        """The id behind a key, where there is a record."""
        return None if key is None else self._ids.get((kind, key))

    def many(self, kind: str, keys: Iterable[object]) -> tuple[str, ...]:
        """The ids behind keys, each once, in order."""
        found = (self._ids.get((kind, key)) for key in keys)
        return tuple(dict.fromkeys(one for one in found if one is not None))


@dataclass(frozen=True, slots=True)
class Proto:
    """A record without its id: its model, what others call it, the slug it would like, how to fill it in."""

    model: type[Record]
    keys: tuple[Key, ...]
    slug: str
    mentions: tuple[Mention, ...]
    fields: Callable[[References], Mapping[str, Any]]

    @property
    def type(self) -> str:
        """The record's type."""
        return str(self.model.model_fields["type"].default)

    def record(self, record_id: str, references: References) -> Record:
        """The finished record; fields that no source states are left out."""
        fields = {name: value for name, value in self.fields(references).items() if value is not None}
        return self.model(id=record_id, mentions=self.mentions, **fields)


def mentions_of(spans: Iterable[tuple[str, Span]], texts: Mapping[str, str]) -> tuple[Mention, ...]:
    """Mentions with their quotes, in the order of sources and places, each place once."""
    ordered = sorted(set(spans))
    return tuple(
        Mention(source=source, start=span.start, end=span.end, quote=texts[source][span.start : span.end])
        for source, span in ordered
    )


def dating_fields(name: str, dating: Dating | None) -> dict[str, Any]:
    """`name`, `name_text` and `name_basis` as records have them."""
    if dating is None:
        return {}
    text = " ".join(dating.text.split())
    return {name: dating.edtf, f"{name}_text": text, f"{name}_basis": dating.basis if dating.edtf else None}
