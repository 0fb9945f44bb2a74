"""Candidates: which assertions are worth holding against each other. Sides enter, pairs leave.

No all-pairs: only what shares what happens and one thing more is compared. A block of up to ``WIDEST`` is compared throughout,
of a wider one each member with ``NEAR`` neighbours, in an order that puts together what speaks of the same; rare blocks come
first, and no assertion is held against more than ``MOST`` others for its own sake. So the pairs grow with the assertions.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from tocsin.lang import concepts
from tocsin.link.side import Side, is_body
from tocsin.model.assertion import Nature

Pair = tuple[int, int]

WIDEST = 32  # members of a block that are compared each with each
NEAR = 8  # neighbours that a member of a wider block is compared with, before it and behind it
MOST = 48  # others that an assertion is compared with for its own sake
_RARE = 12  # assertions that a word may stand in to be a key
_TELLING = 3  # concepts that two outlets must share in their own voice


def find(sides: Sequence[Side]) -> list[Pair]:
    """Return the pairs to compare, each once, in ascending order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, side in enumerate(sides):
        for key in _keys(side):
            blocks[key].append(index)
    found: set[Pair] = set()
    taken = [0] * len(sides)
    for members in _order(blocks):
        for left, right in _neighbours(members, sides):
            pair = (left, right) if left < right else (right, left)
            if pair in found or (taken[left] >= MOST and taken[right] >= MOST) or not _are_comparable(sides[left], sides[right]):
                continue
            found.add(pair)
            taken[left] += 1
            taken[right] += 1
    found.update(_answers(sides))
    return sorted(found)


def _order(blocks: Mapping[Hashable, Sequence[int]]) -> Iterable[Sequence[int]]:
    """Blocks with two members or more, the rarest first; two with the same members are one."""
    kept = {tuple(members) for key, members in blocks.items() if len(members) > 1 and (not _is_word(key) or len(members) <= _RARE)}
    return sorted(kept, key=lambda members: (len(members), members))


def _is_word(key: Hashable) -> bool:
    return isinstance(key, tuple) and key[0] == "word"


def _neighbours(members: Sequence[int], sides: Sequence[Side]) -> Iterator[Pair]:
    reach = len(members) if len(members) <= WIDEST else NEAR
    row = members if len(members) <= WIDEST else sorted(members, key=lambda i: _profile(sides[i], i))
    for at, left in enumerate(row):
        yield from ((left, right) for right in row[at + 1 : at + 1 + reach])


def _profile(side: Side, index: int) -> tuple[tuple[str, ...], tuple[str, ...], tuple[float, ...], str, int]:
    """What puts the like together: what happens, of what, how many, when."""
    assertion = side.assertion
    numbers = tuple(sorted({f.low or f.high or 0.0 for f in assertion.figures} | {float(n) for n in assertion.numbers}))
    return assertion.predicates, side.telling, numbers, str(assertion.first or side.setting.published), index


def _are_comparable(left: Side, right: Side) -> bool:
    """Not two clauses of one statement; of two outlets in their own voice only what has much in common, or a number."""
    if left.assertion.statement == right.assertion.statement:
        return False
    if not (left.setting.own and right.setting.own) or left.assertion.article == right.assertion.article:
        return True
    return (
        len(left.shared & right.shared) >= _TELLING
        or (left.counting and right.counting)
        or len(left.words & right.words) * 2 > len(left.words)
    )


def _answers(sides: Sequence[Side]) -> Iterator[Pair]:
    """Hold each denial against what its story says of the same things: it answers something, in words of its own."""
    told: dict[Hashable, list[int]] = defaultdict(list)
    for index, side in enumerate(sides):
        assertion = side.assertion
        if not assertion.denial and assertion.nature is Nature.FACT and side.setting.story is not None:
            for topic in side.telling:
                told[side.setting.story, topic].append(index)
    for index, side in enumerate(sides):
        if side.assertion.denial:
            blocks = sorted((told[side.setting.story, topic] for topic in side.telling), key=lambda block: (len(block), block))
            near = dict.fromkeys(other for block in blocks for other in block[:MOST])
            others = [other for other in list(near)[:MOST] if sides[other].assertion.statement != side.assertion.statement]
            yield from ((min(index, other), max(index, other)) for other in others)


def _keys(side: Side) -> Iterator[Hashable]:
    assertion, setting = side.assertion, side.setting
    nature, story = assertion.nature, setting.story
    voices = {setting.speaker} if setting.speaker is not None else set()
    for name in _wordings(assertion.predicates):
        yield nature, "story", story, name
        for topic in side.telling:
            yield nature, "topic", story, name, topic
            for days in _windows(setting.published):
                yield nature, "days", days, name, topic
        yield from ((nature, "actor", actor, name) for actor in setting.families | voices)
        yield from ((nature, "both", story, actor, name) for actor in setting.families | voices if is_body(actor))
        yield from ((nature, "place", place, name) for place in side.precise)
        yield from ((nature, "heard", story, heard, name) for heard in side.sounds if len(heard) > 1)
    for figure in assertion.figures:
        yield nature, "figure", figure.of, figure.low, figure.high
        yield nature, "count", story, figure.of
    for number in (*assertion.numbers, *(f.low for f in assertion.figures)):
        if number is not None:
            yield nature, "number", story, float(number)
            yield from ((nature, "number", voice, float(number)) for voice in voices)
    if len(assertion.predicates) == 0:
        yield from _bare_keys(side, voices)


def _bare_keys(side: Side, voices: set[str]) -> Iterator[Hashable]:
    """Where the lexicon knows nothing that happens: rare words, topics, and who speaks in which story."""
    nature, story = side.assertion.nature, side.setting.story
    yield from ((nature, "bare topic", story, topic) for topic in side.assertion.topics)
    yield from (("word", nature, story, side.assertion.language, word) for word in side.assertion.words)
    if story is not None:
        yield from ((nature, "bare", story, voice) for voice in voices)
        yield nature, "bare", story


@lru_cache(maxsize=20_000)
def _wordings(predicates: tuple[str, ...]) -> tuple[str, ...]:
    """What happens, what that is a case of, what words it otherwise, and what excludes it."""
    world = concepts.world()
    kinds = {case for name in predicates for case in (*concepts.cases(name), *world[name].near, *world[name].opposite)}
    return tuple(sorted(kinds))


def _windows(published: date | None) -> tuple[int, ...]:
    """Two overlapping spans of days: what appeared within three days of each other shares one."""
    return (0,) if published is None else (published.toordinal() // 6 * 2, (published.toordinal() + 3) // 6 * 2 + 1)
