"""What holds of every span that this room reads, whatever the text."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from making import make_article, publish

from tocsin.annotate import figures, places, sentences, times
from tocsin.model import Article

ENGLISH = (
    "killed wounded 12 1,500 3.5 20th 2011 2024 twelve two hundred and million dozens of thousands at least more than between to or - – , . ( ) $ % "
    "people soldiers women child a the including among them were escaped from in on near Thursday December Dec may last week ago three days next since "
    "early Syria Aleppo al-Bab the town of Homs U.S. US prisoners half third deaths toll rose 10:30 + over percent \x00 \u200f ٣٤ 🙂 ''"
)
ARABIC = (
    "قتل أصيب مقتل 12 و15 ٢٢٨ ألف آلاف مئة وخمسون عشرات من شخصا جنديا نساء طفل وطفل قتيلين جنديان بينهم منهم أكثر ما لا يقل عن نحو حتى بين إلى ، . ( ) % "
    "الخميس يوم ديسمبر كانون الأول / الماضي الأسبوع قبل ثلاثة أيام منذ عام 2011 مطلع نصف المليون ونصف في حلب سوريا مدينة الباب ريف بغداد ـ \u200f ت\u0640\u0640 أحد عشر اثنين"
)
WORDS = {"en": ENGLISH.split(" "), "ar": ARABIC.split(" ")}


def _read(text: str, code: str, day: str | None) -> Article:
    article = make_article(text, code, published=publish(day))
    for stage in (sentences.read, times.read, places.read, figures.read):
        article = stage(article)
    return article


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_mark_lies_in_its_text(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["en", "ar"]))
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[code]), max_size=40)))
    article = _read(text, code, data.draw(st.sampled_from([None, "2024-12-20"])))
    spans = [(figure.start, figure.end) for figure in article.figures]
    spans += [(time.start, time.end) for time in article.times] + [(place.start, place.end) for place in article.places]
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
    assert all(left.end <= right.start for left, right in pairwise(article.sentences))
    assert all(left.end <= right.start for left, right in pairwise(article.times))
    assert all(left.end <= right.start for left, right in pairwise(article.places))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_every_figure_makes_sense(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["en", "ar"]))
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[code]), max_size=40)))
    article = _read(text, code, None)
    for index, figure in enumerate(article.figures):
        assert figure.low is not None or figure.high is not None
        assert figure.low is None or figure.high is None or figure.low <= figure.high
        assert figure.part_of is None or 0 <= figure.part_of < index
        assert figure.of is not None or figure.who is not None


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(), max_size=200), st.sampled_from(["en", "ar"]))
def test_no_text_makes_it_fail(text: str, code: str) -> None:
    _read(text, code, "2024-12-20")


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_every_time_has_its_days_in_order(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(["en", "ar"]))
    text = " ".join(data.draw(st.lists(st.sampled_from(WORDS[code]), max_size=40)))
    for time in _read(text, code, "2024-12-20").times:
        assert (time.first is None) == (time.precision is None)
        assert time.first is None or time.last is None or time.first <= time.last
