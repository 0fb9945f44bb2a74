"""Stories: articles about one happening, across languages. A View enters with who the actors are; stories leave.

Two articles are candidates when they share something rare; they are one story when what they are about is alike, and no
encounter, place or time tells them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import fsum, log, sqrt

from tocsin.instants import order
from tocsin.lang import concepts
from tocsin.lang.scripts import is_uncased
from tocsin.link import clusters, facets, vectors
from tocsin.link.actors import Actors
from tocsin.link.facets import Facets, Key
from tocsin.model import Article, Reason, Story, Subject, Verdict, make_id
from tocsin.store import View

Pair = tuple[int, int]

_LEAST = 0.3
_AVERAGE = 0.24
_NEAREST = 4
_ENCOUNTER = 0.25  # what one and the same call or meeting adds
_SITE = 0.2  # what the same happening at a named site adds
_TOLL = 0.15  # what the same number of the same happening adds
_ELSEWHERE = 0.7  # what is left where leads name other places, or other days
_OTHER_SORT = 0.75  # what is left between a call and what is no call
_LIVE = 0.6  # a live page tells of many things, and must not tie them
_MEANING = 0.35  # what likeness of title and first sentence adds at most
_MEANING_FROM = 0.3
_ACROSS = frozenset({"name", "said"})
_COMMON = 60  # articles that a key may stand in and still make candidates
_SHARED = 2  # keys that candidates share at least
_PRIOR = 20  # articles that a small view is filled up with before rarity is reckoned
_SHOWN = 6  # things shared that a likeness keeps
_TOLD = 5  # things that a reason names
_FRESH, _STALE = 5, 30  # days between publications


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, what they share, and whether they cannot be one story."""

    score: float
    shared: tuple[Key, ...]
    apart: bool = False


def find(view: View, actors: Actors) -> tuple[Story, ...]:
    """Return the stories of a view, the largest first. Every article is in exactly one."""
    articles = view.articles
    read = [facets.read(view, article, actors) for article in articles]
    rarity = _weigh_keys(read)
    weighed = [_weigh(row, rarity) for row in read]
    close = {(left, right): _compare((read[left], read[right]), (weighed[left], weighed[right])) for left, right in _candidates(read)}
    close = _ask_meaning(read, close)
    groups = _group(articles, close, view)
    stories = [_make([articles[i] for i in group], _explain(group, close, actors, _Pages(view, articles))) for group in groups]
    return tuple(sorted(stories, key=lambda story: -len(story.articles)))


def _weigh_keys(read: Sequence[Facets]) -> dict[Key, float]:
    """The rarer a key, the more it says; in a small view nothing is taken for very rare or very common."""
    counts = Counter(key for row in read for key in row.weights)
    total = len(read) + _PRIOR
    return {key: log(1 + total / (count + 1)) for key, count in counts.items()}


def _candidates(read: Sequence[Facets]) -> list[Pair]:
    holders: dict[Key, list[int]] = defaultdict(list)
    for index, row in enumerate(read):
        for key in row.weights:
            holders[key].append(index)
    shared: Counter[Pair] = Counter()
    for key, members in holders.items():
        if 1 < len(members) <= _COMMON and key[0] != "concept":
            for at, left in enumerate(members):
                shared.update((left, right) for right in members[at + 1 :])
    return sorted(pair for pair, count in shared.items() if count >= _SHARED)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The keys of an article by what they weigh, and their squares summed: those asked within its language, those asked across, and all."""

    weights: Mapping[Key, float]
    within: float
    across: float


def _weigh(row: Facets, rarity: Mapping[Key, float]) -> _Weighed:
    """Words compare within a language; sounds of possible names, and who speaks of what, across."""
    weights = {key: weight * rarity[key] for key, weight in row.weights.items()}
    common = fsum(w * w for key, w in weights.items() if key[0] != "word" and key[0] not in _ACROSS)
    return _Weighed(weights, common + fsum(w * w for key, w in weights.items() if key[0] == "word"), common)


def _compare(sides: tuple[Facets, Facets], weighed: tuple[_Weighed, _Weighed]) -> Likeness:
    left, right = sides
    one, other = weighed[0].weights, weighed[1].weights
    within = left.language == right.language
    shared = [key for key in one.keys() & other.keys() if (key[0] not in _ACROSS if within else key[0] != "word")]
    product = fsum(one[key] * other[key] for key in shared)
    # What is asked across languages only helps a pair: Arabic has no capitals to know names by, and reports are cut.
    squares = [side.within if within else side.across + _sum_squares(side.weights, shared) for side in weighed]
    score = 0.0 if 0.0 in squares else product / sqrt(squares[0] * squares[1])
    met, parted = _meet(left, right)
    score += _ENCOUNTER if met else _SITE if _share_site(left, right) else _TOLL if _share_toll(left, right, shared) else 0.0
    score = score * _freshness(left, right) * (1.0 if met else _nearness(left, right) * _kinship(left, right))
    told = sorted((key for key in shared if key[0] not in ("word", "name", "said")), key=lambda key: (-one[key] * other[key], key))
    if left.live or right.live:
        score *= _LIVE
    return Likeness(score, tuple(told[:_SHOWN]), parted and not met)


def _sum_squares(weights: Mapping[Key, float], shared: Collection[Key]) -> float:
    return fsum(weights[key] ** 2 for key in shared if key[0] in _ACROSS)


def _meet(left: Facets, right: Facets) -> tuple[bool, bool]:
    """Say whether both tell of one encounter, and whether they tell of two."""
    one, other = left.encounter, right.encounter
    if one is None or other is None or len(one.persons) < 2 or len(other.persons) < 2:
        return False, False
    met = len(one.persons & other.persons) >= 2
    return met, not met


def _share_site(left: Facets, right: Facets) -> bool:
    """The same thing at the same named site within days; an article about a call or meeting is about that."""
    if len(left.sites & right.sites) == 0 or (left.encounter != right.encounter and (_is_met(left) or _is_met(right))):
        return False
    if left.published is not None and right.published is not None and abs((left.published - right.published).days) > _FRESH:
        return False
    return any(concepts.affinity(a, b) > 0 for a in left.happenings for b in right.happenings)


def _share_toll(left: Facets, right: Facets, shared: Collection[Key]) -> bool:
    """The same number of the same, within days, of the same actor that is no state."""
    known = any(key[0] == "actor" and (":" not in key[1] or "/" in key[1]) for key in shared)
    return known and len(left.tolls & right.tolls) > 0 and _freshness(left, right) == 1.0


def _is_met(row: Facets) -> bool:
    return row.encounter is not None and len(row.encounter.persons) >= 2


def _freshness(left: Facets, right: Facets) -> float:
    if left.published is None or right.published is None:
        return 1.0
    days = abs((left.published - right.published).days)
    return 1.0 if days <= _FRESH else 0.85 if days <= _STALE else 0.6


def _nearness(left: Facets, right: Facets) -> float:
    """Leads that name places or days, and none in common, are less likely one story."""
    near = 1.0
    for one, other in ((left.places, right.places), (left.days, right.days)):
        if len(one) > 0 and len(other) > 0 and not one & other:
            near *= _ELSEWHERE
    return near


def _kinship(left: Facets, right: Facets) -> float:
    """A report of a call is about the call: it is seldom one story with what tells of none, or of another sort of encounter."""
    one, other = left.encounter, right.encounter
    kin = one is not None and other is not None and any(concepts.affinity(a, b) > 0 for a in one.concepts for b in other.concepts)
    return 1.0 if kin or not (_is_met(left) or _is_met(right)) else _OTHER_SORT


def _ask_meaning(read: Sequence[Facets], close: Mapping[Pair, Likeness]) -> dict[Pair, Likeness]:
    """Where structure is neither plain nor absent, let title and first sentence speak."""
    unsure = [
        pair
        for pair, likeness in close.items()
        if not likeness.apart
        and _LEAST * 0.35 <= likeness.score < _LEAST * 1.6
        and vectors.reads(read[pair[0]].language)
        and vectors.reads(read[pair[1]].language)
    ]
    found = dict(close)
    meanings = vectors.compare([(read[left].lead, read[right].lead) for left, right in unsure])
    for pair, meaning in zip(unsure, meanings, strict=True):
        known = close[pair]
        found[pair] = Likeness(known.score + _MEANING * max(0.0, meaning - _MEANING_FROM), known.shared, known.apart)
    return found


def _group(articles: Sequence[Article], close: Mapping[Pair, Likeness], view: View) -> list[list[int]]:
    scores = {pair: likeness.score for pair, likeness in close.items() if not likeness.apart}
    apart = [pair for pair, likeness in close.items() if likeness.apart]
    index_of = {article.id: index for index, article in enumerate(articles)}
    for judgement in view.judged(Subject.STORY):
        if judgement.left not in index_of or judgement.right not in index_of or judgement.left == judgement.right:
            continue
        left, right = sorted((index_of[judgement.left], index_of[judgement.right]))
        if judgement.verdict is Verdict.SAME:
            scores[left, right] = 1.0
        elif judgement.verdict is Verdict.DIFFERENT:
            apart.append((left, right))
    return clusters.join(len(articles), scores, apart, least=_LEAST, average=_AVERAGE, nearest=_NEAREST)


def _make(group: Sequence[Article], reasons: tuple[Reason, ...]) -> Story:
    dated = sorted((a for a in group if a.published is not None), key=order)
    first = min(group, key=order)
    return Story(
        id=make_id("story", first.id),
        title=first.title or first.text.split("\n", 1)[0][:120],
        articles=tuple(a.id for a in group),
        outlets=tuple(sorted({a.outlet for a in group if a.outlet is not None})),
        languages=tuple(sorted({a.language for a in group if a.language is not None})),
        first=_at(dated[0]) if len(dated) > 0 else None,
        last=_at(dated[-1]) if len(dated) > 0 else None,
        reasons=reasons,
    )


def _at(article: Article) -> datetime | None:
    return None if article.published is None else article.published.at


@dataclass(frozen=True, slots=True)
class _Pages:
    view: View
    articles: Sequence[Article]


def _explain(group: Sequence[int], close: Mapping[Pair, Likeness], actors: Actors, pages: _Pages) -> tuple[Reason, ...]:
    """Say what the articles of a story share most, in words of theirs."""
    counts: Counter[Key] = Counter()
    for pair in ((a, b) for a in group for b in group if a < b and (a, b) in close):
        counts.update({key: _SHOWN - rank for rank, key in enumerate(close[pair].shared)})
    top = [key for key, _ in sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:_TOLD]]
    if len(top) == 0:
        return ()
    named = facets.name_keys(
        pages.view, sorted((pages.articles[i] for i in group), key=lambda a: (is_uncased(a.title or a.text[:80]), order(a)))
    )
    return (Reason("same happening", f"These articles share {', '.join(_word(key, actors, named) for key in top)}"),)


def _word(key: Key, actors: Actors, named: Mapping[Key, str]) -> str:
    if key[0] == "actor":
        return actors.name(key[1])
    told = {"figure": f"the number {key[-1]}", "day": f"the day {key[-1]}", "concept": key[-1].replace("-", " ")}
    return told.get(key[0]) or named.get(key) or key[1].replace("-", " ")
