"""Translations: articles of two languages that tell the same things in the same order. Articles enter; pairs leave.

What is compared needs no dictionary: figures, days, places, known actors, and what speakers do by speaking.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from tocsin.model import Act, Article, Evidence, Role, Span

Key = tuple[str, ...]

_DECLARED, _DECLARED_COUNT = 0.55, 6  # share of the shorter row, and number, that must agree where one names the other
_SILENT, _SILENT_COUNT = 0.8, 10  # and where nobody says so: two who report on one call agree in two thirds
_CROWD = 40  # articles that two keys may follow each other in and still make candidates
_COARSE = 6  # UCDP code from which a place is a country or vaguer: every article of a conflict names those
_SHOWN = 6
_PLAIN = frozenset({Act.ASSERT, Act.REPORT})


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two articles told alike: ``share`` of the shorter row of keys stands in both in one order. Indexes into the articles."""

    left: int
    right: int
    share: float
    evidence: tuple[Evidence, ...]


def find(articles: Sequence[Article], declares: Callable[[Article, Article], bool]) -> Iterator[Likeness]:
    """Yield pairs in two languages of which one translates the other; ``declares`` says whether the first names the second."""
    rows = [_read(article) for article in articles]
    for left, right in _candidates(articles, rows):
        one, other = articles[left], articles[right]
        common = _agree(rows[left], rows[right])
        share = len(common) / min(len(rows[left]), len(rows[right]))
        if share < _DECLARED or len(common) < _DECLARED_COUNT:
            continue
        if (share >= _SILENT and len(common) >= _SILENT_COUNT) or declares(one, other) or declares(other, one):
            shown = sorted(common, key=lambda key: (key[0] != "figure", rows[left][key]))[:_SHOWN]
            evidence = [Evidence(a.id, rows[index][key]) for index, a in ((left, one), (right, other)) for key in shown]
            yield Likeness(left, right, share, tuple(evidence))


def _read(article: Article) -> dict[Key, Span]:
    """Return what the body tells, in the order in which it first does. Not bare countries: they say too little."""
    titles = [p for p in article.paragraphs if p.role is Role.TITLE]
    found: list[tuple[Span, Key]] = [(Span(f.start, f.end), ("figure", str(f.low), str(f.high))) for f in article.figures]
    found += [(Span(t.start, t.end), ("days", str(t.first), str(t.last))) for t in article.times if t.first is not None]
    for place in article.places:
        if place.gazetteer is not None and (place.precision is None or place.precision < _COARSE):
            found.append((Span(place.start, place.end), ("place", place.gazetteer)))
    for mention in article.mentions:
        if mention.actor is not None and not mention.actor.startswith("state:"):
            found.append((Span(mention.start, mention.end), ("actor", mention.actor)))
    found += [(s.cue, ("act", s.act.value)) for s in article.statements if s.cue is not None and s.act not in _PLAIN]
    row: dict[Key, Span] = {}
    for span, key in sorted(found):
        if not any(title.start <= span.start < title.end for title in titles):
            row.setdefault(key, span)
    return row


def _candidates(articles: Sequence[Article], rows: Sequence[Mapping[Key, Span]]) -> list[tuple[int, int]]:
    """Pairs of two languages in which two of the same keys stand next but one to each other, twice."""
    holders: dict[tuple[Key, Key], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        keys = list(row)
        for near in {*pairwise(keys), *zip(keys, keys[2:], strict=False)}:
            holders[near].append(index)
    meetings: Counter[tuple[int, int]] = Counter()
    for members in holders.values():
        if 1 < len(members) <= _CROWD:
            meetings.update((a, b) for a, b in combinations(members, 2) if _differ(articles[a], articles[b]))
    return sorted(pair for pair, count in meetings.items() if count > 1)


def _differ(left: Article, right: Article) -> bool:
    return left.language is not None and right.language is not None and left.language != right.language


def _agree(left: Mapping[Key, Span], right: Mapping[Key, Span]) -> list[Key]:
    """Return the longest row of keys that both have in one order."""
    at = {key: index for index, key in enumerate(right)}
    shared = [key for key in left if key in at]
    ends: list[int] = []  # the last place of the best row of each length, and the key that stands there
    tops: list[Key] = []
    before: dict[Key, Key | None] = {}
    for key in shared:
        length = bisect_left(ends, at[key])
        before[key] = tops[length - 1] if length > 0 else None
        ends[length : length + 1] = [at[key]]
        tops[length : length + 1] = [key]
    row: list[Key] = []
    last = tops[-1] if len(tops) > 0 else None
    while last is not None:
        row.append(last)
        last = before[last]
    return row[::-1]
