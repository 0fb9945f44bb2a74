"""The order in which claims are told: attributed before unsourced, on many articles before few, early before late."""

from collections.abc import Iterable

from tocsin.brief.holdings import Holdings
from tocsin.instants import universal
from tocsin.model import Story, Weight


def rank_weights(holdings: Holdings, weights: Iterable[Weight]) -> list[Weight]:
    """Return ``weights`` in the order a reader needs them; the same set always gives the same order."""
    return sorted(weights, key=lambda w: (not _is_attributed(holdings, w), -len(w.claim.articles), len(w.flags) == 0, _first(w)))


def rank_stories(stories: Iterable[Story]) -> list[Story]:
    """Return ``stories``, those on most articles first."""
    return sorted(stories, key=lambda story: -len(story.articles))


def _is_attributed(holdings: Holdings, weight: Weight) -> bool:
    return any(not holdings.statements[id_][1].own for id_ in weight.claim.statements)


def _first(weight: Weight) -> str:
    return "9" if weight.first_seen is None else universal(weight.first_seen).isoformat()
