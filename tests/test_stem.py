"""All forms of a word have one stem."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uzkz_kb.text.fold import fold, words
from uzkz_kb.text.stem import stem

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize(
    "forms",
    [
        "shartnoma shartnomasini shartnomalar shartnomalarining шартномасининг shartnomamiz",
        "bitim bitimi bitimlarning bitimlariga bitimdagi bitimgacha",
        "Toshkent Toshkentdagi Toshkentning ТОШКЕНТГАЧА Toshkentlik Toshkentdan",
        "imzola imzolash imzolandi imzolangan imzolanadi imzolanmoqda имзоланган",
        "imzola imzolanishi imzolaganlar imzolab imzolanganini",
        "rejalashtirilgan rejalashtirish rejalashtirildi режалаштирилган",
        "tashkil tashkili",
        "qishloq qishlog‘i qishlog‘ida қишлоғи",
        "ittifoq ittifog‘i ittifoqqa",
        "o‘rin o‘rni o‘rniga",
        "shahar shahri shahridagi shaharlar шаҳрида",
        "singil singli",
        "hamkorlik hamkorligi hamkorlikni hamkorligining",
        "ittifoqchilik ittifoqchiligi",
        "sheriklik sherikligini sherik",
        "dollar dollarga dollarlik dollari",
        "savdo savdosi savdoni savdoda",
        "mavzu mavzusi mavzuni",
        "qonun qonuni qonunlar",
        "tomon tomoni tomonlar tomonidan",
        "majlis majlisi majlisida",
        "rais raisi raisining",
        "maqsad maqsadi maqsadida",
        "farzand farzandi",
        "milliard milliardi milliarddan",
        "anjuman anjumani",
        "kelishuv kelishuvga kelishib kelishildi",
        "uchrashuv uchrashuvi uchrashdi uchrashgan uchrashuvlarda",
        "yil yili yilda yillar yillik",
        "foyda foydasi foydaga",
        "loyiha loyihasi loyihalarini",
        "davlat davlatimiz davlatlari",
        "o‘zbek o‘zbekcha",
        "ochildi ochilish ochilgan",
    ],
)
def test_forms_of_one_word(forms: str) -> None:
    assert len({stem(fold(form)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dollar", "dol"),
        ("tarkib", "tark"),
        ("kelishuv", "keldi"),
        ("Namangan", "naman"),
        ("bitim", "bit"),
        ("brifing", "brif"),
        ("mintaqa", "minta"),
        ("suv", "sut"),
    ],
)
def test_what_only_looks_like_an_ending_stays(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(other)


@pytest.mark.parametrize("word", ["2024", "4.5", "10", "5"])
def test_numbers_have_no_endings(word: str) -> None:
    assert stem(word) == word


def test_the_stem_of_a_stem_is_itself() -> None:
    """Else a query and a text that hold a word in different forms would part ways."""
    found = {
        token.folded for seed in SEEDS.glob("*.txt") for token in words(seed.read_text(encoding="utf-8"))
    }
    assert len(found) > 1_000
    assert [word for word in found if stem(stem(word)) != stem(word)] == []


@given(st.text("abdgiklmnoqrstuvyzh", max_size=30))
def test_stems_are_beginnings_or_listed(word: str) -> None:
    left = stem(word)
    assert len(left) <= len(word) + 1
    assert bool(left) == bool(word)
