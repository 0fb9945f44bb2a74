"""Published times as the page's clock showed them."""

from datetime import UTC, date, datetime

import pytest

from tocsin.instants import local_day, local_time, universal
from tocsin.model import Precision, Published

LATE = datetime(2026, 3, 14, 22, 36, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("+03:00", "2026-03-15T01:36"),
        ("+0300", "2026-03-15T01:36"),
        ("GMT+3", "2026-03-15T01:36"),
        ("-05:30", "2026-03-14T17:06"),
        ("UTC", "2026-03-14T22:36"),
        ("Asia/Baghdad", "2026-03-15T01:36"),
        ("Nowhere/Atall", "2026-03-14T22:36"),
    ],
)
def test_the_zone_of_the_page_is_applied(zone: str, expected: str) -> None:
    assert local_time(Published(LATE, Precision.MINUTE, zone, "meta")) == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [(Precision.MINUTE, "2026-03-14T22:36"), (Precision.DAY, "2026-03-14"), (Precision.MONTH, "2026-03"), (Precision.YEAR, "2026")],
)
def test_a_time_is_written_no_more_exactly_than_it_is_known(precision: Precision, expected: str) -> None:
    assert local_time(Published(LATE.replace(tzinfo=None), precision, None, "text")) == expected


def test_the_day_is_the_day_on_the_page() -> None:
    assert local_day(Published(LATE, Precision.MINUTE, "+03:00", "meta")) == date(2026, 3, 15)


def test_times_with_and_without_a_zone_can_be_compared() -> None:
    assert universal(LATE) == universal(LATE.replace(tzinfo=None))
