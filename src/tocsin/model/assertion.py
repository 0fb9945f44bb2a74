"""What one clause of a statement says, taken apart: enough to tell whether another says the same, or the contrary."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tocsin.model.figure import Figure
from tocsin.model.span import Span
from tocsin.model.statement import Commitment


class Nature(StrEnum):
    """What sort of thing is said. Only a fact is so or not so."""

    FACT = "fact"
    FEAR = "fear"
    DEMAND = "demand"
    PROMISE = "promise"
    THREAT = "threat"
    PRAISE = "praise"
    BLAME = "blame"
    FORECAST = "forecast"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One clause. ``predicates`` are concepts of what happens or goes on, ``topics`` all others.

    ``actors`` are ids, ``agent`` acts on ``patient`` where the clause says so. ``figures`` are those it affirms,
    ``refused`` those it names to set them aside ("29, not 37"), ``numbers`` bare ones. ``first`` and ``last`` are the days it
    speaks of. A ``deed`` is what the speaker says to have done himself; a ``denial`` denies in so many words.
    """

    id: str
    statement: str
    article: str
    spans: tuple[Span, ...]
    text: str
    language: str | None
    nature: Nature
    commitment: Commitment
    negated: bool
    predicates: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    agent: str | None = None
    patient: str | None = None
    places: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    refused: tuple[float, ...] = ()
    numbers: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None
    whole: bool = False
    headline: bool = False
    deed: bool = False
    denial: bool = False
