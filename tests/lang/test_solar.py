from datetime import date

import pytest

from tocsin.lang import solar


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ((1403, 21, 29), date(2024, 12, 19)),
        ((1402, 24, 29), date(2024, 3, 19)),
        ((1399, 24, 30), date(2021, 3, 20)),
        ((1404, 13, 1), date(2025, 3, 21)),
        ((1367, 16, 12), date(1988, 7, 3)),
    ],
)
def test_a_solar_date_is_a_day_of_the_common_calendar(written: tuple[int, int, int], day: date) -> None:
    assert solar.find_day(*written) == day
    assert solar.find_year(day) == written[0]


def test_the_last_month_has_thirty_days_in_leap_years_alone() -> None:
    assert solar.find_length(1403, 24) == 30
    assert solar.find_length(1402, 24) == 29
    with pytest.raises(ValueError, match="no day 30"):
        solar.find_day(1402, 24, 30)
