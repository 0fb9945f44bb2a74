"""Times that name their own month, day or year: "8 December 2024", "June 2014", "2024-12-08", "2011", "the 1990s"."""

import re

from tocsin.annotate import dates
from tocsin.annotate.dates import Days
from tocsin.annotate.line import Line, Moment
from tocsin.lang import solar
from tocsin.lang.calendar import Span
from tocsin.lang.terms import Hit

_YEAR = re.compile(r"[^\W\d_]{0,2}((?:19|20)\d\d)")
_SOLAR = re.compile(r"(1[34]\d\d)")
_DECADE = re.compile(r"((?:19|20)\d0)s")
_DAY = re.compile(r"[^\W\d_]{0,2}(\d{1,2})([a-z]{2})?")
_POINTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SHORT = 4  # letters of a month's abbreviation, at most: a point behind it belongs to it


def is_year(key: str) -> bool:
    return _YEAR.fullmatch(key) is not None


def read_compound(line: Line, index: int, part: Span, *, month: int) -> Moment:
    """ "mid-December 2024"."""
    year, last = _year(line, index + 1, month)
    return Moment(index, last, dates.find_part(dates.find_month(line.anchor, month, year), part))


def read_month(line: Line, hit: Hit[int]) -> Moment | None:
    """ "December 8, 2024", "Dec. 3", "December 3-7", "December 2024", "last December", "in December"."""
    known, first, month = line.calendar, hit.first, hit.value
    last = _other_name(line, hit.last, month)
    last += line.key(last) == "." and len(line.keys[first]) <= _SHORT and line.key(last + 1)[:1].isdigit()
    day = _day_number(line, last)
    if day is not None:
        other, end = _range_day(line, last + 1)
        year, end = _year(line, end, month)
        return Moment(first, end, _dated(line, (year, month, day), other=other))
    year, end = _year(line, last, month)
    before = line.key(first - 1)
    if year is not None:
        return Moment(first, end, dates.find_month(line.anchor, month, year), whole=True)
    if line.key(last) in known.shifts_behind:
        return Moment(first, last + 1, dates.find_month(line.anchor, month, shift=known.shifts_behind[line.key(last)]), whole=True)
    if before in known.shifts:
        return Moment(first - 1, last, dates.find_month(line.anchor, month, shift=known.shifts[before]), whole=True)
    if line.is_in(first, "weak") and before not in known.sets["leads"]:
        return None
    return Moment(first, last, dates.find_month(line.anchor, month), whole=True)


def read_number(line: Line, index: int) -> Moment | None:
    """A day before its month, a date in figures alone, a year, a decade."""
    word = line.keys[index]
    pointed = _POINTED.fullmatch(word)
    if pointed is not None:
        return Moment(index, index + 1, _ordered(int(pointed[1]), int(pointed[2]), int(pointed[3])))
    if line.key(index + 1) in ("-", "/") and line.key(index + 3) == line.key(index + 1) and index + 4 < len(line.keys):
        return _strokes(line, index)
    day = _day_number(line, index)
    if day is not None:
        return _day_first(line, index, day)
    decade = _DECADE.fullmatch(word)
    if decade is not None:
        return Moment(index, index + 1, dates.find_year(int(decade[1]), 10), whole=True)
    return _bare_year(line, index)


def _dated(line: Line, written: tuple[int | None, int, int], *, other: int | None = None) -> Days | None:
    """The day, or the days up to ``other`` of the same month."""
    year, month, day = written
    first = dates.find_day_of_month(line.anchor, month, day) if year is None else dates.find_day(year, month, day)
    if first is None or other is None:
        return first
    last = dates.find_day(first[0].year, month, other)
    if last is None or last[0] < first[0]:
        return None
    return first[0], last[0], dates.WEEK if (last[0] - first[0]).days > 1 else dates.DAY


def _range_day(line: Line, index: int) -> tuple[int | None, int]:
    """The second day of "3-7": (day, end), or (None, index)."""
    other = _day_number(line, index + 1) if line.is_in(index, "range") else None
    return (None, index) if other is None else (other, index + 2)


def _other_name(line: Line, last: int, month: int) -> int:
    """Past a second name of the same month: "كانون الأول/ديسمبر"."""
    if line.key(last) not in ("/", "(") or last + 1 >= len(line.keys):
        return last
    hit = line.calendar.months.at(line.keys, last + 1)
    if hit is None or hit.value != month:
        return last
    return hit.last + (line.key(last) == "(" and line.key(hit.last) == ")")


def _day_number(line: Line, index: int) -> int | None:
    match = _DAY.fullmatch(line.key(index))
    if match is None or (match[2] is not None and match[2] not in line.calendar.sets["ordinals"]) or not 1 <= int(match[1]) <= 31:
        return None
    return int(match[1])


def _year(line: Line, index: int, month: int) -> tuple[int | None, int]:
    """(year, end) of a year behind a month, with "," or "عام" between; else (None, index)."""
    at = line.skip(index, "fillers")
    match = (_SOLAR if solar.is_solar(month) else _YEAR).fullmatch(line.key(at))
    return (None, index) if match is None else (int(match[1]), at + 1)


def _strokes(line: Line, index: int) -> Moment | None:
    """ "2024-12-08", "8/12/2024"."""
    parts = (line.keys[index], line.keys[index + 2], line.keys[index + 4])
    if not all(part.isdigit() and len(part) in (1, 2, 4) for part in parts) or max(map(len, parts)) != 4:
        return None
    one, two, three = map(int, parts)
    if one in solar.YEARS and line.calendar.solar:
        return Moment(index, index + 5, dates.find_day(one, two + solar.FIRST - 1, three))
    days = dates.find_day(one, two, three) if len(parts[0]) == 4 else _ordered(one, two, three)
    return Moment(index, index + 5, days)


def _day_first(line: Line, index: int, day: int) -> Moment | None:
    """ "8 December 2024", "3-7 December", "8 من ديسمبر"."""
    other, at = _range_day(line, index + 1)
    at = line.skip(at, "fillers")
    hit = line.calendar.months.at(line.keys, at) if at < len(line.keys) else None
    if hit is None or not line.is_name(at):
        return None
    year, last = _year(line, _other_name(line, hit.last, hit.value), hit.value)
    return Moment(index, last, _dated(line, (year, hit.value, day), other=other))


def _bare_year(line: Line, index: int) -> Moment | None:
    match = _YEAR.fullmatch(line.keys[index]) or (_SOLAR.fullmatch(line.keys[index]) if line.calendar.solar else None)
    if match is None or line.is_in(index - 1, "names"):
        return None
    between = line.is_in(index + 1, "range") and is_year(line.key(index + 2))
    if not line.is_in(index - 1, "leads") and not between and index > 0:
        return None
    return Moment(index, index + 1, dates.find_year(int(match[1])), whole=True)


def _ordered(one: int, two: int, year: int) -> Days | None:
    """A date of two small numbers: known only where one of them cannot be a month."""
    if one > 12 or one == two:
        return dates.find_day(year, two, one)
    return dates.find_day(year, one, two) if two > 12 else None
