"""Scores body text as the scrapinghub article extraction benchmark counts it: runs of four words. Texts enter, F1 leaves.

Each page's right, superfluous and missing runs are shares that sum to one, so that long pages weigh no more than short
ones; precision and recall are means over pages. The doubt is the standard deviation over resampled pages.
"""

import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, stdev

from tocsin.bench.report import Report, Table
from tocsin.model import Article, Role

_WORD = re.compile(r"\w+")
_RUN = 4
_RESAMPLED = 1000
_WORST = 10


@dataclass(frozen=True, slots=True)
class Overlap:
    """Shares of right, superfluous and missing runs of words in one page."""

    right: float
    extra: float
    missing: float

    @property
    def precision(self) -> float:
        return 1.0 if self.extra == self.missing == 0 else self.right / max(self.right + self.extra, 1e-12)

    @property
    def recall(self) -> float:
        return 1.0 if self.extra == self.missing == 0 else self.right / max(self.right + self.missing, 1e-12)

    @property
    def f1(self) -> float:
        return _join(self.precision, self.recall)


@dataclass(frozen=True, slots=True)
class Means:
    """Precision, recall and F1 over pages."""

    precision: float
    recall: float
    f1: float


def get_body(articles: Sequence[Article]) -> str:
    """The text of the largest article without its title; empty where nothing was read."""
    bodies = ["\n".join(article.text[p.start : p.end] for p in article.paragraphs if p.role is not Role.TITLE) for article in articles]
    return max(bodies, key=len, default="")


def compare(gold: str, given: str) -> Overlap:
    wanted, got = _count_runs(gold), _count_runs(given)
    right, total = (wanted & got).total(), (wanted | got).total()
    if total == 0:
        return Overlap(0.0, 0.0, 0.0)
    return Overlap(right / total, (got.total() - right) / total, (wanted.total() - right) / total)


def average(overlaps: Sequence[Overlap]) -> Means:
    """Means over the pages that have something to be precise about, or to be found."""
    precision = _mean([one.precision for one in overlaps if one.right + one.extra > 0])
    recall = _mean([one.recall for one in overlaps if one.right + one.missing > 0])
    return Means(precision, recall, _join(precision, recall))


def resample(overlaps: Sequence[Overlap], count: int = _RESAMPLED) -> Means:
    """The standard deviation of each mean when pages are drawn again, with a fixed seed."""
    dice = random.Random(0)  # noqa: S311 -- not for secrets
    draws = [average(dice.choices(overlaps, k=len(overlaps))) for _ in range(count)]
    return Means(*(stdev(getattr(draw, name) for draw in draws) for name in ("precision", "recall", "f1")))


def make_report(overlaps: Mapping[str, Overlap], *, notes: tuple[str, ...] = (), resampled: int = _RESAMPLED) -> Report:
    means = average(list(overlaps.values()))
    doubt = resample(list(overlaps.values()), resampled)
    names = ("f1", "precision", "recall")
    row = tuple(f"{getattr(means, name):.3f} ± {getattr(doubt, name):.3f}" for name in names)
    worst = sorted(overlaps.items(), key=lambda pair: pair[1].f1)[:_WORST]
    detail = tuple(f"{one.f1:.3f}  precision {one.precision:.3f}  recall {one.recall:.3f}  {name}" for name, one in worst)
    table = Table("body text", ("pages", "F1", "precision", "recall"), ((str(len(overlaps)), *row),))
    return Report("pages", {name: getattr(means, name) for name in names}, (table,), notes, detail)


def _count_runs(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) == 0:
        return Counter()
    return Counter(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))


def _mean(values: Sequence[float]) -> float:
    return mean(values) if len(values) > 0 else 0.0


def _join(precision: float, recall: float) -> float:
    return 0.0 if precision + recall == 0 else 2 * precision * recall / (precision + recall)
