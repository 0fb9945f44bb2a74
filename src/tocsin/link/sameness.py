"""Whether two assertions say the same, the contrary, or speak of different things. Two assertions enter; a judged relation leaves.

Decided by structure: what happens, who acts on whom, where, when, how many, affirmed or denied. Likeness of wording or
meaning only helps where the lexicon knows no concept.
"""

from dataclasses import dataclass

from tocsin.lang import concepts
from tocsin.link import conflicts
from tocsin.link.likeness import Likeness, against, measure
from tocsin.link.numbers import Fit, other_numbers
from tocsin.link.side import Setting, Side, look
from tocsin.link.ties import are_elsewhere, are_tied, is_numbered, is_one_happening, is_retold, is_voiced_number
from tocsin.model.assertion import Assertion
from tocsin.model.claim import Conflict

SAME = 0.62
RIVAL = 0.6
_WORDED_ALIKE = 0.5
_MEANT_ALIKE = 0.74
_UNTIED = 0.45
_TOGETHER = 0.03  # what one story adds: between two likenesses it decides
_COUNTED = 0.15  # what the same number adds
_BELOW = SAME - 0.01

__all__ = ["RIVAL", "SAME", "Relation", "Setting", "relate", "relate_sides"]


@dataclass(frozen=True, slots=True)
class Relation:
    """``score`` says how surely both are about the same (0 to 1); ``conflict`` why they then cannot both hold."""

    score: float
    conflict: Conflict | None = None

    @property
    def same(self) -> bool:
        return self.conflict is None and self.score >= SAME


NOTHING = Relation(0.0)


def relate(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], *, meaning: float | None = None) -> Relation:
    """Compare two assertions. ``meaning`` is the likeness of their vectors, where it was asked."""
    return relate_sides(look(left, settings[0]), look(right, settings[1]), meaning)


def relate_sides(left: Side, right: Side, meaning: float | None = None) -> Relation:
    """Compare two assertions of which many comparisons are made."""
    if left.assertion.nature is not right.assertion.nature:
        return NOTHING
    like = measure(left, right, meaning)
    if _tell_other_things(left, right, like) or are_elsewhere(left, right, like):
        return NOTHING
    score = _rate(left, right, like)
    conflict = conflicts.find(left, right, like)
    if conflict is None:
        return _agree(left, right, like, score)
    if not is_one_happening(left, right, like):
        return NOTHING
    answers = conflict is Conflict.DENIAL and conflicts.is_answer(left, right, like)
    if answers or (conflict is Conflict.FIGURE and conflicts.is_clash_of_people(left, right, like)):
        score = max(score, RIVAL)
    return Relation(round(score, 4), conflict)


def _agree(left: Side, right: Side, like: Likeness, score: float) -> Relation:
    """The relation of two sides that nothing sets against each other, but for what excludes each other by its nature."""
    if left.assertion.negated != right.assertion.negated:
        return NOTHING  # "not 37" does not deny 29
    if conflicts.are_opposite(left, right, like):
        return Relation(max(score, RIVAL), Conflict.OPPOSITE) if is_one_happening(left, right, like) else NOTHING
    if like.fit is Fit.OTHER:
        return Relation(round(min(score, _BELOW), 4))
    return NOTHING if conflicts.is_of_other_agent(left, right) else Relation(round(score, 4))


def _tell_other_things(left: Side, right: Side, like: Likeness) -> bool:
    """Each tells what happens, and nothing that the other tells; no number brings them together."""
    return like.happens == 0.0 and like.number == 0.0 and not (left.counting and right.counting) and not against(left, right)


def _rate(left: Side, right: Side, like: Likeness) -> float:
    """Return how surely both are about the same: as far as they are alike, and no further than they are tied."""
    score = _rate_bare(left, right, like) if like.happens is None else _rate_told(left, right, like)
    if like.fit is Fit.SAME:
        score = min(1.0, score + _COUNTED)
    if not are_tied(left, right, like):
        return min(score, _UNTIED)
    numbers = left.counting and right.counting and other_numbers(left.assertion, right.assertion)
    return min(score, _BELOW) if numbers or _are_other_encounters(left, right, like) else score


def _rate_bare(left: Side, right: Side, like: Likeness) -> float:
    """Where one side tells nothing that the lexicon knows, only number, wording or meaning can make it the same."""
    voiced = is_voiced_number(like)
    enough = voiced or is_numbered(like) or like.wording >= _WORDED_ALIKE or (like.meaning or 0.0) >= _MEANT_ALIKE
    if not (enough or is_retold(like, left, right)):
        return 0.3 * like.alike
    helped = 0.1 * ((like.actors or 0.0) + (like.topics or 0.0) + like.names + voiced)
    return min(1.0, 0.58 + 0.3 * max(0.0, like.alike - _WORDED_ALIKE) + helped)


def _rate_told(left: Side, right: Side, like: Likeness) -> float:
    names = like.names if len(left.assertion.names) > 0 and len(right.assertion.names) > 0 else None
    parts = [(0.5, like.happens), (0.2, like.topics), (0.2, like.actors), (0.1, names)]
    told = [(weight, value) for weight, value in parts if value is not None]
    weight = sum(weight for weight, _ in told)
    score = sum(weight * value for weight, value in told) / weight
    # What rests on few parts is less sure than what rests on all.
    score = score * (0.72 + 0.28 * weight) + 0.25 * max(0.0, like.alike - 0.35) + (_TOGETHER if like.together else 0.0)
    retold = (like.meaning or 0.0) >= _MEANT_ALIKE and is_retold(like, left, right)
    return min(1.0, max(score, SAME) if retold else score)


def _are_other_encounters(left: Side, right: Side, like: Likeness) -> bool:
    """A meeting about money is not what becomes of the money."""
    world = concepts.world()
    met = [any(world[name].between for name in side.predicates) for side in (left, right)]
    return met[0] != met[1] and like.wording < _WORDED_ALIKE
