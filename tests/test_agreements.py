"""Agreements: what a sentence names, in both scripts, and what only looks like one."""

from __future__ import annotations

import pytest

from uzkz_kb.recognise.agreements import example_values
from uzkz_kb.text.transliterate import to_cyrillic

NAMED = {
    # What it is about, to the left of its noun
    "O‘zbekiston va Qozog‘iston o‘rtasida investitsiyalar to‘g‘risida bitim imzolandi.": [
        "agreement signed: O‘zbekiston va Qozog‘iston o‘rtasida investitsiyalar to‘g‘risida bitim"
    ],
    "Vazirlar suvdan birgalikda foydalanish va uni muhofaza qilish to‘g‘risidagi bitimni imzolashdi.": [
        "agreement signed: Suvdan birgalikda foydalanish va uni muhofaza qilish to‘g‘risidagi bitim"
    ],
    "Prezidentlar Do‘stlik, hamkorlik va o‘zaro yordam to‘g‘risidagi shartnomaga imzo chekdilar.": [
        "treaty signed: Do‘stlik, hamkorlik va o‘zaro yordam to‘g‘risidagi shartnoma"
    ],
    "Muzokaralar yakunida qo‘shma investitsiya platformasini yaratish to‘g‘risidagi hadli bitim imzolandi.": [
        "framework_agreement signed: Qo‘shma investitsiya platformasini yaratish to‘g‘risidagi hadli bitim"
    ],
    # Whose it is
    "Shimkent va Toshkent shaharlari o‘rtasida o‘zaro anglashuv memorandumi imzolandi.": [
        "memorandum signed: Shimkent va Toshkent shaharlari o‘rtasida o‘zaro anglashuv memorandumi"
    ],
    # A resolution of those who meet
    "Sammitda konsorsium tuzish to‘g‘risida qaror qabul qilindi.": [
        "decree adopted: Konsorsium tuzish to‘g‘risida qaror"
    ],
    # By the last of two verbs
    "Vazirlar migratsiya sohasida hamkorlik rejasini ko‘rib chiqdi va tasdiqladi.": [
        "plan adopted: Migratsiya sohasida hamkorlik rejasi"
    ],
    # What looks like a verb tells where
    "Vazirlar chegara oldi savdo zonasi nizomini tasdiqladi.": [
        "other adopted: Chegara oldi savdo zonasi nizomi"
    ],
    # By less usual nouns
    "Kecha vazirlar hamkorlik bo‘yicha qo‘shma arizani imzoladi.": [
        "joint_statement signed: Hamkorlik bo‘yicha qo‘shma ariza"
    ],
    "Tomonlar suv omborlarining ish rejimi jadvalini tasdiqladilar.": [
        "plan adopted: Suv omborlarining ish rejimi jadvali"
    ],
    "Vazirlar dastlabki ma’lumot almashish bo‘yicha texnik shartlarga imzo qo‘ydi.": [
        "other signed: Dastlabki ma’lumot almashish bo‘yicha texnik shartlar"
    ],
    # For what time
    "Vazirlar 2026–2027-yillarga mo‘ljallangan hamkorlik dasturini tasdiqladi.": [
        "programme adopted: 2026–2027-yillarga mo‘ljallangan hamkorlik dasturi"
    ],
    # From when
    "1998 yilda imzolangan Abadiy do‘stlik shartnomasi asosida aloqalar rivojlandi.": [
        "treaty signed: 1998 yilda imzolangan Abadiy do‘stlik shartnomasi"
    ],
    "1992-yilgi Olmaota bitimiga muvofiq suv taqsimlanadi.": ["agreement signed: 1992-yilgi Olmaota bitimi"],
    # What is only said of it
    "Manfaatlarga to‘la javob beruvchi Abadiy do‘stlik to‘g‘risidagi shartnoma imzolandi.": [
        "treaty signed: Abadiy do‘stlik to‘g‘risidagi shartnoma"
    ],
    # A title in quotation marks
    "Uchrashuvda “Yashil energetika bo‘yicha sheriklik to‘g‘risida”gi bitim imzolandi.": [
        "agreement signed: “Yashil energetika bo‘yicha sheriklik to‘g‘risida”gi bitim"
    ],
    "Tomonlar qurilish bo‘yicha «yo‘l xaritasi»ni tasdiqladi.": [
        "plan adopted: Qurilish bo‘yicha «yo‘l xaritasi»"
    ],
    # A name
    "Ikki davlat rahbarlari Samarqand deklaratsiyasini qabul qildilar.": [
        "declaration adopted: Samarqand deklaratsiyasi"
    ],
    "Tashrif yakunlari bo‘yicha qo‘shma bayonot qabul qilindi.": ["joint_statement adopted: Qo‘shma bayonot"],
    # Between companies, or with a price
    "Marosimda 3 mln dollarlik issiqxona uchun tadbirkor bilan shartnoma tuzildi.": [
        "contract signed: 3 mln dollarlik issiqxona uchun tadbirkor bilan shartnoma"
    ],
    # Planned
    "Transport to‘g‘risidagi bitim dekabrda imzolanishi kutilmoqda.": [
        "agreement planned: Transport to‘g‘risidagi bitim"
    ],
    "Tegishli shartnoma loyihasini ekspertlar tayyorlaydi.": ["treaty planned: Tegishli shartnoma"],
    "Orol muammolari bo‘yicha yo‘l xaritasini ishlab chiqishga kelishildi.": [
        "plan planned: Orol muammolari bo‘yicha yo‘l xaritasi"
    ],
    # Ratified, with the law that does it
    "Senat chegara to‘g‘risidagi shartnomani ratifikatsiya qildi.": [
        "treaty ratified: Chegara to‘g‘risidagi shartnoma"
    ],
    "Toqayev chegara to‘g‘risidagi shartnomani ratifikatsiya qilish haqidagi qonunni imzoladi.": [
        "treaty ratified: Toqayev chegara to‘g‘risidagi shartnoma",
        "decree signed: Toqayev chegara to‘g‘risidagi shartnomani ratifikatsiya qilish haqidagi qonun",
    ],
    "Vizasiz rejim to‘g‘risidagi bitim kuchga kirdi.": [
        "agreement in_force: Vizasiz rejim to‘g‘risidagi bitim"
    ],
}

LISTED = {
    "Turizm haqida bitim, ekstraditsiya to‘g‘risida shartnoma hamda fan bo‘yicha memorandum imzolandi.": [
        "agreement signed: Turizm haqida bitim",
        "treaty signed: Ekstraditsiya to‘g‘risida shartnoma",
        "memorandum signed: Fan bo‘yicha memorandum",
    ],
    "Bir qator hujjat imzolandi: suvga oid yo‘l xaritasi; turizm to‘g‘risidagi bitim.": [
        "plan signed: Suvga oid yo‘l xaritasi",
        "agreement signed: Turizm to‘g‘risidagi bitim",
    ],
    "Vazirlar savdo, turizm va sport sohalaridagi memorandumlarni imzoladi.": [
        "memorandum signed: Savdo sohasidagi memorandum",
        "memorandum signed: Turizm sohasidagi memorandum",
        "memorandum signed: Sport sohasidagi memorandum",
    ],
    "Yigirmaga yaqin hujjat imzolanishi kutilmoqda, ular orasida suv to‘g‘risidagi bitim bor.": [
        "agreement planned: Suv to‘g‘risidagi bitim"
    ],
}

TOLD_OTHERWISE = {
    # Other ways to come to be, or to hold
    "Turkmaniston bilan gaz bitimi qog‘ozga tushdi.": ["agreement signed: Turkmaniston bilan gaz bitimi"],
    "Imtiyozli savdo bitimi ishlay boshladi.": ["agreement in_force: Imtiyozli savdo bitimi"],
    "Tranzit bitimining muddati 2026-yil oxirigacha cho‘zildi.": ["agreement in_force: Tranzit bitimi"],
    "Suvni tejash rejasi esa hali kelishilmoqda.": ["plan planned: Suvni tejash rejasi"],
    "Vazirliklar chegara tumanlari uchun alohida dastur yozib beradi.": [
        "programme planned: Chegara tumanlari uchun alohida dastur"
    ],
    # Only the tense tells it
    "Rahbarlar stoliga savdo to‘g‘risidagi bitim qo‘yiladi.": [
        "agreement planned: Savdo to‘g‘risidagi bitim"
    ],
    # Still talked over
    "Yangi bitim ustida ish ketmoqda.": ["agreement planned: Yangi bitim"],
    "Savdo to‘g‘risidagi bitim bo‘yicha muzokaralar yakunlandi.": [
        "agreement planned: Savdo to‘g‘risidagi bitim"
    ],
    # Words agreed upon, and what it is to be told with
    "Savdo to‘g‘risidagi memorandum matni tayyor.": ["memorandum planned: Savdo to‘g‘risidagi memorandum"],
    "Sanoat bo‘yicha kelishuv memorandumi imzolandi.": [
        "memorandum signed: Sanoat bo‘yicha kelishuv memorandumi"
    ],
    "Tomonlar sanoat dasturini imzolashga erishdi.": ["programme signed: Sanoat dasturi"],
    "1992-yilgi Olmaota bitimi hamon kuchda.": ["agreement in_force: 1992-yilgi Olmaota bitimi"],
    "Uch vazir tasdiqlagan «yo‘l xaritasi» bajarilmoqda.": [
        "plan adopted: Uch vazir tasdiqlagan yo‘l xaritasi"
    ],
    # Of both sides
    "Vazirliklar suv bo‘yicha qo‘shma qaror qabul qildi.": ["decree adopted: Suv bo‘yicha qo‘shma qaror"],
    "Bitimni tasdiqlash haqidagi qaror qabul qilindi.": [
        "agreement ratified: Bitim",
        "decree adopted: Bitimni tasdiqlash haqidagi qaror",
    ],
    # A name in the sentence that has no verb
    "Yana bir muhim hujjat – savdoni oshirish bo‘yicha chora-tadbirlar rejasi.": [
        "plan adopted: Savdoni oshirish bo‘yicha chora-tadbirlar rejasi"
    ],
    "Qog‘ozga tushganlari: uy-joy qurilishi memorandumi, ma’danlar bo‘yicha bitim.": [
        "memorandum signed: Uy-joy qurilishi memorandumi",
        "agreement signed: Ma’danlar bo‘yicha bitim",
    ],
}

UNDERSTOOD = {
    "Rahbarlar sammitni Bishkekda o‘tkazishga rozi bo‘lishdi.": [
        "understanding agreed: Sammitni Bishkekda o‘tkazish to‘g‘risidagi kelishuv"
    ],
    "Tomonlar savdoni 10 milliard dollarga yetkazishga kelishib oldilar.": [
        "understanding agreed: Savdoni 10 milliard dollarga yetkazish to‘g‘risidagi kelishuv"
    ],
    "Qo‘shma kompaniya tashkil etish yuzasidan kelishuvga erishildi.": [
        "understanding agreed: Qo‘shma kompaniya tashkil etish yuzasidan kelishuv"
    ],
    "Tomonlar ko‘prikni birgalikda ta’mirlashga qaror qildi.": [
        "understanding agreed: Ko‘prikni birgalikda ta’mirlash to‘g‘risidagi kelishuv"
    ],
    "Vazir yangi yo‘nalish ochilishi kelishilganini aytdi.": [
        "understanding agreed: Vazir yangi yo‘nalish ochilishi kelishilganini"
    ],
    # How far they agree is no part of it
    "Daryo o‘zanini birgalikda mustahkamlash haqida esa og‘zaki kelishib olindi.": [
        "understanding agreed: Daryo o‘zanini birgalikda mustahkamlash haqida kelishuv"
    ],
    "Ishtirokchilar keyingi forumni Nukusda o‘tkazishga qaror qilishdi.": [
        "understanding agreed: Ishtirokchilar keyingi forumni Nukusda o‘tkazish to‘g‘risidagi kelishuv"
    ],
    "Yetkazib berish shartlari iyun oyida Bishkekda kelishib olindi.": [
        "understanding agreed: Yetkazib berish shartlari iyun oyida Bishkekda kelishib olindi"
    ],
}

NONE = (
    # Many unnamed ones
    "Forumda 45 ta bitim imzolandi.",
    "Ikki mamlakat o‘rtasida 150 dan ortiq shartnoma va bitimlar imzolangan.",
    "Bir qator hujjatlar imzolandi.",
    "Salmoqli miqdordagi iqtisodiy bitimlar imzolandi.",
    "Bu borada tegishli kelishuvlarga erishildi.",
    # One side's own affairs
    "Hukumat 2024-yil byudjeti to‘g‘risidagi qonunni qabul qildi.",
    "Prezident aholini qo‘llab-quvvatlash to‘g‘risidagi farmonni imzoladi.",
    "Hukumat bug‘doy importini cheklash to‘g‘risida qaror qabul qildi.",
    "Sud qarori bilan u ozod etildi.",
    "Prezident qarori bilan 2025–2030-yillarda turizmni rivojlantirish dasturi tasdiqlandi.",
    # Timetables and terms that nobody signed or adopted
    "Chempionat o‘yinlari jadvali e’lon qilindi.",
    "Turnir jadvalida Nukus jamoasi birinchi o‘rinda.",
    "Qurilish texnik shartlarga javob beradi.",
    # Sums, not documents
    "Yarmarkada jami 286 mln dollarlik bitimlar tuzildi.",
    "O‘tgan yilning avgustidan buyon 7,5 million dollarlik shartnoma rasmiylashtirildi.",
    # Promises, refusals, questions
    "Qozog‘iston gaz yetkazib berishni ko‘paytirishga va’da berdi.",
    "Bu masalada bir to‘xtamga kelinmadi.",
    "Tomonlar bu masalada kelisha olmadi.",
    "Shartnoma tuzish masalasi muhokama qilindi.",
    # Other senses
    "Vazir jurnalistlarga bayonot berdi.",
    "Bojxona deklaratsiyasi elektron shaklda to‘ldiriladi.",
    "Kompyuter dasturlari va televizion dasturlar namoyish etildi.",
    "U o‘z rejalari haqida so‘zlab berdi.",
    "Rejaga ko‘ra, zavod 2027-yilda ishga tushadi.",
    "Mehnat shartnomasi haqida gapirildi.",
    "Tomonlar kelishilgan holda harakat qiladi.",
    "Dastur doirasida 20 ta loyiha amalga oshirildi.",
    "O‘zaro kelishuvga binoan to‘lov bekor qilindi.",
    "Avvalgi kelishuv bekor qilindi.",
    "Korxonaning ustav kapitali oshirildi.",
    "Kitob do‘konida shartnoma namunalari sotiladi.",
    "Shartnoma-huquqiy baza kengaytiriladi.",
    "Shartnoma bo‘yicha zavod 2027-yilda ishga tushadi.",
)


@pytest.mark.parametrize(
    ("text", "want"), [*NAMED.items(), *LISTED.items(), *TOLD_OTHERWISE.items(), *UNDERSTOOD.items()]
)
def test_agreements_of_a_sentence(text: str, want: list[str]) -> None:
    assert example_values(text) == want


@pytest.mark.parametrize(
    ("text", "want"), [*NAMED.items(), *LISTED.items(), *TOLD_OTHERWISE.items(), *UNDERSTOOD.items()]
)
def test_agreements_of_a_sentence_in_cyrillic(text: str, want: list[str]) -> None:
    assert [value.split(":")[0] for value in example_values(to_cyrillic(text))] == [
        value.split(":")[0] for value in want
    ]


@pytest.mark.parametrize("text", NONE)
def test_no_agreement(text: str) -> None:
    assert example_values(text) == []


@pytest.mark.parametrize("text", NONE)
def test_no_agreement_in_cyrillic(text: str) -> None:
    assert example_values(to_cyrillic(text)) == []
