"""What ties two sides to one happening, besides the word for it: place, time, speaker, actor, name, number. Sides enter, yes or no leaves."""

from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.link.likeness import Likeness
from tocsin.link.numbers import Fit, counts
from tocsin.link.side import Side, is_body

_FIRM = 0.75
_MEANT = 0.55  # likeness of meaning that ties
_WORDED = 0.35
_ANCHORED = 0.5  # likeness of meaning that makes up for every other tie
_NAMED = 0.3
_SEVERAL = 3
_CHANCE = 13  # numbers below this recur by chance
_DAYS_APART = 10
_SEASON = 200  # days after which a dated state of things is another
_SHORT = 3  # days that a date may span and still be a date


def are_tied(left: Side, right: Side, like: Likeness) -> bool:
    """One concept in common is not enough: something else must tie the two, and the more, the looser the concepts fit."""
    if is_voiced_number(like):
        return True
    counted = like.fit is Fit.SAME
    if not counted and like.wording < _WORDED and (like.meaning or 0.0) < _ANCHORED and _is_thin(left, right, like):
        return False
    telling = counted or not _is_commonplace(left, like)
    topics = telling and (like.topics or 0.0) >= 0.5
    near = telling and _are_near(left, right, like)
    meant = like.meaning is not None and like.meaning >= _MEANT
    ties = sum([topics, len(like.families) > 0, near, like.names >= 0.34, like.wording >= _WORDED, meant])
    if counted and (ties > 0 or like.number >= _CHANCE):
        return True
    firm = (like.happens or 1.0) >= _FIRM and counts(left.assertion) == counts(right.assertion)
    return ties >= (1 if firm else 2)


def is_voiced_number(like: Likeness) -> bool:
    """The same speaker with the same number, large enough not to recur by chance."""
    return like.voiced and like.number >= _CHANCE


def is_retold(like: Likeness, left: Side, right: Side) -> bool:
    """The same speaker in the same story on the same several things, in words that mean something near."""
    shared = set(left.telling) & set(right.telling)
    return like.voiced and like.together and len(shared) >= _SEVERAL and like.meaning is not None and like.meaning >= _MEANT


def is_numbered(like: Likeness) -> bool:
    """In one story the same number of the same things, large enough not to recur by chance."""
    return like.together and like.number >= _CHANCE and (like.topics or 0.0) >= 0.5


def _is_thin(left: Side, right: Side, like: Likeness) -> bool:
    """True where nothing ties two clauses but a word or two for what happens: no site, no place, no name, no day, nobody who does it."""
    if like.voiced or len(left.predicates) == 0 or len(right.predicates) == 0:
        return False
    shared = like.shared - left.setting.common
    if len(shared) >= _SEVERAL or len(shared & left.sites) > 0 or len(left.precise & right.precise) > 0:
        return False
    if like.names > 0 or _same_day(left, right):
        return False
    world = concepts.world()
    lasting = all(world[name].kind is Sort.COURSE for name in left.predicates & right.predicates)
    return not ((lasting or like.together) and any(is_body(family) for family in like.families))


def _is_commonplace(left: Side, like: Likeness) -> bool:
    """True where two clauses of one story share only what most of its pages speak of anyway."""
    return like.together and len(like.shared) > 0 and like.shared <= left.setting.common


def are_elsewhere(left: Side, right: Side, like: Likeness) -> bool:
    """Another place or another time: what happens once is then not the same."""
    shared = like.happens is not None and like.happens > 0
    once = shared and _happen_once(left.assertion.predicates, right.assertion.predicates)
    if shared and like.names == 0 and (_are_disjoint(left.precise, right.precise) or (once and _are_disjoint(left.sites, right.sites))):
        return True
    if not once:
        return _are_seasons_apart(left, right)
    if _are_days_apart(left, right) or _is_printed_late(left, right) or _is_printed_late(right, left):
        return True
    if like.together:
        return False
    tied = like.voiced or len(left.precise & right.precise) > 0 or like.names > _NAMED or _same_day(left, right)
    return not (_is_days(left, right, _DAYS_APART) and (tied or _are_near(left, right, like)))


def is_one_happening(left: Side, right: Side, like: Likeness) -> bool:
    """Numbers and denials clash only over one happening: one story, or a place, a name or a day in common."""
    if like.together or not (left.once or right.once):
        return True
    tied = len(left.precise & right.precise) > 0 or like.names > _NAMED or _same_day(left, right)
    return tied or (left.setting.speaker == right.setting.speaker and _are_near(left, right, like))


def _happen_once(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    world = concepts.world()
    return any(world[a].kind is Sort.HAPPENING and any(concepts.affinity(a, b) > 0 for b in right) for a in left)


def _are_near(left: Side, right: Side, like: Likeness) -> bool:
    """Two pages of the same days about the same place, and clauses about the same sort of thing."""
    return (like.topics or 0.0) >= 0.5 and not left.setting.where.isdisjoint(right.setting.where) and _is_days(left, right, _SHORT)


def _is_days(left: Side, right: Side, most: int) -> bool:
    one, other = left.setting.published, right.setting.published
    return one is None or other is None or abs((one - other).days) <= most


def _are_disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left) > 0 and len(right) > 0 and left.isdisjoint(right)


def _are_days_apart(one: Side, other: Side) -> bool:
    left, right = one.assertion, other.assertion
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    dated = (left.last - left.first).days <= _SHORT and (right.last - right.first).days <= _SHORT
    return dated and (left.last < right.first or right.last < left.first)


def _is_printed_late(dated: Side, other: Side) -> bool:
    """What happened on a day, and what was printed many days after it as news without one."""
    last, printed = dated.assertion.last, other.setting.published
    return last is not None and other.assertion.first is None and printed is not None and (printed - last).days > _DAYS_APART


def _are_seasons_apart(left: Side, right: Side) -> bool:
    """What goes on, and is told of another time than the one the other is told of or printed in."""
    if left.assertion.first is None and right.assertion.first is None:
        return False
    spans = []
    for side in (left, right):
        first, last = side.assertion.first or side.setting.published, side.assertion.last or side.setting.published
        if first is None or last is None:
            return False
        spans.append((first, last))
    return max((spans[1][0] - spans[0][1]).days, (spans[0][0] - spans[1][1]).days) > _SEASON


def _same_day(left: Side, right: Side) -> bool:
    one, other = left.assertion, right.assertion
    return one.first is not None and one.first == other.first and one.last == other.last
