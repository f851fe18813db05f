"""What the site hands to the search: one entry a page or passage, plain text in the page's script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class SearchEntry:
    """One page, or one passage of a source, that a reader can find.

    `location` is relative to the script's root (`bitimlar/x/`, `manbalar/x/#p3`); `type` is a record type,
    `page` or `passage`, `type_label` the word shown for it. `title`, `text` and `aliases` are plain and not
    escaped. `facets` hold years, places, status words and labels of kinds. `rank` orders equals: the number
    of mentions.
    """

    location: str
    title: str
    type: str
    type_label: str
    text: str
    aliases: tuple[str, ...]
    facets: tuple[str, ...]
    rank: int


def write_index(entries: Iterable[SearchEntry], site: Path, script: str) -> None:
    """Writes the shards, the worker and its shims of one script's site below `site/assets/search/`.

    `site` is the root of that script (`site/` for Latin, `site/kirill/` for Cyrillic), `script` is `latn` or
    `cyrl`.
    """
    from uzkz_kb.publish.search.build import write_shards

    write_shards(entries, site, script)
