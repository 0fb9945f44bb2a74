"""Scores tension between claims. Gold and the world that was read enter, marks on a sheet leave."""

from itertools import product

from tocsin.bench.claims import Weighed, make_wanted
from tocsin.bench.found import Given
from tocsin.bench.gist import Likeness, nearest
from tocsin.bench.gold import Tension
from tocsin.bench.names import holds, split_name
from tocsin.bench.sheet import Sheet
from tocsin.bench.world import World
from tocsin.model import Weight

Side = list[Weighed]


def mark_tension(sheet: Sheet, world: World, likeness: Likeness) -> None:
    """Right when a computed claim of one side carries the flag and names the other side as what contradicts it."""
    for tension in world.gold.across.tension:
        left, right = (_list_sides(world, side, likeness) for side in (tension.a, tension.b))
        sheet.mark(
            "tension", _is_flagged(tension, left, right), f"{tension.flag}: {tension.a} / {tension.b}: {_describe_sides(left, right)}"
        )


def _list_sides(world: World, side: str, likeness: Likeness) -> Side:
    """The computed claims that hold the statement of the gold which ``side`` tells: "what is said (who, when)"."""
    gist, _, who = side.partition(" (")
    everything = [(page, said) for page in world.gold.pages for said in page.statements]
    spoken = [pair for pair in everything if any(holds(split_name(who), split_name(name)[-1:]) for name in pair[1].speaker)]
    choice = spoken if len(spoken) > 0 else everything
    english = [(page, said) for page, said in choice if page.language in (None, "en")]
    found = nearest(gist, [said for _, said in english], "en", likeness=likeness)
    wanted = [make_wanted(world, page, (said,)) for page, said in english if said in found]
    return [(weight, given) for weight, given in world.list_claims() if any(one.is_held(given) for one in wanted)]


def _is_flagged(tension: Tension, left: Side, right: Side) -> bool:
    return any(
        tension.flag in weight.flags and _names(weight, *other)
        for sides in ((left, right), (right, left))
        for (weight, _), other in product(*sides)
    )


def _names(weight: Weight, other: Weight, given: tuple[Given, ...]) -> bool:
    against = set(weight.contradicted_by)
    return weight is other or other.claim.id in against or any(one.statement.id in against for one in given)


def _describe_sides(left: Side, right: Side) -> str:
    return " / ".join(f"{len(side)} claims with flags {sorted({str(f) for w, _ in side for f in w.flags})}" for side in (left, right))
