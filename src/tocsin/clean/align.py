"""A page's lines and the paragraphs an extractor chose in; which lines were chosen out.

Both are compared without white space, front to back, so that the search is linear and tags inside a paragraph do not matter.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from tocsin.clean.runs import squeeze

_SURE = 16  # characters that are no chance find
_CERTAIN = 40  # the same when the search goes back to the top
_SHARE = 0.5  # of a line that must be chosen
_NEAR = 30  # lines in which a short paragraph is sought
_PIECES = re.compile(r"(?<=[.!?؟…:;|])\s+|\n+")


class Stream:
    """The lines of a page on a string."""

    def __init__(self, lines: list[str]) -> None:
        parts = [squeeze(line, markup=False) for line in lines]
        self.text = "".join(parts)
        self.borders = [0, *accumulate(map(len, parts))]
        self.places: dict[str, list[int]] = {}
        for index, part in enumerate(parts):
            self.places.setdefault(part, []).append(index)
        self.covered = [0] * len(parts)

    def cover(self, start: int, end: int) -> None:
        index = bisect_right(self.borders, start) - 1
        while index < len(self.covered) and self.borders[index] < end:
            self.covered[index] += min(end, self.borders[index + 1]) - max(start, self.borders[index])
            index += 1

    def find(self, part: str, at: int) -> int:
        """Where ``part`` stands: right here, as a line of its own, further on, anywhere; -1 when nowhere."""
        if self.text.startswith(part, at):
            return at
        line = bisect_left(self.borders, at)
        for index in self.places.get(part, ()):
            if line <= index and (len(part) >= _SURE or index < line + _NEAR):
                return self.borders[index]
        if len(part) < _SURE:
            return -1
        found = self.text.find(part, at)
        return self.text.find(part) if found < 0 and len(part) >= _CERTAIN else found


def choose(lines: list[str], paragraphs: list[str]) -> list[bool]:
    """Return for each line whether at least half of it was chosen."""
    stream = Stream(lines)
    at = 0
    for paragraph in paragraphs:
        part = squeeze(paragraph, markup=False)
        found = stream.find(part, at)
        if found >= 0:
            at = found + len(part)
            stream.cover(found, at)
            continue
        for piece in _PIECES.split(paragraph):
            part = squeeze(piece, markup=False)
            found = stream.find(part, at) if part != "" else -1
            if found >= 0:
                at = found + len(part)
                stream.cover(found, at)
    sizes = [after - before for before, after in zip(stream.borders, stream.borders[1:], strict=False)]
    return [size > 0 and covered >= _SHARE * size for size, covered in zip(sizes, stream.covered, strict=True)]
