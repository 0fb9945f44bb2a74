"""Takes what a time expression says and the day of publication, returns the days it means. Pure arithmetic; knows no words.

Every answer is (first day, last day, ACLED precision): 1 the day, 2 the week or a part of a month, 3 the month or vaguer.
What cannot be known without a day of publication, or lies outside the calendar, is None.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import ParamSpec

from tocsin.annotate.anchors import Anchor, whole_month
from tocsin.lang import solar

P = ParamSpec("P")
Days = tuple[date, date, int]
DAY, WEEK, MONTH = 1, 2, 3


def _bounded(function: Callable[P, Days | None]) -> Callable[P, Days | None]:
    """Days outside the calendar (31 June, the year 12000, 900,000 days ago) are not known."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> Days | None:
        try:
            return function(*args, **kwargs)
        except (ValueError, OverflowError):
            return None

    return call


@_bounded
def find_day(year: int, month: int, day: int) -> Days | None:
    known = solar.find_day(year, month, day) if solar.is_solar(month) else date(year, month, day)
    return known, known, DAY


@_bounded
def find_offset(anchor: Anchor | None, first: int, last: int) -> Days | None:
    """Days counted from publication: yesterday is (-1, -1)."""
    if anchor is None or anchor.day is None:
        return None
    return anchor.day + timedelta(first), anchor.day + timedelta(last), DAY


@_bounded
def find_weekday(anchor: Anchor | None, weekday: int, *, shift: int = 0) -> Days | None:
    """The last such day on or before publication; with ``shift`` -1 before it ("last Monday"), with 1 the first one after it."""
    if anchor is None or anchor.day is None:
        return None
    back = (anchor.day.weekday() - weekday) % 7
    if shift < 0 and back == 0:
        back = 7
    day = anchor.day + timedelta(7 - back if shift > 0 else -back)
    return day, day, DAY


@_bounded
def find_day_of_month(anchor: Anchor | None, month: int, day: int, *, shift: int = -1) -> Days | None:
    """A date without a year: the last such day on or before publication; with ``shift`` 1 the next."""
    if anchor is None:
        return None
    latest = solar.find_year(anchor.last) if solar.is_solar(month) else anchor.last.year
    # Nine years hold a leap day in any calendar century.
    for year in range(latest, latest + 9) if shift > 0 else range(latest, latest - 9, -1):
        if day <= _length(year, month) and (known := find_day(year, month, day)) is not None and _lies(known[0], anchor, shift):
            return known
    return None


def _length(year: int, month: int) -> int:
    return solar.find_length(year, month) if solar.is_solar(month) else monthrange(year, month)[1]


def _lies(day: date, anchor: Anchor, shift: int) -> bool:
    return day >= anchor.first if shift > 0 else day <= anchor.last


@_bounded
def find_month(anchor: Anchor | None, month: int, year: int | None = None, *, shift: int = 0) -> Days | None:
    """A month; without a year the last one that has begun, with ``shift`` -1 ("last June") one that is over, with 1 one to come."""
    if solar.is_solar(month):
        return _find_solar_month(anchor, month, year, shift)
    if year is None:
        if anchor is None:
            return None
        year = anchor.last.year
        now = anchor.last.month
        if shift > 0:
            year += month <= now
        elif month > now or (shift < 0 and month == now):
            year -= 1
    first, last = whole_month(year, month)
    return first, last, MONTH


def _find_solar_month(anchor: Anchor | None, month: int, year: int | None, shift: int) -> Days | None:
    if year is None and anchor is None:
        return None
    years = (year,) if year is not None else range(solar.find_year(anchor.last) + 1, 0, -1) if anchor is not None else ()
    for known in reversed(years[:3]) if shift > 0 else years:
        first, last = solar.find_day(known, month, 1), solar.find_day(known, month, solar.find_length(known, month))
        begun = anchor is None or (first > anchor.last if shift > 0 else (last if shift < 0 else first) <= anchor.last)
        if year is not None or begun:
            return first, last, MONTH
    return None


@_bounded
def find_year(year: int, years: int = 1) -> Days | None:
    if year in solar.YEARS:
        return solar.find_day(year, solar.FIRST, 1), solar.find_day(year + years, solar.FIRST, 1) - timedelta(1), MONTH
    return date(year, 1, 1), date(year + years - 1, 12, 31), MONTH


@_bounded
def find_unit(anchor: Anchor | None, unit: str, shift: int) -> Days | None:
    """ "last week", "this year": the calendar's own weeks (from Monday), months and years."""
    if anchor is None:
        return None
    if unit == "year":
        return find_year(anchor.last.year + shift)
    if unit == "month":
        return None if anchor.month is None else _nth_month(anchor.month, shift)
    if anchor.day is None:
        return None
    if unit == "day":
        return find_offset(anchor, shift, shift)
    monday = anchor.day - timedelta(anchor.day.weekday())
    if unit == "week":
        return monday + timedelta(7 * shift), monday + timedelta(7 * shift + 6), WEEK
    if unit == "weekend":
        saturday = monday + timedelta(7 * shift + 5)
        return saturday, saturday + timedelta(1), WEEK
    return None


def _nth_month(month: tuple[int, int], shift: int) -> Days:
    index = month[0] * 12 + month[1] - 1 + shift
    first, last = whole_month(index // 12, index % 12 + 1)
    return first, last, MONTH


@_bounded
def find_ago(anchor: Anchor | None, count: float, unit: str) -> Days | None:
    """ "three days ago" is a day, "two weeks ago" some days around it, "five months ago" a month, "ten years ago" a year."""
    if anchor is None:
        return None
    count = int(count)
    if unit in ("year", "decade"):
        return find_year(anchor.last.year - count * (10 if unit == "decade" else 1))
    if unit == "month":
        return None if anchor.month is None else _nth_month(anchor.month, -count)
    if anchor.day is None:
        return None
    if unit == "hour":
        return anchor.day - timedelta(hours=count), anchor.day, DAY
    if unit == "day":
        return find_offset(anchor, -count, -count)
    middle = anchor.day - timedelta(count * (14 if unit == "fortnight" else 7))
    return middle - timedelta(3), middle + timedelta(3), WEEK


@_bounded
def find_stretch(anchor: Anchor | None, count: float, unit: str, *, shift: int) -> Days | None:
    """ "the past two weeks", "the next three days": from or to the day of publication."""
    if anchor is None or anchor.day is None:
        return None
    lengths = {"hour": 1 / 24, "day": 1, "week": 7, "fortnight": 14, "month": 30.44, "year": 365.25, "decade": 3652.5}
    if unit not in lengths:
        return None
    length = round(count * lengths[unit])
    precision = DAY if length <= 1 else WEEK if length <= 14 else MONTH
    other = anchor.day + timedelta(length * (1 if shift > 0 else -1))
    return min(anchor.day, other), max(anchor.day, other), precision


def find_part(days: Days | None, part: tuple[int, int]) -> Days | None:
    """A part of a month or a year, in tenths of it: "early December", "late 2023"."""
    if days is None or days[0] == days[1]:
        return days
    length = (days[1] - days[0]).days + 1
    first = days[0] + timedelta(length * part[0] // 10)
    last = days[0] + timedelta(length * part[1] // 10 - 1)
    return first, max(first, last), WEEK if length <= 31 else MONTH
