"""Actors and nations that the packs know: one entry under all its names, scripts and abbreviations.

``packs/world/actors.yml`` and ``packs/world/nations.yml``. Names only: what a name means in an article is decided elsewhere.
"""

from functools import cache

import msgspec

from tocsin.lang import pack
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


class Nation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One country: names, adjectives ("Iraqi", "العراقية") and seats that stand for its government ("Baghdad said")."""

    code: str
    names: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    seats: dict[str, tuple[str, ...]] = {}

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
            for name in (entry.name, *(n for names in entry.names.values() for n in names)):
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
    return Actors(pack.load("world", "actors", tuple[Entry, ...]), pack.load("world", "nations", tuple[Nation, ...]))
