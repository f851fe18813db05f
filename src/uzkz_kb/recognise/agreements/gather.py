"""Phrases gathered to documents: what each place adds to what was told before."""

from __future__ import annotations

from dataclasses import dataclass, field

from uzkz_kb.model.findings import AgreementFinding, Dating, EntityKey, Refusal
from uzkz_kb.model.kinds import AgreementStatus
from uzkz_kb.recognise.agreements.circumstances import date_of, place_of
from uzkz_kb.recognise.agreements.fields import term_of, validity_of
from uzkz_kb.recognise.agreements.identity import Content, called_again, content_of, latest, same
from uzkz_kb.recognise.agreements.items import Item
from uzkz_kb.recognise.agreements.judge import (
    PART_OF_A_NAME,
    Verdict,
    of_a_session,
    told_in_declaration,
    verdict,
)
from uzkz_kb.recognise.agreements.scene import awaited_date, scene_of, visit_date
from uzkz_kb.recognise.agreements.told import NOBODY, Context, Told, again_of, finding_of, status_of
from uzkz_kb.recognise.rules import word_of

#: From what was only planned to what holds: a later place may tell more.
_RANK: tuple[AgreementStatus, ...] = ("planned", "agreed", "signed", "adopted", "ratified", "in_force")


#: So many sentences make one telling.
_SHORTLY = 3


@dataclass(slots=True)
class Gathering:
    """The places found so far, in the order in which they were taken."""

    context: Context
    told: list[Told] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)

    def take(self, item: Item) -> None:
        """A phrase of the body: a new document, one named before, or none."""
        what, reason = verdict(item)
        if what is Verdict.NONE:
            self._refuse(item, reason)
            return
        words = content_of(item)
        if self.told and called_again(self.told[-1].item, item):
            self._add(len(self.told) - 1, item, words, None, None)
            return
        index: int | None = None
        if what is not Verdict.NEW and (item.bare or item.pointing or not item.specific):
            index = latest([one.item for one in self.told], item)
        if index is None:
            index = self._same_before(item, words, title=False)
        if index is None:
            index = self._unnamed_before(item)
        if index is not None:
            self._add(index, item, words, *self._when_and_where(item))
        elif what is not Verdict.AGAIN:
            self.told.append(Told(item, words, status_of(item), *self._when_and_where(item)))
        else:
            self._refuse(item, "it speaks of a document named before, and none that it fits is")

    def goes_on(self, sentence: int) -> bool:
        """Whether what two sides agreed on or signed was told shortly before the sentence of that index."""
        if not self.told:
            return False
        before = self.told[-1]
        near = sentence - before.item.sentence.index <= _SHORTLY
        return near and before.again is None and before.item.act is not None and before.item.act.done

    def _refuse(self, item: Item, reason: str) -> None:
        head = item.head
        rule = head.modifier if reason == PART_OF_A_NAME else "agreements.judge"
        place = (item.sentence.index, head.at, head.at + 1)
        self.refused.append(Refusal("agreement noun", *place, rule, reason))

    def _unnamed_before(self, item: Item) -> int | None:
        """What was signed just before without its name, which the phrase now gives: shu haqdagi shartnoma."""
        if not self.told or item.act is not None or not item.specific:
            return None
        before = self.told[-1]
        near = 0 < item.sentence.index - before.item.sentence.index <= 2
        alike = before.item.bare and before.item.head.stem == item.head.stem
        if not near or not alike or before.again is not None:
            return None
        before.named = item._replace(act=before.item.act)
        before.words = content_of(item)
        return len(self.told) - 1

    def take_heading(self, item: Item, date: Dating, place: EntityKey | None) -> None:
        """The document that the text itself is."""
        self.told.append(Told(item, content_of(item), "adopted", date, place))

    def take_title(self, item: Item) -> None:
        """A phrase of the headline: a second mention, or a document that the text leaves unnamed."""
        if item.head.generic or item.head.plural:
            self._refuse(item, "many documents, or any, in a headline")
            return
        words = content_of(item)
        index = self._same_before(item, words, title=True)
        if index is None:
            index = self._only_one_of_its_noun(item, words)
        if index is not None:
            self._add(index, item, words, None, None)
        elif item.specific and item.act is not None and verdict(item)[0] is Verdict.NEW:
            date = date_of(item, self.context.dates.get(item.sentence.index, ()), self.context.published)
            self.told.append(
                Told(
                    item,
                    words,
                    status_of(item),
                    date,
                    place_of(item, self.context.names.get(item.sentence.index, NOBODY)),
                )
            )
        else:
            self._refuse(item, "the headline names no document that the text tells of")

    def findings(self) -> tuple[AgreementFinding, ...]:
        """All places as findings, in the order of the text."""
        order = sorted(range(len(self.told)), key=lambda i: _position(self.told[i].item))
        leads: dict[int, int] = {}
        found: list[AgreementFinding] = []
        for position, index in enumerate(order):
            first, item = self._first(index), self.told[index].item
            lead = leads.setdefault(first, position)
            if lead == position:
                found.append(finding_of(self.context, self.told[first], item))
            else:
                found.append(again_of(found[lead], item, lead))
        return tuple(found)

    def _first(self, index: int) -> int:
        again = self.told[index].again
        return index if again is None else again

    def _when_and_where(self, item: Item) -> tuple[Dating | None, EntityKey | None]:
        context, act = self.context, item.act
        date = date_of(item, context.dates.get(item.sentence.index, ()), context.published)
        place = place_of(item, context.names.get(item.sentence.index, NOBODY))
        self._take_dates(item)
        entry = context.telling.chronicle.get(item.sentence.index)
        if entry is not None and _told_in_entry(item):
            return date or entry.dating.told_elsewhere(), place or entry.place
        if act is None and date is None and (told_in_declaration(item) or of_a_session(item)):
            return scene_of(context.telling, item)
        if act is None or (act is item.signed and not self._at_a_happening(item)):
            return date, place
        if date is None and act.status == "planned" and not act.done:
            return awaited_date(context.telling, item), place
        if not act.done or act.loose or act.status in ("in_force", "ratified", "planned"):
            return date, place
        if date is not None and place is not None:
            return date, place
        then, there = scene_of(context.telling, item)
        if date is None:
            return then or visit_date(context.telling, item), place or there
        return date, place or (there if then is not None and then.edtf == date.edtf else None)

    def _at_a_happening(self, item: Item) -> bool:
        """Whether a participle says no more than at what happening: yig‘ilishda imzolangan bayonnoma."""
        if item.signed is None:
            return False
        return (
            word_of("happening_point").search(item.sentence.codes, item.clause, item.signed.first) is not None
        )

    def _take_dates(self, item: Item) -> None:
        """Leaves the dates of the participle before the noun to this document alone."""
        if item.signed is not None:
            self.context.telling.taken.update(
                (date.sentence, date.first)
                for date in self.context.dates.get(item.sentence.index, ())
                if item.clause <= date.first < item.signed.first
            )

    def _same_before(self, item: Item, words: Content, *, title: bool) -> int | None:
        for index in range(len(self.told) - 1, -1, -1):
            one = self.told[index]
            if one.again is None and same(one.naming, item, one.words, words, title=title):
                return index
        return None

    def _only_one_of_its_noun(self, item: Item, words: Content) -> int | None:
        """The one document of the text with the headline's noun, unless both say what they are about."""
        some = [
            i for i, one in enumerate(self.told) if one.again is None and one.item.head.stem == item.head.stem
        ]
        if len(some) != 1:
            return None
        mine, its = words.words, self.told[some[0]].words.words
        differ = bool(mine) and bool(its) and not mine & its
        return None if differ else some[0]

    def _add(
        self, index: int, item: Item, words: Content, date: Dating | None, place: EntityKey | None
    ) -> None:
        """A further place: a later status, or the date of the signing, told there, holds for the document."""
        first = self._first(index)
        one = self.told[first]
        if item.act is not None:
            status = status_of(item)
            term = term_of(item, self.context.dates.get(item.sentence.index, ()), one.date)
            if term is not None:
                one.valid = term
            elif _RANK.index(status) > _RANK.index(one.status) and one.status != "agreed":
                one.status = status
            signs = item.act.done and item.act.status in ("signed", "adopted")
            if one.date is None and signs and item.sentence.section == "body":
                one.date = date
            if date is not None and one.date is None and status == one.status == "planned":
                one.date, one.place = date, one.place or place
            if signs and date is not None and date != one.date and self._told_here(item, one):
                one.date, one.place = date, place or one.place
            if signs and one.place is None and item.sentence.section == "body" and one.date == date:
                one.place = place
        if one.valid is None:
            one.valid = validity_of(item, self.context.dates.get(item.sentence.index, ()))
        self.told.append(Told(item, words, one.status, one.date, one.place, again=first))

    def _told_here(self, item: Item, one: Told) -> bool:
        """Whether the item's own sentence dates the signing, while that of the first place does not."""
        dates, published = self.context.dates, self.context.published
        if date_of(one.item, dates.get(one.item.sentence.index, ()), published) is not None:
            return False
        return date_of(item, dates.get(item.sentence.index, ()), published) is not None


def _told_in_entry(item: Item) -> bool:
    """Whether a chronicle's entry tells that the document was signed, or will be."""
    act = item.act
    if act is None or act is item.signed or act.recalled:
        return False
    return act.status in ("signed", "adopted", "agreed", "planned")


def _position(item: Item) -> tuple[int, int]:
    return item.sentence.index, item.first
