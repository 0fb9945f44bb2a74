"""Takes the counts of a sentence, returns which of them are parts of a total: "including five women and a child"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.annotate.counting import Count
from tocsin.annotate.quantities import Quantity
from tocsin.annotate.scene import Scene

NOUN = 3  # tokens in which the noun of a single one stands
FRONT = 3  # a cue this near to the start of a sentence speaks of a total in the sentence before


@dataclass(frozen=True, slots=True)
class Row:
    """A quantity with what it counts. ``part``: of a total before it; ``carried``: the total stands in an earlier sentence."""

    quantity: Quantity
    count: Count
    part: bool = False
    carried: bool = False


def find(scene: Scene, rows: Sequence[Row]) -> list[Row]:
    """Return the rows in order, parts marked, with a row for each single one that a list of parts names ("and a child")."""
    by_first = {row.quantity.first: row for row in rows}
    for hit in scene.counting.parts.find(scene.keys):
        for row in _listed(scene, hit.last, by_first):
            by_first[row.quantity.first] = replace(row, part=True, carried=hit.first < FRONT)
    return [by_first[first] for first in sorted(by_first)]


def shift(scene: Scene, quantity: Quantity) -> Quantity | None:
    """The quantity with "of them" behind it, else None."""
    hit = scene.counting.part_after.at(scene.keys, quantity.last) if quantity.last < len(scene.keys) else None
    if hit is None:
        return None
    last = hit.last
    while scene.is_in(last, "passives"):
        last += 1
    return replace(quantity, last=last)


def _listed(scene: Scene, index: int, rows: dict[int, Row]) -> Iterator[Row]:
    """The counts that follow one another from token ``index``, joined by commas and conjunctions."""
    between = scene.counting.sets["conjunctions"] | scene.counting.sets["commas"] | scene.counting.sets["passives"]
    outcome: str | None = None
    while True:
        while scene.key(index) in between and index not in rows:
            index += 1
        row = rows.get(index) or _single(scene, index)
        if row is None or (row.count.before and outcome is not None and row.count.outcome != outcome):
            return
        outcome = outcome or row.count.outcome
        yield row
        index = max(row.count.last, index + 1)


def _single(scene: Scene, index: int) -> Row | None:
    """ "a child", "وطفل": one of a kind, without a number."""
    key, sets = scene.key(index), scene.counting.sets
    joined = key[1:] in sets["singulars"] and key[0] in sets["joins"]
    if key not in sets["single"] and key not in sets["singulars"] and not joined:
        return None
    first = index + (key in sets["single"])
    hit = next((scene.hits[at] for at in range(first, first + NOUN) if at in scene.hits), None)
    if hit is None or not scene.is_person(hit):
        return None
    return Row(Quantity(index, hit.last, index, 1, 1, worded=True), Count(hit.value, None, None, hit.last))
