"""Takes a quantity in its scene, returns what it counts and what happened to it; knows which counts share what is said."""

from dataclasses import dataclass, replace

from tocsin.annotate import nouns, outcomes
from tocsin.annotate.quantities import Quantity
from tocsin.annotate.scene import Scene

TIGHT = 3  # tokens in which what happened must stand behind a bare "one"


@dataclass(frozen=True, slots=True)
class Count:
    """``noun`` is a concept; ``word`` the noun as written where no concept is known. ``last``: end of the noun phrase.

    ``before`` says that ``outcome`` stands in front of the number: counts joined behind it share it.
    """

    noun: str | None = None
    word: str | None = None
    outcome: str | None = None
    last: int = 0
    before: bool = False


def count(scene: Scene, quantity: Quantity) -> Count:
    """What the quantity counts, from the words around it alone."""
    noun = nouns.find(scene, quantity)
    before = outcomes.find_before(scene, quantity)
    outcome = noun.outcome or before or outcomes.find_after(scene, noun.last)
    if not scene.fits(noun.concept, outcome):
        outcome = None
    return Count(noun.concept, noun.word, outcome, noun.last, before=before is not None and before == outcome)


def share(scene: Scene, given: Count, outcome: str | None, *, before: bool) -> Count:
    """The count with an outcome that it shares with another, where it fits what is counted."""
    return replace(given, outcome=outcome, before=before) if scene.fits(given.noun, outcome) else given


def is_tight(scene: Scene, quantity: Quantity, given: Count) -> bool:
    """Whether what is counted stands right at the number: "one" is mostly a pronoun."""
    if quantity.noun is not None or given.last == quantity.last + 1:
        return True
    if given.noun is not None:
        return not scene.is_in(quantity.last, "fillers")
    near = (scene.hits.get(at) for at in range(quantity.last, quantity.last + TIGHT))
    return any(hit is not None and hit.value == given.outcome for hit in near)


def is_joined(scene: Scene, last: int, first: int) -> bool:
    """Whether only a conjunction, a comma or "to" stands between two counts."""
    between = scene.keys[last:first]
    glued = scene.key(first)[:1] in scene.counting.sets["joins"]
    links = scene.counting.sets["conjunctions"] | scene.counting.sets["commas"] | scene.counting.sets["to"]
    return len(between) <= 2 and (len(between) > 0 or glued) and links.issuperset(between)
