"""Wording: the runs of words that a reporter chose. Articles enter; pairs of them that share wording leave.

Titles, quotations and names are left out: two who report on the same speech must share those.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations, pairwise

import numpy as np
from numpy.typing import NDArray

from tocsin.lang.fold import MARKS, fold, strip_marks
from tocsin.model import Article, Precision, Role, Span, Voice

_LENGTH = 4  # words of a shingle: of a text with one word in five exchanged, five in common are too few to find it by
_WINDOW = 8  # shingles of which the least is kept: 19 words running in common make two texts meet twice for certain
_CROWD, _FEW = 40, 3  # holders from which a fingerprint pairs the first few with the others, no longer each with each
_BREAK = "\x00"
_MEETINGS = 2  # fingerprints that a pair shares before it is compared

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"  # scripts without spaces: a letter is a word
_WORD = re.compile(rf"[^\W{_NO_SPACES}]+|[{_NO_SPACES}]|\x00")
_MARKED_WORD = re.compile(rf"(?:[^\W{_NO_SPACES}]+|[{MARKS}]+)+|[{_NO_SPACES}]|\x00")
# A quotation ends with its mark or its paragraph: one that runs on opens the next paragraph again. Marks that open and close
# alike open only before a word and after none, so that one that was lost does not turn speech and report about.
_QUOTED = re.compile(r"""“[^”\n]*|«[^»\n]*|„[^“”\n]*|"(?<![^\s(\[].)(?=\S)[^"\n]*|''(?<![^\s(\[]..)(?=\S)(?:[^'\n]|'(?!'))*""")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93], dtype=np.uint64)

_NONE = np.array([], dtype=np.uint64)
_OCCASIONS, _APART = 3, 3  # occasions that make a shingle stock, and the days that lie between two at least
_TO_THE_DAY = frozenset({Precision.MINUTE, Precision.DAY})

Numbers = NDArray[np.uint64]


class _Codes(dict[str, int]):
    """A number for each word, the same in every run; 0 is a break that no shingle may span."""

    def __missing__(self, word: str) -> int:
        digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        self[word] = 0 if word == _BREAK else int.from_bytes(digest, "big") | 1
        return self[word]


@dataclass(frozen=True, slots=True)
class Wording:
    """The shingles of one article: ``row`` in order with 0 where a break stands, ``distinct`` sorted."""

    article: Article
    row: Numbers
    distinct: Numbers


@dataclass(frozen=True, slots=True)
class Sharing:
    """What two articles have in common: shingles, and their share of the shorter one. Indexes into the wordings."""

    left: int
    right: int
    count: int
    share: float


def read(articles: Iterable[Article]) -> list[Wording]:
    """Read the wording of articles, stock wording left out."""
    codes = _Codes()
    return _drop_stock([_read(article, codes) for article in articles])


def find(wordings: Sequence[Wording]) -> Iterator[Sharing]:
    """Yield pairs that have wording in common, with how much. Near-linear in the number of articles."""
    for left, right in _candidates(wordings):
        one, other = wordings[left].distinct, wordings[right].distinct
        count = len(np.intersect1d(one, other, assume_unique=True))
        if count > 0:
            yield Sharing(left, right, count, count / min(len(one), len(other)))


def stretch(wording: Wording, other: Wording) -> Span:
    """Return where the longest run of words that both have stands in the first. The two must share a shingle."""
    order = np.argsort(other.row, kind="stable")
    places = np.minimum(np.searchsorted(other.row[order], wording.row), len(order) - 1)
    found = np.where((other.row[order[places]] == wording.row) & (wording.row != 0), order[places], -2)
    firsts = np.flatnonzero(np.append(True, (np.diff(found) != 1) | (found[1:] < 0)))
    lengths = np.where(found[firsts] < 0, 0, np.diff(np.append(firsts, len(found))))
    longest = int(np.argmax(lengths))
    first, run = int(firsts[longest]), int(lengths[longest])
    # Words are told apart again, now with their places, which few articles are ever asked for.
    words = [match.span() for match in _MARKED_WORD.finditer(_mask(wording.article)) if strip_marks(match.group()) != ""]
    return Span(words[first][0], words[first + run + _LENGTH - 2][1])


def _read(article: Article, codes: _Codes) -> Wording:
    row = np.array([codes[word] for word in _WORD.findall(strip_marks(_mask(article)))], dtype=np.uint64)
    if len(row) < _LENGTH:
        return Wording(article, _NONE, _NONE)
    windows = np.lib.stride_tricks.sliding_window_view(row, _LENGTH)
    shingles = (windows * _FACTORS).sum(axis=1, dtype=np.uint64)
    shingles[(windows == 0).any(axis=1)] = 0
    return Wording(article, shingles, np.unique(shingles[shingles != 0]))


def _drop_stock(wordings: Sequence[Wording]) -> list[Wording]:
    """Leave out what comes back by itself, on several occasions days apart: background paragraphs and house text."""
    dated = [(wording.distinct, day) for wording in wordings if (day := _day(wording.article)) is not None]
    if len(dated) < _OCCASIONS:
        return list(wordings)
    shingles = np.concatenate([distinct for distinct, _ in dated])
    days = np.concatenate([np.full(len(distinct), day, dtype=np.int32) for distinct, day in dated])
    order = np.lexsort((days, shingles))
    shingles, days = shingles[order], days[order]
    fresh = np.append(True, shingles[1:] != shingles[:-1])[: len(shingles)]
    occasions = fresh | np.append(True, np.diff(days) > _APART)[: len(shingles)]
    firsts = np.flatnonzero(fresh)
    stock = shingles[firsts[np.add.reduceat(occasions, firsts, dtype=np.int64) >= _OCCASIONS]] if len(firsts) > 0 else _NONE
    return [replace(wording, distinct=np.setdiff1d(wording.distinct, stock, assume_unique=True)) for wording in wordings]


def _day(article: Article) -> int | None:
    published = article.published
    return None if published is None or published.precision not in _TO_THE_DAY else published.at.toordinal()


def _candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """Pairs that share fingerprints. What a crowd shares is compared with the first few that have it, not each with each."""
    kept = [_fingerprints(wording) for wording in wordings]
    prints = np.concatenate([*kept, _NONE])
    indexes = np.repeat(np.arange(len(kept)), [len(row) for row in kept])
    order = np.lexsort((indexes, prints))
    prints, indexes = prints[order], indexes[order]
    bounds = np.flatnonzero(np.append(True, prints[1:] != prints[:-1])[: len(prints)]).tolist()
    holders = indexes.tolist()
    meetings: Counter[tuple[int, int]] = Counter()
    for start, end in pairwise([*bounds, len(holders)]):
        if end - start > _CROWD:
            meetings.update((holders[at], other) for at in range(start, start + _FEW) for other in holders[at + 1 : end])
        elif end - start > 1:
            meetings.update(combinations(holders[start:end], 2))
    return sorted(pair for pair, count in meetings.items() if count >= _MEETINGS)


def _fingerprints(wording: Wording) -> Numbers:
    """The least of each window of shingles (winnowing): few, and the same wherever the same stretch stands."""
    kept = wording.row[np.isin(wording.row, wording.distinct)]
    if len(kept) <= _WINDOW:
        return wording.distinct
    return np.unique(np.lib.stride_tricks.sliding_window_view(kept, _WINDOW).min(axis=1))


def _mask(article: Article) -> str:
    """Return the folded text with the title and quotations turned into breaks and names into spaces; offsets stay."""
    text = fold(article.text.replace(_BREAK, " "))
    blanks = [(mention.start, mention.end, " ") for mention in article.mentions]
    blanks += [(place.start, place.end, " ") for place in article.places]
    blanks += [(p.start, p.end, _BREAK) for p in article.paragraphs if p.role is Role.TITLE]
    blanks += [(*match.span(), _BREAK) for match in _QUOTED.finditer(text)]
    blanks += [(span.start, span.end, _BREAK) for s in article.statements if s.voice is Voice.DIRECT for span in s.content]
    pieces, at = list[str](), 0
    for start, end, sign in sorted(blanks):
        first = max(start, at)
        if first < end:
            pieces += [text[at:first], sign, " " * (end - first - 1)]
            at = end
    return "".join((*pieces, text[at:]))
