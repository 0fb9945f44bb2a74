"""A stretch of raw text in; its clean form out, in runs that each know the raw characters they came from.

White space becomes one space, control and direction marks go, entities are read, letters are composed (NFC).
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from unicodedata import is_normalized, normalize

_GONE = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
_DIRTY = re.compile(rf"[{_GONE}]|[^\S ]|  ")
_DIRTY_MARKUP = re.compile(rf"[{_GONE}&]|[^\S ]|  ")
_PIECE = re.compile(rf"(?P<space>\s+)|(?P<gone>[{_GONE}]+)|(?P<plain>(?:[^\s{_GONE}]++ ?+)++)")
_PIECE_MARKUP = re.compile(
    rf"(?P<space>\s+)|(?P<gone>[{_GONE}]+)|(?P<entity>&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,31}});?)"
    rf"|(?P<plain>(?:[^\s&{_GONE}]++ ?+)++)|(?P<sign>&)"
)
_LONG = 100_000  # characters between two line breaks or tags
_CHUNK = 2000
_STRIP = re.compile(f"[{_GONE}]+")


class Run(NamedTuple):
    """``text`` was read from raw characters ``[start, end)``; ``exact`` when they are the same."""

    text: str
    start: int
    end: int
    exact: bool


def make_runs(source: str, start: int, end: int, *, markup: bool = False) -> list[Run]:
    """Read ``source[start:end]``; ``markup`` says that ``&amp;`` and the like stand for letters."""
    if start >= end:
        return []
    text = source[start:end]
    dirty = _DIRTY_MARKUP if markup else _DIRTY
    if dirty.search(text) is None and is_normalized("NFC", text):
        return [Run(text, start, end, exact=True)]
    if len(text) > _LONG:
        return list(_chunk(source, start, end, markup=markup))
    return list(_split(text, start, _PIECE_MARKUP if markup else _PIECE))


def _chunk(source: str, start: int, end: int, *, markup: bool) -> Iterator[Run]:
    """A stretch so long that it is no paragraph is read in coarse pieces, so that its cost stays in bounds."""
    while start < end:
        cut = source.find(" ", start + _CHUNK, end) + 1 or end
        text = source[start:cut]
        dirty = _DIRTY_MARKUP if markup else _DIRTY
        if dirty.search(text) is None and is_normalized("NFC", text):
            yield Run(text, start, cut, exact=True)
        else:
            clean = normalize("NFC", _STRIP.sub("", unescape(text) if markup else text))
            words = " ".join(clean.split())
            if words != "":
                yield Run(f"{' ' * clean[:1].isspace()}{words}{' ' * clean[-1:].isspace()}", start, cut, exact=False)
        start = cut


def _split(text: str, base: int, piece: re.Pattern[str]) -> Iterator[Run]:
    for match in piece.finditer(text):
        raw, kind = match.group(), match.lastgroup
        start, end = base + match.start(), base + match.end()
        if kind == "space":
            yield Run(" ", start, end, raw == " ")
        elif kind == "entity":
            clean = " ".join(normalize("NFC", _STRIP.sub("", unescape(raw))).split()) or (" " if unescape(raw).isspace() else "")
            if clean != "":
                yield Run(clean, start, end, clean == raw)
        elif kind != "gone":
            yield from _compose(raw, start, end)


def _compose(raw: str, start: int, end: int) -> Iterator[Run]:
    """Words that are not composed become runs of their own, so that the rest stays exact."""
    if is_normalized("NFC", raw):
        yield Run(raw, start, end, exact=True)
        return
    for match in re.finditer(r"\S+|\s+", raw):
        word = match.group()
        clean = normalize("NFC", word)
        yield Run(clean, start + match.start(), start + match.end(), clean == word)


def tidy(runs: Iterable[Run]) -> list[Run]:
    """Drop white space at both ends and double spaces where runs meet."""
    kept: list[Run] = []
    spaced = True
    for run in runs:
        bare = len(run.text) - len(run.text.lstrip(" ")) if spaced else 0
        if bare == len(run.text):
            continue
        kept.append(_cut(run, bare, len(run.text)))
        spaced = run.text.endswith(" ")
    while len(kept) > 0:
        last = kept.pop()
        bare = len(last.text.rstrip(" "))
        if bare > 0:
            kept.append(_cut(last, 0, bare))
            break
    return kept


def _cut(run: Run, first: int, last: int) -> Run:
    """The characters ``[first, last)`` of a run. What is not exact keeps its raw range whole."""
    if first == 0 and last == len(run.text):
        return run
    if run.exact:
        return Run(run.text[first:last], run.start + first, run.start + last, exact=True)
    return Run(run.text[first:last], run.start, run.end, exact=False)


def cut(runs: Iterable[Run], first: int, last: int) -> list[Run]:
    """The characters ``[first, last)`` of the runs' joined text."""
    kept, at = [], 0
    for run in runs:
        size = len(run.text)
        low, high = max(first - at, 0), min(last - at, size)
        if low < high:
            kept.append(_cut(run, low, high))
        at += size
    return kept


def join(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def squeeze(source: str, *, markup: bool) -> str:
    """The clean characters of ``source`` without any white space: what paragraphs are sought in."""
    text = unescape(source) if markup and "&" in source else source
    if _DIRTY.search(text) is not None:
        text = _STRIP.sub("", text)
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return "".join(text.split())
