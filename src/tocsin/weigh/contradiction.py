"""Contradiction: what two claims that cannot both hold mean for one. A claim with its voices and a rival enter, a flag leaves.

The same root giving another number later corrects itself, or counts on; another root disputes it; far apart in time,
both may have been true.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.instants import local_day
from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.model import Act, Article, Claim, Flag, Precision
from tocsin.model.assertion import Assertion
from tocsin.model.claim import Conflict, Rival
from tocsin.weigh.origin import Voice

_SEASON = 30  # days after which a state of things may have changed


@dataclass(frozen=True, slots=True)
class Side:
    """A claim as a party to a contradiction."""

    claim: Claim
    voices: tuple[Voice, ...]

    @property
    def roots(self) -> frozenset[str]:
        return frozenset(voice.origin.key for voice in self.voices)

    @property
    def withdraws(self) -> bool:
        """True when it only takes something back."""
        return len(self.voices) > 0 and all(voice.statement.act is Act.RETRACT for voice in self.voices)

    def assertion(self, id_: str) -> Assertion | None:
        return next((a for a in self.claim.assertions if a.id == id_), None)

    def day(self, roots: frozenset[str]) -> date | None:
        """Return the first day on which one of ``roots`` is known to have said it."""
        days = [day for voice in self.voices if voice.origin.key in roots and (day := _day(voice.article)) is not None]
        return min(days, default=None)


def judge(side: Side, other: Side, rival: Rival) -> Flag | None:
    """Return what ``other`` makes of ``side``; None where ``side`` is the one that stands."""
    common = side.roots & other.roots
    mine, theirs = side.day(side.roots), other.day(other.roots)
    if other.withdraws:
        return Flag.RETRACTED
    if side.withdraws:
        return None
    if len(common) > 0:
        own = _judge_own(side, other, rival, common)
        others_left = len(other.roots - common) > 0 or len(side.roots - common) > 0
        return own if own is not None or not others_left else Flag.DISPUTED
    if rival.conflict is not Conflict.FIGURE and _may_change(side, rival) and mine is not None and theirs is not None:
        return Flag.DEVELOPED if abs((mine - theirs).days) >= _SEASON else Flag.DISPUTED
    return Flag.DISPUTED


def _judge_own(side: Side, other: Side, rival: Rival, common: frozenset[str]) -> Flag | None:
    """One root said both: the later word holds. A count that grew went on, one that fell was wrong."""
    left, right = side.assertion(rival.left), other.assertion(rival.right)
    mine, theirs = side.day(common), other.day(common)
    if left is not None and right is not None and _refuses(right, left):
        return Flag.RETRACTED
    if left is not None and right is not None and _refuses(left, right):
        return None
    if mine is None or theirs is None or mine == theirs:
        return Flag.DISPUTED
    if mine > theirs:
        return None
    if rival.conflict is Conflict.FIGURE and left is not None and right is not None and _grew(left, right):
        return Flag.DEVELOPED
    if rival.conflict is Conflict.OPPOSITE or (_may_change(side, rival) and (theirs - mine).days >= _SEASON):
        return Flag.DEVELOPED
    return Flag.RETRACTED


def _refuses(newer: Assertion, older: Assertion) -> bool:
    stated = {n for f in older.figures for n in (f.low, f.high) if n is not None} | {float(n) for n in older.numbers}
    return any(number in stated for number in newer.refused)


def _grew(older: Assertion, newer: Assertion) -> bool:
    before = max((f.low or f.high or 0.0 for f in older.figures), default=0.0)
    after = max((f.low or f.high or 0.0 for f in newer.figures), default=0.0)
    return after > before


def _may_change(side: Side, rival: Rival) -> bool:
    """What goes on can be so in one season and not in the next; what happened once cannot."""
    assertion = side.assertion(rival.left)
    if assertion is None:
        return False
    kinds = {concepts.world()[name].kind for name in assertion.predicates}
    return Sort.HAPPENING not in kinds


def stands_against(flag: Flag | None, other_flag: Flag | None) -> bool:
    """True when the other claim counts as roots against: it disputes, or takes back; not when itself was taken back."""
    return flag in (Flag.DISPUTED, Flag.RETRACTED) and other_flag is not Flag.RETRACTED


def _day(article: Article) -> date | None:
    published = article.published
    if published is None or published.precision in (Precision.MONTH, Precision.YEAR):
        return None
    return local_day(published)


def order_flags(flags: Sequence[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for flag in Flag if flag in flags)
