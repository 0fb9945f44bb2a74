"""Decoded text in; the lines of a dump out, each clean and with its raw place. Hard-wrapped lines are joined again."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from tocsin.clean.runs import Run, join, make_runs, tidy
from tocsin.lang.fold import key
from tocsin.lang.furniture import squash

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_SYLLABLE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_CLOSING = " \t\"'”’»“‟)]}›*_」』）"
_TERMINAL = ".!?؟۔…।。！？"
LIMIT = 20_000  # lines of a page that are read; no page of news has as many
_LONG = 45  # words of a line that no list of known lines can hold
_WRAP = range(50, 121)  # columns that text is wrapped at


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """Characters ``[first, last)`` of a line lead to ``url``."""

    first: int
    last: int
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page. ``gap`` counts the empty lines above it. What follows is what markup says of it, if there is markup.

    ``words`` counts words by spaces (where letters stand for words, two of them for one); ``ends``: it ends as a sentence does.
    """

    runs: tuple[Run, ...]
    text: str
    gap: int = 0
    heading: int = 0
    linked: float = 0.0
    caption: bool = False
    listed: bool = False
    aside: bool = False
    remark: bool = False
    article: int | None = None
    post: int | None = None
    quote: int | None = None
    links: tuple[Hyperlink, ...] = ()
    place: str = ""
    words: int = field(init=False)
    ends: bool = field(init=False)

    def __post_init__(self) -> None:
        text = self.text
        spaced = text.count(" ") + 1
        if len(text) > 8 * spaced and not text.isascii():
            spaced = max(spaced, len(_SYLLABLE.findall(text)) // 2)
        object.__setattr__(self, "words", spaced)
        bare = self.bare
        object.__setattr__(self, "ends", bare != "" and bare[-1] in _TERMINAL)

    @property
    def start(self) -> int:
        return self.runs[0].start

    @property
    def end(self) -> int:
        return self.runs[-1].end

    @property
    def key(self) -> str:
        """What lines are compared and looked up by: the words in folded letters; of a long line the text as it is."""
        return _fold(self.text) if self.words <= _LONG else self.text

    @property
    def bare(self) -> str:
        """The text without closing quotes and brackets."""
        return self.text.rstrip(_CLOSING)


@lru_cache(maxsize=4096)
def front(text: str) -> str:
    """The beginning of a line in folded letters, without quotes and bullets: what known beginnings are compared with."""
    return key(text[:80]).lstrip(" \"'“«*•▪►▶»›-–|[(")


_fold = lru_cache(maxsize=8192)(squash)  # a line is compared many times


def make_line(runs: list[Run], gap: int = 0) -> Line | None:
    if len(runs) == 1 and runs[0].text[0] != " " != runs[0].text[-1]:
        return Line((runs[0],), runs[0].text, gap)
    kept = tidy(runs)
    return None if len(kept) == 0 else Line(tuple(kept), join(kept), gap)


def split_lines(source: str) -> list[Line]:
    """Return the lines of a dump that hold any character, wrapped lines joined."""
    found: list[Line] = []
    at = 0
    for match in _LINE.finditer(source):
        gap = source.count("\n", at, match.start()) or source.count("\r", at, match.start())
        line = make_line(make_runs(source, *match.span()), max(gap - 1, 0))
        if line is not None:
            found.append(line)
            at = match.end()
        if len(found) > LIMIT:
            break
    return unwrap(found)


def unwrap(lines: list[Line]) -> list[Line]:
    """Join lines that were cut at a column: those where the next line's first word would not have fitted."""
    width = max((len(line.text) for line in lines), default=0)
    if width not in _WRAP or len(lines) < 4:
        return lines
    joins = [_is_wrapped(above, below, width) for above, below in pairwise(lines)]
    open_ends = sum(1 for joined, above in zip(joins, lines, strict=False) if joined and not above.ends)
    if open_ends < 3 or open_ends < 0.4 * len(joins):
        return lines
    joined = [lines[0]]
    for fits, below in zip(joins, lines[1:], strict=True):
        joined[-1:] = [_merge(joined[-1], below)] if fits else [joined[-1], below]
    return joined


def _is_wrapped(above: Line, below: Line, width: int) -> bool:
    return below.gap == 0 and len(above.text) + 1 + len(below.text.split(" ", 1)[0]) > width


def _merge(above: Line, below: Line) -> Line:
    break_ = Run(" ", above.end, below.start, exact=False)
    runs = (*above.runs, break_, *below.runs)
    return Line(runs, f"{above.text} {below.text}", above.gap)
