"""How a language names days, weeks, months and years. ``packs/xx/times.yml``, compiled for lookup by key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

import msgspec

from tocsin.lang import lists, pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.fold import key
from tocsin.lang.joining import joined
from tocsin.lang.solar import is_solar
from tocsin.lang.terms import Terms

Span = tuple[int, int]
V = TypeVar("V")


class Times(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pack file; its comments say what each field holds."""

    weekdays: dict[str, int]
    months: dict[str, int]
    days: dict[str, Span]
    units: dict[str, str]
    shifts: dict[str, int]
    shifts_behind: dict[str, int]
    parts: dict[str, Span]
    capitals: bool
    weak: tuple[str, ...] = ()
    not_days: tuple[str, ...] = ()
    twos: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ordinals: tuple[str, ...] = ()
    fillers: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    future: tuple[str, ...] = ()
    leading_words: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    commas: tuple[str, ...] = (",",)


@cache
def list_dates(code: str) -> frozenset[str]:
    """The names of weekdays and months, as keys."""
    times = pack.load(code, "times", Times)
    return frozenset(map(key, (*times.weekdays, *times.months)))


@dataclass(frozen=True, slots=True)
class Calendar:
    """A pack ready for lookup. ``solar``: it names months of the solar Hijri calendar too (13 to 24). ``triggers`` holds every first word of a time, with joined letters."""

    capitals: bool
    weekdays: Terms[int]
    months: Terms[int]
    days: Terms[Span]
    parts: Terms[Span]
    units: Mapping[str, str]
    shifts: Mapping[str, int]
    shifts_behind: Mapping[str, int]
    sets: Mapping[str, frozenset[str]]
    compounds: Mapping[str, tuple[Span, int]]
    triggers: frozenset[str]
    solar: bool = False


@cache
def load(code: str) -> Calendar:
    """Return how language ``code`` names days; PackError when it has no pack for it."""
    raw = pack.load(code, "times", Times)
    clitics = proclitics(code)
    openers = (*raw.weekdays, *raw.months, *raw.days, *raw.shifts, *raw.ago, *raw.before, *raw.shifts_behind, *raw.parts)
    return Calendar(
        capitals=raw.capitals,
        weekdays=Terms(raw.weekdays, clitics),
        months=Terms(raw.months, clitics),
        days=Terms(raw.days, clitics),
        parts=Terms(raw.parts, clitics),
        units=_joined(raw.units, clitics),
        shifts=_joined(raw.shifts, clitics),
        shifts_behind={key(word): shift for word, shift in raw.shifts_behind.items()},
        sets=lists.sets(raw),
        compounds=(compounds := _compounds(raw)),
        triggers=frozenset({*_firsts(openers, clitics), *compounds}),
        solar=any(map(is_solar, raw.months.values())),
    )


def _compounds(raw: Times) -> dict[str, tuple[Span, int]]:
    """ "mid-December"."""
    return {f"{key(part)}-{key(name)}": (tenths, month) for part, tenths in raw.parts.items() for name, month in raw.months.items()}


def _firsts(terms: Iterable[str], clitics: tuple[str, ...]) -> Iterable[str]:
    for term in terms:
        first = key(term).split()[0]
        yield first
        yield from joined(first, clitics)


def _joined(table: Mapping[str, V], clitics: tuple[str, ...]) -> dict[str, V]:
    plain = {key(word): value for word, value in table.items()}
    return {form: value for word, value in plain.items() for form in joined(word, clitics)} | plain
