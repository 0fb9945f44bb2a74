"""Takes a quantity in its scene, returns what happened to those it counts: killed, wounded, escaped …, before the number or behind it."""

from collections.abc import Iterator

from tocsin.annotate.quantities import Quantity
from tocsin.annotate.scene import Scene
from tocsin.lang.terms import Hit

REACH = 7  # tokens between a predicate and its number
FAR = 14  # the same where the text speaks of a toll
INSET = 3  # tokens of "in the attack" between a verb and its subject
AFTER = 9  # tokens between a noun and its predicate
BESIDE = 3  # tokens between a predicate and the word that makes it a toll
_ASIDES = {",": ",", "،": "،", "(": ")", "–": "–", "-": "-"}


def find_before(scene: Scene, quantity: Quantity) -> str | None:
    """The predicate in front of the number: "killed 12 people", "the death toll rose to 12"."""
    index, toll = quantity.first, False
    while index > 0 and quantity.first - index <= (FAR if toll else REACH):
        hit = scene.ends.get(index)
        if hit is not None and scene.happens(hit):
            near = toll or _is_toll(scene, hit)
            return hit.value if near or not _crosses(scene, hit.last, quantity.first) else None
        if not toll and not scene.counting.pack.noun_first and scene.is_person(hit):
            return None
        if index - 1 in scene.taken or not scene.is_word(index - 1) or scene.is_in(index - 1, "conjunctions"):
            return None
        toll = toll or scene.is_in(index - 1, "tolls")
        index = index - 1 if hit is None else hit.first
    return None


def find_after(scene: Scene, last: int) -> str | None:
    """The predicate behind the noun that ends at ``last``: "12 people were killed", "37 prisoners escaped"."""
    for index in _onward(scene, last):
        hit = scene.hits.get(index)
        if hit is not None and scene.happens(hit):
            return hit.value if _suffers(scene, hit) else None
    return None


def _is_toll(scene: Scene, hit: Hit[str]) -> bool:
    """Whether the predicate is counted by a word beside it: "death toll", "the number of dead"."""
    around = (*scene.keys[max(0, hit.first - BESIDE) : hit.first], scene.key(hit.last))
    return not scene.counting.sets["tolls"].isdisjoint(around)


def _crosses(scene: Scene, first: int, last: int) -> bool:
    """Whether a word between predicate and number cuts the tie; a short inset right behind the predicate does not."""
    inset = scene.is_in(first, "insets") and last - first <= INSET
    return not inset and not scene.counting.sets["barriers"].isdisjoint(scene.keys[first:last])


def _onward(scene: Scene, last: int) -> Iterator[int]:
    """The tokens in which a predicate of the noun may stand; an aside between commas or brackets is passed over."""
    index, count = last, len(scene.keys)
    closing = _ASIDES.get(scene.key(index))
    if closing is not None:
        index = next((at + 1 for at in range(index + 1, min(index + 2 * FAR, count)) if scene.keys[at] == closing), count)
    for at in range(index, min(index + AFTER, count)):
        one_more = scene.is_in(at, "conjunctions") and scene.is_in(at + 1, "single")  # "six policemen and an officer were wounded"
        if at in scene.taken or not scene.is_word(at) or (scene.is_in(at, "breaks") and not one_more):
            return
        yield at


def _suffers(scene: Scene, hit: Hit[str]) -> bool:
    """Whether the predicate behind a noun tells what happened to it."""
    return hit.value in scene.counted.own or scene.is_in(hit.first - 1, "passives") or not scene.is_active(hit)
