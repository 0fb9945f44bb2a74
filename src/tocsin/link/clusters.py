"""Clusters of things by judged pairs: strong pairs join first, what cannot be one is never joined through a third.

The order of the input leaves no trace: pairs are taken by score, equal ones by index.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from tocsin.link.union import Union

Pair = tuple[int, int]

_SAMPLE = 12  # members of a cluster that are asked before it joins another
_UNKNOWN = 0.2  # what a pair that was never compared counts


@dataclass(frozen=True, slots=True)
class _Clusters:
    """The clusters so far. ``near`` are the others that each thing was compared with, the closest first."""

    union: Union
    members: dict[int, list[int]]
    near: Mapping[int, Sequence[tuple[float, int]]]

    def mean(self, left: int, right: int, nearest: int) -> float:
        """How close two clusters are: each member of the smaller to its nearest few in the larger."""
        small, large = sorted((left, right), key=lambda root: (len(self.members[root]), root))
        asked, wanted = _spread(self.members[small]), min(nearest, len(self.members[large]))
        total = 0.0
        for index in asked:
            scores = (score for score, other in self.near.get(index, ()) if self.union.root(other) == large)
            row = list(islice(scores, wanted))
            total += (sum(row) + _UNKNOWN * (wanted - len(row))) / wanted
        return total / len(asked)


def join(
    size: int, scores: Mapping[Pair, float], apart: Iterable[Pair], *, least: float, average: float, nearest: int = _SAMPLE
) -> list[list[int]]:
    """Group ``0 … size-1``: a pair of ``least`` joins two clusters whose members reach ``average`` with each other.

    ``nearest`` is how many members of the other cluster each member is held against: few let a cluster grow at its edge.
    """
    union = Union(size)
    clusters = _Clusters(union, {index: [index] for index in range(size)}, _find_near(scores))
    members = clusters.members
    foes: dict[int, set[int]] = defaultdict(set)
    for left, right in apart:
        foes[left].add(right)
        foes[right].add(left)
    for (left, right), score in sorted(scores.items(), key=lambda row: (-row[1], row[0])):
        if score < least:
            break
        one, other = union.root(left), union.root(right)
        if one == other or other in foes[one] or clusters.mean(one, other, nearest) < average:
            continue
        low, high = sorted((one, other))
        union.join(low, high)
        members[low] = sorted(members[low] + members.pop(high))
        for foe in foes.pop(high, set()):
            foes[foe].discard(high)
            foes[foe].add(low)
            foes[low].add(foe)
    return union.groups()


def _find_near(scores: Mapping[Pair, float]) -> dict[int, list[tuple[float, int]]]:
    found: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (left, right), score in scores.items():
        found[left].append((score, right))
        found[right].append((score, left))
    for row in found.values():
        row.sort(key=lambda pair: (-pair[0], pair[1]))
    return found


def _spread(members: Sequence[int]) -> Sequence[int]:
    """So many members at most, from the first to the last."""
    return members if len(members) <= _SAMPLE else [members[at * (len(members) - 1) // (_SAMPLE - 1)] for at in range(_SAMPLE)]
