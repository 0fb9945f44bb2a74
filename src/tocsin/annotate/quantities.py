"""Takes the keys of a sentence, returns the quantities in it: a number with its bounds, its hedge and its unit. Not yet what it counts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.annotate.numerals import parse
from tocsin.annotate.sums import Numeral
from tocsin.lang.numbers import Counting
from tocsin.model import Hedge

SMALL = 10
FRACTION = "fraction"
NOTHING = ""  # the unit of what is no figure: lengths of time, clocks, scores
_OPEN_ABOVE = (Hedge.AT_LEAST, Hedge.MORE_THAN)
_OPEN_BELOW = (Hedge.UP_TO, Hedge.LESS_THAN)


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens ``[first, last)``: the bound, the number at ``number`` and the unit. ``noun`` is the concept of a two-form."""

    first: int
    last: int
    number: int
    low: float | None
    high: float | None
    hedge: Hedge | None = None
    unit: str | None = None
    noun: str | None = None
    plain: bool = False
    worded: bool = False
    vague: bool = False

    @property
    def one(self) -> bool:
        return self.low == self.high == 1

    @property
    def few(self) -> bool:
        """One or two in words: some languages put them behind the noun."""
        return self.worded and self.low == self.high and self.low in (1, 2)

    def bounded(self, hedge: Hedge) -> "Quantity":
        """The same number under a bound."""
        low, high = self.low, self.high
        if low != high:
            return self if self.vague and hedge in _OPEN_BELOW else replace(self, hedge=hedge)
        if hedge in _OPEN_ABOVE:
            high = None
        elif hedge in _OPEN_BELOW:
            low = None
        return replace(self, low=low, high=high, hedge=hedge)


def find(keys: Sequence[str], counting: Counting) -> Iterator[Quantity]:
    """Yield the quantities from left to right; they do not overlap."""
    index, triggers = 0, counting.triggers
    while index < len(keys):
        word = keys[index]
        if word not in triggers and not word[0].isdigit() and not word[-1].isdigit():
            index += 1
            continue
        quantity = _read(keys, index, counting)
        if quantity is None:
            index += 1
        else:
            yield quantity
            index = quantity.last


def _read(keys: Sequence[str], index: int, counting: Counting) -> Quantity | None:
    numeral = parse(keys, index, counting)
    if numeral is None:
        noun = counting.duals.get(keys[index])
        if noun is not None:
            return _bound(keys, Quantity(index, _past_two(keys, index + 1, counting), index, 2, 2, noun=noun, worded=True), counting)
        return _fraction(keys, index, 1, counting=counting)
    if numeral.last < len(keys) and keys[numeral.last] in counting.fractions:
        fraction = _fraction(keys, numeral.last, numeral.value, counting=counting)
        if fraction is not None:
            return fraction
    return _measure(keys, _bound(keys, _range(keys, numeral, counting), counting), counting)


def _past_two(keys: Sequence[str], index: int, counting: Counting) -> int:
    """Past "two" or a second two-form behind a two-form: "شخصين اثنين", "طائرتان مسيرتان"."""
    following = keys[index] if index < len(keys) else ""
    return index + (counting.values.get(following) == 2 or following in counting.duals)


def _fraction(keys: Sequence[str], index: int, times: float, *, counting: Counting) -> Quantity | None:
    """ "a third of", "two thirds of", "نصف الأسلحة"."""
    value = counting.fractions.get(keys[index])
    last = index + 1
    if value is None or last >= len(keys):
        return None
    links = counting.sets["fraction_links"]
    linked = keys[last] in links if len(links) > 0 else keys[last].startswith(counting.pack.articles)
    after = last + (1 if len(links) > 0 else 0)
    if not linked or (after < len(keys) and counting.units.at(keys, after) is not None):
        return None
    first = index - 1 if (index > 0 and keys[index - 1] in counting.sets["once"]) or times > 1 else index
    share = round(value * times, 4)
    return _bound(keys, Quantity(max(first, 0), last, max(first, 0), share, share, unit=FRACTION), counting)


def _range(keys: Sequence[str], numeral: Numeral, counting: Counting) -> Quantity:
    """The numeral, or both ends of the range that it opens."""
    single = _single(keys, numeral, counting)
    if numeral.vague or numeral.last + 1 >= len(keys):
        return single
    opened = numeral.first > 0 and keys[numeral.first - 1] in counting.sets["openers"]
    other = _other_end(keys, numeral, counting, opened=opened)
    if other is None or other.vague:
        return single
    low, high = numeral.value, other.value
    if numeral.scale == 1 < other.scale and low * other.scale < high:
        low *= other.scale
    if opened and _moved(keys, numeral.first, counting):
        return single
    first = numeral.first - opened
    if low >= high:
        score = keys[numeral.last] in "-–—"
        return replace(single, last=other.last, unit=NOTHING) if score else single
    return Quantity(first, other.last, numeral.first, low, high, plain=numeral.plain and other.plain, worded=numeral.worded)


def _other_end(keys: Sequence[str], numeral: Numeral, counting: Counting, *, opened: bool) -> Numeral | None:
    link, last = keys[numeral.last], numeral.last
    if link in counting.sets["to"] or (opened and link in counting.sets["closers"]):
        last += 1
        last += last + 1 < len(keys) and keys[last] in counting.sets["money_signs"]
        return parse(keys, last, counting)
    if opened and link[0] in counting.pack.joins:
        return parse(keys, last, counting)
    return None


def _moved(keys: Sequence[str], index: int, counting: Counting) -> bool:
    return not counting.sets["changes"].isdisjoint(keys[max(0, index - 7) : index])


def _single(keys: Sequence[str], numeral: Numeral, counting: Counting) -> Quantity:
    """The numeral as it stands, with the article of "a dozen"."""
    once = numeral.worded and numeral.first > 0 and keys[numeral.first - 1] in counting.sets["once"]
    high = None if numeral.vague else numeral.value
    return Quantity(
        numeral.first - once,
        numeral.last,
        numeral.first,
        numeral.value,
        high,
        plain=numeral.plain,
        worded=numeral.worded,
        vague=numeral.vague,
    )


def _bound(keys: Sequence[str], quantity: Quantity, counting: Counting) -> Quantity:
    """The quantity with the hedge that stands before or right behind it."""
    start = quantity.first
    if start > 0 and keys[start - 1] in counting.sets["money_signs"]:
        start -= 1
        quantity = replace(quantity, first=start, unit="money")
    elif start > 0 and keys[start - 1] in counting.sets["percent_leads"]:
        start -= 1
        quantity = replace(quantity, first=start, unit="percent")
    found = counting.hedges.before(keys, start)
    for _ in range(2):
        if found is not None or start == 0 or keys[start - 1] not in counting.sets["loose"]:
            break
        start -= 1
        found = counting.hedges.before(keys, start)
    if found is not None and not _weak(keys, found[0], quantity, counting=counting):
        return replace(quantity.bounded(found[1]), first=found[0])
    after = counting.after.at(keys, quantity.last) if quantity.last < len(keys) else None
    if after is not None:
        return replace(quantity.bounded(after.value), last=after.last)
    return quantity


def _weak(keys: Sequence[str], first: int, quantity: Quantity, *, counting: Counting) -> bool:
    return keys[first] in counting.sets["weak"] and quantity.worded and (quantity.low or 0) <= SMALL


def _measure(keys: Sequence[str], quantity: Quantity, counting: Counting) -> Quantity:
    """The quantity with the unit behind it; ages, clocks, dates by strokes and compounds ("20-year-old") are no figure."""
    last = quantity.last
    if quantity.number > 0 and keys[quantity.number - 1] == "/":
        return replace(quantity, unit=NOTHING)
    if last >= len(keys):
        return quantity
    linked = last + (quantity.vague and keys[last] in counting.sets["vague_links"])
    hit = counting.units.at(keys, linked) if linked < len(keys) else None
    if hit is not None and quantity.unit is None:
        return replace(quantity, unit=hit.value, last=hit.last)
    compound = keys[last] == "-" and last + 1 < len(keys) and keys[last + 1][0].isalpha()
    return replace(quantity, unit=NOTHING) if compound or keys[last] == "/" else quantity
