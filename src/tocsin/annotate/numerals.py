"""Takes a row of keys and a place in it, returns the number that is written there, in digits or words. Knows no bounds and no units."""

from collections.abc import Sequence

from tocsin.annotate.sums import Numeral, Sum
from tocsin.lang.numbers import Counting


def parse(keys: Sequence[str], index: int, counting: Counting) -> Numeral | None:
    """Return the number that starts at token ``index``; None when there is none or it is no count ("13th", "10:30")."""
    return _vague(keys, index, counting) or _part_of_scale(keys, index, counting) or Sum(keys, index, counting).parse()


def _vague(keys: Sequence[str], index: int, counting: Counting) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred"."""
    low = counting.vague.get(counting.start.get(keys[index], ""))
    last = index + 1
    if low is not None:
        after = last + (last < len(keys) and keys[last] in counting.sets["vague_links"])
        if after < len(keys) and (unit := counting.vague.get(keys[after])) is not None:
            return Numeral(index, after + 1, low * unit / 2, unit // 2, vague=True)
        return Numeral(index, last, low, max(low // 2, 1), vague=True)
    if keys[index] in counting.sets["several"] and last < len(keys) and keys[last] in counting.scales:
        return Numeral(index, last + 1, 2 * counting.scales[keys[last]], counting.scales[keys[last]], vague=True)
    return None


def _part_of_scale(keys: Sequence[str], index: int, counting: Counting) -> Numeral | None:
    """ "half a million"."""
    part = counting.halves.get(keys[index])
    last = index + 1
    if part is None or last >= len(keys):
        return None
    last += keys[last] in counting.sets["once"]
    scale = counting.scales.get(keys[last], 0) if last < len(keys) else 0
    return Numeral(index, last + 1, part * scale, scale) if scale > 0 else None
