import pytest

from tocsin.clean.dates import parse_line
from tocsin.model import Precision


@pytest.mark.parametrize(
    ("line", "at", "zone"),
    [
        ("Friday 20 December 2024 - 10:36", "2024-12-20T10:36", None),
        ("12 June 2025 15:29", "2025-06-12T15:29", None),
        ("Dec. 3, 2024 10:15 AM GMT", "2024-12-03T10:15", "GMT"),
        ("Published: December 20, 2024 at 4:05 p.m. EST", "2024-12-20T21:05", "EST"),
        ("March 14th, 2025 2.30pm", "2025-03-14T14:30", None),
        ("12:05 a.m., May 1, 2025", "2025-05-01T00:05", None),
        ("14 Mar 2025 at 10:22 GMT+3", "2025-03-14T07:22", "+03:00"),
        ("2025-03-15T14:05:00+03:00", "2025-03-15T11:05", "+03:00"),
        ("2025-03-15T14:05:00.000Z", "2025-03-15T14:05", "Z"),
        ("٢٠ كانون الأول/ديسمبر ٢٠٢٤ - ١٠:٣٦ ص", "2024-12-20T10:36", None),
        ("السبت، 15 مارس 2025 09:20 م", "2025-03-15T21:20", None),
        ("نُشر في: 15/3/2025 | 14:30 بتوقيت غرينتش", "2025-03-15T14:30", "+00:00"),
        ("الخميس 19 دجنبر 2024 - 21:10", "2024-12-19T21:10", None),
        ("3/4/2025 6:10 PM", "2025-03-04T18:10", None),
        ("03/04/2025 - 18:10", "2025-04-03T18:10", None),
    ],
)
def test_minutes_are_read_in_utc_where_a_zone_is_given(line: str, at: str, zone: str | None) -> None:
    stated = parse_line(line)
    assert stated is not None
    assert stated.precision is Precision.MINUTE
    assert stated.at.isoformat()[:16] == at
    assert stated.zone == zone
    assert (stated.at.tzinfo is None) == (zone is None)
    assert stated.rest == ()


@pytest.mark.parametrize(
    ("line", "at", "precision"),
    [
        ("١٥ آذار 2025", "2025-03-15", Precision.DAY),
        ("20 ديسمبر 2024", "2024-12-20", Precision.DAY),
        ("17 فيفري 2025", "2025-02-17", Precision.DAY),
        ("الثلاثاء 11 مارس 2025م", "2025-03-11", Precision.DAY),
        ("25/12/2024", "2024-12-25", Precision.DAY),
        ("2024-12-20", "2024-12-20", Precision.DAY),
        ("December 2024", "2024-12-01", Precision.MONTH),
        ("03/04/2025", "2025-01-01", Precision.YEAR),
    ],
)
def test_precision_is_no_finer_than_the_line(line: str, at: str, precision: Precision) -> None:
    stated = parse_line(line)
    assert stated is not None
    assert (stated.at.date().isoformat(), stated.precision, stated.zone) == (at, precision, None)


def test_the_first_appearance_goes_before_a_change() -> None:
    stated = parse_line("Updated 13 March 2025 10:00 | Published 12 March 2025")
    assert stated is not None
    assert (stated.at.day, stated.updated) == (12, False)
    alone = parse_line("Last updated: 2025-03-13 10:00")
    assert alone is not None
    assert alone.updated


@pytest.mark.parametrize(
    "line", ["no date here", "call 2025-99-99", "31 February 2025", "in 2025", "12:30", "20 December 1066", "1 2 3 4 5 6"]
)
def test_what_is_no_date_stays_unknown(line: str) -> None:
    assert parse_line(line) is None


def test_a_sentence_with_a_date_shows_what_else_it_says() -> None:
    stated = parse_line("The bridge fell on 3 March 2025 after a week of rain")
    assert stated is not None
    assert len(" ".join(stated.rest).split()) > 5
