"""Copied text: articles that are one carrier because they share wording, or tell the same in another language.

A View enters; groups of copies leave, each with the article it goes back to where that can be known.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tocsin.instants import order
from tocsin.model import Article, Evidence
from tocsin.store import View
from tocsin.weigh import translation, wording
from tocsin.weigh.priority import Priority
from tocsin.weigh.wording import Sharing, Wording

# Measured on two news corpora: of the shorter text, copies share a third or more, reports that only quote the same papers less.
_SHARE, _COUNT = 0.3, 25
_MOST, _BRIEF = 0.6, 12  # news in brief has few words to share
_FRESH = 10  # days


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Articles that are one carrier. ``origin`` is the earliest, None where nobody can tell; ``shared`` the least in common.

    ``evidence`` are the longest stretches shared. ``translated`` groups go across languages, and hold the copies in each.
    """

    members: tuple[str, ...]
    origin: str | None
    shared: float
    evidence: tuple[Evidence, ...] = ()
    translated: bool = False


@dataclass(frozen=True, slots=True)
class Copies:
    """All groups of copies of a view. An article is in one group of its language at most, and in one translated group."""

    groups: tuple[CopyGroup, ...]
    _carriers: Mapping[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = sorted(self.groups, key=lambda group: group.translated)
        carriers = {member: group.origin for group in known if group.origin is not None for member in group.members}
        object.__setattr__(self, "_carriers", carriers)

    def carrier(self, article: str) -> str:
        """Return the article that ``article`` is a copy of; itself where it is none, or where nobody can tell who was first."""
        return self._carriers.get(article, article)


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two articles that are one carrier, by index; ``first`` is the earlier one where that is known."""

    left: int
    right: int
    share: float
    first: int | None

    def other(self, index: int) -> int:
        return self.left if index == self.right else self.right


def find(view: View) -> Copies:
    """Return the groups of copies of a view."""
    articles = tuple(sorted(view.articles, key=order))  # the earliest first: a crowd of copies is compared with that one
    priority = Priority(articles, view.registry)
    texts = wording.read(articles)
    alike = [(pair.left, pair.right, pair.share) for pair in wording.find(texts) if _is_copy(pair, articles)]
    told = {(pair.left, pair.right): pair for pair in translation.find(articles, priority.declares)}
    copied = _tie(articles, priority, alike)
    translated = _tie(articles, priority, [(pair.left, pair.right, pair.share) for pair in told.values()])
    groups = [
        CopyGroup(_ids(articles, members), _find_origin(articles, priority, ties), _least(ties), _show(texts, ties))
        for members, ties in _join(copied)
    ]
    for members, ties in _join([*copied, *translated]):
        across = [tie for tie in ties if (tie.left, tie.right) in told]
        if len(across) > 0:
            evidence = tuple(sorted({mark for tie in across for mark in told[tie.left, tie.right].evidence}, key=_place))
            groups.append(
                CopyGroup(_ids(articles, members), _find_origin(articles, priority, ties), _least(across), evidence, translated=True)
            )
    return Copies(tuple(groups))


def _is_copy(pair: Sharing, articles: Sequence[Article]) -> bool:
    """What is shared after many days is more likely background than copy, and must be most of the text."""
    if pair.share >= _MOST:
        return pair.count >= _BRIEF
    days = [article.published.at.toordinal() for article in (articles[pair.left], articles[pair.right]) if article.published is not None]
    fresh = len(days) < 2 or abs(days[0] - days[1]) <= _FRESH
    return fresh and pair.share >= _SHARE and pair.count >= _COUNT


def _tie(articles: Sequence[Article], priority: Priority, alike: Iterable[tuple[int, int, float]]) -> list[_Tie]:
    """Tie each article to the one it shares most with of those before it, and to all of which nobody can tell.

    Not to all before it: a late digest that copies two reports must not make these two one carrier.
    """
    kept: set[_Tie] = set()
    best: dict[int, _Tie] = {}
    for left, right, share in alike:
        earlier = priority.first(articles[left], articles[right])
        if earlier is None:
            kept.add(_Tie(left, right, share, None))
            continue
        tie = _Tie(left, right, share, left if earlier is articles[left] else right)
        later = right if tie.first == left else left
        known = best.get(later)
        if known is None or (share, -tie.other(later)) > (known.share, -known.other(later)):
            best[later] = tie
    return sorted({*kept, *best.values()}, key=lambda tie: (tie.left, tie.right))


def _join(ties: Sequence[_Tie]) -> list[tuple[list[int], list[_Tie]]]:
    """Return the sets of articles that ties hold together, each with its ties."""
    near: dict[int, list[_Tie]] = defaultdict(list)
    for tie in ties:
        near[tie.left].append(tie)
        near[tie.right].append(tie)
    groups, seen = list[tuple[list[int], list[_Tie]]](), set[int]()
    for start in sorted(near):
        if start in seen:
            continue
        seen.add(start)
        members = [start]
        for index in members:  # grows while it is walked
            fresh = sorted({tie.other(index) for tie in near[index]} - seen)
            seen.update(fresh)
            members += fresh
        held = {tie for index in members for tie in near[index]}
        groups.append((sorted(members), sorted(held, key=lambda tie: (tie.left, tie.right))))
    return groups


def _find_origin(articles: Sequence[Article], priority: Priority, ties: Sequence[_Tie]) -> str | None:
    """Return the member that no other precedes; where that is not known of all, the one such member that another names."""
    members = {index for tie in ties for index in (tie.left, tie.right)}
    heads = members - {tie.other(tie.first) for tie in ties if tie.first is not None}
    if len(heads) > 1:
        heads = {head for head in heads if any(priority.declares(articles[index], articles[head]) for index in members)}
    return articles[heads.pop()].id if len(heads) == 1 else None


def _show(texts: Sequence[Wording], ties: Sequence[_Tie]) -> tuple[Evidence, ...]:
    """Point to the longest stretch that each member shares with the one it is tied to most."""
    best: dict[int, int] = {}
    for tie in sorted(ties, key=lambda tie: (-tie.share, tie.left, tie.right)):
        best.setdefault(tie.left, tie.right)
        best.setdefault(tie.right, tie.left)
    return tuple(Evidence(texts[index].article.id, wording.stretch(texts[index], texts[best[index]])) for index in sorted(best))


def _ids(articles: Sequence[Article], members: Iterable[int]) -> tuple[str, ...]:
    return tuple(articles[index].id for index in members)


def _least(ties: Iterable[_Tie]) -> float:
    return round(min(tie.share for tie in ties), 3)


def _place(evidence: Evidence) -> tuple[str, int]:
    return evidence.article, evidence.span.start
