"""Wording: the runs of words that a reporter chose. Articles enter; pairs of them that share wording leave.

Titles, quotations and names are left out: two who report on the same speech must share those.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from tocsin.lang.fold import MARKS, fold, strip_marks
from tocsin.model import Article, Precision, Role, Span, Voice

_LENGTH = 5  # words of a shingle
_WINDOW = 8  # shingles of which the least is kept: two texts with 12 words running in common meet for certain
_CROWD = 40  # holders from which a fingerprint pairs its first holder with each other one, no longer each with each
_BREAK = "\x00"
_MEETINGS = 2  # fingerprints that a pair shares before it is compared

_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"  # scripts without spaces: a letter is a word
_WORD = re.compile(rf"[^\W{_NO_SPACES}]+|[{_NO_SPACES}]|\x00")
_MARKED_WORD = re.compile(rf"(?:[^\W{_NO_SPACES}]+|[{MARKS}]+)+|[{_NO_SPACES}]|\x00")
# A quotation ends with its mark, or with its paragraph: one that runs on opens the next paragraph again.
_QUOTED = re.compile("“[^”\n]*|«[^»\n]*|„[^“”\n]*|\"[^\"\n]*\"|''.*?''")
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F], dtype=np.uint64)

_NONE = np.array([], dtype=np.uint64)
_TIMES, _DAYS = 3, 7  # articles, and days between the first and the last of them, that make a shingle stock
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


def stretch(left: Wording, right: Wording) -> tuple[Span, Span]:
    """Return where the longest run of words that both have stands in each. The two must share a shingle."""
    where = {shingle: at for at, shingle in reversed(list(enumerate(right.row.tolist()))) if shingle != 0}
    best, length, previous = (0, 0, 0), 0, -2
    for at, shingle in enumerate(left.row.tolist()):
        found = where.get(shingle, -2)
        length = 0 if found < 0 else length + 1 if found == previous + 1 else 1
        previous = found
        if length > best[0]:
            best = (length, at, found)
    run, at, found = best
    return _span(left.article, at - run + 1, run), _span(right.article, found - run + 1, run)


def _span(article: Article, first: int, run: int) -> Span:
    """Return the characters of ``run`` shingles: words are counted again as _read counted them."""
    found = [match.span() for match in _MARKED_WORD.finditer(_mask(article)) if strip_marks(match.group()) != ""]
    return Span(found[first][0], found[first + run + _LENGTH - 2][1])


def _read(article: Article, codes: _Codes) -> Wording:
    row = np.array([codes[word] for word in _WORD.findall(strip_marks(_mask(article)))], dtype=np.uint64)
    if len(row) < _LENGTH:
        return Wording(article, _NONE, _NONE)
    windows = np.lib.stride_tricks.sliding_window_view(row, _LENGTH)
    shingles = (windows * _FACTORS).sum(axis=1, dtype=np.uint64)
    shingles[(windows == 0).any(axis=1)] = 0
    return Wording(article, shingles, np.unique(shingles[shingles != 0]))


def _drop_stock(wordings: Sequence[Wording]) -> list[Wording]:
    """Leave out what three articles or more bring over days: background and house text that come back by themselves."""
    days = [_day(wording.article) for wording in wordings]
    dated = [(wording.distinct, day) for wording, day in zip(wordings, days, strict=True) if day is not None]
    if len(dated) < _TIMES:
        return list(wordings)
    shingles = np.concatenate([distinct for distinct, _ in dated])
    stamps = np.concatenate([np.full(len(distinct), day, dtype=np.int32) for distinct, day in dated])
    order = np.lexsort((stamps, shingles))
    shingles, stamps = shingles[order], stamps[order]
    firsts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1])))
    ends = np.append(firsts[1:], len(shingles))
    stock = shingles[firsts[(ends - firsts >= _TIMES) & (stamps[ends - 1] - stamps[firsts] > _DAYS)]]
    return [replace(wording, distinct=np.setdiff1d(wording.distinct, stock, assume_unique=True)) for wording in wordings]


def _day(article: Article) -> int | None:
    published = article.published
    return None if published is None or published.precision not in _TO_THE_DAY else published.at.toordinal()


def _candidates(wordings: Sequence[Wording]) -> list[tuple[int, int]]:
    """Pairs that share fingerprints. What a crowd shares is compared with the first that has it, not each with each."""
    holders: dict[int, list[int]] = defaultdict(list)
    for index, wording in enumerate(wordings):
        for fingerprint in _fingerprints(wording):
            holders[fingerprint].append(index)
    meetings: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if len(members) > _CROWD:
            meetings.update((members[0], other) for other in members[1:])
        elif len(members) > 1:
            meetings.update(combinations(members, 2))
    return sorted(pair for pair, count in meetings.items() if count >= _MEETINGS)


def _fingerprints(wording: Wording) -> list[int]:
    """The least of each window of shingles (winnowing): few, and the same wherever the same stretch stands."""
    kept = wording.row[np.isin(wording.row, wording.distinct)]
    if len(kept) <= _WINDOW:
        return list(map(int, wording.distinct))
    return list(map(int, np.unique(np.lib.stride_tricks.sliding_window_view(kept, _WINDOW).min(axis=1))))


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
