"""One Cyrillic word → Latin in one-letter spelling, by the letter table alone (small letters only)."""

from __future__ import annotations

VOWELS = frozenset("аеёиоуэюяўы")
_OPEN = VOWELS | {"ь", "ъ"}
_IOTATED = frozenset("еёюя")


def latin_of(word: str, to_latin: dict[str, str]) -> str:
    """The Latin of a small-letter Cyrillic word: `конституция` → `konstitutsiya`, `исҳоқ` → `is’hoq`."""
    out: list[str] = []
    before = ""
    for place, letter in enumerate(word):
        after = word[place + 1 : place + 2]
        latin = to_latin.get(letter, letter)
        if letter == "е" and (not before or before in _OPEN):
            latin = "ye"
        elif letter == "ц" and (before in VOWELS or before == "й"):
            latin = "ts"
        elif letter == "ц" and before == "ц":
            # пицца is pitsa.
            latin = ""
        elif letter == "о" and before == "ь":
            latin = "yo"
        elif letter == "ъ" and (before == "ў" or (after in _IOTATED and before not in VOWELS)):
            # мўъжиза is mo‘jiza; объект is obyekt, but маъюс is ma’yus.
            latin = ""
        elif letter == "ҳ" and before == "с":
            latin = "’h"
        out.append(latin)
        before = letter
    return "".join(out)
