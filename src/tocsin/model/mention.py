"""What an article names: actors, places and times, each with the words that name it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of actor a name stands for."""

    PERSON = "person"
    OFFICE = "office"
    ORGANISATION = "organisation"
    AGENCY = "agency"
    OUTLET = "outlet"
    GROUP = "group"
    COUNTRY = "country"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an actor. ``actor`` is what the packs' aliases say of the name alone, else None.

    ``head`` is the bare name inside the span: "Fuad Hussein" in "Iraqi Foreign Minister Fuad Hussein".
    """

    start: int
    end: int
    label: str
    kind: Kind
    actor: str | None = None
    head: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A span that names a place, and the gazetteer row it was resolved to.

    ``precision`` is the UCDP code 1 (exact) to 7 (country or vaguer).
    """

    start: int
    end: int
    name: str
    gazetteer: str | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    precision: int | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression and the days it means, both ends included; None while it cannot be known.

    ``precision`` is the ACLED code: 1 the day, 2 the week, 3 the month or vaguer.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: int | None
