"""Takes a row of keys and a place in it, returns the exact number that its words and digits add up to."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.annotate import digits
from tocsin.lang.numbers import Counting

HUNDRED = 100
_TWENTY = 20
_GROUP = 3  # digits between two spaces


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


class Sum:
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
        if following in self.counting.sets["once"] and self._is_half(self.index + 2):
            self.index += 2
            return self._half(self.counting.halves[self.keys[self.index]])
        parsed = digits.parse(following, self.counting) if self.counting.pack.tens_joined and following[:1].isdigit() else None
        if parsed is not None and self._scaled(parsed[0]):
            self.index += 1
            return self._digits(following, joined=True)  # "2 thousand and 300"
        value = self.counting.values.get(following)
        if value is None or not (self._is_round(value) or self._scaled(value)):
            return False
        self.index += 1
        return self._word(following, joined=False)

    def _is_round(self, value: float) -> bool:
        """Does the part so far leave room for the value: hundreds, or, where a conjunction joins them, tens?"""
        now = self.current
        if now is None:
            return False
        tens = self.counting.pack.tens_joined and now % HUNDRED >= _TWENTY and now % 10 == 0 and value < 10
        return tens or (now >= HUNDRED and now % HUNDRED == 0)

    def _is_half(self, index: int) -> bool:
        return index < len(self.keys) and self.keys[index] in self.counting.halves

    def _scaled(self, value: float) -> bool:
        return self.current is None and self.total > 0 and value < self.scale

    def _digits(self, word: str, *, joined: bool) -> bool:
        parsed = digits.parse(word, self.counting)
        begun = self.index > self.first
        if parsed is None or (begun and not ((joined or self.counting.pack.mixed) and self._scaled(parsed[0]))):
            return False
        self.current, self.scale = parsed[0], parsed[1] if parsed[1] > 1 else self.scale
        self.plain = True
        if self.counting.pack.spaced and word.isdigit() and len(word) <= _GROUP:
            self._take_groups()
        return self._step()

    def _take_groups(self) -> None:
        """ "120 000": groups of three digits with spaces between them are one number."""
        while self.index + 1 < len(self.keys) and len(self.keys[self.index + 1]) == _GROUP and self.keys[self.index + 1].isdigit():
            self.current = (self.current or 0) * 1000 + int(self.keys[self.index + 1])
            self.index += 1

    def _word(self, base: str, *, joined: bool) -> bool:
        counting = self.counting
        following = self.keys[self.index + 1] if self.index + 1 < len(self.keys) else ""
        if base in counting.teen_units and following not in counting.sets["teens"]:
            return False
        if base in counting.values and self._add(counting.values[base], joined=joined):
            return self._step()
        if base in counting.sets["teens"] and self.current is not None and 0 < self.current % HUNDRED < 10 and not joined:
            self.current += 10
            return self._step()
        if base in counting.doubles and (self.scale == 0 or self.scale > counting.doubles[base]) and self.current is None:
            self.total += counting.doubles[base]
            self.scale = counting.doubles[base] // 2
            return self._step()
        if base in counting.scales:
            return self._multiply(counting.scales[base])
        if not joined and base[:1] in counting.sets["joins"] and base[1:] in counting.halves:
            return self._half(counting.halves[base[1:]])
        return False

    def _half(self, part: float) -> bool:
        """ "two and a half million", "مليون ونصف المليون"."""
        if self.current is not None and self.current < HUNDRED:
            self.current += part
            return self._step()
        if not self._scaled(1):
            return False
        self.total += self.scale * part
        return self._step() and self._past_scale()

    def _past_scale(self) -> bool:
        """Past the scale that "a million and half the million" says twice."""
        following = self.keys[self.index] if self.index < len(self.keys) else ""
        for article in self.counting.pack.articles:
            self.index += following.startswith(article) and self.counting.scales.get(following.removeprefix(article)) == self.scale
        return True

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
