"""What each language calls the nations, actors, outlets, regions and cities of ``packs/world``: ``packs/xx/names.yml``."""

from functools import cache

import msgspec

from tocsin.lang import pack


class Country(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country in one language: names, adjectives ("Iraqi", "العراقية") and seats that stand for its government ("Baghdad said")."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()


class Names(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Names by id: nations by ISO 3166 code, cities by the number of their GeoNames row, all others by their id in ``packs/world``.

    ``cities`` are those that the gazetteer does not know under the language's own name ("Le Caire").
    """

    nations: dict[str, Country]
    actors: dict[str, tuple[str, ...]] = {}
    outlets: dict[str, tuple[str, ...]] = {}
    regions: dict[str, tuple[str, ...]] = {}
    cities: dict[str, tuple[str, ...]] = {}


@cache
def load(code: str) -> Names:
    return pack.load(code, "names", Names)


@cache
def by_language() -> tuple[tuple[str, Names], ...]:
    """Every language's names; English first, as its names are the ones shown."""
    return tuple((code, load(code)) for code in sorted(pack.codes(), key=lambda code: (code != "en", code)))
