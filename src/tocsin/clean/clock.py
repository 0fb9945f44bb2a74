"""A folded line in; the clock time on it, its half of the day and its zone out."""

import re
from datetime import timedelta
from functools import cache

from tocsin.clean.names import choose
from tocsin.lang.fold import key
from tocsin.lang.furniture import load

_TIME = r"(?<![\d:.])(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:[.,]\d{1,9})?)?(?![\d.]*\d)"
_OFFSET = re.compile(r"\s*\(?\s*(?P<name>gmt|utc)?\s*(?P<sign>[+-])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d{2}))?\b")
_LETTER = re.compile(r"[^\W\d_]")


@cache
def half() -> re.Pattern[str]:
    forenoon = [key(word) for furniture in load() for word in furniture.forenoon]
    afternoon = [key(word) for furniture in load() for word in furniture.afternoon]
    return re.compile(rf"\s*(?:(?P<forenoon>{choose(forenoon)})|(?P<afternoon>{choose(afternoon)}))(?!\w)")


@cache
def clock() -> re.Pattern[str]:
    marks = choose([key(mark) for furniture in load() for mark in furniture.hour_marks])
    time = _TIME.replace("[:.]", rf"(?:[:.]| ?(?:{marks}) ?)", 1)  # "18h42"
    return re.compile(time + rf"|(?<![\d:.])(?P<whole>\d{{1,2}})(?={half().pattern})")


def read_clock(folded: str, time: re.Match[str]) -> tuple[int, int, int]:
    hour, minute = int(time["hour"] or time["whole"]), int(time["minute"] or 0)
    part = half().match(folded, time.end())
    if part is None:
        return hour, minute, time.end()
    if part["afternoon"] is not None and hour < 12:
        hour += 12
    elif part["forenoon"] is not None and hour == 12:
        hour = 0
    return hour, minute, part.end()


def read_zone(folded: str, at: int) -> tuple[str | None, timedelta | None, int]:
    """The zone's name, its distance from UTC and where it ends; only what stands right after the time."""
    offset = _OFFSET.match(folded, at)
    if offset is not None and (offset["name"] is not None or offset["minutes"] is not None):
        shift = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        if shift <= timedelta(hours=14):
            name = f"{offset['sign']}{int(offset['hours']):02d}:{int(offset['minutes'] or 0):02d}"
            return name, shift if offset["sign"] == "+" else -shift, offset.end()
    named = _zone().search(folded, at, at + 24)
    if named is None or _LETTER.search(folded, at, named.start()) is not None:
        return None, None, at
    name = _zones()[" ".join(named.group().split())]
    shown = named.group().upper() if named.group().isascii() else name
    return shown, _read_shift(name), named.end()


def _read_shift(offset: str) -> timedelta:
    shift = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return shift if offset[0] == "+" else -shift


@cache
def _zones() -> dict[str, str]:
    return {key(name): offset for furniture in load() for name, offset in furniture.zones.items()}


@cache
def _zone() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d])(?:{choose(list(_zones()))})(?!\w)")
