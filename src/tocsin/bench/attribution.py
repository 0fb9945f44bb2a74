"""Scores attribution as CofeNet and PolNeAR count it. Passages and what was read in them enter, counts and misses leave."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tocsin.bench.count import Count
from tocsin.bench.passage import ROLES, Attribution, Passage, Piece
from tocsin.model import Span, Statement

OVERLAP = 0.8


@dataclass(frozen=True, slots=True)
class Difference:
    """An attribution that only one side has; ``near`` is what the other side has that shares most of its content."""

    passage: Passage
    attribution: Attribution
    near: Attribution | None


@dataclass(frozen=True, slots=True)
class Score:
    """Counts a role, and of whole attributions: ``exact`` is source and content the same, ``close`` both overlapping by 80 %."""

    exact: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    begin: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    token: dict[str, Count] = field(default_factory=lambda: {role: Count() for role in ROLES})
    whole: dict[str, Count] = field(default_factory=lambda: {"exact": Count(), "close": Count()})
    missed: list[Difference] = field(default_factory=list)
    spurious: list[Difference] = field(default_factory=list)


def score(pairs: Iterable[tuple[Passage, Sequence[Attribution]]]) -> Score:
    """Count what was given against the gold of each passage."""
    result = Score()
    for passage, given in pairs:
        for role in ROLES:
            found = {piece for attribution in given for piece in attribution.pieces(role)}
            gold = {piece for attribution in passage.gold for piece in attribution.pieces(role)}
            result.exact[role].add(found, gold)
            result.begin[role].add({piece[0] for piece in found}, {piece[0] for piece in gold})
            result.token[role].add(_tokens(found), _tokens(gold))
        if passage.grouped:
            _count_whole(result, passage, given)
    return result


def convert(passage: Passage, statements: Sequence[Statement]) -> tuple[Attribution, ...]:
    """Turn statements into ranges of a passage's tokens. The outlet's own voice is left out."""
    return tuple(
        Attribution(_place(passage, (s.source,)), _place(passage, (s.cue,)), _place(passage, s.content)) for s in statements if not s.own
    )


def flatten(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Drop those that lie wholly inside the content of another: both forms of the gold mark the outermost only."""
    return tuple(a for a in attributions if not any(_inside(a, other) for other in attributions if other is not a))


def _place(passage: Passage, spans: Iterable[Span | None]) -> tuple[Piece, ...]:
    ranges = sorted(passage.range(span.start, span.end) for span in spans if span is not None)
    return tuple((first, last) for first, last in ranges if first < last)


def _inside(inner: Attribution, outer: Attribution) -> bool:
    frame = _tokens(outer.content)
    own = _tokens(inner.content) | _tokens(inner.cue) | _tokens(inner.source)
    return own < frame


def _tokens(pieces: Iterable[Piece]) -> set[int]:
    return {index for first, last in pieces for index in range(first, last)}


def _count_whole(result: Score, passage: Passage, given: Sequence[Attribution]) -> None:
    given = [attribution for attribution in given if len(attribution.content) > 0]
    result.whole["exact"].add({(a.source, a.content) for a in given}, {(a.source, a.content) for a in passage.gold})
    left = list(given)
    close = result.whole["close"]
    close.given += len(given)
    close.gold += len(passage.gold)
    for attribution in passage.gold:
        match = next((other for other in left if _is_close(attribution, other)), None)
        if match is None:
            result.missed.append(Difference(passage, attribution, _nearest(attribution, given)))
        else:
            left.remove(match)
            close.hit += 1
    result.spurious.extend(Difference(passage, other, _nearest(other, passage.gold)) for other in left)


def _is_close(left: Attribution, right: Attribution) -> bool:
    return all(_overlap(_tokens(left.pieces(role)), _tokens(right.pieces(role))) >= OVERLAP for role in ("source", "content"))


def _overlap(left: set[int], right: set[int]) -> float:
    longest = max(len(left), len(right))
    return 1.0 if longest == 0 else len(left & right) / longest


def _nearest(attribution: Attribution, others: Sequence[Attribution]) -> Attribution | None:
    frame = _tokens(attribution.content)
    shared = [(len(frame & _tokens(other.content)), -index) for index, other in enumerate(others)]
    best = max(shared, default=(0, 0))
    return None if best[0] == 0 else others[-best[1]]
