"""The solar Hijri calendar of Iran and Afghanistan: its dates as days of the common one. Pure arithmetic.

Its months are numbered 13 to 24 in packs, so that a month's number says which calendar it belongs to.
"""

from datetime import date

FIRST = 13  # the number of Farvardin (Hamal) in packs
YEARS = range(1380, 1431)  # years that a bare date is taken for; the lunar calendar counts higher
_CYCLE = 33  # years with eight leap days
_LEAPS = 8
_LONG = 6  # months of 31 days


def is_solar(month: int) -> bool:
    return month >= FIRST


def _count(year: int, month: int, day: int) -> int:
    """Days from a fixed day on; ``month`` from 1."""
    shifted = year + 1595
    months = (month - 1) * 31 if month <= _LONG else _LONG * 31 + (month - 1 - _LONG) * 30
    return 365 * shifted + shifted // _CYCLE * _LEAPS + (shifted % _CYCLE + 3) // 4 + months + day


_BEFORE = date(2024, 3, 20).toordinal() - _count(1403, 1, 1)


def find_length(year: int, month: int) -> int:
    """The days of a month; ``month`` as packs number it."""
    number = month - FIRST + 1
    following = (year + 1, 1) if number == 12 else (year, number + 1)
    return _count(*following, 1) - _count(year, number, 1)


def find_day(year: int, month: int, day: int) -> date:
    """The day of the common calendar; ValueError where the month has no such day."""
    if not FIRST <= month < FIRST + 12 or not 1 <= day <= find_length(year, month):
        raise ValueError(f"no day {day} in month {month} of the solar year {year}")
    return date.fromordinal(_count(year, month - FIRST + 1, day) + _BEFORE)


def find_year(day: date) -> int:
    """The solar year that a day of the common calendar lies in."""
    year = day.year - 621
    return year if find_day(year, FIRST, 1) <= day else year - 1
