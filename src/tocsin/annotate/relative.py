"""Times counted from the day of publication: "Thursday", "yesterday", "last week", "three days ago", "الأسبوع الماضي"."""

from tocsin.annotate import absolute, dates, numerals
from tocsin.annotate.line import Line, Moment
from tocsin.lang.calendar import Span
from tocsin.lang.terms import Hit

_AHEAD = 5  # tokens before a weekday in which a word such as "will" makes it one to come
_NUMBER = 4  # tokens that a number before a unit may take
_SHORT = ("day", "hour", "decade", "fortnight")  # alone they follow no calendar: "the last day" is another day in each story
_WHOLE = ("month", "year")


def read_day(line: Line, hit: Hit[Span]) -> Moment | None:
    """ "yesterday", "أمس الأربعاء"."""
    if line.is_in(hit.last, "not_days"):
        return None
    days = dates.find_offset(line.anchor, *hit.value)
    weekday = line.calendar.weekdays.at(line.keys, hit.last) if hit.last < len(line.keys) else None
    if weekday is None or not line.is_name(hit.last):
        return Moment(hit.first, hit.last, days)
    if days is not None and days[0].weekday() != weekday.value:
        # The page is older than the day it was published on: the day of the week is the safer word.
        days = dates.find_weekday(line.anchor, weekday.value, shift=max(hit.value[0], 0))
    return Moment(hit.first, weekday.last, days)


def read_weekday(line: Line, hit: Hit[int]) -> Moment:
    """ "Thursday", "next Monday", "الخميس الماضي", "Thursday, December 19"."""
    known, shift, first, last = line.calendar, 0, hit.first, hit.last
    if line.key(first - 1) in known.shifts:
        first, shift = first - 1, known.shifts[line.key(first - 1)]
    elif line.is_in(first - 1, "leading_words"):
        first -= 1
    if line.key(last) in known.shifts_behind:
        shift, last = known.shifts_behind[line.key(last)], last + 1
    following = last + (line.is_in(last, "commas"))
    date = _full_date(line, following) if following < len(line.keys) else None
    if date is not None:
        return Moment(first, date.last, date.days)
    if shift == 0 and _is_ahead(line, first):
        shift = 1
    return Moment(first, last, dates.find_weekday(line.anchor, hit.value, shift=shift))


def _is_ahead(line: Line, index: int) -> bool:
    for at in range(index - 1, max(-1, index - 1 - _AHEAD), -1):
        if not line.keys[at][0].isalpha():
            return False
        if line.is_in(at, "future"):
            return True
    return False


def _full_date(line: Line, index: int) -> Moment | None:
    """A day with its month that starts at ``index``."""
    if line.keys[index][0].isdigit():
        moment = absolute.read_number(line, index)
    else:
        hit = line.calendar.months.at(line.keys, index)
        moment = None if hit is None or not line.is_name(index) else absolute.read_month(line, hit)
    return None if moment is None or moment.whole else moment


def read_shifted(line: Line, index: int) -> Moment | None:
    """ "last week", "the past three days", "this year", "next Monday", "last June"."""
    known, shift, at = line.calendar, line.calendar.shifts[line.keys[index]], index + 1
    if at >= len(line.keys):
        return None
    if (hit := known.weekdays.at(line.keys, at)) is not None and line.is_name(at):
        return read_weekday(line, hit)
    if (hit := known.months.at(line.keys, at)) is not None and line.is_name(at):
        return absolute.read_month(line, hit)
    numeral = numerals.parse(line.keys, at, line.counting) if shift != 0 else None
    unit = known.units.get(line.key(at if numeral is None else numeral.last))
    if unit is None:
        return None
    if numeral is not None:
        return Moment(index, numeral.last + 1, dates.find_stretch(line.anchor, numeral.value, unit, shift=shift))
    return None if unit in _SHORT else Moment(index, at + 1, dates.find_unit(line.anchor, unit, shift), whole=unit in _WHOLE)


def read_ago(line: Line, index: int) -> Moment | None:
    """ "three days ago"."""
    unit = line.calendar.units.get(line.key(index - 1))
    if unit is None:
        return None
    if line.is_in(index - 2, "once"):
        return Moment(index - 2, index + 1, dates.find_ago(line.anchor, 1, unit))
    for first in range(max(0, index - 1 - _NUMBER), index - 1):
        numeral = numerals.parse(line.keys, first, line.counting)
        if numeral is not None and numeral.last == index - 1:
            return Moment(first, index + 1, None if numeral.vague else dates.find_ago(line.anchor, numeral.value, unit))
    return None


def read_before(line: Line, index: int) -> Moment | None:
    """ "قبل ثلاثة أيام", "منذ أسبوعين"."""
    numeral = numerals.parse(line.keys, index + 1, line.counting) if index + 1 < len(line.keys) else None
    last = index + 1 if numeral is None else numeral.last
    unit = line.calendar.units.get(line.key(last))
    if unit is None or line.key(last + 1) in line.calendar.shifts_behind or line.key(last).startswith(line.counting.pack.articles):
        return None
    if numeral is None and absolute.is_year(line.key(last + 1)):
        return None
    count = 2 if line.is_in(last, "twos") else 1 if numeral is None else numeral.value
    vague = numeral is not None and numeral.vague
    return Moment(index, last + 1, None if vague else dates.find_ago(line.anchor, count, unit))


def read_behind(line: Line, index: int) -> Moment | None:
    """ "الأسبوع الماضي", "الأيام الثلاثة الماضية"."""
    shift, unit = line.calendar.shifts_behind[line.keys[index]], line.calendar.units.get(line.key(index - 1))
    if unit is not None and line.is_in(index - 1, "twos"):
        return Moment(index - 1, index + 1, dates.find_stretch(line.anchor, 2, unit, shift=shift))
    if unit is not None:
        whole = unit in _WHOLE
        return None if unit in _SHORT else Moment(index - 1, index + 1, dates.find_unit(line.anchor, unit, shift), whole=whole)
    unit = line.calendar.units.get(line.key(index - 2))
    bare = line.key(index - 1)
    for article in line.counting.pack.articles:
        bare = bare.removeprefix(article)
    numeral = numerals.parse((bare,), 0, line.counting) if unit is not None and bare != "" else None
    if unit is None or numeral is None:
        return None
    return Moment(index - 2, index + 1, dates.find_stretch(line.anchor, numeral.value, unit, shift=shift))


def read_part(line: Line, index: int) -> Moment | None:
    """ "the end of the year", "مطلع الشهر": a part of the month or year of publication."""
    hit = line.calendar.parts.at(line.keys, index)
    at = -1 if hit is None else line.skip(hit.last, "fillers")
    unit = line.calendar.units.get(line.key(at))
    if hit is None or unit not in _WHOLE or line.key(at + 1) in line.calendar.shifts_behind or absolute.is_year(line.key(at + 1)):
        return None
    return Moment(index, at + 1, dates.find_part(dates.find_unit(line.anchor, unit or "", 0), hit.value))
