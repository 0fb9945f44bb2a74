from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hands import BREAKOUT, DROUGHT, make_article, make_capture, make_page, make_reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin.store import Desk, open_desk
from tocsin.store.query import choose, parse
from tocsin.store.spelling import find_words

ARABIC = "قال مدير السجن المركزي في الوادي إن سبعة وثلاثين سجيناً فرّوا من البوابة الشرقية، وأضاف أن إدارة المستشفى بالمدينة استقبلت الجرحى."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("search")
    with open_desk(str(folder / "desk.db")) as opened:
        opened.add(make_page(BREAKOUT, title="Gate left open"))
        opened.add(make_page(DROUGHT, "/pages/drought.txt", title="Türkmen valley: the long drought"))
        raw = ARABIC.encode()
        opened.add(make_reading(make_article(ARABIC, capture=make_capture(raw, "/pages/ar.txt"), language="ar"), raw=raw))
        yield opened


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("السجن", "السجن"),
        ("سجن", "السجن"),
        ("والسجن", "السجن"),
        ("للسجن", "السجن"),
        ("السِّجْن", "السجن"),
        ("ادارة", "إدارة"),
        ("إداره", "إدارة"),
        ("مستشفي", "المستشفى"),
        ("المدينة", "بالمدينة"),
        ("مدينه", "بالمدينة"),
        ("فروا", "فرّوا"),
        ("ثلاثين", "وثلاثين"),
        ("لثلاثين", "وثلاثين"),
        ('"مدير السجن"', "مدير السجن"),
        ('"السجن المركزى"', "السجن المركزي"),
        ("«سجن مركزي»", "السجن المركزي"),
        ("المستش*", "المستشفى"),
    ],
)
def test_arabic_is_found_in_every_spelling(desk: Desk, query: str, found: str) -> None:
    (hit,) = desk.search(query)
    assert [mark.of(ARABIC) for mark in hit.marks] == [found]
    assert hit.span.of(ARABIC) == hit.snippet


@pytest.mark.parametrize("query", ["السجناء", "بستان", '"السجن مدير"', "prisoner", "turbin"])
def test_what_is_not_there_is_not_found(desk: Desk, query: str) -> None:
    assert desk.search(query) == ()


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("GOVERNOR", "Gate left open"),
        ("eastern gate", "Gate left open"),
        ('"eastern gate"', "Gate left open"),
        ("“eastern gate”", "Gate left open"),
        ("thirty-seven", "Gate left open"),
        ("prison*", "Gate left open"),
        ("left open", "Gate left open"),
        ("turkmen", "Türkmen valley: the long drought"),
        ("TÜRKMEN", "Türkmen valley: the long drought"),
    ],
)
def test_words_and_phrases_are_found_in_text_and_title(desk: Desk, query: str, title: str) -> None:
    assert [hit.title for hit in desk.search(query)] == [title]


def test_all_words_of_a_query_must_stand_in_an_article(desk: Desk) -> None:
    assert {hit.title for hit in desk.search("valley")} == {"Gate left open", "Türkmen valley: the long drought"}
    assert [hit.title for hit in desk.search("valley sheep")] == ["Türkmen valley: the long drought"]


def test_a_title_outranks_a_text(desk: Desk) -> None:
    hits = desk.search("valley")
    assert hits[0].title == "Türkmen valley: the long drought"
    assert hits[0].rank > hits[1].rank


def test_an_article_that_only_its_title_finds_shows_its_opening(desk: Desk) -> None:
    (hit,) = desk.search("drought")
    assert hit.marks == ()
    assert DROUGHT.startswith(hit.snippet)


@pytest.mark.parametrize(
    "query",
    [
        "",
        " ",
        '"',
        '""',
        "*",
        "NEAR(",
        "AND",
        "OR NOT",
        "a AND OR b",
        "col:x",
        "title:gate",
        "-x",
        "^gate",
        "'; DROP TABLE search; --",
        "(((",
        "\x00",
        "a\x00b",
        "{x} : y",
        "+",
        "\\",
    ],
)
def test_a_hostile_query_is_no_error(desk: Desk, query: str) -> None:
    desk.search(query)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(max_size=60))
def test_no_query_is_an_error(desk: Desk, query: str) -> None:
    for hit in desk.search(query):
        article = desk.article(hit.article)
        assert article is not None
        assert hit.span.of(article.text) == hit.snippet


def test_a_query_as_long_as_a_page_is_no_error(desk: Desk) -> None:
    desk.search(DROUGHT * 200)


@given(st.text(max_size=200), st.text(max_size=20))
def test_marks_lie_in_the_text_and_in_the_passage(text: str, query: str) -> None:
    span, chosen = choose(text, parse(query))
    assert span.end <= len(text)
    assert all(span.covers(mark) for mark in chosen)


@given(st.text(max_size=200))
def test_words_stand_in_order_and_inside_the_text(text: str) -> None:
    words = list(find_words(text))
    assert all(left.end <= right.start for left, right in pairwise(words))
    assert all(0 <= word.start < word.end <= len(text) for word in words)
