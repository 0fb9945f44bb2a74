"""Many pages, one root: weights enter; the origins on which claims of several articles rest alone leave."""

from tocsin.brief.holdings import Holdings
from tocsin.brief.parts import Root
from tocsin.model import Status, Story, Weight

_ALONE = (Status.SINGLE, Status.CIRCULAR, Status.ONE_VOICE)


def count_roots(holdings: Holdings, stories: list[Story]) -> tuple[Root, ...]:
    """Return one row a root, the one with most articles first."""
    ids = {story.id for story in stories}
    rests: dict[str, list[Weight]] = {}
    for weight in holdings.picture.weights:
        if weight.claim.story in ids and rests_on_one(weight) and len(weight.claim.articles) > 1:
            rests.setdefault(weight.roots[0], []).append(weight)
    roots = [_make_root(name, weights) for name, weights in rests.items()]
    return tuple(sorted(roots, key=lambda root: (-root.articles, root.name)))


def rests_on_one(weight: Weight) -> bool:
    """True where one origin is all that a claim has."""
    return weight.status in _ALONE and len(weight.roots) != 0


def _make_root(name: str, weights: list[Weight]) -> Root:
    return Root(
        name=name,
        claims=tuple(weight.claim.id for weight in weights),
        articles=len({article for weight in weights for article in weight.claim.articles}),
        outlets=len({outlet for weight in weights for outlet in weight.outlets}),
    )
