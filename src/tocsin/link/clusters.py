"""Clusters of things by judged pairs: strong pairs join first, what cannot be one is never joined through a third.

The order of the input leaves no trace: pairs are taken by score, equal ones by index.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tocsin.link.union import Union

Pair = tuple[int, int]

_SAMPLE = 12  # members of a cluster that are asked before it joins another
_UNKNOWN = 0.2  # what a pair that was never compared counts


def join(
    size: int, scores: Mapping[Pair, float], apart: Iterable[Pair], *, least: float, average: float, nearest: int = _SAMPLE
) -> list[list[int]]:
    """Group ``0 … size-1``: a pair of ``least`` joins two clusters whose members reach ``average`` with each other.

    ``nearest`` is how many members of the other cluster each member is held against: few let a cluster grow at its edge.
    """
    union = Union(size)
    members = {index: [index] for index in range(size)}
    foes: dict[int, set[int]] = defaultdict(set)
    for left, right in apart:
        foes[left].add(right)
        foes[right].add(left)
    for (left, right), score in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        if score < least:
            break
        one, other = union.root(left), union.root(right)
        if one == other or other in foes[one] or _mean(members[one], members[other], scores, nearest) < average:
            continue
        low, high = sorted((one, other))
        union.join(low, high)
        members[low] = sorted(members[low] + members.pop(high))
        for foe in foes.pop(high, set()):
            foes[foe].discard(high)
            foes[foe].add(low)
            foes[low].add(foe)
    return union.groups()


def _mean(left: list[int], right: list[int], scores: Mapping[Pair, float], nearest: int) -> float:
    """How close two clusters are: each member of the smaller to its nearest few in the larger."""
    small, large = sorted((left[:_SAMPLE], right[:_SAMPLE]), key=lambda side: (len(side), side))
    total = 0.0
    for a in small:
        row = sorted((scores.get((min(a, b), max(a, b)), _UNKNOWN) for b in large), reverse=True)[:nearest]
        total += sum(row) / len(row)
    return total / len(small)
