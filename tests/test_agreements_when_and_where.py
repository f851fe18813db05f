"""When and where documents were signed, by participles, brackets, headlines, lists, chronicles and scenes."""

from __future__ import annotations

import pytest

from uzkz_kb.model.document import Seed, Sidecar
from uzkz_kb.pipeline import extract_seed
from uzkz_kb.text.transliterate import to_cyrillic

#: What is told of a document: its kind, its date, its place.
Told = tuple[str, str | None, str | None]


def told(text: str, published: str | None = "2025-11-20") -> list[Told]:
    """The documents of a text, each once."""
    found = extract_seed(Seed("example", text, "", Sidecar(published=published))).agreements
    return [(a.kind, a.date and a.date.edtf, a.place) for a in found if a.same_as is None]


PARTICIPLES = {
    "Vazirlar 2021-yil 4-martda Xivada imzolangan savdo to‘g‘risidagi bitim ijrosini ko‘rib chiqdi.": [
        ("agreement", "2021-03-04", "xiva")
    ],
    # … for all that `va` joins to it
    "Vazirlar 2021-yil 4-martda Xivada imzolangan savdo to‘g‘risidagi bitim hamda qo‘shma bayonot ijrosini "
    "ko‘rib chiqdi.": [("agreement", "2021-03-04", "xiva"), ("joint_statement", "2021-03-04", "xiva")],
    # … with a comma after it, or with who did it
    "Shuningdek, 2021-yil 4-martda Xivada imzolangan, temir yo‘l qurishga oid uch tomonlama bitim ijrosi "
    "muhokama qilindi.": [("agreement", "2021-03-04", "xiva")],
    "2021-yil 4-martda Xivada ikki vazir tasdiqlagan «yo‘l xaritasi» bajarilmoqda.": [
        ("plan", "2021-03-04", "xiva")
    ],
    # A participle of what the document is about tells nothing of its signing
    "Vazirlar 2026-yilda tashiladigan yuklar to‘g‘risidagi bitimni imzoladi.": [("agreement", None, None)],
    # What is added to a document is not of its day
    "Vazirlar 2021-yil 4-martda Xivada imzolangan savdo to‘g‘risidagi bitimni qo‘llash tartibi haqidagi "
    "protokolni tayyorlaydi.": [("agreement", "2021-03-04", "xiva"), ("protocol", None, None)],
}
BRACKETS = {
    "Savdo to‘g‘risidagi bitim (Xiva, 2021-yil 4-mart) tasdiqlansin.": [("agreement", "2021-03-04", "xiva")],
    # A year alone
    "Do‘stlik to‘g‘risidagi shartnoma (1998) muhim.": [("treaty", "1998", None)],
    # The same document by another name
    "Turizmni rivojlantirish rejasi («yo‘l xaritasi») tasdiqlandi.": [("plan", None, None)],
    "Quyidagilar tasdiqlansin: a) savdo to‘g‘risidagi bitim (Xiva, 2021-yil 4-mart); b) turizm to‘g‘risidagi "
    "memorandum (Termiz, 2022-yil 5-may).": [
        ("agreement", "2021-03-04", "xiva"),
        ("memorandum", "2022-05-05", "termiz"),
    ],
}
PLANNED = {
    # At a happening to come
    "Kelasi oyda Nukusda bo‘ladigan sammitda energetika to‘g‘risidagi bitim imzolanishi kutilmoqda.": [
        ("agreement", "2025-12", "nukus")
    ],
    "Savdo to‘g‘risidagi bitim kelasi oyda Nukusda imzolanadigan bo‘ldi.": [
        ("agreement", "2025-12", "nukus")
    ],
}
SCENES = {
    # What a report tells in its simple past happened on the day, and at the place, that it reports of
    "18-noyabr kuni Nukusda ikki mamlakat vazirlari uchrashdi. Savdo hajmi 2024-yilda oshgani aytildi. "
    "Suv masalasi ham ko‘rildi. Mehmonlar muzeyga bordi. Uchrashuv so‘ngida turizm to‘g‘risidagi bitim "
    "imzolandi.": [("agreement", "2025-11-18", "nukus")],
    # … not in what it recalls
    "18-noyabr kuni Nukusda vazirlar uchrashdi. Eslatib o‘tamiz, ular 2024-yil 3-mayda Xivada "
    "ko‘rishgan edi. O‘shanda turizm to‘g‘risidagi bitim imzolangandi.": [
        ("agreement", "2024-05-03", "xiva")
    ],
    # … nor at a time still to come
    "Vazirlar dekabrda Xivada o‘tadigan forumga tayyorgarlikni ko‘rib chiqdi. Turizm to‘g‘risidagi bitim "
    "imzolandi.": [("agreement", None, None)],
    # … nor where what was agreed upon will be
    "18-noyabr kuni vazirlar uchrashdi. Tomonlar Nukusda zavod qurishga kelishib oldilar.": [
        ("understanding", "2025-11-18", None)
    ],
    # … nor on the day that only tells of somebody
    "Bugun Nukusda anjuman o‘tdi. Kecha shaharga kelgan mehmonlarni hokim kutib oldi. Turizm to‘g‘risidagi "
    "bitim imzolandi.": [("agreement", "2025-11-20", "nukus")],
    # What a statement says is told at the happening where it was made
    "18-noyabr kuni Nukusda vazirlar uchrashdi. Qo‘shma bayonotda suv masalasi ham aks etdi.": [
        ("joint_statement", "2025-11-18", "nukus")
    ],
    # … and the record of a session is of its day
    "18-noyabr kuni Nukusda komissiya yig‘ilishi o‘tdi. Yig‘ilish bayonnomasiga 12 ta vazifa kiritildi.": [
        ("protocol", "2025-11-18", "nukus")
    ],
    # The headline names the place of what its report tells
    "Vazirlar Nukusda muzokara o‘tkazdi\n\nUchrashuv 18-noyabr kuni bo‘ldi. Yakunda turizm "
    "to‘g‘risidagi bitim imzolandi.": [("agreement", "2025-11-18", "nukus")],
}
LISTS = {
    "18-noyabr kuni Nukusda vazirlar uchrashdi. Uchrashuvda quyidagi hujjatlar imzolandi:\n\n"
    "1. Turizm to‘g‘risidagi bitim.\n\n2. 2026–2028-yillarda savdoni rivojlantirish dasturi.\n\n"
    "3. Birodarlik to‘g‘risidagi deklaratsiya.\n\nVazir yangi dastur haqida gapirdi.": [
        ("agreement", "2025-11-18", "nukus"),
        ("programme", "2025-11-18", "nukus"),
        ("declaration", "2025-11-18", "nukus"),
    ],
    "Imzolangan hujjatlar: — turizm to‘g‘risidagi bitim; — 2026–2028-yillarga mo‘ljallangan ish rejasi.": [
        ("agreement", None, None),
        ("plan", None, None),
    ],
    # The number of an item may stand in the line of the one before
    "18-noyabr kuni Nukusda vazirlar uchrashdi. Ikki kunlik anjumanda quyidagilar imzolandi:\n\n"
    "1. Turizm to‘g‘risidagi bitim;\n2. Birodarlik aloqalarini o‘rnatish haqida bayonot;\n"
    "3. Chegara oldi hududlarini 2030-yilgacha rivojlantirish rejasi.": [
        ("agreement", "2025-11-18", "nukus"),
        ("declaration", "2025-11-18", "nukus"),
        ("plan", "2025-11-18", "nukus"),
    ],
    # As many as the number says
    "18-noyabrda Nukusda fan, turizm va sport sohalarida uchta memorandum imzolandi.": [
        ("memorandum", "2025-11-18", "nukus")
    ]
    * 3,
}


EACH_ITS_OWN = {
    "Vazirlar 2023-yil yanvarida Xivada temir yo‘l qurish bo‘yicha «yo‘l xaritasi»ga, 2024-yil 30-mayda esa "
    "Nukusda moliyalashtirish to‘g‘risidagi memorandumga imzo chekishgan edi.": [
        ("plan", "2023-01", "xiva"),
        ("memorandum", "2024-05-30", "nukus"),
    ],
    "Chegara to‘g‘risidagi shartnoma 2001-yil 16-noyabrda, uning ayrim qismlari haqidagi shartnoma 2002-yil "
    "9-sentabrda imzolangan.": [("treaty", "2001-11-16", None), ("treaty", "2002-09-09", None)],
    # What is agreed in one clause and signed in the next is to be signed then and there
    "Bitimning matni ham kelishildi, uni may oyida Xivada imzolash ko‘zda tutilgan.": [
        ("agreement", "2026-05", "xiva")
    ],
    "Gaz yetkazib berish shartnomasi yuzasidan ham kelishuvga erishildi; u dekabr oyida Nukusda bo‘ladigan "
    "yig‘ilishda imzolanadi.": [("contract", "2025-12", "nukus")],
    "Savdo to‘g‘risidagi bitim loyihasi tayyorlandi. Hujjat may oyida Xivada imzolanadi.": [
        ("agreement", "2026-05", "xiva")
    ],
    # A later sentence that tells the day knows better than the one before
    "Vazirlar 18-noyabr kuni uchrashdi. Bank savdo to‘g‘risida bitim imzolaganini ma’lum qildi. Hujjat kecha "
    "Xivada imzolandi.": [("agreement", "2025-11-19", "xiva")],
    # What is only like the one before is another
    "Bayonnoma imzolandi. Shunga o‘xshash bitim dekabrda Nukusda imzolanadi.": [
        ("protocol", None, None),
        ("agreement", "2025-12", "nukus"),
    ],
    # The year that a contract is for is not that of its signing
    "Kelgusi yil uchun gaz yetkazib berish shartnomasi imzolandi.": [("contract", None, None)],
}


@pytest.mark.parametrize(
    ("text", "want"),
    [*PARTICIPLES.items(), *BRACKETS.items(), *PLANNED.items(), *EACH_ITS_OWN.items()],
)
def test_beside_the_name(text: str, want: list[Told]) -> None:
    assert told(text) == want
    assert told(to_cyrillic(text)) == want


@pytest.mark.parametrize(("text", "want"), [*SCENES.items(), *LISTS.items()])
def test_told_before(text: str, want: list[Told]) -> None:
    assert told(text) == want
    assert told(to_cyrillic(text)) == want


def test_a_chronicle_tells_without_verbs() -> None:
    text = (
        "1997-yil 10-yanvar. Bishkek. Uch davlat o‘rtasida Abadiy do‘stlik shartnomasi.\n\n"
        "2001-yil 16-noyabr. Ostona, chegara to‘g‘risidagi shartnoma.\n\n"
        "2006-yil 19-mart. Prezident tashrifi yakunlandi."
    )
    assert told(text, None) == [("treaty", "1997-01-10", "bishkek"), ("treaty", "2001-11-16", "ostona")]


def test_a_text_may_be_a_document_itself() -> None:
    text = (
        "IKKI DAVLAT PREZIDENTLARINING QO‘SHMA BAYONOTI\n\nTomonlar suv masalasini ko‘rib chiqdilar.\n\n"
        "Davlat rahbarlari hamkorlikni yuksak baholadilar.\n\nNukus shahri, 2025-yil 18-noyabr"
    )
    assert told(text) == [("joint_statement", "2025-11-18", "nukus")]
    # … but not where its heading only reports of one
    assert told("QO‘SHMA BAYONOT QABUL QILINDI\n\nVazirlar uchrashdi.") == []


def test_what_is_to_be_ratified_is_signed() -> None:
    text = "Savdo to‘g‘risidagi bitimni ratifikatsiya qilish rejalashtirilgan."
    (found,) = extract_seed(Seed("example", text, "", Sidecar(published="2025-11-20"))).agreements
    assert found.status == "signed"


UNDERSTOOD = {
    "Taraflar ma’lumotlarni har oyda almashadigan bo‘lishdi.": 1,
    "Ikki vazirlik yangi ko‘prikni birgalikda quradigan bo‘ldi.": 1,
    "Endi yo‘lovchilar chegaradan tez o‘tadigan bo‘ldi.": 0,
    "Tomonlar quyidagilarga kelishib oldilar: yangi ko‘prik qurish; yangi post ochish.": 2,
    "Vazirlar ikki masalada kelishib oldi. Birinchisi – yangi ko‘prik qurish. Ikkinchisi – post ochish.": 2,
    "Quyidagi kelishuvlarga erishildi: yangi reys ochish, yo‘lni qurish va qo‘shma kino suratga olish.": 3,
    "Muzokaralarda chegaraning 96 foizi kelishib olindi.": 0,
    "Vazirlar nimalarni kelishib oldi?": 0,
}


@pytest.mark.parametrize(("text", "want"), UNDERSTOOD.items())
def test_what_was_settled(text: str, want: int) -> None:
    assert [kind for kind, _, _ in told(text)] == ["understanding"] * want


@pytest.mark.parametrize(
    "published", ["2024-05-06/2024-05-07", "2024-05/2024-06", "2024", "{2024-05-06,2024-05-08}"]
)
def test_a_source_of_several_days_is_read_as_any_other(published: str) -> None:
    text = "6-may kuni vazirlar uchrashdi. Ular bitim imzoladi. Avvalroq, 2024-yil aprelda, reja tuzilgan."
    seed = Seed("example", text, "", Sidecar(published=published))
    assert [finding.kind for finding in extract_seed(seed).agreements] == ["agreement"]
