"""What a figure can count, in terms of the concept lexicons. ``packs/world/counting.yml``; the same for every language."""

from functools import cache

import msgspec

from tocsin.lang import pack


class Counted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The pack file; its comments say what each field holds."""

    people: dict[str, str]
    anyone: frozenset[str]
    outcomes: frozenset[str]
    own: frozenset[str]
    harms: frozenset[str]
    never: frozenset[str]

    def label(self, concept: str, *, one: bool) -> str | None:
        """What a figure says in ``who``: "women" of many, "child" of one; None where anybody is meant."""
        if concept in self.anyone:
            return None
        return concept.replace("-", " ") if one else self.people.get(concept, plural(concept))


def plural(concept: str) -> str:
    """The English plural of a concept's name, which labels things in every language."""
    if concept.endswith("y") and concept[-2:-1] not in "aeiou":
        return concept[:-1] + "ies"
    return concept + ("es" if concept.endswith(("s", "sh", "ch", "x")) else "s")


@cache
def load() -> Counted:
    return pack.load("world", "counting", Counted)
