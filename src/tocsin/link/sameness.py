"""Whether two assertions say the same, the contrary, or speak of different things. Two assertions enter; a judged relation leaves.

Decided by structure: what happens, who acts on whom, where, when, how many, affirmed or denied. Likeness of wording or
meaning only helps where the lexicon knows no concept.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.link.numbers import Fit, counts, fit, largest, other_numbers, sets_aside
from tocsin.link.skeleton import compare as sounds
from tocsin.link.skeleton import is_arabic, skeleton
from tocsin.model.assertion import Assertion, Nature
from tocsin.model.claim import Conflict

SAME = 0.62
RIVAL = 0.6
_WORDED_ALIKE = 0.5
_MEANT_ALIKE = 0.74
_TIED_MEANING = 0.55
_UNTIED = 0.45
_TOGETHER = 0.03  # what one story adds: between two likenesses it decides
_ANSWERING = 2  # things that a denial without a verb of its own shares with what it answers
_CHANCE = 13  # numbers below this recur by chance
_SEVERAL = 3
_FIRM = 0.75
_DAYS_APART = 10
_SEASON = 200  # days after which a dated state of things is another
_SHORT = 3  # days that a date may span and still be a date


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an assertion from outside its clause: its story, the day it was published, the families of actors and speaker."""

    story: str | None
    published: date | None
    families: frozenset[str]
    agent: str | None
    patient: str | None
    speaker: str | None = None
    where: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relation:
    """``score`` says how surely both are about the same (0 to 1); ``conflict`` why they then cannot both hold."""

    score: float
    conflict: Conflict | None = None
    reasons: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        return self.conflict is None and self.score >= SAME


_NOTHING = Relation(0.0)


def relate(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], *, meaning: float | None = None) -> Relation:
    """Compare two assertions. ``meaning`` is the likeness of their vectors, where it was asked."""
    if not _natures_fit(left.nature, right.nature):
        return _NOTHING
    if _elsewhere(left, right, settings):
        return _NOTHING
    opposite = _opposite(left, right, settings)
    score, reasons = _score(left, right, settings, meaning=meaning)
    numbers = fit(left, right)
    if numbers is Fit.SAME:
        score, reasons = min(1.0, score + 0.15), (*reasons, "the same number")
    if not _is_supported(left, right, settings, meaning=meaning, counted=numbers is Fit.SAME):
        score = min(score, _UNTIED)
    elif other_numbers(left, right):
        score = min(score, SAME - 0.01)
    conflict = _conflict(left, right, settings, numbers)
    if conflict is Conflict.DENIAL and left.denial != right.denial and score < RIVAL:
        score = _answer(left, right, settings, score)
    if conflict is None and left.negated != right.negated:
        return _NOTHING  # "not 37" does not deny 29
    if conflict is not None and not _is_one_happening(left, right, settings):
        return _NOTHING
    if conflict is None and opposite:
        return Relation(max(score, RIVAL), Conflict.OPPOSITE, reasons)
    if conflict is None and numbers is Fit.OTHER:
        return Relation(min(score, SAME - 0.01), None, reasons)
    if conflict is None and _other_agent(left, right, settings):
        return Relation(0.0)
    return Relation(round(score, 4), conflict, reasons)


def _is_supported(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], *, meaning: float | None, counted: bool) -> bool:
    """One concept in common is not enough: something else must tie the two, and the more, the looser the concepts fit."""
    happens = overlap(left.predicates, right.predicates) or 0.0
    topics = overlap(_telling(left), _telling(right)) or 0.0
    wording = _share_words(left, right)
    alike = meaning is not None and meaning >= _TIED_MEANING
    one, other = settings
    families = len(one.families & other.families) > 0
    if _is_voiced_number(left, right, settings):
        return True
    near = _is_tied(left, right, settings)
    ties = sum([topics >= 0.5, families, near, share_names(left, right) >= 0.34, wording >= 0.35, alike])
    if counted and (ties > 0 or largest(left, right) >= _CHANCE):
        return True
    one_counts = counts(left) != counts(right)
    return ties >= (1 if (happens >= _FIRM or happens == 0.0) and not one_counts else 2)


def _is_voiced_number(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """The same speaker with the same number, large enough not to recur by chance."""
    one, other = settings
    return one.speaker is not None and one.speaker == other.speaker and largest(left, right) >= _CHANCE


def _is_retold(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], *, meaning: float | None) -> bool:
    """The same speaker in the same story on the same several things, in words that mean something near."""
    one, other = settings
    voiced = one.speaker is not None and one.speaker == other.speaker and one.story is not None and one.story == other.story
    shared = set(_telling(left)) & set(_telling(right))
    return voiced and len(shared) >= _SEVERAL and meaning is not None and meaning >= _TIED_MEANING


def _telling(assertion: Assertion) -> list[str]:
    return [topic for topic in assertion.topics if not concepts.world()[topic].vague]


def _natures_fit(left: Nature, right: Nature) -> bool:
    return left is right


def _conflict(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], numbers: Fit) -> Conflict | None:
    if left.negated != right.negated:
        return Conflict.DENIAL if numbers in (Fit.SAME, Fit.OPEN) and _denies(left, right) else None
    if numbers is Fit.CLASH or sets_aside(left, right):
        return Conflict.FIGURE
    one, other = settings
    swapped = one.agent is not None and other.agent is not None and one.agent == other.patient and one.patient == other.agent
    return Conflict.ROLES if swapped and one.agent != one.patient else None


def _denies(left: Assertion, right: Assertion) -> bool:
    """All that the one denies must be what the other affirms: "none who escaped has entered" does not deny the escape."""
    denied, affirmed = (left, right) if left.negated else (right, left)
    if len(denied.predicates) == 0:
        return denied.denial or _share_words(left, right) >= _WORDED_ALIKE
    return all(any(concepts.affinity(a, b) > 0 for b in affirmed.predicates) for a in denied.predicates)


def _answer(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], score: float) -> float:
    """Who denies in so many words answers somebody: in one story, less in common will do."""
    if settings[0].story is None or settings[0].story != settings[1].story:
        return score
    shared = [topic for topic in _telling(left) if any(concepts.affinity(topic, other) > 0 for other in _telling(right))]
    told = len(left.predicates) > 0 and len(right.predicates) > 0
    return RIVAL if len(shared) >= (1 if told else _ANSWERING) else score


def _other_agent(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """Two that both say who did it, and name different ones; who claims a deed says nothing else."""
    one, other = settings
    if left.deed != right.deed and one.agent != other.agent:
        return True
    if one.agent is None or other.agent is None or one.agent == other.agent:
        return False
    happening = any(concepts.world()[name].kind is Sort.HAPPENING for name in {*left.predicates} & {*right.predicates})
    return one.agent not in other.families and other.agent not in one.families if not happening else one.agent not in other.families


def _elsewhere(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """Another place or another time: what happens once is then not the same."""
    shared = [a for a in left.predicates for b in right.predicates if concepts.affinity(a, b) > 0]
    once = any(concepts.world()[name].kind is Sort.HAPPENING for name in shared)
    places = _precise(left), _precise(right)
    if (
        len(shared) > 0
        and (_are_disjoint(*places) or (once and _are_disjoint(_sites(left), _sites(right))))
        and share_names(left, right) == 0
    ):
        return True
    if not once:
        return _seasons_apart(left, right, settings)
    if _days_apart(left, right):
        return True
    one, other = settings
    if one.story is not None and one.story == other.story:
        return False
    near = one.published is None or other.published is None or abs((one.published - other.published).days) <= _DAYS_APART
    voiced = one.speaker is not None and one.speaker == other.speaker
    tied = (
        voiced
        or _is_tied(left, right, settings)
        or len(places[0] & places[1]) > 0
        or share_names(left, right) > 0.3
        or _same_day(left, right)
    )
    return not (near and tied)


def _is_tied(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """Two pages of the same days about the same place, and clauses about the same sort of thing."""
    one, other = settings
    close = one.published is None or other.published is None or abs((one.published - other.published).days) <= _SHORT
    return close and len(one.where & other.where) > 0 and (overlap(_telling(left), _telling(right)) or 0.0) >= 0.5


def _is_one_happening(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """Numbers and denials clash only over one happening: one story, or a place, a name or a day in common."""
    one, other = settings
    kinds = {concepts.world()[name].kind for name in (*left.predicates, *right.predicates)}
    if Sort.HAPPENING not in kinds or (one.story is not None and one.story == other.story):
        return True
    return (
        len(_precise(left) & _precise(right)) > 0
        or share_names(left, right) > 0.3
        or _same_day(left, right)
        or (one.speaker == other.speaker and _is_tied(left, right, settings))
    )


def _are_disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left) > 0 and len(right) > 0 and len(left & right) == 0


def _sites(assertion: Assertion) -> frozenset[str]:
    """What was hit or held: a checkpoint is no hospital."""
    return frozenset(topic for topic in assertion.topics if concepts.world()[topic].site)


def _precise(assertion: Assertion) -> frozenset[str]:
    return frozenset(place for place in assertion.places if not place.startswith("state:"))


def _days_apart(left: Assertion, right: Assertion) -> bool:
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return False
    dated = (left.last - left.first).days <= _SHORT and (right.last - right.first).days <= _SHORT
    return dated and (left.last < right.first or right.last < left.first)


def _seasons_apart(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """What goes on, and is told of another time than the one the other is told of or printed in."""
    spans = []
    for side, setting in zip((left, right), settings, strict=True):
        first, last = side.first or setting.published, side.last or setting.published
        if first is None or last is None:
            return False
        spans.append((first, last))
    dated = left.first is not None or right.first is not None
    return dated and max((spans[1][0] - spans[0][1]).days, (spans[0][0] - spans[1][1]).days) > _SEASON


def _same_day(left: Assertion, right: Assertion) -> bool:
    return left.first is not None and left.first == right.first and left.last == right.last


def _opposite(left: Assertion, right: Assertion, settings: tuple[Setting, Setting]) -> bool:
    """ "Released" against "detained", of the same actor or people; one of them may not be negated."""
    if left.negated or right.negated or len(set(left.predicates) & set(right.predicates)) > 0:
        return False
    against = any(concepts.excludes(a, b) for a in left.predicates for b in right.predicates)
    one, other = settings
    people = {t for t in left.topics if concepts.world()[t].kind is Sort.PEOPLE} & set(right.topics)
    return against and (len(one.families & other.families) > 0 or any(not concepts.world()[name].vague for name in people))


def _score(left: Assertion, right: Assertion, settings: tuple[Setting, Setting], *, meaning: float | None) -> tuple[float, tuple[str, ...]]:
    one, other = settings
    wording = _share_words(left, right)
    alike = max(wording, 0.0 if meaning is None else meaning)
    actors = _overlap(one.families, other.families)
    topics = overlap(_telling(left), _telling(right))
    names = share_names(left, right)
    reasons = _reasons(left, right, one.families & other.families, alike=alike)
    if len(left.predicates) == 0 or len(right.predicates) == 0:
        voiced = _is_voiced_number(left, right, settings)
        enough = voiced or wording >= _WORDED_ALIKE or (meaning is not None and meaning >= _MEANT_ALIKE)
        enough = enough or _is_retold(left, right, settings, meaning=meaning)
        helped = 0.1 * (actors or 0.0) + 0.1 * (topics or 0.0) + 0.1 * names
        helped += 0.1 if voiced else 0.0
        return (min(1.0, 0.58 + 0.3 * max(0.0, alike - _WORDED_ALIKE) + helped) if enough else 0.3 * alike), reasons
    happens = overlap(left.predicates, right.predicates) or 0.0
    parts = [(0.5, happens), (0.2, topics), (0.2, actors), (0.1, names if len(left.names) > 0 and len(right.names) > 0 else None)]
    told = [(weight, value) for weight, value in parts if value is not None]
    score = sum(weight * value for weight, value in told) / sum(weight for weight, _ in told)
    # What rests on few parts is less sure than what rests on all.
    trust = 0.72 + 0.28 * sum(weight for weight, _ in told)
    together = _TOGETHER if one.story is not None and one.story == other.story else 0.0
    score = min(1.0, score * trust + 0.25 * max(0.0, alike - 0.35) + together)
    retold = _is_retold(left, right, settings, meaning=meaning) and meaning is not None and meaning >= _MEANT_ALIKE
    return (max(score, SAME) if retold else score), reasons


def overlap(left: Sequence[str], right: Sequence[str]) -> float | None:
    """Return how far the fewer concepts are met by the more, and a little how far the more by the fewer."""
    if len(left) == 0 or len(right) == 0:
        return None
    few, many = sorted((list(left), list(right)), key=lambda side: (len(side), side))
    met = sum(max(concepts.affinity(a, b) for b in many) for a in few) / len(few)
    back = sum(max(concepts.affinity(a, b) for b in few) for a in many) / len(many)
    return 0.65 * met + 0.35 * back


def _overlap(left: frozenset[str], right: frozenset[str]) -> float | None:
    if len(left) == 0 or len(right) == 0:
        return None
    return len(left & right) / min(len(left), len(right))


def _share_words(left: Assertion, right: Assertion) -> float:
    if left.language != right.language or len(left.words) == 0 or len(right.words) == 0:
        return 0.0
    one, other = set(left.words), set(right.words)
    return len(one & other) / len(one | other)


def share_names(left: Assertion, right: Assertion) -> float:
    """Return how many of the fewer possible names recur, by sound across scripts."""
    few, many = sorted((left.names, right.names), key=lambda names: (len(names), names))
    if len(few) == 0:
        return 0.0
    by_sound: dict[str, list[str]] = {}
    for name in many:
        by_sound.setdefault(_sound(name), []).append(name)
    met = sum(
        1 for name in few if name in many or any(sounds(_bare(name), _bare(other)) >= 0.8 for other in by_sound.get(_sound(name), ()))
    )
    latin = sum(1 for name in few if not is_arabic(name))
    return met / (len(few) if latin in (0, len(few)) else latin)


def _sound(name: str) -> str:
    return skeleton(_bare(name))


def _bare(name: str) -> str:
    return name[2:] if name.startswith("ال") and len(name) > 4 else name


def _reasons(left: Assertion, right: Assertion, families: frozenset[str], *, alike: float) -> tuple[str, ...]:
    found = []
    shared = sorted({*left.predicates, *left.topics} & {*right.predicates, *right.topics})
    if len(shared) > 0:
        found.append(f"both speak of {', '.join(shared)}")
    if len(families) > 0:
        found.append(f"of the same {'actor' if len(families) == 1 else 'actors'}")
    if alike >= _WORDED_ALIKE:
        found.append("in much the same words")
    return tuple(found)
