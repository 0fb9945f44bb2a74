"""A sentence as the reader of times walks over it: its tokens, the pack's calendar and the day of publication."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.annotate.anchors import Anchor
from tocsin.annotate.dates import Days
from tocsin.lang import calendar, numbers
from tocsin.lang.calendar import Calendar
from tocsin.lang.numbers import Counting


@dataclass(frozen=True, slots=True)
class Moment:
    """Tokens ``[first, last)`` name ``days``. ``whole``: a month or vaguer, of which "early" takes a part."""

    first: int
    last: int
    days: Days | None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """``keys`` and ``words`` are the sentence's columns; ``anchor`` is None where the page has no date."""

    keys: Sequence[str]
    words: Sequence[str]
    anchor: Anchor | None
    calendar: Calendar
    counting: Counting

    def key(self, index: int) -> str:
        """The key at ``index``; nothing stands outside the sentence."""
        return self.keys[index] if 0 <= index < len(self.keys) else ""

    def is_name(self, index: int) -> bool:
        """Whether the token may name a day or month: by a capital, where the script has them."""
        return not self.calendar.capitals or self.words[index][0].isupper()

    def skip(self, index: int, name: str) -> int:
        """The first token from ``index`` that is not in the list ``name``, two at most passed over."""
        for _ in range(2):
            index += self.key(index) in self.calendar.sets[name]
        return index

    def is_in(self, index: int, name: str) -> bool:
        return self.key(index) in self.calendar.sets[name]


def make_line(keys: Sequence[str], words: Sequence[str], code: str, *, anchor: Anchor | None) -> Line:
    return Line(keys, words, anchor, calendar.load(code), numbers.load(code))
