"""When two pages are one: how much text they share, and whether what else is known of them allows it."""

from collections.abc import Iterable

from tocsin.lang.fold import key
from tocsin.model import Article

SHARED = 0.8  # from here two pages are versions of one
UNLIKE = 0.2  # below this, pages that name one address do not share it
_WIDTH = 3


def shared(left: Iterable[Article], right: Iterable[Article]) -> float:
    """Return how much text two pages share, 0 to 1: the Dice measure over rows of three words."""
    first, second = _shingles(left), _shingles(right)
    if len(first) + len(second) == 0:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def is_compatible(left: Iterable[Article], right: Iterable[Article]) -> bool:
    """False when each page names its outlets and no outlet is named by both: that is a copy, not a version."""
    first, second = _outlets(left), _outlets(right)
    return len(first) == 0 or len(second) == 0 or not first.isdisjoint(second)


def is_titled_alike(left: Iterable[Article], right: Iterable[Article]) -> bool:
    """True when the two pages have a title in common."""
    return not _titles(left).isdisjoint(_titles(right))


def _shingles(page: Iterable[Article]) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for article in page:
        words = key(article.text).split()
        if len(words) < _WIDTH:
            found.add(tuple(words))
        found.update(zip(*(words[shift:] for shift in range(_WIDTH)), strict=False))
    return found


def _outlets(page: Iterable[Article]) -> set[str]:
    return {key(a.outlet) for a in page if a.outlet is not None}


def _titles(page: Iterable[Article]) -> set[str]:
    return {key(a.title) for a in page if a.title is not None}
