from datetime import UTC, date, datetime

import pytest
from making import make_article, publish

from tocsin.annotate import sentences, times
from tocsin.annotate.anchors import make_anchor
from tocsin.model import Article, Precision, Published

FRIDAY = "2024-12-20"  # the day these texts appeared

ENGLISH = [
    ("He spoke on Thursday.", "Thursday", "2024-12-19", "2024-12-19", 1),
    ("He spoke on Friday.", "Friday", "2024-12-20", "2024-12-20", 1),
    ("It was bad last Friday.", "last Friday", "2024-12-13", "2024-12-13", 1),
    ("They meet next Monday.", "next Monday", "2024-12-23", "2024-12-23", 1),
    ("They will meet on Monday.", "Monday", "2024-12-23", "2024-12-23", 1),
    ("In December alone, two plots were foiled.", "December", "2024-12-01", "2024-12-31", 3),
    ("It fell on December 8, 2024, at dawn.", "December 8, 2024", "2024-12-08", "2024-12-08", 1),
    ("On 8 December, however, it fell.", "8 December", "2024-12-08", "2024-12-08", 1),
    ("It fell on the 8th of December.", "8th of December", "2024-12-08", "2024-12-08", 1),
    ("It fell on 25 December.", "25 December", "2023-12-25", "2023-12-25", 1),
    ("War has raged since 2011.", "since 2011", "2011-01-01", "2024-12-20", 3),
    ("They have waited since Thursday.", "since Thursday", "2024-12-19", "2024-12-20", 1),
    ("In June 2014, they came.", "June 2014", "2014-06-01", "2014-06-30", 3),
    ("A picture of Tuesday Dec. 3, 2024.", "Tuesday Dec. 3, 2024", "2024-12-03", "2024-12-03", 1),
    ("It began last week.", "last week", "2024-12-09", "2024-12-15", 2),
    ("It began last month.", "last month", "2024-11-01", "2024-11-30", 3),
    ("It began this year.", "this year", "2024-01-01", "2024-12-31", 3),
    ("It began last December.", "last December", "2023-12-01", "2023-12-31", 3),
    ("It began three days ago.", "three days ago", "2024-12-17", "2024-12-17", 1),
    ("It began two weeks ago.", "two weeks ago", "2024-12-03", "2024-12-09", 2),
    ("It began a month ago.", "a month ago", "2024-11-01", "2024-11-30", 3),
    ("It began ten years ago.", "ten years ago", "2014-01-01", "2014-12-31", 3),
    ("It began in early December.", "early December", "2024-12-01", "2024-12-09", 2),
    ("It began in mid-December 2024.", "mid-December 2024", "2024-12-10", "2024-12-21", 2),
    ("It ran from 3 to 7 December.", "3 to 7 December", "2024-12-03", "2024-12-07", 2),
    ("It ran December 3-7.", "December 3-7", "2024-12-03", "2024-12-07", 2),
    ("It changed in the past two weeks.", "past two weeks", "2024-12-06", "2024-12-20", 2),
    ("Nothing moved in the last 24 hours.", "last 24 hours", "2024-12-19", "2024-12-20", 1),
    ("It began in the 1990s.", "1990s", "1990-01-01", "1999-12-31", 3),
    ("Dated 2024-12-08 here.", "2024-12-08", "2024-12-08", "2024-12-08", 1),
    ("Dated 13/12/2024 here.", "13/12/2024", "2024-12-13", "2024-12-13", 1),
    ("Dated 13.12.2024 here.", "13.12.2024", "2024-12-13", "2024-12-13", 1),
    ("He left yesterday.", "yesterday", "2024-12-19", "2024-12-19", 1),
    ("The 2011 uprising failed.", "2011", "2011-01-01", "2011-12-31", 3),
    ("He may march in May.", "May", "2024-05-01", "2024-05-31", 3),
    ("He came on Thursday, December 19, 2024.", "Thursday, December 19, 2024", "2024-12-19", "2024-12-19", 1),
    ("It lasts until the end of the year.", "end of the year", "2024-10-19", "2024-12-31", 3),
]
ARABIC = [
    ("قال يوم الخميس", "يوم الخميس", "2024-12-19", "2024-12-19", 1),
    ("وصل أمس الخميس", "أمس الخميس", "2024-12-19", "2024-12-19", 1),
    ("وصل أمس", "أمس", "2024-12-19", "2024-12-19", 1),
    ("وصل أول أمس", "أول أمس", "2024-12-18", "2024-12-18", 1),
    ("وصل الخميس الماضي", "الخميس الماضي", "2024-12-19", "2024-12-19", 1),
    ("يصل الخميس المقبل", "الخميس المقبل", "2024-12-26", "2024-12-26", 1),
    ("سقط في 8 ديسمبر 2024", "8 ديسمبر 2024", "2024-12-08", "2024-12-08", 1),
    ("سقط في ٨ ديسمبر ٢٠٢٤", "٨ ديسمبر ٢٠٢٤", "2024-12-08", "2024-12-08", 1),
    ("سقط في 8 كانون الأول/ديسمبر 2024", "8 كانون الأول/ديسمبر 2024", "2024-12-08", "2024-12-08", 1),
    ("سقط في 8 ديسمبر/كانون الأول", "8 ديسمبر/كانون الأول", "2024-12-08", "2024-12-08", 1),
    ("سقط في 8 من كانون الأول", "8 من كانون الأول", "2024-12-08", "2024-12-08", 1),
    ("الحرب مستمرة منذ عام 2011", "منذ عام 2011", "2011-01-01", "2024-12-20", 3),
    ("هزم في 2017 هناك", "2017", "2017-01-01", "2017-12-31", 3),
    ("وصل الأسبوع الماضي", "الأسبوع الماضي", "2024-12-09", "2024-12-15", 2),
    ("يصل الأسبوع المقبل", "الأسبوع المقبل", "2024-12-23", "2024-12-29", 2),
    ("وقع هذا العام", "هذا العام", "2024-01-01", "2024-12-31", 3),
    ("وقع العام الجاري", "العام الجاري", "2024-01-01", "2024-12-31", 3),
    ("وقع الشهر الماضي", "الشهر الماضي", "2024-11-01", "2024-11-30", 3),
    ("وصل قبل ثلاثة أيام", "قبل ثلاثة أيام", "2024-12-17", "2024-12-17", 1),
    ("وصل منذ أسبوعين", "منذ أسبوعين", "2024-12-03", "2024-12-09", 2),
    ("وصل قبل عامين", "قبل عامين", "2022-01-01", "2022-12-31", 3),
    ("وقع مطلع ديسمبر", "مطلع ديسمبر", "2024-12-01", "2024-12-06", 2),
    ("وقع نهاية العام الماضي", "نهاية العام الماضي", "2023-10-20", "2023-12-31", 3),
    ("بدأت في آذار/مارس 2011", "آذار/مارس 2011", "2011-03-01", "2011-03-31", 3),
    ("خلال الأيام الثلاثة الماضية", "الأيام الثلاثة الماضية", "2024-12-17", "2024-12-20", 2),
    ("خلال الساعات الـ24 الماضية", "الساعات الـ24 الماضية", "2024-12-19", "2024-12-20", 1),
    ("وقع السبت 14 ديسمبر", "السبت 14 ديسمبر", "2024-12-14", "2024-12-14", 1),
    ("وقع في شهر آب", "آب", "2024-08-01", "2024-08-31", 3),
    ("يجتمعون غدا السبت", "غدا السبت", "2024-12-21", "2024-12-21", 1),
    ("بدأ في كانون الثاني", "كانون الثاني", "2024-01-01", "2024-01-31", 3),
    ("بدأ في جانفي 2011", "جانفي 2011", "2011-01-01", "2011-01-31", 3),
]
NONE = [
    ("en", "They march in step and may win."),
    ("en", "UN Resolution 1973 was adopted."),
    ("en", "The 13th Brigade left."),
    ("en", "Troops killed 2011 rebels."),
    ("en", "He sat in the sun."),
    ("ar", "مارس ضغوطا على الحكومة"),
    ("ar", "وفي اليوم التالي عاد"),
    ("ar", "القرار 1973 واضح"),
    ("ar", "لم يصل أحد منهم"),
]


def _read(text: str, code: str, published: Published | None) -> Article:
    return times.read(sentences.read(make_article(text, code, published=published)))


@pytest.mark.parametrize(("text", "words", "first", "last", "precision"), ENGLISH)
def test_an_english_time_is_resolved(text: str, words: str, first: str, last: str, precision: int) -> None:
    found = [(text[t.start : t.end], t.first, t.last, t.precision) for t in _read(text, "en", publish(FRIDAY)).times]
    assert found == [(words, date.fromisoformat(first), date.fromisoformat(last), precision)]


@pytest.mark.parametrize(("text", "words", "first", "last", "precision"), ARABIC)
def test_an_arabic_time_is_resolved(text: str, words: str, first: str, last: str, precision: int) -> None:
    found = [(text[t.start : t.end], t.first, t.last, t.precision) for t in _read(text, "ar", publish(FRIDAY)).times]
    assert found == [(words, date.fromisoformat(first), date.fromisoformat(last), precision)]


@pytest.mark.parametrize(("code", "text"), NONE)
def test_what_only_looks_like_a_time_is_none(code: str, text: str) -> None:
    assert _read(text, code, publish(FRIDAY)).times == ()


@pytest.mark.parametrize(
    "text", ["He spoke on Thursday.", "It began last week.", "It fell on 8 December.", "He left yesterday.", "In December it fell."]
)
def test_without_a_day_of_publication_nothing_is_made_up(text: str) -> None:
    found = _read(text, "en", None).times
    assert [(time.first, time.last, time.precision) for time in found] == [(None, None, None)]


@pytest.mark.parametrize("text", ["It fell on 8 December 2024.", "Dated 2024-12-08 here."])
def test_a_full_date_needs_no_day_of_publication(text: str) -> None:
    assert [time.first for time in _read(text, "en", None).times] == [date(2024, 12, 8)]


def test_since_without_a_day_of_publication_has_no_end() -> None:
    found = _read("War has raged since 2011.", "en", None).times
    assert [(time.first, time.last) for time in found] == [(date(2011, 1, 1), None)]


def test_a_date_of_two_small_numbers_stays_open() -> None:
    assert [time.first for time in _read("Dated 08/12/2024 here.", "en", publish(FRIDAY)).times] == [None]


def test_a_page_known_to_the_month_resolves_months_only() -> None:
    found = _read("It fell on Thursday, a month after last month began.", "en", publish("2024-12-01", Precision.MONTH)).times
    assert [time.first for time in found] == [None, date(2024, 11, 1)]


@pytest.mark.parametrize(
    "text", ["It fell on 31 June.", "It fell on 31 June 2024.", "It happened 900000 years ago.", "The past 99999999999 days."]
)
def test_days_outside_the_calendar_are_not_known(text: str) -> None:
    assert all(time.first is None for time in _read(text, "en", publish(FRIDAY)).times)


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        ("+03:00", date(2024, 12, 20)),
        ("Asia/Baghdad", date(2024, 12, 20)),
        ("UTC", date(2024, 12, 19)),
        ("-05:00", date(2024, 12, 19)),
        ("nowhere", date(2024, 12, 19)),
    ],
)
def test_yesterday_counts_from_the_local_day(zone: str, day: date) -> None:
    at = datetime(2024, 12, 19, 22, 30, tzinfo=UTC)
    anchor = make_anchor(Published(at, Precision.MINUTE, zone, "meta"))
    assert anchor is not None
    assert anchor.day == day
