"""Stories and claims, and what weighing says of a claim. Views over statements, never stored as truth."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tocsin.model.assertion import Assertion
from tocsin.model.span import Span


class Status(StrEnum):
    """What the roots of a claim amount to."""

    SINGLE = "single"
    CIRCULAR = "circular"
    ONE_VOICE = "one voice"
    POSSIBLE = "possible"
    CORROBORATED = "corroborated"


class Flag(StrEnum):
    """What stands beside the status."""

    DISPUTED = "disputed"
    RETRACTED = "retracted"
    DEVELOPED = "developed"


@dataclass(frozen=True, slots=True)
class Interval:
    """At least ``least``, at most ``most``."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters of one article that a reason rests on."""

    article: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired, what it concluded in a sentence, and the characters it was read from."""

    rule: str
    text: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """A resolved person, group, organisation or country. ``labels`` counts the wordings by outlet."""

    id: str
    name: str
    kind: str
    names: tuple[str, ...]
    articles: tuple[str, ...]
    mentions: int
    family: str | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one happening."""

    id: str
    title: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    reasons: tuple[Reason, ...] = ()


class Conflict(StrEnum):
    """Why two claims about one thing cannot both be so."""

    DENIAL = "denial"
    FIGURE = "figure"
    OPPOSITE = "opposite"
    ROLES = "roles"


@dataclass(frozen=True, slots=True)
class Rival:
    """Another claim about the same thing that cannot also be so. ``left`` of this claim and ``right`` of the other are the assertions held together."""

    claim: str
    conflict: Conflict
    score: float
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Statements that say the same thing is so. ``gist`` names it in the words of one of them, which stand at ``wording``.

    ``assertions`` are the clauses that say it; ``rivals`` the claims that it cannot stand beside.
    """

    id: str
    gist: str
    statements: tuple[str, ...]
    articles: tuple[str, ...]
    story: str | None
    reasons: tuple[Reason, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    rivals: tuple[Rival, ...] = ()
    wording: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Weight:
    """What weighing says of a claim: was it said (per speaker), is it so, who is against, and why."""

    claim: Claim
    status: Status
    flags: tuple[Flag, ...]
    said: tuple[tuple[str, Interval], ...]
    so: Interval | None
    against: Interval
    roots: tuple[str, ...]
    carriers: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]
    contradicted_by: tuple[str, ...]
    first_seen: datetime | None
    explanation: tuple[Reason, ...]
