"""Takes a sentence, returns its counts: quantities that are figures, with what they count, shared and parted."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tocsin.annotate import parts, quantities
from tocsin.annotate.counting import count, is_joined, is_tight, share
from tocsin.annotate.parts import Row
from tocsin.annotate.quantities import NOTHING, SMALL, Quantity
from tocsin.annotate.scene import Scene, make_scene
from tocsin.lang import numbers
from tocsin.lang.numbers import Counting
from tocsin.model import Hedge, Sentence

YEARS = range(1900, 2100)
OLDEST = 110


def tally(sentence: Sentence, code: str, times: Sequence[tuple[int, int]]) -> tuple[Scene, list[Row]]:
    """The quantities of a sentence that are figures, each with what it counts."""
    counting, keys = numbers.load(code), sentence.keys
    found = [q for q in quantities.find(keys, counting) if q.unit != NOTHING and not _is_name(sentence, q, counting, times=times)]
    scene = make_scene(code, keys, sentence.words, quantities=found)
    if len(found) == 0:
        return scene, []
    rows = []
    for quantity in found:
        shifted = parts.shift(scene, quantity)
        rows.append(Row(quantity, count(scene, quantity if shifted is None else shifted), part=shifted is not None))
    return scene, [row for row in parts.find(scene, _share(scene, rows)) if _counts(sentence, row, scene)]


def _is_name(sentence: Sentence, quantity: Quantity, counting: Counting, *, times: Sequence[tuple[int, int]]) -> bool:
    """Whether the number is a year, a date or part of a name: "Brigade 93"."""
    start, keys = sentence.starts[quantity.number], sentence.keys
    index = bisect_left(times, (start + 1, -1)) - 1
    if index >= 0 and times[index][0] <= start < times[index][1]:
        return True
    before = keys[quantity.number - 1] if quantity.number > 0 else ""
    if quantity.first == quantity.number and before in counting.sets["designators"] and (quantity.plain or quantity.one):
        return True
    if quantity.first > 0 and keys[quantity.first - 1] in counting.sets["designators"] and quantity.plain and quantity.low != quantity.high:
        return True
    if _is_age(sentence, quantity, counting) or (before in counting.sets["once"] and quantity.plain and quantity.unit is None):
        return True
    return _is_year(keys, quantity) and quantity.hedge in (None, Hedge.UP_TO) and before in counting.sets["year_leads"]


def _is_age(sentence: Sentence, quantity: Quantity, counting: Counting) -> bool:
    """ "Mazen Kabbani, 41, a baker": a small number alone between commas or brackets behind a name."""
    keys, first, last = sentence.keys, quantity.first, quantity.last
    if first < 2 or not quantity.plain or first != quantity.number or last >= len(keys) or not 0 < (quantity.low or 0) <= OLDEST:
        return False
    commas = counting.sets["commas"]
    enclosed = (keys[first - 1] in commas and keys[last] in commas) or (keys[first - 1] == "(" and keys[last] == ")")
    return enclosed and sentence.words[first - 2][0].isupper()


def _is_year(keys: Sequence[str], quantity: Quantity) -> bool:
    low = quantity.low or quantity.high
    return quantity.plain and low in YEARS and keys[quantity.number][-4:].isdigit()


def _share(scene: Scene, rows: list[Row]) -> list[Row]:
    """Counts joined by "and" share what happened: "12 soldiers and three civilians were killed"."""
    for index in range(1, len(rows)):
        left, right = rows[index - 1], rows[index]
        if right.count.outcome is None and left.count.before and is_joined(scene, left.count.last, right.quantity.first):
            rows[index] = replace(right, count=share(scene, right.count, left.count.outcome, before=True))
    for index in range(len(rows) - 1, 0, -1):
        left, right = rows[index - 1], rows[index]
        if left.count.outcome is None and not right.count.before and is_joined(scene, left.count.last, right.quantity.first):
            rows[index - 1] = replace(left, count=share(scene, left.count, right.count.outcome, before=False))
    return rows


def _counts(sentence: Sentence, row: Row, scene: Scene) -> bool:
    """Whether the row says enough to be a figure."""
    quantity, given, keys = row.quantity, row.count, sentence.keys
    if quantity.unit is not None or row.part:
        return quantity.unit is not None or given.noun is not None or given.outcome is not None
    before = keys[quantity.first - 1] if quantity.first > 0 else ""
    if quantity.one and not is_tight(scene, quantity, given):
        return False
    if quantity.one and given.outcome is None and keys[quantity.number] in scene.counting.sets["single"]:
        return False  # an article that is the word for one as well: "une bombe"
    if given.outcome is not None:
        return not _is_year(keys, quantity) or quantity.hedge is not None or given.before or given.noun is not None
    small = quantity.worded and (quantity.low or quantity.high or 0) <= SMALL
    if small and before in scene.counting.sets["definites"]:
        return False
    if given.noun is not None:
        return not _is_year(keys, quantity) or quantity.hedge is not None or given.noun in scene.counted.people
    if given.word is None or small or (_is_year(keys, quantity) and quantity.hedge is None):
        return False
    named = quantity.first > 1 and sentence.words[quantity.first - 1][0].isupper()
    return not (named and quantity.plain and quantity.hedge is None)
