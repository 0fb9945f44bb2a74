"""The brief's own words."""

from datetime import date

import pytest

from tocsin.brief.amounts import say_count, say_day, say_days, say_interval, say_roots, say_some
from tocsin.brief.wording import say_language
from tocsin.model import Interval


def test_numbers_agree_with_their_nouns() -> None:
    assert [say_count(n, "story") for n in (0, 1, 2, 1200)] == ["0 stories", "1 story", "2 stories", "1,200 stories"]


@pytest.mark.parametrize(
    ("interval", "expected"),
    [(Interval(1, 1), "1 root"), (Interval(2, 2), "2 roots"), (Interval(1, 2), "1 to 2 roots"), (Interval(0, 1), "at most 1 root")],
)
def test_an_interval_says_how_sure_it_is(interval: Interval, expected: str) -> None:
    assert say_interval(interval, "root") == expected


def test_what_cannot_be_so_is_counted_by_carriers() -> None:
    assert say_roots(9, Interval(1, 1), Interval(1, 4)) == "9 articles → 1 root"
    assert say_roots(2, None, Interval(1, 1)) == "2 articles → 1 carrier"


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2026-03-15T10:36", "15 March 2026"), ("2026-03-05", "5 March 2026"), ("2026-03", "March 2026"), ("2026", "2026"), (None, "undated")],
)
def test_a_day_is_no_more_exact_than_the_page(published: str | None, expected: str) -> None:
    assert say_day(published) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], ""),
        ([date(2026, 3, 14)], ", 14 March 2026"),
        ([date(2026, 3, 17), date(2026, 3, 14)], ", 14 to 17 March 2026"),
        ([date(2026, 3, 30), date(2026, 4, 2)], ", 30 March to 2 April 2026"),
        ([date(2025, 12, 31), date(2026, 1, 1)], ", 31 December 2025 to 1 January 2026"),
    ],
)
def test_days_are_said_shortly(days: list[date], expected: str) -> None:
    assert say_days(days) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [((), ""), (("A",), "A"), (("A", "B"), "A and B"), (("A", "B", "C"), "A, B and C"), (("A", "B", "C", "D", "E"), "A, B, C and 2 more")],
)
def test_many_names_are_counted(names: tuple[str, ...], expected: str) -> None:
    assert say_some(names) == expected


def test_a_language_without_a_pack_keeps_its_code() -> None:
    assert (say_language("ar"), say_language("xx")) == ("Arabic", "xx")
