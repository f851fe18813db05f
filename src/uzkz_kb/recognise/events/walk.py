"""The walk to the left of a noun that names a happening, word by word, to where its phrase begins."""

from __future__ import annotations

from uzkz_kb.model.document import Word
from uzkz_kb.model.findings import (
    DateFinding,
    Finding,
    OrganizationFinding,
    PersonFinding,
    PlaceFinding,
)
from uzkz_kb.recognise.events.between import (
    CONJUNCTIONS,
    FIRST,
    GIVEN_TO,
    OF_SOMEBODY,
    POSTPOSITIONS,
    PRONOUNS,
    SOFT_WORDS,
    TOLD_BEFORE,
    counts,
    is_mere,
    is_number,
    opening_of,
    says_nothing,
)
from uzkz_kb.recognise.events.heads import Head
from uzkz_kb.recognise.events.scene import Scene
from uzkz_kb.recognise.events.words import FREE_FORMS, HELD_VERBS, LEADERS, case_of, is_possessed, ordinal_at
from uzkz_kb.recognise.verbs import VerbGroup

#: No happening is named by more words than these.
LONGEST = 45


class Walk:
    """One walk to the left of a head. What is `soft` belongs to the phrase only if a firm word follows it."""

    def __init__(self, scene: Scene, head: Head, left: int) -> None:
        self.scene, self.head, self.left = scene, head, max(left, head.at - LONGEST)
        self.first = head.first
        self.ordinal: int | None = None
        self.quoted = self.named = self.this = self.another = False
        self.counted = False  # a number says how many there are
        self.described = False  # nothing but what a participle tells says which it is
        self.rite = False  # a verbal noun says what is done at it: ochilish marosimi
        self.held: bool | None = None
        self.owners: set[str] = set()
        if head.first < head.at and head.kind not in ("call", "briefing"):
            self.owners.update(token.word.key[:6] for token in scene.tokens[head.first : head.at])
        self.circumstance = False  # a date or a place where has been passed
        self.relaxed = False  # inside the words that a participle governs
        self.far = False  # what stands before belongs to another noun than the head
        self.owned = False  # the last word taken is somebody's: haykali, institutining
        self.izofa = head.possessive  # the words so far take a noun before them as their own

    def run(self) -> None:
        """Walk as far as the phrase reaches."""
        if self.head.first < self.head.at and self.head.first in self.scene.verb_at:
            self.first = self._object(self.head.first)
        elif self.scene.tokens[self.head.first].word.key in GIVEN_TO:
            self.relaxed = True
        at = self.first - 1
        while at >= self.left:
            reached = self._step(at)
            if reached is None:
                return
            at = reached - 1

    def _relax(self) -> None:
        """Go into the words that a participle governs."""
        known = self.owners or self.named or self.quoted or self.ordinal is not None
        self.described = self.described or not (known or self.relaxed)
        self.relaxed = True

    def _take(self, first: int) -> int:
        self.first = first
        return first

    def _step(self, at: int) -> int | None:
        """The first token of the unit that ends at `at`, if the walk goes on through it."""
        scene = self.scene
        cover = scene.covering.get(at)
        if cover is not None:
            return self._found(cover, at)
        told = TOLD_BEFORE.get(scene.tokens[at].word.key)
        if told is not None and not self.circumstance:
            self.held = told
            self._relax()
            joined = at > self.left and scene.tokens[at - 1].word.key == "bo'lib"
            return self._take(at - joined)
        verb = scene.verb_at.get(at)
        if verb is not None:
            return self._verb(verb)
        word = scene.tokens[at].word
        return self._noun(at, word) if is_mere(word.raw) else self._word(at, word)

    def _found(self, cover: Finding, at: int) -> int | None:
        """Through a date or a name that ends at `at` or beyond it."""
        if isinstance(cover, PlaceFinding):
            return self._place(cover)
        if isinstance(cover, PersonFinding | OrganizationFinding):
            return self._name(cover, at)
        if not isinstance(cover, DateFinding) or cover.governs not in ("at", "recurring"):
            return None
        if cover.first < self.left:
            return None
        self.circumstance = True
        return self._take(cover.first)

    def _place(self, place: PlaceFinding) -> int | None:
        form = place.form
        if form in ("gen", "nom", "adj", "lik"):
            if self.circumstance and form == "nom" and not self.relaxed and not self._visit():
                return None
            self.named = True
            self._own(place)
            self.circumstance = self.circumstance or form == "adj"
            return self._take(max(place.first, self.left))
        if form == "loc":
            self.circumstance = True
            return self._take(max(place.first, self.left))
        if form == "dat" and (self._visit() or self.relaxed):
            return self._take(max(place.first, self.left))
        return None

    def _name(self, name: PersonFinding | OrganizationFinding, at: int) -> int | None:
        form = case_of(self.scene.tokens[name.last - 1].word)
        first = max(name.first, self.left)
        if form in ("gen", "adj", "lik"):
            self.named = True
            self._own(name)
            self.circumstance = False
            return self._take(first)
        body = isinstance(name, OrganizationFinding) and not self.named
        theme = at + 1 == self.head.at and self.head.kind in OF_SOMEBODY and self.head.possessive
        if form == "nom" and (self._visit() or self.owned or body or theme):
            if self.circumstance and not (self._visit() or self.relaxed):
                return None
            self.owned = False
            self.named = True
            self._own(name)
            return self._take(first)
        if form == "dat" and self.relaxed:
            self.named = True
            self._own(name)
            return self._take(first)
        return None

    def _own(self, name: Finding) -> None:
        tokens = self.scene.tokens[name.first : name.last]
        self.owners.update(token.word.key[:6] for token in tokens if token.word.shape != "mark")

    def _verb(self, verb: VerbGroup) -> int | None:
        if verb.first < self.left:
            return None
        if verb.form in ("perfect", "participle"):
            if self.circumstance:
                return None
            if verb.has(*HELD_VERBS):
                self.held = verb.form == "perfect" and not verb.has("plan_verb")
            self._relax()
            return self._take(verb.first)
        if verb.nominal and verb.form == "noun" and not self.circumstance:
            self.owners.add(self.scene.tokens[verb.first].word.key[:6])
            self.rite = True
            return self._object(verb.first)
        return None

    def _object(self, first: int) -> int:
        """The words before a verbal noun that are its object: memorandumni imzolash, poyiga gul qo‘yish."""
        at = first - 1
        cover = self.scene.covering.get(at)
        if cover is not None and cover.first >= self.left and case_of(self.scene.tokens[at].word) == "acc":
            return self._take(cover.first)
        if at >= self.left and cover is None and at not in self.scene.verb_at:
            word = self.scene.tokens[at].word
            if word.shape != "mark" and case_of(word) in ("acc", "dat"):
                self.izofa = self.owned = is_possessed(word)
                return self._take(at)
        return self._take(first)

    def _word(self, at: int, word: Word) -> int | None:
        tokens = self.scene.tokens
        ordinal = ordinal_at(tokens, at)
        if ordinal is not None and not self.circumstance:
            if self.ordinal is None and (not self.far or word.has("roman")):
                self.ordinal = ordinal[1]
            return self._take(ordinal[0])
        if word.shape == "mark":
            return self._mark(at, word)
        if word.key == "tomonidan" and not self.relaxed:
            return None
        if word.key in FIRST and self.head.possessive and self.ordinal is None and not self.far:
            self.ordinal = 1
        many = counts(tokens, at) or (at + 1 == self.head.at and is_number(tokens, at))
        if many and not self.relaxed and not self.far:
            self.counted = True
        if word.has("event_this") and self.named:
            self.first = min(at + 2, self.head.first)  # Bu masala Bishkek sammitida …: the subject
            return None
        day = tokens[at + 1].word.has("day_word")  # shu kuni
        if word.has("event_this") and not (self.far or self.circumstance or day):
            self.this = True
        if word.has("event_another"):
            self.another = True
        if word.key in GIVEN_TO:
            self.relaxed = True
            self.owners.add(word.key)
            return self._take(at)
        if word.key == "bilan" and self.relaxed:
            self.owned = True
            return at
        if word.key in CONJUNCTIONS:
            return at if self._joins(at) else None
        if (
            word.has("event")
            and at == self.head.first - 1
            and case_of(word) == "nom"
            and not is_possessed(word)
        ):
            return self._take(at)  # taqdimot marosimi
        if word.key in PRONOUNS or (word.has("event") and case_of(word) != "gen"):
            return None
        if word.key in POSTPOSITIONS:
            self.izofa = True
            return at
        if word.key in SOFT_WORDS:
            return at
        return self._noun(at, word)

    def _noun(self, at: int, word: Word) -> int | None:
        """Through a word that is what its case makes it."""
        tokens = self.scene.tokens
        form = case_of(word)
        if form in FREE_FORMS:
            if self.circumstance and form != "gen" and not (self.relaxed and self._visit()):
                return None
            if form == "nom" and self._is_subject(at, word):
                return None
            if form == "gen":
                self.circumstance = False
                self.izofa = True
            self.owned = is_possessed(word)
            self.far = self.far or form == "gen" or self.owned
            if not says_nothing(word) and tokens[at + 1].word.key != "kunlik":
                self.owners.add(word.key[:6])
                if word.capital and at:
                    self.named = True
            return self._take(at)
        inside = form == "loc" and case_of(tokens[self.first].word) != "gen"  # uyida | Xivaning … kuni
        if inside or self.relaxed:
            self.far = True
            return at
        return None

    def _is_subject(self, at: int, word: Word) -> bool:
        """Whether a noun is no part of what follows: Vazirlar Ostonadagi uchrashuvda."""
        following = self.scene.tokens[at + 1].word
        if word.key.endswith("lar") and not word.has("event_plain"):
            return not (is_possessed(following) or following.key in CONJUNCTIONS)
        if not self.head.possessive and word.key.startswith(LEADERS) and not self._visit():
            return True
        if self.izofa or self.relaxed or self._visit():
            return False
        if word.readings:
            return word.readings[0].possessive
        return word.key.endswith(("lari", "imiz"))

    def _mark(self, at: int, word: Word) -> int | None:
        tokens = self.scene.tokens
        if word.has("close_quote") or word.has("quote"):
            opening = opening_of(self.scene, at, self.left)
            if opening is None:
                return None
            if not self.circumstance:
                self.quoted = True
                self.owners.update(t.word.key[:6] for t in tokens[opening + 1 : at] if t.word.shape != "mark")
            return self._take(opening)
        if word.has("hyphen"):
            return at
        if word.has("dash") and at > self.left and at + 1 < len(tokens):
            both = tokens[at - 1].word.capital and tokens[at + 1].word.capital
            return at if both or tokens[at].glued else None
        return None

    def _joins(self, at: int) -> bool:
        """Whether a conjunction joins two nouns of the phrase rather than two happenings or two clauses."""
        before = at - 1
        if before < self.left or self.circumstance:
            return False
        if before in self.scene.verb_at or self.scene.tokens[before].word.has("event"):
            return False
        word = self.scene.tokens[before].word
        return word.shape != "mark" and (case_of(word) in FREE_FORMS or before in self.scene.covering)

    def _visit(self) -> bool:
        return self.head.kind == "visit"
