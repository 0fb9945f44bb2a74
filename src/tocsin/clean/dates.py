"""A line in; the date it states out, with its precision and zone, and what else the line says."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from tocsin.clean.clock import clock, half, read_clock, read_zone
from tocsin.clean.months import marks, months, patterns
from tocsin.lang import solar
from tocsin.lang.fold import key
from tocsin.lang.furniture import squash
from tocsin.model import Precision

YEARS = range(1990, 2101)
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:t(?=\d)|(?!\d))")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?:(?P<a>\d{1,2})([/.-])(?P<b>\d{1,2})\2(?P<year>\d{4})|(?P<year2>\d{4})([/.])(?P<month2>\d{1,2})\6(?P<day2>\d{1,2}))(?![\d/-])"
)
_WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Stated:
    """A date as a line states it. ``updated`` marks a change rather than the first appearance. ``rest`` is what else the line says, piece by piece."""

    at: datetime
    precision: Precision
    zone: str | None
    updated: bool
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    year: int
    month: int
    day: int | None
    start: int
    end: int


def parse_line(text: str) -> Stated | None:
    """Return the date of a line that holds a whole date; the caller looks at ``rest`` to tell a date line from a sentence."""
    folded = key(text)
    if len(text) > 400 or not any(map(str.isdigit, folded)):
        return None
    dates = _find_dates(folded)
    if len(dates) == 0:
        return None
    changed = [_is_updated(folded, dates, index) for index in range(len(dates))]
    index = changed.index(False) if False in changed else 0
    chosen = dates[index]
    stop = dates[index + 1].start if index + 1 < len(dates) else len(folded)
    return _complete(folded, chosen, stop, updated=changed[index], dates=dates)


def _find_dates(folded: str) -> list[_Found]:
    found: list[_Found] = []
    for pattern in (_ISO, *patterns(), _NUMBERS):
        for match in pattern.finditer(folded):
            date = _read_numbers(match, folded) if pattern is _NUMBERS else _read_words(match)
            if date is not None and all(date.end <= other.start or other.end <= date.start for other in found):
                found.append(date)
    return sorted(found, key=lambda date: date.start)


def _read_words(match: re.Match[str]) -> _Found | None:
    groups = match.groupdict()
    month = int(groups["month"]) if groups.get("month") else months()[squash(groups["name"])]
    day = int(groups["day"]) if groups.get("day") else None
    return _check(int(groups["year"]), month, day, span=match.span())


def _read_numbers(match: re.Match[str], folded: str) -> _Found | None:
    if match["year2"] is not None:
        return _check(int(match["year2"]), int(match["month2"]), int(match["day2"]), span=match.span())
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    if first > 12 or second > 12 or first == second:
        day, month = (first, second) if second <= 12 else (second, first)
        return _check(year, month, day, span=match.span())
    if half().search(folded, match.end()) is not None and folded.isascii():  # who writes "pm" in English writes the month first
        return _check(year, first, second, span=match.span())
    if not folded.isascii() or match[2] != "/" or clock().search(folded, match.end()) is not None:
        return _check(year, second, first, span=match.span())
    return _check(year, 0, None, span=match.span())  # "03/04/2025" alone tells the year


def _check(year: int, month: int, day: int | None, *, span: tuple[int, int]) -> _Found | None:
    if year in solar.YEARS:
        return _check_solar(year, month, day, span=span)
    if year not in YEARS or month > 12:
        return None
    try:
        datetime(year, month or 1, day or 1)  # noqa: DTZ001 -- only whether the day exists
    except ValueError:
        return None
    return _Found(year, month, day, *span)


def _check_solar(year: int, month: int, day: int | None, *, span: tuple[int, int]) -> _Found | None:
    try:
        known = solar.find_day(year, month if solar.is_solar(month) else month + solar.FIRST - 1, day or 1)
    except ValueError:
        return None
    return _Found(known.year, known.month, None if day is None else known.day, *span)


def _is_updated(folded: str, dates: list[_Found], index: int) -> bool:
    before = folded[dates[index - 1].end if index > 0 else 0 : dates[index].start]
    return marks("updated").search(before) is not None


def _complete(folded: str, date: _Found, stop: int, *, updated: bool, dates: list[_Found]) -> Stated:
    """Add the clock time and the zone that stand with a date."""
    used = [(other.start, other.end) for other in dates]
    time = next((m for m in clock().finditer(folded) if _is_near(m, date, stop, used=used)), None)
    precision = Precision.DAY if date.day else Precision.MONTH if date.month else Precision.YEAR
    at = datetime(date.year, date.month or 1, date.day or 1)  # noqa: DTZ001 -- wall time until a zone is known
    zone = None
    used += [m.span() for m in clock().finditer(folded) if all(m.end() <= a or b <= m.start() for a, b in used)]
    if time is not None and precision is Precision.DAY:
        hour, minute, end = read_clock(folded, time)
        if hour < 24 and minute < 60:
            precision, at = Precision.MINUTE, at.replace(hour=hour, minute=minute)
            zone, shift, last = read_zone(folded, end)
            used.append((time.start(), last))
            if shift is not None:
                at = (at - shift).replace(tzinfo=UTC)
    return Stated(at, precision, zone, updated, _find_rest(folded, used))


def _is_near(match: re.Match[str], date: _Found, stop: int, *, used: list[tuple[int, int]]) -> bool:
    apart = all(match.end() <= start or end <= match.start() for start, end in used)
    return apart and (date.end <= match.start() < stop or (match.end() <= date.start and date.start - match.end() < 40))


def _find_rest(folded: str, used: list[tuple[int, int]]) -> tuple[str, ...]:
    rest = list(folded)
    for start, end in used:
        rest[start:end] = "\n" * (end - start)
    text = "".join(rest)
    for kind in ("updated", "published", "fillers"):
        text = marks(kind).sub(" ", text)
    pieces = (" ".join(_WORD.findall(piece)) for piece in re.split(r"[\n|•·]+", half().sub(" ", text)))
    return tuple(piece for piece in pieces if piece != "")
