"""The score sheet: what was asked, how much of it was right, and each miss in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """``right`` of ``total``; ``misses`` say what was wanted and what was there instead."""

    right: int = 0
    total: int = 0
    misses: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        return self.right / max(1, self.total)


@dataclass(slots=True)
class Sheet:
    """Tallies by what they count, in the order of asking."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def mark(self, kind: str, right: bool, miss: str) -> None:  # noqa: FBT001 -- a mark is right or wrong
        """Record one answer; ``miss`` is kept when it is wrong."""
        tally = self.tallies.setdefault(kind, Tally())
        tally.total += 1
        if right:
            tally.right += 1
        else:
            tally.misses.append(miss)

    def get(self, kind: str) -> Tally:
        return self.tallies.get(kind, Tally())

    def misses(self) -> Iterator[str]:
        for kind, tally in self.tallies.items():
            for miss in tally.misses:
                yield f"{kind}: {miss}"


def add_up(sheets: Iterable[Sheet]) -> Sheet:
    """The total of several sheets."""
    whole = Sheet()
    for sheet in sheets:
        for kind, tally in sheet.tallies.items():
            into = whole.tallies.setdefault(kind, Tally())
            into.right += tally.right
            into.total += tally.total
            into.misses.extend(tally.misses)
    return whole
