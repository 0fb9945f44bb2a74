"""Takes a sentence, returns the times in it, resolved. What they look like is in ``absolute`` and ``relative``."""

from collections.abc import Iterator
from dataclasses import replace

from tocsin.annotate import absolute, dates, relative
from tocsin.annotate.anchors import Anchor
from tocsin.annotate.line import Line, Moment, make_line
from tocsin.model import Sentence, Time


def find(sentence: Sentence, code: str, anchor: Anchor | None) -> Iterator[Time]:
    """Yield the times of a sentence from left to right; they do not overlap."""
    line = make_line(sentence.keys, sentence.words, code, anchor=anchor)
    index, free = 0, 0
    while index < len(line.keys):
        word = line.keys[index]
        if word not in line.calendar.triggers and not word[-1].isdigit() and not word[0].isdigit():
            index += 1
            continue
        moment = _read(line, index)
        if moment is None or moment.first < free:
            index += 1
            continue
        yield _time(sentence, line, _widen(line, moment), free=free)
        index = free = moment.last


def _read(line: Line, index: int) -> Moment | None:
    word, known = line.keys[index], line.calendar
    if word[-1].isdigit() or word[0].isdigit():
        return absolute.read_number(line, index)
    if (compound := known.compounds.get(word)) is not None:
        return absolute.read_compound(line, index, compound[0], month=compound[1])
    if (weekday := known.weekdays.at(line.keys, index)) is not None and line.is_name(index):
        return relative.read_weekday(line, weekday)
    if (month := known.months.at(line.keys, index)) is not None and line.is_name(index):
        return absolute.read_month(line, month)
    if (day := known.days.at(line.keys, index)) is not None:
        return relative.read_day(line, day)
    if word in known.shifts:
        return relative.read_shifted(line, index)
    if word in known.sets["ago"]:
        return relative.read_ago(line, index)
    if word in known.sets["before"] and (before := relative.read_before(line, index)) is not None:
        return before
    if word in known.shifts_behind:
        return relative.read_behind(line, index)
    return relative.read_part(line, index)


def _widen(line: Line, moment: Moment) -> Moment:
    """The moment with "early" or "the end of" before it."""
    if not moment.whole:
        return moment
    for first in range(max(0, moment.first - 3), moment.first):
        hit = line.calendar.parts.at(line.keys, first)
        if hit is not None and hit.last == moment.first:
            return replace(moment, first=first, days=dates.find_part(moment.days, hit.value))
    return moment


def _time(sentence: Sentence, line: Line, moment: Moment, *, free: int) -> Time:
    """The moment as a record; "since", from token ``free`` on, stretches it to the day of publication, or to an end not known."""
    start, end = sentence.starts[moment.first], sentence.ends[moment.last - 1]
    days = moment.days
    if days is None:
        return Time(start, end, None, None, None)
    since = moment.first - 1
    since -= line.key(since) in line.calendar.units  # "منذ عام 2011"
    if since < free or not line.is_in(since, "since"):
        return Time(start, end, *days)
    start = sentence.starts[since]
    last = line.anchor.last if line.anchor is not None and line.anchor.last >= days[0] else None
    return Time(start, end, days[0], last, dates.MONTH if last is None or (last - days[0]).days > 14 else days[2])
