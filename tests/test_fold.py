"""Words as the search spells them: one form whatever the script, the apostrophe, the old or new spelling."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzkz_kb.text.fold import coarse, fold, words


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (
            ["O‘zbekiston", "O'zbekiston", "Oʻzbekiston", "O`zbekiston", "O´zbekiston", "Oʻʻzbekiston"],
            "ozbekiston",
        ),
        (["Ozbekiston", "ЎЗБЕКИСТОН", "Ўзбекистон", "Özbekiston", "O'ZBEKISTON"], "ozbekiston"),
        (["shartnoma", "шартнома", "şartnoma", "SHARTNOMA", "Шартнома"], "shartnoma"),
        (["chegara", "чегара", "çegara"], "chegara"),
        (["tog‘", "тоғ", "toğ"], "tog"),
        (["konferensiya", "konferentsiya", "конференция"], "konferensiya"),
        (["Mirziyoyev", "Mirziyoev", "Мирзиёев"], "mirziyoev"),
        (["Yevropa", "Evropa", "Европа"], "evropa"),
        (["oktabr", "oktyabr", "октябрь"], "oktabr"),
        (["budjet", "byudjet", "бюджет"], "budjet"),
        (["ta’sis", "ta'sis", "таъсис"], "tasis"),
        (["ShHT", "ШҲТ", "shht"], "shht"),
        (["YaIM", "ЯИМ"], "yaim"),
        (["ASTANА", "Астана"], "astana"),
        (["й", "й"], "y"),
        (["s’h", "sh"], "sh"),
    ],
)
def test_all_spellings_fold_alike(spellings: list[str], folded: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {folded}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("O‘zbekiston–Qozog‘iston chegarasi", ["ozbekiston", "qozogiston", "chegarasi"]),
        ("4,5 milliard va 1.3 mlrd", ["4.5", "milliard", "va", "1.3", "mlrd"]),
        ("2024-2034-yillar", ["2024", "2034", "yillar"]),
        ("imzolandi1.", ["imzolandi", "1"]),
        ("2018, 2019", ["2018", "2019"]),
        ("13 000 ta, 1 303 702,1 mlrd", ["13000", "ta", "1303702.1", "mlrd"]),
        ("2018 100 12 34", ["2018", "100", "12", "34"]),
        ("‘Gazprom’", ["gazprom"]),
        ("", []),
        ("— … !", []),
    ],
)
def test_words(text: str, folded: list[str]) -> None:
    assert [token.folded for token in words(text)] == folded


def test_a_word_knows_where_it_stands() -> None:
    text = "«Ittifoqchilik» ’shartnomasi’"
    assert [token.surface for token in words(text)] == ["Ittifoqchilik", "shartnomasi"]
    assert all(text[token.start : token.end] == token.surface for token in words(text))


@pytest.mark.parametrize(
    ("uzbek", "foreign"),
    [
        ("Xo‘jayev", "Khodjaev"),
        ("Qizilo‘rda", "Kyzylorda"),
        ("Yo‘ldoshev", "Yuldashev"),
        ("Jo‘rabek", "Zhurabek"),
        ("Mirzamahmudov", "Мирзамахмудов"),
        ("Qosim", "Kassym"),
        ("G‘aniyev", "Ganiev"),
    ],
)
def test_spellings_of_a_name_meet_in_the_coarse_form(uzbek: str, foreign: str) -> None:
    assert coarse(fold(uzbek)) == coarse(fold(foreign))


@given(st.text())
def test_any_text_folds_to_small_latin_letters_and_digits(text: str) -> None:
    for token in words(text):
        assert token.folded
        assert set(token.folded) <= set("abcdefghijklmnopqrstuvwxyz0123456789.")
        assert text[token.start : token.end] == token.surface
