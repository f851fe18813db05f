"""What the transliteration does, by example; the hard pairs are in test_transliterate_pairs.py."""

from __future__ import annotations

import pytest

from uzkz_kb.model.records import Names
from uzkz_kb.text.transliterate import names, to_cyrillic, to_latin, transliterate

SENTENCE = (
    "O‘zbekiston Prezidenti Sh.Mirziyoyev 2024-yil 5-aprelda BMTning XXI asrdagi roli haqida gapirdi.",
    "Ўзбекистон Президенти Ш.Мирзиёев 2024 йил 5 апрелда БМТнинг XXI асрдаги роли ҳақида гапирди.",
)


def test_sentence_both_ways():
    latin, cyrillic = SENTENCE
    assert to_cyrillic(latin) == cyrillic
    assert to_latin(cyrillic) == latin


def test_text_of_the_target_script_stays():
    latin, cyrillic = SENTENCE
    assert to_latin(latin) == latin
    assert to_cyrillic(cyrillic) == cyrillic


@pytest.mark.parametrize("apostrophe", ["‘", "’", "'", "ʻ", "ʼ", "`", "´", "ʻʻ", "''"])
def test_any_apostrophe_is_read(apostrophe):
    assert to_cyrillic(f"o{apostrophe}zbek tog{apostrophe}i") == "ўзбек тоғи"
    assert to_cyrillic(f"ma{apostrophe}no") == "маъно"
    assert to_latin(f"o{apostrophe}zbek san{apostrophe}ati") == "o‘zbek san’ati"


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("‘Salom’, dedi u.", "‘Салом’, деди у."),
        ("'bog'", "'бог'"),
        ("'bog''", "'боғ'"),
        ("u 'katta bog' va 'yo'l' dedi", "у 'катта бог' ва 'йўл' деди"),
        ("tog' va bog'", "тоғ ва боғ"),
        ("“o‘z” «g‘oya»", "“ўз” «ғоя»"),
        ("naf’ keltirdi", "нафъ келтирди"),
    ],
)
def test_quotation_marks_survive(text, cyrillic):
    assert to_cyrillic(text) == cyrillic


@pytest.mark.parametrize(
    ("table", "text"),
    [
        ("latn", "O‘zbekiston, g‘alaba, Is’hoq, sharq, CHORSHANBA, ma’no"),
        ("latn-unicode", "Oʻzbekiston, gʻalaba, Isʼhoq, sharq, CHORSHANBA, maʼno"),
        ("latn-ascii", "O'zbekiston, g'alaba, Is'hoq, sharq, CHORSHANBA, ma'no"),
        ("latn-2027", "Özbekiston, ğalaba, Ishoq, şarq, ÇORŞANBA, ma’no"),
        ("cyrl", "Ўзбекистон, ғалаба, Исҳоқ, шарқ, ЧОРШАНБА, маъно"),
    ],
)
def test_output_scripts_are_tables(table, text):
    assert transliterate("Ўзбекистон, ғалаба, Исҳоқ, шарқ, ЧОРШАНБА, маъно", table) == text
    assert transliterate("O‘zbekiston, g‘alaba, Is’hoq, sharq, CHORSHANBA, ma’no", table) == text


def test_unknown_table_names_the_known_ones():
    with pytest.raises(ValueError, match="latn-2027"):
        transliterate("matn", "arab")


def test_reformed_letters_are_read():
    assert to_cyrillic("Özbekiston, toğ, ŞARTNOMA, çoy") == "Ўзбекистон, тоғ, ШАРТНОМА, чой"
    assert to_latin("Özbekiston, toğ, ŞARTNOMA, çoy") == "O‘zbekiston, tog‘, SHARTNOMA, choy"


def test_names_of_a_title_in_both_scripts():
    both = Names(latn="Do‘stlik shartnomasi", cyrl="Дўстлик шартномаси")
    assert names("Do'stlik shartnomasi") == both
    assert names("Дўстлик шартномаси") == both


@pytest.mark.parametrize(
    "text",
    [
        "https://president.uz/oz/lists/view/8665?a=b#c",
        "aloqa@gov.uz",
        "gazeta.uz",
        "hujjat.pdf",
        "iPhone, Wi-Fi, 5G, COVID-19, G20, C5+1, H2O",
        "QazaqGaz, KazMunayGas, Chevrolet, UzAuto Motors, Allur Group",
        "XIX–XX",
        "25 °C",
        '{of} framework_agreement <a href="/bitimlar/x/"> &nbsp;',
        "İstanbul ıßĳ 中文 العربية ქართული ½ m² №5",
    ],
)
def test_kept_in_both_directions(text):
    assert to_cyrillic(text).replace("м²", "m²") == text
    assert to_latin(text) == text


def test_sentences_of_other_languages_stay():
    english = "This article describes the relations of the two countries and their results."
    russian = "В данной статье описан новый этап отношений и его итоги."
    assert to_cyrillic(f"Annotatsiya. {english} Kirish.") == f"Аннотация. {english} Кириш."
    assert to_latin(f"Аннотация. {russian} Кириш.") == f"Annotatsiya. {russian} Kirish."


def test_latin_names_within_cyrillic_text_stay():
    line = "ASTANA. Kazinform – Қозоғистон билан Ўзбекистон жамғарма тузмоқчи."
    assert to_cyrillic(line) == line


@pytest.mark.parametrize(
    ("text", "cyrillic"),
    [
        ("yod, yodli tuz", "йод, йодли туз"),
        ("xotirasini yod etdi", "хотирасини ёд этди"),
        ("yodda tuting", "ёдда тутинг"),
        ("QR-kod", "QR-код"),
        ("QR Prezidenti", "ҚР Президенти"),
    ],
)
def test_next_word_decides(text, cyrillic):
    assert to_cyrillic(text) == cyrillic


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("keltirilgan", "келтирилган"),
        ("masalalari", "масалалари"),
        ("yotadi", "ётади"),
        ("sari", "сари"),
        ("singani", "сингани"),
        ("Olgani", "Олгани"),
        ("sulton", "султон"),
        ("kulsa", "кулса"),
        ("bulturgi", "бултурги"),
        ("gultuvak", "гултувак"),
        ("shartsiz", "шартсиз"),
        ("ketsin", "кетсин"),
        ("soy", "сой"),
        ("surma", "сурма"),
        ("shal", "шал"),
    ],
)
def test_uzbek_words_that_look_like_loans(latin, cyrillic):
    assert to_cyrillic(latin) == cyrillic
    assert to_latin(cyrillic) == latin
