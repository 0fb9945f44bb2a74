"""Spans from label scores: how likely each span is, and the set of spans with the most to be right. Scores enter, spans leave.

The best row of labels is not the row with the most spans right. So each span gets its own likelihood, over all rows of labels that hold it, and
those are taken, without overlap, that are likely enough. Where a span's bounds are in doubt and its words are not, the words decide.
"""

import math
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.attribute.tagger.labels import LABELS, ROLES
from tocsin.attribute.tagger.weights import Scores, Transitions
from tocsin.attribute.tagger.windows import Window
from tocsin.model import Span

_COOL = 1.5  # the scores are surer of themselves than they are right; chosen on articles held out of training
_WORDS = 0.02  # what the likelihood of a word above one half is worth beside that of the span
_SEEN = 0.03  # a span that is less likely is not looked at
_OUT = -1e4
Table = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of the text with its role, and how likely it is exactly this one."""

    role: str
    span: Span
    likely: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span from word ``first`` to word ``last``. ``worth`` is its likelihood above the least, and that of each of its words above one half."""

    role: str
    first: int
    last: int
    likely: float
    worth: float


def find(window: Window, candidates: Sequence[Candidate]) -> tuple[Marked, ...]:
    """Return the spans of a window that are worth the most together, from left to right."""
    return tuple(Marked(c.role, Span(window.words[c.first].start, window.words[c.last].end), c.likely) for c in _choose(candidates))


def weigh(scores: Scores, transitions: Transitions, *, least: float) -> list[Candidate]:
    """Return every span worth a look, with its likelihood. One that is less likely than ``least`` is worth less than nothing."""
    if len(scores) == 0:
        return []
    cooled = scores.astype(np.float64) / _COOL
    follow, begin, end = (
        np.where(part > _OUT / 2, part / _COOL, _OUT) for part in (transitions.follow, transitions.begin, transitions.end)
    )
    ahead, behind = _walk(cooled, follow, begin, end)
    total = ahead[-1] + end
    top = total.max()
    behind -= top + np.log(np.exp(total - top).sum())
    likely = np.exp(ahead + behind)
    found: list[Candidate] = []
    for number, role in enumerate(ROLES):
        spans = _weigh_role(cooled, follow, (ahead, behind, likely), 1 + 4 * number)
        words = np.concatenate(([0.0], np.cumsum(likely[:, 1 + 4 * number : 5 + 4 * number].sum(1) - 0.5)))
        found.extend(Candidate(role, i, j, p, p - least + _WORDS * float(words[j + 1] - words[i])) for i, j, p in spans if p > _SEEN)
    return found


def _walk(scores: Table, follow: Table, begin: Table, end: Table) -> tuple[Table, Table]:
    """The summed weight of all rows of labels up to each word, and of all from behind it, as logarithms.

    Weights are multiplied as they are, each step brought back to a sum of one; ``ahead`` and ``behind`` keep what was taken out.
    """
    count = len(scores)
    step, top = np.exp(follow), scores.max(1)
    weights = np.exp(scores - top[:, None])
    ahead, behind = np.empty((count, len(LABELS))), np.empty((count, len(LABELS)))
    forth, back = np.empty(count), np.empty(count)
    ahead[0], forth[0] = np.exp(begin) * weights[0], 0.0
    for at in range(1, count):
        forth[at] = ahead[at - 1].sum()
        ahead[at] = (ahead[at - 1] / forth[at]) @ step * weights[at]
    behind[-1], back[-1] = np.exp(end), 0.0
    for at in range(count - 2, -1, -1):
        row = weights[at + 1] * behind[at + 1]
        back[at] = row.sum()
        behind[at] = step @ (row / back[at])
    forth[0] = back[-1] = 1.0
    with np.errstate(divide="ignore"):
        ahead_logs = np.log(ahead) + np.cumsum(np.log(forth) + top)[:, None]
        behind_logs = np.log(behind) + (np.cumsum((np.log(back))[::-1])[::-1] + (np.cumsum(top[::-1])[::-1] - top))[:, None]
    return ahead_logs, behind_logs


def _weigh_role(scores: Table, follow: Table, walked: tuple[Table, Table, Table], first: int) -> Iterator[tuple[int, int, float]]:
    """Yield first word, last word and likelihood of the spans of a role. A span is no likelier than that one begins or ends where it does."""
    ahead, behind, likely = walked
    begin, inside, end, single = range(first, first + 4)
    for at in np.flatnonzero(likely[:, single] > _SEEN):
        yield int(at), int(at), float(likely[at, single])
    starts, ends = np.flatnonzero(likely[:, begin] > _SEEN), np.flatnonzero(likely[:, end] > _SEEN)
    run = np.concatenate(([0.0], np.cumsum(scores[:, inside] + follow[inside, inside])))
    for i in starts:
        for j in ends[ends > i]:
            between = follow[begin, inside] + run[j] - run[i + 1] - follow[inside, inside] + follow[inside, end]
            step = follow[begin, end] if j == i + 1 else between
            yield int(i), int(j), math.exp(ahead[i, begin] + step + scores[j, end] + behind[j, end])


def _choose(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Those without overlap that are worth the most together."""
    ordered = sorted(candidates, key=lambda c: (c.last, c.first, c.role))
    lasts = [c.last for c in ordered]
    best, links = [0.0], [-1]  # what is worth the most among the first candidates, and which of them was taken last
    for number, candidate in enumerate(ordered):
        worth = best[bisect_right(lasts, candidate.first - 1, hi=number)] + candidate.worth
        links.append(number if worth > best[-1] else links[-1])
        best.append(max(worth, best[-1]))
    chosen, at = [], links[-1]
    while at >= 0:
        chosen.append(ordered[at])
        at = links[bisect_right(lasts, ordered[at].first - 1, hi=at)]
    return chosen[::-1]
