"""Verbs between their object and what is said, as in Persian: each case is one structure."""

import pytest

import tocsin
from tocsin.model import Act

# Text, and of each statement with a cue: the act, the chain without the outlet, the content.
CASES = [
    ("وزیر نیرو گفت که سد آزاد آسیب ندیده است.", [(Act.ASSERT, ["وزیر نیرو"], "سد آزاد آسیب ندیده است")]),
    ("وزارت دفاع خبر سقوط بالگرد را تکذیب کرد.", [(Act.DENY, ["وزارت دفاع"], "خبر سقوط بالگرد")]),
    ("فرماندار بانه از ریزش پل شهر خبر داد.", [(Act.ASSERT, ["فرماندار بانه"], "ریزش پل شهر")]),
    ("شورای شهر خواستار بازگشایی جاده شد.", [(Act.DEMAND, ["شورای شهر"], "بازگشایی جاده")]),
    (
        "دولت حمله به بندر را محکوم و از همسایگان درخواست کرد مرزها را نبندند.",
        [(Act.CONDEMN, ["دولت"], "حمله به بندر"), (Act.DEMAND, ["دولت"], "مرزها را نبندند")],
    ),
    (
        "والی کندز با بیان اینکه راه‌ها بسته شده است، افزود: کمک‌ها فردا می‌رسد.",
        [(Act.ASSERT, ["والی کندز"], "راه‌ها بسته شده است"), (Act.ASSERT, ["والی کندز"], "کمک‌ها فردا می‌رسد")],
    ),
    (
        "به گزارش روزنامه «پیک دشت»، استاندار گفت آب شهر وصل شده است.",
        [(Act.ASSERT, ["پیک دشت", "استاندار"], "آب شهر وصل شده است")],
    ),
    (
        "روزنامه «پیک دشت» به نقل از دو نگهبان نوشت زندان خالی است.",
        [(Act.ASSERT, ["پیک دشت", "دو نگهبان"], "زندان خالی است")],
    ),
    (
        "یک امدادگر که نخواست نامش فاش شود به «پیک دشت» گفت چادر نرسیده است.",
        [(Act.ASSERT, ["پیک دشت", "یک امدادگر"], "چادر نرسیده است")],
    ),
    ("گفته می‌شود که معدن بسته مانده است.", [(Act.ASSERT, ["گفته می‌شود"], "معدن بسته مانده است")]),
    ("اگر وزارت کشور اعلام کند که رای‌ها باطل است، شهر آرام نمی‌ماند.", []),
    ("در بیانیه اتحادیه کشاورزان آمده است که آب قطع شده.", [(Act.ASSERT, ["اتحادیه کشاورزان"], "آب قطع شده")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_who_says_what_around_a_verb(text: str, wanted: list[tuple[Act, list[str], str]]) -> None:
    given = [s for s in tocsin.statements(text, language="fa") if s.cue is not None]
    assert [(s.act, [link.name for link in s.chain[1:]], " … ".join(span.of(text) for span in s.content)) for s in given] == wanted


def test_a_person_is_known_by_a_given_name_and_keeps_the_office_beside_it() -> None:
    text = "سرهنگ فردین رستگار، فرمانده پلیس راه، گفت جاده باز است. وی افزود که برف ادامه دارد."
    speakers = [s.speaker for s in tocsin.statements(text, language="fa") if s.cue is not None]
    assert [link.name for link in speakers] == ["فردین رستگار", "فردین رستگار"]
    assert speakers[0].office == "سرهنگ، فرمانده پلیس راه"


def test_joiners_and_their_absence_are_one_spelling() -> None:
    for verb in ("می‌گوید", "می گوید", "ميگويد"):
        (statement,) = [s for s in tocsin.statements(f"شهردار مهاباد {verb} که آب قطع است.", language="fa") if s.cue is not None]
        assert statement.speaker.name == "شهردار مهاباد"
