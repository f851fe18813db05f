"""Names of people as regular expressions over the letters of a sentence (see `letters`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from uzkz_kb.lang import lang_data
from uzkz_kb.model.document import SectionKind, Token, Word
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.text.keys import key

#: The letters with which names begin.
NAME_LETTERS = re.compile("[SsGgDUuWwI]")
_UNKNOWN = re.compile("[UuWw]")
#: A known word with a capital, right after a given name, or between a title and what may be a surname.
_BESIDE_NAME = re.compile("(?<=G)N|(?<=T)N(?=[SsUuWw])")
#: The letters of words that the words around them make something else.
_UNSETTLED = re.compile("[-UuWwSsD]")


@dataclass(frozen=True, slots=True)
class NameShape:
    """A line of `lang/name_shapes.yml`: a shape, its expression, examples and counter-examples."""

    name: str
    letters: str
    examples: Mapping[str, tuple[str, ...]]
    counter_examples: tuple[str, ...]


@cache
def name_shapes() -> tuple[NameShape, ...]:
    """The shapes in the order in which they are tried, their parts filled in."""
    data: Mapping[str, Any] = lang_data("name_shapes.yml")
    shapes: list[NameShape] = []
    for line in data["shapes"]:
        letters = str(line["letters"])
        for part, expression in data["parts"].items():
            letters = letters.replace("{" + part + "}", expression)
        examples = {text: tuple(names) for text, names in line["examples"].items()}
        shapes.append(NameShape(line["shape"], letters, examples, tuple(line.get("not", ()))))
    return tuple(shapes)


@cache
def name_pattern(section: SectionKind) -> re.Pattern[str]:
    """All shapes in one; in notes only names with initials, the surname first."""
    of_notes = ("surname_initials", "initials")
    named = {shape.name: shape.letters for shape in name_shapes()}
    if section == "note":
        parts = lang_data("name_shapes.yml")["parts"]
        named = {"surname_initials": "[SWUG],?" + parts["initials"], "initials": named["initials"]}
    order = of_notes if section == "note" else tuple(named)
    shapes = "|".join(f"(?P<{name}>{named[name]})" for name in order)
    return re.compile(f"(?={NAME_LETTERS.pattern})(?:{shapes})")


def settled_letters(tokens: Sequence[Token], line: str, common: Set[str]) -> str:
    """One letter a token, from those of each by itself; words that the document writes small elsewhere too
    are no names."""
    if _in_capitals(tokens):
        line = _UNKNOWN.sub("N", line)
    letters = list(line)
    for match in _BESIDE_NAME.finditer(line):
        if _is_verb_alone(tokens[match.start()].word):
            letters[match.start()] = "U"  # To‘xtash, Tursin: a name, no verb, for it has a capital
    for match in _UNSETTLED.finditer(line):
        index, letter = match.start(), match.group()
        if letter == "-" and not (
            tokens[index].glued and index + 1 < len(tokens) and tokens[index + 1].glued
        ):
            letters[index] = " "
        elif (letter in "UuWw" and tokens[index].word.key in common) or (
            letter in "Ss" and index == 0 and _is_common(tokens[0].word, common)
        ):
            letters[index] = "N"
        elif letter == "D" and index and tokens[index - 1].word.shape != "mark":
            # A capital inside the sentence: the name, not the word, but where bodies are called so too.
            word = tokens[index].word
            letters[index] = "D" if word.has("no_name") or word.has("office") else "G"
    return "".join(letters)


def _is_verb_alone(word: Word) -> bool:
    """Whether a word is nothing but a verb."""
    names = {name for name in word.by_class if not name.startswith("=")}
    return word.shape == "title" and bool(names) and all(name.endswith("_verb") for name in names)


def _in_capitals(tokens: Sequence[Token]) -> bool:
    """Whether a heading stands in capitals, so that these say nothing of a word."""
    if "upper" not in [token.word.shape for token in tokens[:2]]:
        return False
    words = [token.word.shape for token in tokens if token.word.shape not in ("mark", "number")]
    return words.count("upper") * 2 > len(words) > 2


def _is_common(word: Word, common: Set[str]) -> bool:
    """Whether a first word that ends like a surname is written small elsewhere, with any ending."""
    stem = key(part_of(word).stem)
    return any(other.startswith(stem) for other in common)
