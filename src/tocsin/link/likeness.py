"""How alike two sides are, part by part: what happens, of what, by whom, in which words and names. Numbers from 0 to 1 leave.

Measured once for a pair; whether it is enough is decided elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tocsin.lang import concepts
from tocsin.lang.scripts import is_uncased
from tocsin.link.numbers import Fit, fit, largest
from tocsin.link.side import Side, bare
from tocsin.link.skeleton import compare as sounds_like

_SOUNDS_ALIKE = 0.8


@dataclass(frozen=True, slots=True)
class Likeness:
    """``happens`` and ``topics`` are None where one side names none. ``shared`` are concepts, ``families`` actors of both.

    ``number`` is the largest that both give, ``fit`` how their numbers go together; ``meaning`` was asked of the encoder, or is None.
    """

    happens: float | None
    topics: float | None
    actors: float | None
    wording: float
    names: float
    shared: frozenset[str]
    families: frozenset[str]
    number: float
    fit: Fit
    together: bool
    voiced: bool
    meaning: float | None = None

    @property
    def alike(self) -> float:
        return max(self.wording, self.meaning or 0.0)


def measure(left: Side, right: Side, meaning: float | None) -> Likeness:
    one, other = left.setting, right.setting
    families = one.families & other.families
    counting = left.counting and right.counting
    return Likeness(
        overlap(left.assertion.predicates, right.assertion.predicates),
        overlap(left.telling, right.telling),
        None if min(len(one.families), len(other.families)) == 0 else len(families) / min(len(one.families), len(other.families)),
        share_words(left, right),
        share_names(left, right),
        left.shared & right.shared,
        families,
        largest(left.assertion, right.assertion) if counting else 0.0,
        fit(left.assertion, right.assertion) if counting or against(left, right) else Fit.OPEN,
        one.story is not None and one.story == other.story,
        one.speaker is not None and one.speaker == other.speaker,
        meaning,
    )


def against(left: Side, right: Side) -> bool:
    """True where what one tells excludes what the other tells."""
    return _exclude(left.assertion.predicates, right.assertion.predicates)


@lru_cache(maxsize=100_000)
def _exclude(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return any(concepts.excludes(a, b) for a in left for b in right)


@lru_cache(maxsize=200_000)
def overlap(left: tuple[str, ...], right: tuple[str, ...]) -> float | None:
    """Return how far the fewer concepts are met by the more, and a little how far the more by the fewer."""
    if len(left) == 0 or len(right) == 0:
        return None
    few, many = sorted((left, right), key=lambda side: (len(side), side))
    return 0.65 * _meet(few, many) + 0.35 * _meet(many, few)


def _meet(side: Sequence[str], other: Sequence[str]) -> float:
    return sum(max(concepts.affinity(a, b) for b in other) for a in side) / len(side)


def share_words(left: Side, right: Side) -> float:
    """Return the share of common words; none across languages."""
    if left.assertion.language != right.assertion.language or len(left.words) == 0 or len(right.words) == 0:
        return 0.0
    common = len(left.words & right.words)
    return common / (len(left.words) + len(right.words) - common)


def share_names(left: Side, right: Side) -> float:
    """Return how many of the fewer possible names recur, by sound across scripts."""
    names = left.assertion.names, right.assertion.names
    if len(names[0]) == 0 or len(names[1]) == 0 or left.sounds.keys().isdisjoint(right.sounds):
        return 0.0
    few, many = (left, right) if (len(names[0]), names[0]) <= (len(names[1]), names[1]) else (right, left)
    met = sum(
        1
        for heard, spelled in few.sounds.items()
        for name in spelled
        if any(name == other or sounds_like(bare(name), bare(other)) >= _SOUNDS_ALIKE for other in many.sounds.get(heard, ()))
    )
    count = len(few.assertion.names)
    return met / (count if few.latin in (0, count) else few.latin)


def is_across(left: Side, right: Side) -> bool:
    """True where one side is written in Arabic letters and the other is not."""
    return is_uncased(left.assertion.text) != is_uncased(right.assertion.text)
