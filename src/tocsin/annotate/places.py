"""Takes an article with sentences and mentions, returns it with its places, resolved to the gazetteer by the company they keep."""

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace
from math import log10

from tocsin.annotate import sightings
from tocsin.annotate.sightings import Sighting
from tocsin.lang import actors, gazetteer, pack, places
from tocsin.lang.gazetteer import Row
from tocsin.model import Article, Kind, Place, Sentence

# What speaks for a city name being that city. A name counts from ENOUGH on.
ENOUGH = 3.0
SURE = 100.0
NATIVE = 1.3  # a city of a country that the article speaks of outweighs a namesake up to twenty times its size
HEAD, COUNTRY, CAPITAL, LED, COMMA, LONG = 3.0, 2.5, 2.0, 1.5, 1.0, 1.0
SIZES = ((3_000_000, 3.0), (1_000_000, 2.0), (300_000, 1.0), (100_000, 0.5))
TOUCHED = -2.0  # part of a longer name, for all that can be seen
_NAMES = frozenset(Kind) - {Kind.COUNTRY, Kind.UNNAMED}


def read(article: Article) -> Article:
    """Add the places, in order of the text. A name inside the name of a person or a body is no place."""
    found: list[Sighting] = []
    countries: set[str | None] = set()
    for sentence in article.sentences:
        if sentence.language is not None and sentence.language in pack.codes():
            found.extend(sightings.find(sentence, places.load(sentence.language)))
            countries |= _adjectives(sentence)
    taken = sorted((mention.start, mention.end) for mention in article.mentions if mention.kind in _NAMES)
    found = [sighting for sighting in found if not _is_inside(sighting, taken)]
    countries |= {row.country for sighting in found for row in sighting.rows[:1] if row.kind != "city"}
    # A city that stands for itself tells the country of the smaller ones around it.
    countries |= {best.country for sighting in found if (best := _best(sighting, countries)) is not None}
    marks = [_resolve(sighting, countries - {None}) for sighting in found]
    return replace(article, places=tuple(mark for mark in marks if mark is not None))


def _adjectives(sentence: Sentence) -> set[str]:
    """The countries of "Syrian" and "العراقية" in the sentence."""
    known = actors.load().adjectives
    return {known[word].code for word in known.keys() & set(sentence.keys)}


def _is_inside(sighting: Sighting, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a longer name holds this one, or one word is both: then it is a person's surname."""
    index = bisect_right(taken, (sighting.start, 1 << 62)) - 1
    if index < 0 or sighting.end > taken[index][1]:
        return False
    return taken[index] != (sighting.start, sighting.end) or sighting.last - sighting.first == 1


def _best(sighting: Sighting, countries: Container[str | None]) -> Row | None:
    """The likeliest of the rows that enough speaks for: a pack's own, else by size and by the country the article speaks of."""
    likely = [row for row in sighting.rows if _weigh(sighting, row, countries) >= ENOUGH]
    return max(likely, key=lambda row: _rank(row, countries), default=None)


def _rank(row: Row, countries: Container[str | None]) -> float:
    known = SURE if row.kind != "city" else log10(row.population + 1)
    return known + (NATIVE if row.country in countries else 0)


def _resolve(sighting: Sighting, countries: Container[str | None]) -> Place | None:
    """The row that the name most likely means; without a row the name alone; None where it is likely no place."""
    if len(sighting.rows) == 0:
        return Place(sighting.start, sighting.end, sighting.name)
    best = _best(sighting, countries)
    if best is None:
        return None
    key = f"geonames:{best.id}" if best.kind == "city" else best.id
    return Place(sighting.start, sighting.end, best.name, key, best.lat, best.lon, best.country, _precision(sighting, best))


def _weigh(sighting: Sighting, row: Row, countries: Container[str | None]) -> float:
    if row.kind != "city":
        # A pack's own row: sure, unless the text says that it is a town of the same name.
        return 0.0 if sighting.head == "city" and row.kind != "town" else SURE + (COUNTRY if row.country in countries else 0)
    if sighting.common and sighting.head is None:
        return 0.0
    weight = next((size for people, size in SIZES if row.population >= people), 0.0)
    weight += HEAD if sighting.head is not None else 0
    weight += COUNTRY if row.country in countries else 0
    weight += CAPITAL if row.capital else 0
    weight += LED if sighting.led else 0
    weight += LONG if sighting.last - sighting.first > 1 else 0
    weight += COMMA if sighting.comma else 0
    return weight if sighting.alone else weight + TOUCHED


def _precision(sighting: Sighting, row: Row) -> int:
    own = gazetteer.precision(row.kind)
    if sighting.head is not None and own == 1:
        own = max(own, gazetteer.precision(sighting.head))
    return 2 if sighting.near and own == 1 else own
