"""A side of a comparison: an assertion, what is known of it from outside its clause, and what every comparison asks of it, made once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from tocsin.lang import concepts
from tocsin.lang.concepts import Sort
from tocsin.lang.scripts import is_uncased
from tocsin.link.skeleton import skeleton, words
from tocsin.model.assertion import Assertion

_STATE = "state:"


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of an assertion from outside its clause: its story, the day it was published, the families of actors and speaker.

    ``where`` are places and sites of its page and story, ``common`` concepts that most pages of its story speak of. ``own`` is
    True of an outlet's own voice.
    """

    story: str | None
    published: date | None
    families: frozenset[str]
    agent: str | None
    patient: str | None
    speaker: str | None = None
    where: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    own: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """``telling`` are the topics that say something; ``sounds`` the possible names by how they sound, ``latin`` how many of
    them are in Latin letters; ``counting`` is True where a number is given.
    """

    assertion: Assertion
    setting: Setting
    predicates: frozenset[str]
    telling: tuple[str, ...]
    shared: frozenset[str]
    words: frozenset[str]
    precise: frozenset[str]
    sites: frozenset[str]
    sounds: Mapping[str, tuple[str, ...]]
    latin: int
    counting: bool
    once: bool


def look(assertion: Assertion, setting: Setting) -> Side:
    """Return the side that an assertion is."""
    world = concepts.world()
    telling = tuple(topic for topic in assertion.topics if not world[topic].vague)
    sounds: dict[str, tuple[str, ...]] = {}
    for name in assertion.names:
        heard = hear(name)
        sounds[heard] = (*sounds.get(heard, ()), name)
    return Side(
        assertion,
        setting,
        frozenset(assertion.predicates),
        telling,
        frozenset((*assertion.predicates, *telling)),
        frozenset(assertion.words),
        frozenset(place for place in assertion.places if not place.startswith(_STATE)),
        frozenset(topic for topic in assertion.topics if world[topic].site),
        sounds,
        sum(1 for name in assertion.names if not is_uncased(name)),
        len(assertion.figures) + len(assertion.numbers) + len(assertion.refused) > 0,
        any(world[name].kind is Sort.HAPPENING for name in assertion.predicates),
    )


@lru_cache(maxsize=100_000)
def hear(name: str) -> str:
    """Return how a possible name sounds, without an article."""
    return skeleton(bare(name))


@lru_cache(maxsize=100_000)
def bare(name: str) -> str:
    return "".join(words(name)) or name


def is_body(family: str) -> bool:
    """True of an actor that is no state as such: those stand in every clause about them."""
    return not family.startswith(_STATE) or "/" in family


def is_one_side(left: str, right: str) -> bool:
    """The same actor, or a state and an organ of it."""
    return left == right or (left.startswith(_STATE) and left.partition("/")[0] == right.partition("/")[0])
