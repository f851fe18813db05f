"""Happenings: visits, talks, sessions, forums, openings — each once, however often it is told of.

A noun names a happening (`nouns`), or a verb does (`deeds`). A phrase that tells of one already found points
to it (`same_as`), and gives it what it did not say yet: its date, its place (`tale`).
"""

from __future__ import annotations

from uzkz_kb.model.document import Document
from uzkz_kb.model.findings import AgreementFinding, DateFinding, Dating, EventFinding, Names, Refusal
from uzkz_kb.recognise.entries import Entry, entries
from uzkz_kb.recognise.events.again import next_events, numbered_events, taken_up
from uzkz_kb.recognise.events.carry import Carry
from uzkz_kb.recognise.events.deeds import verb_events
from uzkz_kb.recognise.events.glance import tells_without, worth_a_look
from uzkz_kb.recognise.events.heads import Head, has_a_head, judged_heads, refusal
from uzkz_kb.recognise.events.naming import named_by, naming_verbs
from uzkz_kb.recognise.events.nearby import IT
from uzkz_kb.recognise.events.nouns import Draft, noun_events
from uzkz_kb.recognise.events.page import dateline_place
from uzkz_kb.recognise.events.rites import own_rites
from uzkz_kb.recognise.events.same import FAMILY
from uzkz_kb.recognise.events.scene import Scene, scene_of, surroundings
from uzkz_kb.recognise.events.tale import Tale
from uzkz_kb.recognise.events.together import reciprocal_event
from uzkz_kb.recognise.verbs import Verbs, may_have


def find_events(
    document: Document,
    dates: tuple[DateFinding, ...],
    names: Names,
    agreements: tuple[AgreementFinding, ...],
    published: Dating | None,
) -> tuple[EventFinding, ...]:
    """The happenings of a document, in the order of the text; later mentions carry `same_as`."""
    return judged_events(document, dates, names, agreements, published)[0]


def judged_events(
    document: Document,
    dates: tuple[DateFinding, ...],
    names: Names,
    agreements: tuple[AgreementFinding, ...],
    published: Dating | None,
    verbs: Verbs | None = None,
) -> tuple[tuple[EventFinding, ...], tuple[Refusal, ...]]:
    """`find_events`, and the nouns that name no particular happening, with the reason.

    `verbs` are those of the document, where somebody else reads them too.
    """
    verbs = verbs or Verbs()
    refused: list[Refusal] = []
    near = surroundings(dates, names, agreements)
    told = entries(document, dates, names.places)
    carry = Carry(agreements, names, published, told, dateline_place(document, names))
    tale = Tale(carry, published)
    for sentence in document.sentences:
        if sentence.section not in ("title", "body"):
            continue
        index = sentence.index
        dated, placed = index in near.dates, index in near.places
        if dated:
            carry.turn_to(sentence, near.dates[index])
            if sentence.tokens[0].word.has("open_paren"):
                tale.set_apart(sentence, near.dates[index], near.places.get(index, ()))
        people = near.people.get(index, ())
        together = dated and placed and len(people) > 1
        goes_on = (dated or placed) and sentence.tokens[0].word.key in IT
        if together or goes_on or worth_a_look(sentence, dated or index in told, placed):
            naming = naming_verbs(dated or index in told, placed, bool(people))
            headed = has_a_head(sentence)
            if not (
                headed
                or together
                or goes_on
                or (may_have(sentence, naming) and named_by(verbs.of(sentence), naming))
                or tells_without(sentence, dated, placed)
            ):
                continue
            scene = scene_of(sentence, verbs.of(sentence), near)
            heads, no_heads = judged_heads(scene) if headed else ([], [])
            refused.extend(no_heads)
            nouns: list[Draft] = []
            for noun in noun_events(scene, heads):
                if isinstance(noun, Draft):
                    nouns.append(noun)
                else:
                    refused.append(noun)
            drafts = _drafts(scene, naming, tale, heads, nouns, told.get(index))
            if goes_on and not drafts:
                tale.it_goes_on(scene)
            for draft in drafts:
                reason = tale.add(draft, scene)
                if reason is not None:
                    refused.append(refusal(scene, draft.event.last - 1, *reason))
    return tuple(tale.events), tuple(refused)


def _drafts(
    scene: Scene,
    naming: frozenset[str],
    tale: Tale,
    heads: list[Head],
    nouns: list[Draft],
    entry: Entry | None,
) -> list[Draft]:
    """What nouns, and verbs of the classes `naming`, name in a sentence, in the order of the text."""
    verbs: list[Draft] = []
    deeds = named_by(scene.verbs, naming)
    if deeds:
        taken = frozenset(
            at
            for draft in nouns
            for at in range(draft.event.last - 1, draft.event.last + (0 if draft.aside else 1))
            if not draft.bare or at < draft.event.last
        )
        verbs = [
            draft
            for draft in verb_events(scene, deeds, taken, entry)
            if not _overlaps_noun(scene, draft, nouns)
        ]
    if not nouns and not verbs:
        verbs = list(reciprocal_event(scene))
    drafts = [*nouns, *verbs, *numbered_events(scene, heads), *next_events(scene, tale.known)]
    drafts.extend(rite for rite in own_rites(scene) if not _told(rite, drafts))
    drafts.extend(taken_up(scene, heads, tale.known))
    if len(drafts) > 1:
        drafts.sort(key=lambda draft: (draft.event.first, draft.event.last))
    return drafts


#: A noun so near the verb is told by it: … samolyot halokatga uchradi.
_BESIDE = 3


def _told(rite: Draft, drafts: list[Draft]) -> bool:
    """Whether what has a day of its own is found already."""
    return any(
        draft.event.first < rite.event.last
        and rite.event.first < draft.event.last
        and (not draft.bare or draft.event.last == rite.event.last - 1)
        for draft in drafts
    )


def _overlaps_noun(scene: Scene, draft: Draft, nouns: list[Draft]) -> bool:
    """Whether the verb is only what became of a happening that a noun of its clause names."""
    if draft.event.kind == "opening" and any(noun.event.last == draft.event.last - 1 for noun in nouns):
        verb = scene.verb_at.get(draft.event.last - 1)  # forumining ochilishida: no other than the forum
        return verb is None or verb.form != "noun" or draft.event.date is None
    if draft.event.rule == "events.verb.assemble" and draft.event.kind == "meeting":
        return any(
            draft.event.first < noun.event.last <= draft.event.last for noun in nouns if not noun.aside
        )
    return any(
        draft.event.first <= noun.event.last - 1 < draft.event.last
        and not noun.aside
        and (
            (
                FAMILY[noun.event.kind] == FAMILY[draft.event.kind]
                and (draft.event.kind != "other" or noun.event.last > draft.event.last - _BESIDE)
            )
            or draft.event.kind in ("opening", "founding", "visit")
        )
        for noun in nouns
    )


def example_values(text: str) -> list[str]:
    """The happenings of a text by itself: `kind status date place: name`."""
    from uzkz_kb.recognise.events.examples import values

    return values(text)


__all__ = ["example_values", "find_events", "judged_events"]
