"""Names of people as regular expressions over the letters of a sentence (see `letters`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from uzkz_kb.model.document import Token, Word
from uzkz_kb.recognise.names.letters import part_of
from uzkz_kb.text.keys import key

_GIVEN = "G(?:-[GUWSD])?"
_INITIALS = r"(?:I\.){1,3}"
_LAST = "[SWUGDswug](?:-[SWUGswug])?"

#: What a name looks like; where two begin at one word, the first in this order has it.
SHAPES: Mapping[str, str] = {
    # Qudratillayeva Muslima Shukrullo qizi, Vali G‘ani o‘g‘li
    "patronymic": "[GSWUDswug](?:-[GSWU])?[GUWD](?:-[GUW])?[GSWUDP]?q",
    # Sh. Mirziyoyev, A.A. Sergunin
    "initials": rf"{_INITIALS}{_LAST}",
    # Samuel P. Xantington
    "middle_initial": r"[GUW](?:I\.){1,2}[SWUswu]",
    # Muhammadsidiqov M.M.; Deutsch, K. W.
    "surname_initials": rf"[SW]{_INITIALS}(?![SsGgI])|[SWUG],?{_INITIALS}(?![GSWUDgswuI])",
    # Olga Butorina, Qosim-Jomart Toqayev, Nursulton Abishevich Nazarboyev, Muhammad Iso Soniy, Yerlan Idris
    "given_surname": rf"{_GIVEN}[GUWD]?P?[Ss](?:-[Ss])?|D(?:-[GUWS])?[GUW]?P?[Ss]"
    rf"|{_GIVEN}[GUD]?(?:p-?)?[Ww]|D[Ww]|{_GIVEN}[GU][Uu]|{_GIVEN}P?(?:p-?)?[UuGg](?:-[Uu])?|{_GIVEN}Pp?",
    # Janseyit Tuymebayev
    "unknown_surname": r"[UW](?:-[UGW])?[UGW]?P?[Ss](?:-[Ss])?|[uw][Ss]",
    # Nazarboyev Nursulton Abishevich
    "surname_given": r"[SW]G(?:-[GU])?[Pq]?(?![GSWUswu])|[SU][UG]P",
    # professor Xettne
    "titled": r"(?<=T)[UWG](?:-[UGW])?[UWGuwg]?|(?<=T)D[UWuw]|(?<=T)[uw]",
    # Norboyeva
    "surname": r"[Ss](?:-[Ss])?",
    # Jon Smit, where something else settles it
    "pair": r"[UWG](?:-[UWG])?[UWuw]",
}

NAME = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in SHAPES.items()))

#: In notes a surname before its initials goes before initials with what follows.
NOTE_NAME = re.compile(rf"(?P<surname_initials>[SWUG],?{_INITIALS})|(?P<initials>{_INITIALS}{_LAST})")


def letters_of(tokens: Sequence[Token], common: frozenset[str]) -> str:
    """One letter a token; words that the document writes small elsewhere too are no names."""
    letters = [part_of(token.word).letter for token in tokens]
    for index, letter in enumerate(letters):
        if letter == "-" and not (
            tokens[index].glued and index + 1 < len(tokens) and tokens[index + 1].glued
        ):
            letters[index] = " "
        elif (letter in "UuWw" and tokens[index].word.key in common) or (
            letter in "Ss" and index == 0 and _is_common(tokens[0].word, common)
        ):
            letters[index] = "N"
    return "".join(letters)


def _is_common(word: Word, common: frozenset[str]) -> bool:
    """Whether a first word that ends like a surname is written small elsewhere, with any ending."""
    stem = key(part_of(word).stem)
    return any(other.startswith(stem) for other in common)
