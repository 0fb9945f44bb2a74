"""Organs of states: which ministry, army or parliament a title or name speaks for, and of which state.

``packs/xx/organs.yml`` maps organs to wordings; nations come from ``packs/world/nations.yml``.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.lang import actors, concepts, pack
from tocsin.lang.clitics import proclitics
from tocsin.lang.terms import Terms
from tocsin.lang.tokens import split

_MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class Organ:
    """What a wording says: ``state`` is an ISO 3166 code, ``organ`` a name as in the ids of actors; None where it says neither."""

    state: str | None
    organ: str | None

    @property
    def id(self) -> str | None:
        """The id of the actor, as world/actors.yml writes it; None unless state and organ are both known."""
        return None if self.state is None or self.organ is None else f"state:{self.state}/{self.organ}"


@cache
def load(code: str) -> Terms[str]:
    """Return the wordings of organs in language ``code``."""
    rows = pack.load(code, "organs", dict[str, tuple[str, ...]])
    return Terms({term: organ for organ, terms in rows.items() for term in terms}, proclitics(code))


@lru_cache(maxsize=100_000)
def read(text: str) -> Organ:
    """Read a title ("Iraqi foreign minister") or the name of a body ("وزارة الخارجية العراقية"), in any language."""
    keys = split(text)
    found = [hit.value for code in pack.codes() for hit in load(code).find(keys)]
    organ = next((name for name in found if name != _MINISTRY), None)
    if organ is None and _MINISTRY in found:
        organ = _complete(keys)
    return Organ(_state(keys), organ)


@lru_cache(maxsize=100_000)
def is_ministry(text: str) -> bool:
    """True when the wording names a ministry, or a part of one, but not which."""
    keys = split(text)
    found = [hit.value for code in pack.codes() for hit in load(code).find(keys)]
    return _MINISTRY in found and read(text).organ is None


def _complete(keys: tuple[str, ...]) -> str | None:
    """Name a ministry by the concept in its name, so that it has one name in every language."""
    named = [hit.value for code in pack.codes() for hit in concepts.load(code).find(keys)]
    return f"{named[0]}-{_MINISTRY}" if len(named) > 0 else None


def _state(keys: tuple[str, ...]) -> str | None:
    known = actors.load()
    for key in keys:
        nation = known.adjectives.get(key)
        if nation is not None:
            return nation.code
    for hit in known.terms.find(keys):
        if hit.value.state is not None:
            return hit.value.state
    return None
