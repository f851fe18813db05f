"""Groups of figure findings → records, titled by what is measured, how much, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.model.findings import Dating, FigureFinding
from uzkz_kb.model.records import Figure, Names
from uzkz_kb.resolve.dates import best_dating
from uzkz_kb.resolve.ledger import slug_of
from uzkz_kb.resolve.proto import Proto, References, dating_fields, mentions_of
from uzkz_kb.resolve.quantities import SourcedFigure
from uzkz_kb.text.dates_in_words import date_in_words
from uzkz_kb.text.keys import key
from uzkz_kb.text.quantities import quantity_in_words
from uzkz_kb.text.scripts import PAGE_SCRIPTS, PageScript
from uzkz_kb.text.transliterate import names, to_latin

#: How far behind a change the word that tells its direction may stand.
_BEHIND = 40


def figure_protos(groups: Sequence[Sequence[SourcedFigure]], texts: Mapping[str, str]) -> list[Proto]:
    """One record a statement."""
    return [_figure(group, texts) for group in groups]


def _figure(group: Sequence[SourcedFigure], texts: Mapping[str, str]) -> Proto:
    first = group[0][1]
    period = best_dating(figure.period for _, figure in group)
    base = best_dating(figure.base for _, figure in group)

    source, span = group[0][0], first.span
    quote = texts[source][span.start : span.end]
    title = _title(first, period, _falls(texts[source], span.end, quote) if first.change else False)

    def fields(references: References) -> dict[str, Any]:
        return {
            "kind": first.kind,
            "title": title,
            "value": first.value,
            "unit": first.unit,
            "comparator": first.comparator,
            "indicator": first.indicator,
            "counted": names(first.counted) if first.counted else None,
            **dating_fields("period", period),
            **dating_fields("base", base),
            "change": first.change,
        }

    mentions = mentions_of(((source, figure.span) for source, figure in group), texts)
    keys = tuple(("figure", (source, figure.span)) for source, figure in group)
    return Proto(Figure, keys, _slug(first, period, title.latn), mentions, fields)


def _title(figure: FigureFinding, period: Dating | None, falls: bool) -> Names:
    """“Tovar ayirboshlash hajmi o‘sishi: 31,2 foiz (2017)”, in both scripts."""
    counted = names(figure.counted) if figure.counted else None
    titles: dict[str, str] = {}
    for script in PAGE_SCRIPTS:
        head = _head(figure, script, falls)
        what = getattr(counted, script) if counted and not head else None
        amount = quantity_in_words(figure.value, figure.unit, figure.comparator, script, what)
        titles[script] = f"{head}: {amount}" if head else amount
        aside = ", ".join(part for part in (_when(period, script), _told_as(figure, script)) if part)
        titles[script] += f" ({aside})" if aside else ""
    return Names(latn=titles["latn"], cyrl=titles["cyrl"])


def _head(figure: FigureFinding, script: PageScript, falls: bool) -> str:
    """What is measured; of a change, that it is one."""
    labels = lang_data("interface/kinds.yml")["indicator"]
    label: str = labels.get(figure.indicator, {}).get(script, "")
    change: str = lang_data("titles.yml")["changes"]["fall" if falls else "rise"][script]
    if not label and not figure.counted:
        label = lang_data("titles.yml")["nameless"][script]
    if figure.unit == "percent" and not figure.change:
        number, share = lang_data("titles.yml")["share_of_number"][script]
        return f"{label.removesuffix(number)}{share}" if label.endswith(f" {number}") else label
    if not label or not figure.change or change in label.lower():
        return label
    if figure.indicator == "growth":
        return change.capitalize()
    return f"{label} {change}"


def _when(period: Dating | None, script: PageScript) -> str:
    """The period: whole years by their numbers, parts of years in words."""
    if period is None or period.edtf is None:
        return ""
    parts = period.edtf.split("/")
    if all(part.isdigit() for part in parts):
        return "–".join(dict.fromkeys(parts))
    return date_in_words(period.edtf, script)


def _told_as(figure: FigureFinding, script: PageScript) -> str:
    """What it is where it is no fact: a target, a plan, a forecast."""
    return str(lang_data("titles.yml")["figure_kinds"].get(figure.kind, {}).get(script, ""))


def _falls(text: str, end: int, quote: str) -> bool:
    """Whether the words of a change, or those right behind it, say that it went down."""
    directions = lang_data("titles.yml")
    for word in f"{quote} {text[end : end + _BEHIND]}".split():
        told = key(to_latin(word))
        if told.startswith(tuple(key(one) for one in directions["rises"])):
            return False
        if told.startswith(tuple(key(one) for one in directions["falls"])):
            return True
    return False


def _slug(figure: FigureFinding, period: Dating | None, title: str) -> str:
    """The address: what is measured, its years, how much; nothing of how sure the source was."""
    label = title.partition(": ")[0] if ": " in title else figure.counted or ""
    amount = quantity_in_words(figure.value, figure.unit, "eq", "latn")
    amount = amount.replace("\N{NO-BREAK SPACE}", "").replace(",", "-")
    if figure.unit == "count":
        amount = amount.removesuffix(" ta")
    told = (label, _told_as(figure, "latn"), _years(period), amount)
    return slug_of("-".join(part for part in told if part))


def _years(period: Dating | None) -> str:
    if period is None or period.edtf is None:
        return ""
    years = dict.fromkeys(part[:4] for part in period.edtf.split("/") if part[:4].isdigit())
    return "-".join(years)
