"""What each language calls the nations, actors, outlets, regions and cities of ``packs/world``: ``packs/xx/names.yml``."""

from functools import cache

import msgspec
from msgspec import structs

from tocsin.lang import inflection, pack


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
def plain(code: str) -> Names:
    """The names as the pack has them."""
    return pack.load(code, "names", Names)


@cache
def load(code: str) -> Names:
    """The names of a language, in all their cases where its words decline; the nominative stands first."""
    own = plain(code)
    if not inflection.is_declined(code):
        return own
    return Names(
        nations={name: _spread(code, country) for name, country in own.nations.items()},
        actors=_spread_all(code, own.actors),
        outlets=_spread_all(code, own.outlets),
        regions=_spread_all(code, own.regions),
        cities=_spread_all(code, own.cities),
    )


def _spread(code: str, country: Country) -> Country:
    return structs.replace(
        country,
        names=inflection.spread_all(code, country.names),
        adjectives=inflection.inflect(code, country.adjectives),
        seats=inflection.spread_all(code, country.seats),
    )


def _spread_all(code: str, listed: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: inflection.spread_all(code, called) for name, called in listed.items()}


@cache
def by_language() -> tuple[tuple[str, Names], ...]:
    """Every language's names; English first, as its names are the ones shown."""
    return tuple((code, load(code)) for code in sorted(pack.codes(), key=lambda code: (code != "en", code)))
