"""Hits, what was given and what the gold holds: the three numbers that precision, recall and F1 come from."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(slots=True)
class Count:
    """Grows while a corpus streams by; ``given`` is what was read, ``gold`` what a careful reader found."""

    hit: int = 0
    given: int = 0
    gold: int = 0

    def add(self, given: Collection[object], gold: Collection[object]) -> None:
        """Count two sets of the same kind."""
        self.hit += len(set(given) & set(gold))
        self.given += len(set(given))
        self.gold += len(set(gold))

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.given)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.gold)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, self.given + self.gold)
