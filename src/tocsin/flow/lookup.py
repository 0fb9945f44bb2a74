"""Who says this? A sentence and a picture enter; the claims that say the same, and those that come close but differ, leave."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf, log1p

from tocsin.flow.line import read_text
from tocsin.flow.look import Picture
from tocsin.lang import concepts, pack
from tocsin.lang.fold import key
from tocsin.model import Article, Figure, Sentence, Span, Weight
from tocsin.settings import Settings

SAME = 0.6
CLOSE = 0.35
_CONCEPT, _NAME, _WORD = 2.0, 1.5, 0.6
_NEAR = 0.6  # two concepts of at least this affinity may count the same thing


@dataclass(frozen=True, slots=True)
class Match:
    """A claim, how much of the sentence it holds (0 to 1), and whether it gives another number."""

    weight: Weight
    score: float
    other_number: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The sentence as it was read, the claims that say it, and those that come close; best first."""

    sentence: Article
    concepts: tuple[str, ...]
    same: tuple[Match, ...]
    close: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a stretch of text is about."""

    language: str | None
    concepts: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    figures: tuple[Figure, ...]


def lookup(sentence: str, picture: Picture, settings: Settings) -> Answer:
    """Compare ``sentence`` with every claim of ``picture``, across languages, by concepts, names, numbers and words."""
    article, asked = _ask(sentence, settings)
    held = _traits_of(picture)
    rarity = _count_rarity(held.values())
    matches = [match for weight in picture.weights if (match := _match(weight, asked, held, rarity)) is not None]
    ranked = sorted(matches, key=lambda match: (-match.score, -len(match.weight.claim.articles), match.weight.claim.id))
    same = tuple(match for match in ranked if match.score >= SAME and not match.other_number)
    return Answer(article, tuple(sorted(asked.concepts)), same, tuple(match for match in ranked if match not in same))


def _ask(sentence: str, settings: Settings) -> tuple[Article, _Traits]:
    """Read the sentence; one too short to tell its language is read in each that has a pack, and the reading that finds most is kept."""
    article = read_text(sentence, settings=settings)
    readings = (
        [article] if article.language is not None else [read_text(sentence, language=code, settings=settings) for code in pack.codes()]
    )
    asked = [(reading, _read(reading, reading.sentences, _contents(reading))) for reading in readings]
    return max(asked, key=lambda pair: len(pair[1].concepts) + len(pair[1].names) + len(pair[1].figures))


def _contents(article: Article) -> tuple[Span, ...]:
    """What is claimed in the sentence that was asked: the attributed words if it has any, else all of it."""
    claimed = tuple(span for statement in article.statements if not statement.own for span in statement.content)
    return claimed if len(claimed) != 0 else (Span(0, len(article.text)),)


def _traits_of(picture: Picture) -> dict[str, _Traits]:
    wanted = {id_ for weight in picture.weights for id_ in weight.claim.statements}
    found: dict[str, _Traits] = {}
    for article in picture.view.articles:
        statements = [statement for statement in article.statements if statement.id in wanted]
        sentences = picture.view.sentences(article) if len(statements) != 0 else ()
        found.update((statement.id, _read(article, sentences, statement.content)) for statement in statements)
    return found


def _read(article: Article, sentences: tuple[Sentence, ...], spans: tuple[Span, ...]) -> _Traits:
    found: set[str] = set()
    words: set[str] = set()
    for sentence in sentences:
        keys = [k for span in spans for k in _keys(sentence, span)]
        hits = [] if sentence.language not in pack.codes() else list(concepts.load(sentence.language or "").find(keys))
        found.update(hit.value for hit in hits)
        covered = {index for hit in hits for index in range(hit.first, hit.last)}
        words.update(k for index, k in enumerate(keys) if index not in covered and k.isalpha() and len(k) > 2)
    names = {m.actor or key(m.head or m.label) for m in article.mentions if _is_inside(m.start, m.end, spans)}
    names |= {p.gazetteer or key(p.name) for p in article.places if _is_inside(p.start, p.end, spans)}
    figures = tuple(f for f in article.figures if _is_inside(f.start, f.end, spans) and f.part_of is None)
    return _Traits(article.language, frozenset(found), frozenset(names), frozenset(words), figures)


def _keys(sentence: Sentence, span: Span) -> tuple[str, ...]:
    return sentence.keys[bisect_left(sentence.starts, span.start) : bisect_left(sentence.starts, span.end)]


def _is_inside(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(span.start <= start and end <= span.end for span in spans)


def _count_rarity(held: Iterable[_Traits]) -> dict[str, float]:
    """Rare traits say more: the logarithm of how many statements stand to one that has it."""
    counts: Counter[str] = Counter()
    total = 0
    for traits in held:
        counts.update((*traits.concepts, *traits.names, *traits.words))
        total += 1
    return {trait: log1p(total / number) for trait, number in counts.items()} | {"": log1p(total)}


def _match(weight: Weight, asked: _Traits, held: dict[str, _Traits], rarity: dict[str, float]) -> Match | None:
    """The best of a claim's statements speaks for it."""
    best: Match | None = None
    for id_ in weight.claim.statements:
        score = _score(asked, held[id_], rarity)
        if score >= CLOSE and (best is None or score > best.score):
            best = Match(weight, score, _gives_other_number(asked.figures, held[id_].figures))
    return best


def _score(asked: _Traits, told: _Traits, rarity: dict[str, float]) -> float:
    """Return how much of what was asked the statement holds; words count only within one language."""
    gained = wanted = 0.0
    for most, got, trait in _compare(asked, told):
        worth = most * rarity.get(trait, rarity[""])
        wanted += worth
        gained += worth * got
    return gained / wanted if wanted > 0 else 0.0


def _compare(asked: _Traits, told: _Traits) -> Iterator[tuple[float, float, str]]:
    for concept in asked.concepts:
        yield _CONCEPT, max((concepts.affinity(concept, other) for other in told.concepts), default=0.0), concept
    for name in asked.names:
        yield _NAME, float(name in told.names), name
    if asked.language == told.language:
        for word in asked.words:
            yield _WORD, float(word in told.words), word
    if len(asked.figures) != 0:
        yield _CONCEPT, float(len(told.figures) != 0), ""


def _gives_other_number(asked: tuple[Figure, ...], told: tuple[Figure, ...]) -> bool:
    """True where both count the same thing and no two of their numbers can be one."""
    pairs = [(a, b) for a in asked for b in told if _counts_same(a, b)]
    return len(pairs) != 0 and not any(_may_be_one(a, b) for a, b in pairs)


def _counts_same(left: Figure, right: Figure) -> bool:
    if left.of is None or right.of is None or left.of == right.of:
        return True
    known = concepts.world()
    return left.of in known and right.of in known and concepts.affinity(left.of, right.of) >= _NEAR


def _may_be_one(left: Figure, right: Figure) -> bool:
    least = max(left.low if left.low is not None else -inf, right.low if right.low is not None else -inf)
    most = min(left.high if left.high is not None else inf, right.high if right.high is not None else inf)
    return least <= most
