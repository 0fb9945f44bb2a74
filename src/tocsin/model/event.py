"""Who did what to whom, where and when, as somebody holds it."""

from dataclasses import dataclass
from enum import StrEnum


class Modality(StrEnum):
    """Whether the holder says that it happened."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    FEARED = "feared"
    DENIED = "denied"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER-typed event, held by ``statement`` (an id). ``figures`` are indexes into the article's figures."""

    id: str
    start: int
    end: int
    type: str
    mode: str | None
    modality: Modality
    statement: str | None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    instrument: str | None = None
    place: str | None = None
    when: str | None = None
    figures: tuple[int, ...] = ()
