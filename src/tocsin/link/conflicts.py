"""Why two sides cannot both be so: a denial, numbers, opposites, roles exchanged. Sides and their likeness enter, a conflict leaves."""

from collections.abc import Sequence

from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.link.likeness import Likeness, against
from tocsin.link.numbers import Fit, clashes, counts, sets_aside
from tocsin.link.side import Side, is_one_side
from tocsin.model.claim import Conflict

_WORDED_ALIKE = 0.5
_ANSWERING = 2  # things that a denial without a verb of its own shares with what it answers


def find(left: Side, right: Side, like: Likeness) -> Conflict | None:
    """Return the conflict of two sides that are about one thing; opposites are asked for apart."""
    if left.assertion.negated != right.assertion.negated:
        denied, affirmed = (left, right) if left.assertion.negated else (right, left)
        open_ = like.fit in (Fit.SAME, Fit.OPEN)
        return Conflict.DENIAL if open_ and _denies(denied, affirmed, like) and not _is_of_other(denied, affirmed) else None
    if like.fit is Fit.CLASH or (left.counting and right.counting and sets_aside(left.assertion, right.assertion)):
        return Conflict.FIGURE
    one, other = left.setting, right.setting
    swapped = one.agent is not None and other.agent is not None and one.agent == other.patient and one.patient == other.agent
    return Conflict.ROLES if swapped and one.agent != one.patient else None


def are_opposite(left: Side, right: Side, like: Likeness) -> bool:
    """ "Released" against "detained", of the same actor or people; one of them may not be negated, nor tell how many."""
    negated = left.assertion.negated or right.assertion.negated
    if negated or not left.predicates.isdisjoint(right.predicates) or not against(left, right):
        return False
    if counts(left.assertion) or counts(right.assertion):
        return False
    found = [name for a in left.predicates for b in right.predicates if concepts.excludes(a, b) for name in (a, b)]
    sides = [{side.setting.agent, side.setting.patient} - {None} for side in (left, right)]
    if not sides[0].isdisjoint(sides[1]):
        return True
    return (like.together or len(sides[0] | sides[1]) == 0) and _share_subject(left, right, found)


def is_clash_of_people(left: Side, right: Side, like: Likeness) -> bool:
    """In one story, two numbers of the same people: nothing else need tie them."""
    return like.together and (like.happens or 0.0) > 0 and clashes(left.assertion, right.assertion)


def is_answer(left: Side, right: Side, like: Likeness) -> bool:
    """Who denies in so many words answers somebody: in one story, less in common will do."""
    if not like.together or left.assertion.denial == right.assertion.denial:
        return False
    shared = [topic for topic in left.telling if any(concepts.affinity(topic, other) > 0 for other in right.telling)]
    told = len(left.predicates) > 0 and len(right.predicates) > 0
    return len(shared) >= (1 if told else _ANSWERING)


def is_of_other_agent(left: Side, right: Side) -> bool:
    """Two that both say who did it, and name different ones; who claims a deed says nothing else."""
    one, other = left.setting, right.setting
    if left.assertion.deed != right.assertion.deed and one.agent != other.agent:
        return True
    if one.agent is None or other.agent is None or one.agent == other.agent:
        return False
    happening = any(concepts.world()[name].kind is Sort.HAPPENING for name in left.predicates & right.predicates)
    return one.agent not in other.families and (happening or other.agent not in one.families)


def _is_of_other(denied: Side, affirmed: Side) -> bool:
    """Who denies to have done it denies only that: not that it was done, and not that another did it."""
    agent, doer = denied.setting.agent, affirmed.setting.agent
    own = denied.assertion.denial and agent is not None and agent == denied.setting.speaker
    if agent is None or not (own or doer is not None):
        return False
    return not is_one_side(agent, doer or "") and agent not in affirmed.setting.families


def _denies(denied: Side, affirmed: Side, like: Likeness) -> bool:
    """All that the one denies must be what the other affirms: "none who escaped has entered" does not deny the escape."""
    if len(denied.predicates) == 0:
        return denied.assertion.denial or like.wording >= _WORDED_ALIKE
    return all(any(_is_case(b, a) for b in affirmed.predicates) for a in denied.predicates)


def _is_case(concept: str, wider: str) -> bool:
    """True when who affirms the one has affirmed the other: "no attack" denies an air strike, "not a shot" no attack."""
    return concepts.affinity(concept, wider) > 0 and (wider in concepts.cases(concept) or concept not in concepts.cases(wider))


def _share_subject(left: Side, right: Side, found: Sequence[str]) -> bool:
    """The same people, or the same sort of place where it is places that it happens to: what was opened and what was closed."""
    world = concepts.world()
    kind = Sort.PLACE if all(world[name].of_place for name in found) else Sort.PEOPLE
    return any(world[name].kind is kind for name in set(left.telling) & set(right.telling))
