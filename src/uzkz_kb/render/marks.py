"""A text with every mention marked and linked to its record, however mentions nest or overlap.

Each mention is a `span` with an id made of its offsets, so that quotations can lead to it. HTML allows no
link within a link: words under several mentions lead to the narrowest one's record, and a mention that has no
words of its own left gets a small sign behind it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from uzkz_kb.model.records import RECORD_TYPES
from uzkz_kb.render.escape import escaped
from uzkz_kb.render.layout import Stretch

_RANK = {cls.model_fields["type"].default: rank for rank, cls in enumerate(RECORD_TYPES)}


@dataclass(frozen=True)
class Mark:
    """A mention in a text: its offsets, and the record it speaks of."""

    start: int
    end: int
    record_id: str
    record_type: str
    title: str
    href: Markup


def anchor(start: int, end: int) -> str:
    """The id of a mention in its source's page."""
    return f"m-{start}-{end}"


def marked(
    text: str, part: Stretch, marks: Iterable[Mark], anchors: set[str], also: Callable[[str], str]
) -> Markup:
    """`text[part]` as HTML; `anchors` holds the ids given so far and grows, `also` words the sign's label."""
    inside = sorted(
        (mark for mark in marks if mark.start < part.end and part.start < mark.end),
        key=lambda mark: (mark.start, -mark.end, _RANK[mark.record_type], mark.record_id),
    )
    edges = {part.start, part.end}
    beginning: dict[int, list[Mark]] = {}
    for mark in inside:
        beginning.setdefault(max(mark.start, part.start), []).append(mark)
        edges |= {max(mark.start, part.start), min(mark.end, part.end)}
    cuts = sorted(edges)
    html: list[str] = []
    stack: list[Mark] = []
    linked: set[Mark] = set()
    for at, cut in enumerate(cuts):
        stack = _closed(html, stack, cut, part, linked, also)
        for mark in beginning.get(cut, ()):
            stack.append(mark)
            html.append(_opening(mark, anchors))
        if cut == part.end:
            break
        words = escaped_line(text[cut : cuts[at + 1]])
        if stack and words.strip():
            linked.add(stack[-1])
            words = Markup('<a href="{}">{}</a>').format(stack[-1].href, words)
        html.append(words)
    return Markup("".join(html))


def escaped_line(words: str) -> Markup:
    """Words of a seed, safe, with a word that was broken over two lines closed up at its hyphen."""
    return escaped(_closed_up(words))


def _closed_up(words: str) -> str:
    lines = words.splitlines()
    joined = ""
    for at, line in enumerate(lines):
        nothing_lost = (
            at + 1 < len(lines) and line.rstrip().endswith("-") and lines[at + 1].lstrip()[:1].islower()
        )
        glue = "" if nothing_lost and line.rstrip()[-2:-1].isalpha() else "\n"
        joined += (line.rstrip() if not glue else line) + (glue if at + 1 < len(lines) else "")
        if not glue:
            lines[at + 1] = lines[at + 1].lstrip()
    return joined + ("\n" if words.endswith(("\n", "\r")) else "")


def _opening(mark: Mark, anchors: set[str]) -> str:
    name = anchor(mark.start, mark.end)
    if name in anchors:
        return f'<span class="mark mark--{mark.record_type}">'
    anchors.add(name)
    return f'<span class="mark mark--{mark.record_type}" id="{name}">'


def _closed(
    html: list[str], stack: list[Mark], cut: int, part: Stretch, linked: set[Mark], also: Callable[[str], str]
) -> list[Mark]:
    """Closes what ends at `cut`; what crosses it is closed with it and opened again."""
    ending = [mark for mark in stack if min(mark.end, part.end) == cut]
    if not ending:
        return stack
    depth = stack.index(ending[0])
    reopened = []
    for mark in reversed(stack[depth:]):
        html.append("</span>")
        if mark in ending:
            if mark not in linked and cut > max(mark.start, part.start):
                html.append(_sign(mark, also))
        else:
            reopened.append(mark)
    kept = stack[:depth]
    for mark in reversed(reopened):
        html.append(f'<span class="mark mark--{mark.record_type}">')
        kept.append(mark)
    return kept


def _sign(mark: Mark, also: Callable[[str], str]) -> str:
    label = escaped(also(mark.title))
    return Markup('<a class="mark__sign mark--{}" href="{}" title="{}" aria-label="{}">◦</a>').format(
        mark.record_type, mark.href, label, label
    )
