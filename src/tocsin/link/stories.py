"""Stories: articles about one happening, across languages. A View enters with who the actors are; stories leave.

Two articles are candidates when they share something rare; they are one story when what they are about is alike, and no
encounter, place or time tells them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import log, sqrt

from tocsin.lang import concepts
from tocsin.link import clusters, facets, vectors
from tocsin.link.actors import Actors
from tocsin.link.facets import Facets, Key
from tocsin.link.published import order
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
_FRESH, _STALE = 5, 30  # days between publications


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two articles are, what they share, and whether they cannot be one story."""

    score: float
    shared: tuple[Key, ...]
    apart: bool = False


def find(view: View, actors: Actors) -> tuple[Story, ...]:
    """Return the stories of a view, the largest first. Every article is in exactly one."""
    articles = sorted(view.articles, key=lambda article: article.id)
    read = [facets.read(view, article, actors) for article in articles]
    rarity = _weigh_keys(read)
    pairs = _candidates(read)
    close = {pair: _compare(read[pair[0]], read[pair[1]], rarity) for pair in pairs}
    close = _ask_meaning(read, close)
    groups = _group(articles, close, view)
    stories = [_make([articles[i] for i in group], group, close, actors) for group in groups]
    return tuple(sorted(stories, key=lambda story: (-len(story.articles), story.id)))


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


def _compare(left: Facets, right: Facets, rarity: Mapping[Key, float]) -> Likeness:
    weights = [{key: weight * rarity[key] for key, weight in side.weights.items() if _counts(key, left, right)} for side in (left, right)]
    shared = weights[0].keys() & weights[1].keys()
    product = sum(weights[0][key] * weights[1][key] for key in sorted(shared))
    # What is asked across languages only helps a pair: Arabic has no capitals to know names by, and reports are cut.
    squares = [sum(w * w for key, w in side.items() if key[0] not in _ACROSS or key in shared) for side in weights]
    score = 0.0 if 0.0 in squares else product / sqrt(squares[0] * squares[1])
    met, parted = _meet(left, right)
    score += _ENCOUNTER if met else _SITE if _share_site(left, right) else _TOLL if _share_toll(left, right, shared) else 0.0
    score = score * _freshness(left, right) * (1.0 if met else _nearness(left, right) * _kinship(left, right))
    told = sorted(
        (key for key in shared if key[0] not in ("word", "name", "said")), key=lambda key: (-weights[0][key] * weights[1][key], key)
    )
    if left.live or right.live:
        score *= _LIVE
    return Likeness(score, tuple(told[:6]), parted and not met)


def _counts(key: Key, left: Facets, right: Facets) -> bool:
    """Words compare within a language; sounds of possible names, and who speaks of what, across."""
    if left.language == right.language:
        return key[0] not in _ACROSS
    return key[0] != "word"


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


def _make(group: Sequence[Article], indexes: Sequence[int], close: Mapping[Pair, Likeness], actors: Actors) -> Story:
    dated = sorted((a for a in group if a.published is not None), key=order)
    first = min(group, key=order)
    return Story(
        id=make_id("story", first.id),
        title=first.title or first.text.split("\n", 1)[0][:120],
        articles=tuple(sorted(a.id for a in group)),
        outlets=tuple(sorted({a.outlet for a in group if a.outlet is not None})),
        languages=tuple(sorted({a.language for a in group if a.language is not None})),
        first=_at(dated[0]) if len(dated) > 0 else None,
        last=_at(dated[-1]) if len(dated) > 0 else None,
        reasons=_explain(indexes, close, actors),
    )


def _at(article: Article) -> datetime | None:
    return None if article.published is None else article.published.at


def _explain(indexes: Sequence[int], close: Mapping[Pair, Likeness], actors: Actors) -> tuple[Reason, ...]:
    counts = Counter(key for a in indexes for b in indexes if a < b and (a, b) in close for key in close[a, b].shared)
    told = [_word(key, actors) for key, _ in sorted(counts.items(), key=lambda row: (-row[1], row[0]))[:5]]
    return () if len(told) == 0 else (Reason("same happening", f"These articles share {', '.join(told)}"),)


def _word(key: Key, actors: Actors) -> str:
    if key[0] == "actor":
        return actors.name(key[1])
    return {"figure": f"the number {key[-1]}", "day": f"the day {key[-1]}", "concept": key[-1]}.get(key[0], key[-1])
