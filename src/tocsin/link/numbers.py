"""Figures held against each other: the same number, numbers that can both hold, numbers that cannot. Pure arithmetic on bounds."""

from enum import StrEnum
from functools import lru_cache

from tocsin.lang import concepts, pack
from tocsin.lang.concepts import Sort
from tocsin.lang.fold import key
from tocsin.lang.tokens import split
from tocsin.model import Figure, Hedge
from tocsin.model.assertion import Assertion

_LOOSE = 1.1  # how far "about" reaches, each way
_OPEN = 1.15  # how far above "at least 100" another may stand and still give the same number
FRACTION = "fraction"  # what a figure is of that gives a part of a whole
_ANYONE = frozenset({"person", "man"})


class Fit(StrEnum):
    """How the figures of two assertions go together."""

    SAME = "same"
    OPEN = "open"  # none to compare, or only one side counts
    OTHER = "other"  # both can hold, but it is not the same number
    CLASH = "clash"


def fit(left: Assertion, right: Assertion) -> Fit:
    """Compare what two assertions count: the worst of the comparable pairs decides, each figure against its nearest."""
    if any(concepts.excludes(a, b) for a in left.predicates for b in right.predicates):
        return Fit.OTHER  # nine of the escaped were caught: not the number of those who escaped
    if _repeats(left, right) or _repeats(right, left):
        return Fit.SAME
    if _only_refuses(left, right) or _only_refuses(right, left):
        return Fit.OTHER
    found = [_fit_one(left, right, one) for one in left.figures if one.part_of is None]
    told = [result for result in found if result is not Fit.OPEN]
    if len(told) == 0:
        return Fit.OPEN
    return Fit.SAME if Fit.SAME in told else Fit.CLASH if Fit.CLASH in told else Fit.OTHER


def _repeats(left: Assertion, right: Assertion) -> bool:
    """A bare number on one side that the other side counts."""
    return any(f.low == f.high == n for n in left.numbers for f in right.figures)


def _only_refuses(left: Assertion, right: Assertion) -> bool:
    """ "Not 37", and no word of how many, is not the same as any number."""
    affirms = len(left.figures) > 0 or len(left.numbers) > 0
    return len(left.refused) > 0 and not affirms and (len(right.figures) > 0 or len(right.numbers) > 0)


def clashes(left: Assertion, right: Assertion) -> bool:
    """True when two numbers of the same people, told in words that say who they are, cannot both hold."""
    return any(
        comparable(left, one, right, other) and excludes(one, other) and _are_same_people(left, one, right, other)
        for one in left.figures
        for other in right.figures
        if one.part_of is None and other.part_of is None
    )


def _are_same_people(left: Assertion, one: Figure, right: Assertion, other: Figure) -> bool:
    people = _people(left, one), _people(right, other)
    if len(people[0]) > 0 and len(people[1]) > 0:
        return _may_be_one(*people)
    return one.who is not None and other.who is not None and key(one.who) == key(other.who)


def largest(left: Assertion, right: Assertion) -> float:
    """Return the largest number that both give; the larger, the less it is chance."""
    sides = [{f.low or f.high for f in side.figures} | {float(n) for n in side.numbers} for side in (left, right)]
    return max((n for n in sides[0] & sides[1] if n is not None), default=0.0)


def sets_aside(left: Assertion, right: Assertion) -> bool:
    """True when one names the other's number to refuse it ("29, not 37")."""
    return any(
        any(_affirms(other, number) for number in one.refused) and not any(_affirms(one, number) for number in other.refused)
        for one, other in ((left, right), (right, left))
    )


def _affirms(assertion: Assertion, number: float) -> bool:
    return number in assertion.numbers or any(number in (f.low, f.high) for f in assertion.figures)


def counts(assertion: Assertion) -> bool:
    """True when it says of how many people or happenings, or which part of a whole: a distance or a price does not count here."""
    if any(f.of == FRACTION for f in assertion.figures):
        return True
    known = (concepts.world().get(f.of) for f in assertion.figures if f.of is not None)
    return any(concept is not None and (concept.predicate or concept.kind is Sort.PEOPLE) for concept in known)


def other_numbers(left: Assertion, right: Assertion) -> bool:
    """True when each gives a number and none of them is near one of the other, counted or bare."""
    sides = [[*((f.low, f.high) for f in side.figures), *((float(n), float(n)) for n in side.numbers)] for side in (left, right)]
    if len(sides[0]) == 0 or len(sides[1]) == 0 or (len(left.numbers) == 0 and len(right.numbers) == 0):
        return False
    near = any((a[0] or a[1]) == (b[0] or b[1]) for a in sides[0] for b in sides[1])
    return not near


def _fit_one(left: Assertion, right: Assertion, one: Figure) -> Fit:
    rivals = [other for other in right.figures if other.part_of is None and comparable(left, one, right, other)]
    if len(rivals) == 0:
        # Soldiers on one side, children on the other: what is counted is not the same.
        others = any(other.part_of is None and _count_alike(left, one, right, other) for other in right.figures)
        return Fit.OTHER if others else Fit.OPEN
    if any(_near(one, other) for other in rivals):
        return Fit.SAME
    return Fit.CLASH if all(excludes(one, other) for other in rivals) else Fit.OTHER


def comparable(left: Assertion, one: Figure, right: Assertion, other: Figure) -> bool:
    """True when two figures count the same sort of thing: what happened fits, and whom it happened to."""
    return _count_alike(left, one, right, other) and _may_be_one(_people(left, one), _people(right, other))


def _count_alike(left: Assertion, one: Figure, right: Assertion, other: Figure) -> bool:
    return any(concepts.affinity(a, b) >= 0.6 for a in _counted(left, one) for b in _counted(right, other))


def excludes(one: Figure, other: Figure) -> bool:
    """True when no number lies within the bounds of both."""
    low, high = _bounds(one)
    other_low, other_high = _bounds(other)
    return high < other_low or other_high < low


def _near(one: Figure, other: Figure) -> bool:
    """The same number as a reader takes it: "at least 100" and "over 100" are, "at least 100" and 150 are not."""
    low, high = _reach(one)
    other_low, other_high = _reach(other)
    return low <= other_high and other_low <= high


def _bounds(figure: Figure) -> tuple[float, float]:
    low = figure.low if figure.low is not None else 0.0
    high = figure.high if figure.high is not None else float("inf")
    if figure.hedge is Hedge.ABOUT:
        return low / _LOOSE, high * _LOOSE
    return low, high


def _reach(figure: Figure) -> tuple[float, float]:
    low, high = _bounds(figure)
    if figure.high is None and figure.low is not None:
        return low, low * _OPEN
    if figure.low is None:
        return high / _OPEN, high
    return low, high


def _counted(assertion: Assertion, figure: Figure) -> frozenset[str]:
    """What a figure counts: its concept; where that is people, what happens to them in the clause."""
    known = concepts.world().get(figure.of) if figure.of is not None else None
    if known is not None and known.predicate and (figure.of in assertion.predicates or len(assertion.predicates) == 0):
        return frozenset({figure.of or ""})
    if known is not None and known.kind is not Sort.PEOPLE and not known.predicate:
        return frozenset({figure.of or ""})
    return frozenset(assertion.predicates) if len(assertion.predicates) > 0 else frozenset({figure.of} if known and figure.of else ())


def _people(assertion: Assertion, figure: Figure) -> frozenset[str]:
    """Who is counted, as concepts; empty where the words say nothing that tells them from others."""
    known = concepts.world().get(figure.of) if figure.of is not None else None
    found = {figure.of} if known is not None and known.kind is Sort.PEOPLE and figure.of is not None else set()
    if figure.who is not None:
        found |= set(_read_people(figure.who, assertion.language))
    return frozenset(found - _ANYONE)


@lru_cache(maxsize=20_000)
def _read_people(words: str, language: str | None) -> frozenset[str]:
    codes = pack.codes() if language not in pack.codes() else (language, *pack.codes())
    hits = (hit.value for code in codes if code is not None for hit in concepts.load(code).find(split(words)))
    return frozenset(name for name in hits if concepts.world()[name].kind is Sort.PEOPLE)


def _may_be_one(left: frozenset[str], right: frozenset[str]) -> bool:
    if len(left) == 0 or len(right) == 0:
        return True
    return any(concepts.affinity(a, b) > 0 for a in left for b in right)
