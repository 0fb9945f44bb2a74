"""Takes a row of keys and a place in it, returns the number that is written there, in digits or words. Knows no bounds and no units."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang.numbers import Counting

_DIGITS = re.compile(r"([^\W\d_]{0,3})(\d[\d.,٫٬]*)([a-z]{0,2})\+?")
_GROUPED = re.compile(r"\d{1,3}(?:[,٬]\d{3})+(?:[.٫]\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d+(?:[.٫]\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
HUNDRED, THOUSAND = 100, 1000


@dataclass(frozen=True, slots=True)
class Numeral:
    """Tokens ``[first, last)`` spell ``value``. ``vague``: a round plural ("hundreds"), the value is its low bound.

    ``scale`` is the last multiplying word (1 without one); ``plain`` is true of bare digits.
    """

    first: int
    last: int
    value: float
    scale: int = 1
    plain: bool = False
    vague: bool = False
    worded: bool = False


def parse(keys: Sequence[str], index: int, counting: Counting) -> Numeral | None:
    """Return the number that starts at token ``index``; None when there is none or it is no count ("13th", "10:30")."""
    return _vague(keys, index, counting) or _part_of_scale(keys, index, counting) or _Sum(keys, index, counting).parse()


def parse_digits(word: str, counting: Counting) -> tuple[float, int] | None:
    """Return (value, scale of a suffix) of a token of digits such as "1,500", "و15", "3.5bn"."""
    match = _DIGITS.fullmatch(word)
    if match is None or (match[1] != "" and match[1] not in counting.sets["joined"]):
        return None
    scale = 1 if match[3] == "" else counting.pack.suffixes.get(match[3], 0)
    value = _value(match[2].rstrip(".,"))
    return None if value is None or scale == 0 else (value * scale, scale)


def _value(digits: str) -> float | None:
    if _GROUPED.fullmatch(digits) is not None:
        return float(re.sub("[,٬]", "", digits).replace("٫", "."))
    if _PLAIN.fullmatch(digits) is not None:
        return float(digits.replace("٫", "."))
    if _DOTTED.fullmatch(digits) is not None:
        return float(digits.replace(".", ""))
    return float(digits.replace(",", ".")) if _COMMA.fullmatch(digits) is not None else None


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
    return Numeral(index, last + 1, part * scale, scale) if scale >= HUNDRED else None


class _Sum:
    """Adds up the parts of one number from left to right: units below a thousand, then scales that only fall."""

    def __init__(self, keys: Sequence[str], index: int, counting: Counting) -> None:
        self.keys, self.first, self.index, self.counting = keys, index, index, counting
        self.total = 0.0
        self.current: float | None = None
        self.scale = 0
        self.plain = self.worded = False

    def parse(self) -> Numeral | None:
        while self.index < len(self.keys) and self._take():
            pass
        if self.index == self.first:
            return None
        value = self.total + (self.current or 0)
        plain = self.plain and not self.worded
        return Numeral(self.first, self.index, value, self.scale or 1, plain=plain, worded=not self.plain)

    def _take(self) -> bool:
        """Take the part at the current token; False where the number ends."""
        word, counting, begun = self.keys[self.index], self.counting, self.index > self.first
        if begun and word in counting.sets["conjunctions"]:
            return self._conjoined()
        if word[-1:].isdigit() or word[:1].isdigit():
            return self._digits(word, joined=not word[0].isdigit())
        joined = begun and word in counting.joined
        base = counting.joined[word] if joined else word if begun else counting.start.get(word, "")
        if joined and word in counting.values:
            base, joined = word, False
        return self._word(base, joined=joined)

    def _conjoined(self) -> bool:
        """ "two hundred and fifty": a conjunction adds what is smaller than the part before it."""
        following = self.keys[self.index + 1] if self.index + 1 < len(self.keys) else ""
        value = self.counting.values.get(following)
        if value is None or not (
            self.current is not None and self.current >= HUNDRED and self.current % HUNDRED == 0 or self._scaled(value)
        ):
            return False
        self.index += 1
        return self._word(following, joined=False)

    def _scaled(self, value: float) -> bool:
        return self.current is None and self.total > 0 and value < self.scale

    def _digits(self, word: str, *, joined: bool) -> bool:
        parsed = parse_digits(word, self.counting)
        begun = self.index > self.first
        if parsed is None or (begun and not (joined and self._scaled(parsed[0]))):
            return False
        self.current, self.scale = parsed[0], parsed[1] if parsed[1] > 1 else self.scale
        self.plain = True
        return self._step()

    def _word(self, base: str, *, joined: bool) -> bool:
        counting = self.counting
        if base in counting.teen_units and not self._before_teen():
            return False
        if base in counting.values and self._add(counting.values[base], joined=joined):
            return self._step()
        if base in counting.sets["teens"] and self.current is not None and 1 <= self.current < 10 and not joined:
            self.current += 10
            return self._step()
        if base in counting.doubles and (self.scale == 0 or self.scale > counting.doubles[base]) and self.current is None:
            self.total += counting.doubles[base]
            self.scale = counting.doubles[base] // 2
            return self._step()
        if base in counting.scales:
            return self._multiply(counting.scales[base])
        if joined is False and self._scaled(1) and base[1:] in counting.halves and base[:1] in counting.pack.joins:
            self.total += self.scale * counting.halves[base[1:]]
            return self._step()
        return False

    def _before_teen(self) -> bool:
        return self.index + 1 < len(self.keys) and self.keys[self.index + 1] in self.counting.sets["teens"]

    def _add(self, value: int, *, joined: bool) -> bool:
        """Whether ``value`` fits behind what was taken, which is then changed."""
        now = self.current
        if now is None:
            fits = self.total == 0 or value < self.scale
        elif self.plain:
            fits = False
        elif now >= HUNDRED and now % HUNDRED == 0:
            fits = value < HUNDRED
        elif self.counting.pack.joins:
            fits = joined and now % HUNDRED < 10 and 20 <= value < HUNDRED and value % 10 == 0
        else:
            fits = now % HUNDRED >= 20 and now % 10 == 0 and value < 10
        if fits:
            self.current = (now or 0) + value
        return fits

    def _multiply(self, scale: int) -> bool:
        if self.current is None:
            bare = self.counting.pack.bare or (self.first > 0 and self.keys[self.first - 1] in self.counting.sets["once"])
            if not bare or (self.scale != 0 and self.scale <= scale):
                return False
            self.current = 1
        if scale == HUNDRED and not self.plain:
            if self.current >= HUNDRED:
                return False
            self.current *= HUNDRED
        elif self.scale != 0 and self.scale <= scale and self.total > 0:
            return False
        else:
            self.total += self.current * scale
            self.current, self.scale = None, scale
        return self._step()

    def _step(self) -> bool:
        self.worded = self.worded or not self.keys[self.index][-1:].isdigit()
        self.index += 1
        return True
