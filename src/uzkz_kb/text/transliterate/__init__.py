"""Uzbek Latin ⇄ Uzbek Cyrillic, as an editor would set it.

>>> to_cyrillic("Konsert 2024-yil 15-noyabrda bo‘ladi")
'Концерт 2024 йил 15 ноябрда бўлади'
>>> to_latin("Санъат ва роль")
'San’at va rol'
"""

from uzkz_kb.text.transliterate.engine import names, to_cyrillic, to_latin, transliterate

__all__ = ["names", "to_cyrillic", "to_latin", "transliterate"]
