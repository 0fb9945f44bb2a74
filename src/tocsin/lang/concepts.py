"""The concept lexicon: one name for what many words of many languages mean (killed, escaped, airstrike …).

``packs/xx/concepts.yml`` maps each concept to its terms, ``packs/world/concepts.yml`` says what the concepts are and how they
relate. Figures, claims, events and watches share both.
"""

from enum import StrEnum
from functools import cache

import msgspec

from tocsin.errors import PackError
from tocsin.lang import pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split


class Sort(StrEnum):
    """What a concept is. A happening has one place and time; a course goes on, or its result lasts."""

    HAPPENING = "happening"
    COURSE = "course"
    MEANS = "means"
    PLACE = "place"
    PEOPLE = "people"
    TOPIC = "topic"


class Concept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``between``: an encounter, known by who took part. ``vague``: too little to tell two facts apart. ``site``: hit or held by itself.

    ``of_place``: what happens to a place, not to people. ``broader`` is what it is a case of; ``near`` what other wordings of the same fact may use; ``opposite`` excludes it."""

    kind: Sort
    between: bool = False
    vague: bool = False
    site: bool = False
    of_place: bool = False
    broader: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    opposite: tuple[str, ...] = ()

    @property
    def predicate(self) -> bool:
        """True of what happens or goes on: a clause can be about it."""
        return self.kind in {Sort.HAPPENING, Sort.COURSE}


@cache
def load(code: str) -> Terms[str]:
    """Return the concept terms of language ``code``; a term that two concepts claim is an error."""
    entries: dict[str, str] = {}
    seen: dict[tuple[tuple[str, ...], bool], str] = {}
    known = world()
    for concept, terms in pack.load(code, "concepts", dict[str, tuple[str, ...]]).items():
        if concept not in known:
            raise PackError(f"{code}/concepts.yml: {concept!r} has no row in world/concepts.yml; add one that says what it is")
        for term in terms:
            key = (split(term.rstrip("*")), term.endswith("*"))
            if seen.setdefault(key, concept) != concept:
                raise PackError(f"{code}/concepts.yml: {term!r} stands under {seen[key]!r} and {concept!r}; a term names one concept")
            entries[term] = concept
    return Terms(entries, proclitics(code))


@cache
def world() -> dict[str, Concept]:
    """Return every concept by name; a relation to a concept that has no row is an error."""
    concepts = pack.load("world", "concepts", dict[str, Concept])
    for name, concept in concepts.items():
        for other in (*concept.broader, *concept.near, *concept.opposite):
            if other not in concepts:
                raise PackError(f"world/concepts.yml: {name!r} names {other!r}, which has no row")
    return concepts


@cache
def cases(concept: str) -> frozenset[str]:
    """Return ``concept`` with all that it is a case of: an air strike is an attack."""
    found = {concept}
    for wider in world()[concept].broader:
        found |= cases(wider)
    return frozenset(found)


@cache
def affinity(left: str, right: str) -> float:
    """Return how far two concepts can word one fact: 1 the same, .8 a case of the other, .6 near, else 0."""
    if left == right:
        return 1.0
    if left in cases(right) or right in cases(left):
        return 0.8
    rows = world()
    if right in rows[left].near or left in rows[right].near:
        return 0.6
    return 0.0


@cache
def excludes(left: str, right: str) -> bool:
    """True when the two cannot both hold of one actor at one time."""
    rows = world()
    return right in rows[left].opposite or left in rows[right].opposite
