"""One page's view of the records: titles, links, dates and quotations in the page's script, safe to print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from uzkz_kb.model.knowledge import Records
from uzkz_kb.model.records import Agreement, Event, Figure, Record, Source
from uzkz_kb.render.connections import Connections
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.interface import LANG, Interface, PageScript, has_label, section_slug
from uzkz_kb.render.marks import escaped_line
from uzkz_kb.text.dates_in_words import date_in_words, recurring_in_words
from uzkz_kb.text.quantities import quantity_in_words
from uzkz_kb.text.transliterate import to_cyrillic, to_latin


@dataclass(frozen=True)
class View:
    """What a template may ask; `here` is the page's path below the root of its script, `bitimlar/x/`."""

    records: Records
    links: Connections
    sources: Mapping[str, Source]
    texts: Mapping[str, str]
    interface: Interface
    here: str = ""

    def at(self, path: str) -> View:
        """The same view from another page."""
        return replace(self, here=path)

    @property
    def script(self) -> PageScript:
        """`latn` or `cyrl`."""
        return self.interface.script

    def href(self, path: str, fragment: str = "") -> Markup:
        """The relative address, from this page, of another below the same root: slugs, safe as they are."""
        whole = "../" * self.here.count("/") + path or "./"
        return Markup(whole + (f"#{fragment}" if fragment else ""))

    def title(self, record: Record) -> str:
        """The record's title or name."""
        return str(getattr(record.names, self.script))

    def link(self, record: Record, fragment: str = "") -> Markup:
        """A link to the record's page by its title."""
        href = self.href(path_of(record), fragment)
        return Markup('<a href="{}">{}</a>').format(href, escaped(self.title(record)))

    def link_id(self, record_id: str) -> Markup:
        """A link to the record of this id; its bare id where there is no such record."""
        record = self.records.by_id.get(record_id)
        return self.link(record) if record else escaped(record_id)

    def found(self, ids: Iterable[str | None]) -> list[Record]:
        """The records of these ids that exist, in the order given."""
        return [self.records.by_id[one] for one in ids if one is not None and one in self.records.by_id]

    def date(self, edtf: str | None) -> str:
        """The date in words, or that there is none."""
        return date_in_words(edtf, self.script) if edtf else self.interface.text("undated")

    def recurring(self, recurring: str) -> str:
        """A yearly day in words."""
        return recurring_in_words(recurring, self.script)

    def relative_to(self, edtf: str) -> str:
        """`2016-yilga nisbatan`."""
        words = date_in_words(edtf, self.script).removesuffix("ь")
        return self.interface.text("relative_to", words)

    def quantity(self, figure: Figure) -> str:
        """The figure's value, unit and comparator, and what was counted."""
        counted = getattr(figure.counted, self.script) if figure.counted else None
        return quantity_in_words(
            Decimal(figure.value), figure.unit, figure.comparator, self.script, counted=counted
        )

    def period(self, figure: Figure) -> str:
        """The figure's period in words; where none is stated, that, and when its source was written."""
        if figure.period:
            return self.date(figure.period)
        unknown, written = self.interface.text("period_unknown"), self.date_of(figure)
        if written is None:
            return unknown
        return f"{unknown} ({self.interface.text('source_date', self.date(written))})"

    def date_of(self, figure: Figure) -> str | None:
        """The figure's period, else when its source was written."""
        source = self.sources.get(figure.mentions[0].source)
        return figure.period or (source.published if source else None)

    def indicator(self, figure: Figure) -> str:
        """The indicator's name; a new one, which has no label yet, is called by the figure's own title."""
        if has_label("indicator", figure.indicator):
            return self.interface.label("indicator", figure.indicator)
        return self.title(figure)

    def kind(self, record: Record) -> str:
        """What the record's kind is called."""
        return self.interface.label(f"{record.type}_kind", record.kind)

    def particulars(self, record: Agreement | Event) -> list[str]:
        """What a list adds to kind and date: between whom and on what, or where; nothing of the unknown."""
        if isinstance(record, Event):
            return [self.title(place) for place in self.found([record.place])]
        parties = " – ".join(self.title(party) for party in self.found(record.parties))
        sectors = ", ".join(self.interface.label("sector", sector) for sector in record.sectors)
        return [words for words in (parties, sectors) if words]

    def in_page_script(self, words: str) -> str:
        """Words a source or a sidecar gives in one script, in this page's; addresses stay as they are."""
        if "://" in words or ("." in words.strip(".").replace(". ", "") and " " not in words):
            return words
        return to_cyrillic(words) if self.script == "cyrl" else to_latin(words)

    def lang_of(self, words: str) -> str:
        """The `lang` of words as they stand in a source."""
        return LANG[script_of(words)]

    def line(self, words: str) -> Markup:
        """Words of a seed, safe and without its line breaks."""
        return escaped_line(words)


def path_of(record: Record) -> str:
    """The record's address below the root of its script: `bitimlar/<id>/`."""
    return f"{section_slug(record.type)}/{record.id}/"


def script_of(words: str) -> PageScript:
    """The script most letters of the words are of."""
    cyrillic = sum("Ѐ" <= char <= "ӿ" for char in words)
    return "cyrl" if cyrillic * 2 > sum(char.isalpha() for char in words) else "latn"
