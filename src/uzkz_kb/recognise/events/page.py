"""What the layout of a text says of its happenings: the place of its dateline, the items of a list."""

from __future__ import annotations

from uzkz_kb.model.document import Document, Sentence
from uzkz_kb.model.findings import EntityKey, Names
from uzkz_kb.recognise.events.scene import Scene

#: A dateline stands in one of so many sentences at the top.
_TOP = 3
#: So many sentences after a colon may still be items of its list.
_LONGEST_LIST = 9


def dateline_place(document: Document, names: Names) -> EntityKey | None:
    """The city from which a report is sent: `ASTANA. QazAxborot – …`, `Ashxobod, 22-oktabr – …`,
    `Xo‘janddan salom!`."""
    for place in names.places:
        if place.sentence >= _TOP:
            return None
        sentence = document.sentences[place.sentence]
        if place.form == "abl" and _is_sent(sentence, place.first, place.last):
            return place.entity
        if place.first or place.kind != "city" or place.form != "nom" or sentence.section == "title":
            continue
        after = [token.word for token in sentence.tokens[place.last : place.last + 2]]
        alone = len(after) == 1 and after[0].has("stop")
        dated = len(after) == 2 and after[0].has("comma") and after[1].shape == "number"
        if alone or dated:
            return place.entity
    return None


def _is_sent(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a line says nothing but whence what follows comes: Samarqanddan reportaj."""
    tokens = sentence.tokens
    words = [token for token in tokens if token.word.shape not in ("mark", "number")]
    return last < len(tokens) and tokens[last].word.has("sent_from") and len(words) == last - first + 1


def heads_a_list(scene: Scene) -> bool:
    """Whether items follow the sentence: Forum doirasida quyidagilar amalga oshirildi:"""
    return scene.tokens[-1].word.has("colon")


def is_item(scene: Scene, after: int) -> bool:
    """Whether the sentence is an item of the list that the sentence `after` heads."""
    distance = scene.sentence.index - after
    if distance == 1:
        return True
    first = scene.tokens[0].word
    return 0 < distance <= _LONGEST_LIST and (first.shape in ("mark", "number"))
