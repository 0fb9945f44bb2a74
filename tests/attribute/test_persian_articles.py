"""Persian news as its agencies write it: who the article is from, who is meant by a noun or a late name, who is asked."""

import tocsin
from tocsin.flow.line import read_page
from tocsin.settings import Settings


def _chains(text: str) -> list[tuple[str, ...]]:
    return [tuple(link.name for link in s.chain[1:]) for s in tocsin.statements(text, language="fa") if not s.own]


def test_the_agency_of_the_first_words_carries_the_whole_article() -> None:
    text = "به گزارش خبرگزاری بامداد از زرند، ده نفر در انفجار معدن کشته شدند.\n\nفرماندار زرند گفت که معدن بسته است."
    assert _chains(text) == [("بامداد",), ("بامداد", "فرماندار زرند")]


def test_an_agency_named_later_carries_its_own_words_alone() -> None:
    text = "فرماندار زرند گفت که معدن بسته است.\n\nبه گزارش خبرگزاری بامداد، ده نفر کشته شدند. شهردار گفت که آب قطع است."
    assert _chains(text)[-1] == ("شهردار",)


def test_a_ministry_is_called_again_by_its_noun() -> None:
    text = "وزارت نیرو گفت آب سد کم شده است. شورای شهر می‌گوید سد پر است. این وزارتخانه اعلام کرد که راه بسته است."
    assert _chains(text)[-1] == ("وزارت نیرو",)


def test_the_name_of_a_holder_follows_a_sentence_later() -> None:
    text = "مدیرکل بحران استان در گفت‌وگو با خبرنگار رواق گفت: راه باز است. نصرت‌الله میرزاوند تصریح کرد: پل نصب می‌شود. این مقام مسئول گفت که آب قطع است."
    assert _chains(text) == [("رواق", "مدیرکل بحران استان"), *[("رواق", "نصرت‌الله میرزاوند")] * 2]


def test_a_name_that_is_a_month_stands_beside_its_office() -> None:
    text = "دادستان زرند، بهمن یاورزاده، در گفت‌وگو با خبرگزاری سپهر غرب هرگونه بازداشت را تکذیب کرد. او گفت که شهر آرام است."
    assert _chains(text) == [("سپهر غرب", "بهمن یاورزاده")] * 2


def test_who_is_cited_ends_before_what_he_says() -> None:
    assert _chains("خبرگزاری «ساحل» به نقل از ادارهٔ بهداشت شمار مجروحان حمله را ۴۱ نفر اعلام کرد.") == [("ساحل", "ادارهٔ بهداشت")]


def test_who_is_asked_may_be_known_from_the_title_alone() -> None:
    page = """نسترن آذرکیش، مامای ایرانی در زرند: «اینجا چراغ نداریم و شب‌ها تاریک است»

نسترن آذرکیش چهار ماه است که با گروهی داوطلب در زرند کار می‌کند. با او گفت‌وگو کردیم.

روزی چند زایمان دارید؟

بین ده تا پانزده تا. بیشترشان شب‌اند.

مادران چه می‌گویند؟

می‌گویند راه دور است و پول ندارند.

خودتان در این ماه‌ها از چه چیزی بیشتر می‌ترسید؟

از فصل باران. اگر پل برود، دارویی نخواهد رسید.
"""
    (article,) = read_page(page.encode(), path="/pages/zarand.txt", settings=Settings())
    asked = [s for s in article.statements if s.medium == "interview"]
    assert {s.speaker.name for s in asked} == {"نسترن آذرکیش"}
    assert len(asked) == 3


def test_a_last_verb_that_bids_makes_a_demand() -> None:
    def act(said: str) -> str:
        (statement,) = [s for s in tocsin.statements(f"فرماندار زرند گفت: «{said}»", language="fa") if not s.own]
        return statement.act.value

    assert act("تا صبح از خانه بیرون نیایید.") == "demand"
    assert act("مردم به شایعه‌ها توجه نکنند.") == "demand"
    assert act("کمک‌ها به روستا نرسید.") == "assert"
    assert act("آنان خانه‌ای ندارند.") == "assert"


def test_a_relative_clause_names_the_outlet_that_carries() -> None:
    said = "وزارت دفاع در بیانیه‌ای که خبرگزاری سپهر غرب آن را منتشر کرد، گفت دو سرباز کشته شده‌اند."
    assert _chains(said) == [("سپهر غرب", "وزارت دفاع")]
    told = "به گفتهٔ یک پزشک در زرند که با رادیو «نیل آبی» گفت‌وگو کرده، بیمارستان دارو ندارد."
    assert _chains(told) == [("نیل آبی", "یک پزشک")]


def test_a_colon_before_a_quotation_has_its_speaker_at_the_head_of_a_post() -> None:
    assert _chains("ملا عبدالظاهر از قریهٔ بادگاه در پیام صوتی: «سی خانه زیر گل است، بیل هم نداریم.»") == [("ملا عبدالظاهر",)]
