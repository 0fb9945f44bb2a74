"""Candidates: which assertions are worth holding against each other. Assertions with their settings enter, pairs leave.

No all-pairs: only what shares a rare key is compared; a key that is too common is cut down to those of one story.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from datetime import date

from tocsin.lang import concepts
from tocsin.link.sameness import Setting
from tocsin.model.assertion import Assertion, Nature

Pair = tuple[int, int]

_WIDEST = 150  # members that a key may have
_RARE = 12  # assertions that a word may stand in to be a key


def find(assertions: Sequence[Assertion], settings: Sequence[Setting]) -> list[Pair]:
    """Return the pairs to compare, each once, in ascending order."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for index, (assertion, setting) in enumerate(zip(assertions, settings, strict=True)):
        for key in _keys(assertion, setting):
            blocks[key].append(index)
    found: set[Pair] = set()
    for key, members in blocks.items():
        if len(members) <= (_RARE if isinstance(key, tuple) and key[0] == "word" else _WIDEST):
            found.update(_pairs(members, assertions))
        else:
            found.update(_by_day(members, assertions, settings))
    found.update(_answers(assertions, settings))
    return sorted(found)


def _answers(assertions: Sequence[Assertion], settings: Sequence[Setting]) -> Iterator[Pair]:
    """Hold each denial against what its story says of the same things: it answers something, in words of its own."""
    told: dict[Hashable, list[int]] = defaultdict(list)
    for index, assertion in enumerate(assertions):
        if not assertion.denial and assertion.nature is Nature.FACT and settings[index].story is not None:
            for topic in assertion.topics:
                told[settings[index].story, topic].append(index)
    for index, assertion in enumerate(assertions):
        if assertion.denial:
            near = {other for topic in assertion.topics for other in told[settings[index].story, topic][:_WIDEST]}
            yield from ((min(index, other), max(index, other)) for other in near if assertions[other].statement != assertion.statement)


def _keys(assertion: Assertion, setting: Setting) -> Iterator[Hashable]:
    nature = assertion.nature
    kinds = {case for name in assertion.predicates for case in (*concepts.cases(name), *concepts.world()[name].near)}
    against = {other for name in assertion.predicates for other in concepts.world()[name].opposite}
    for name in sorted(kinds | against):
        yield nature, "story", setting.story, name
        for actor in sorted(setting.families | ({setting.speaker} if setting.speaker is not None else set())):
            yield nature, "actor", actor, name
        for place in assertion.places:
            if not place.startswith("state:"):
                yield nature, "place", place, name
        for topic in assertion.topics:
            for days in _windows(setting.published):
                yield nature, "days", days, name, topic
    for figure in assertion.figures:
        yield nature, "figure", figure.of, figure.low, figure.high
    for number in (*assertion.numbers, *(f.low for f in assertion.figures)):
        if number is not None and setting.speaker is not None:
            yield nature, "number", setting.speaker, float(number)
    if len(assertion.predicates) == 0:
        for topic in assertion.topics:
            yield nature, "topic", setting.story, topic
        for word in assertion.words:
            yield "word", nature, setting.story, assertion.language, word
        if setting.story is not None:
            yield nature, "bare", setting.story


def _windows(published: date | None) -> tuple[int, ...]:
    """Two overlapping spans of days: what appeared within three days of each other shares one."""
    return (0,) if published is None else (published.toordinal() // 6 * 2, (published.toordinal() + 3) // 6 * 2 + 1)


def _pairs(members: Sequence[int], assertions: Sequence[Assertion]) -> Iterator[Pair]:
    for at, left in enumerate(members):
        for right in members[at + 1 :]:
            if assertions[left].statement != assertions[right].statement:
                yield left, right


def _by_day(members: Sequence[int], assertions: Sequence[Assertion], settings: Sequence[Setting]) -> Iterator[Pair]:
    """A key too common to be compared throughout: only neighbours by day of publication, at most so many."""
    row = sorted(members, key=lambda i: (str(settings[i].published), settings[i].story or "", i))
    for at, left in enumerate(row):
        for right in row[at + 1 : at + 1 + _RARE]:
            if assertions[left].statement != assertions[right].statement:
                yield min(left, right), max(left, right)
