"""Actors and nations that the packs know: one entry under all its names, scripts and abbreviations.

``packs/world/actors.yml``, and every language's ``names.yml``. Names only: what a name means in an article is decided elsewhere.
"""

from functools import cache

import msgspec
from msgspec import structs

from tocsin.lang import names, pack
from tocsin.lang.fold import key
from tocsin.lang.terms import Terms
from tocsin.model import Kind


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One actor. ``family`` is the id of the actor it is an organ of; ``state`` the ISO 3166 code it belongs to."""

    id: str
    name: str
    kind: Kind
    names: dict[str, tuple[str, ...]] = {}
    family: str | None = None
    state: str | None = None


class Nation(msgspec.Struct, frozen=True):
    """One country: its names, adjectives and seats by language."""

    code: str
    names: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    seats: dict[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        return f"state:{self.code}"


class Actors:
    """The entries by id and by folded name."""

    def __init__(self, entries: tuple[Entry, ...], nations: tuple[Nation, ...]) -> None:
        self.by_id: dict[str, Entry] = {entry.id: entry for entry in entries}
        self.nations: dict[str, Nation] = {nation.code: nation for nation in nations}
        self._by_name: dict[str, Entry] = {}
        for entry in (*map(_state, nations), *entries):
            self.by_id.setdefault(entry.id, entry)
            for name in (entry.name, *(n for called in entry.names.values() for n in called)):
                self._by_name.setdefault(key(name), entry)
        self.adjectives: dict[str, Nation] = {
            key(word): nation for nation in nations for words in nation.adjectives.values() for word in words
        }
        self.terms: Terms[Entry] = Terms(self._by_name)

    def get(self, name: str) -> Entry | None:
        """Return the entry of this name, in any script; a leading "the" does not matter."""
        folded = key(name.strip())
        return self._by_name.get(folded) or self._by_name.get(folded.removeprefix("the "))


def _state(nation: Nation) -> Entry:
    names = {code: (*words, *nation.seats.get(code, ())) for code, words in nation.names.items()}
    return Entry(nation.id, nation.names["en"][0], Kind.COUNTRY, names, None, nation.code)


@cache
def load() -> Actors:
    rows = pack.load("world", "actors", tuple[Entry, ...])
    known = names.by_language()
    entries = tuple(structs.replace(row, names={code: own.actors[row.id] for code, own in known if row.id in own.actors}) for row in rows)
    return Actors(entries, tuple(map(_nation, dict.fromkeys(code for _, own in known for code in own.nations))))


def _nation(code: str) -> Nation:
    found = {language: own.nations[code] for language, own in names.by_language() if code in own.nations}
    return Nation(
        code=code,
        names={language: country.names for language, country in found.items()},
        adjectives={language: country.adjectives for language, country in found.items()},
        seats={language: country.seats for language, country in found.items()},
    )
