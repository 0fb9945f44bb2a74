"""An article: one piece of reporting, its clean text, and all that the stages read in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tocsin.model.capture import Capture
from tocsin.model.event import Event
from tocsin.model.figure import Figure
from tocsin.model.issue import Issue
from tocsin.model.mention import Mention, Place, Time
from tocsin.model.sentence import Sentence
from tocsin.model.span import Segment, Span
from tocsin.model.statement import Statement


class Genre(StrEnum):
    """What kind of text an article is."""

    NEWS = "news"
    OPINION = "opinion"
    LIVE = "live"
    OTHER = "other"


class Role(StrEnum):
    """What a paragraph of the clean text is."""

    TITLE = "title"
    BODY = "body"


class Precision(StrEnum):
    """How exactly an instant is known."""

    MINUTE = "minute"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Published:
    """When an article appeared.

    ``at`` is aware UTC when the page states a zone; else it is the wall time of the page and ``zone`` is None.
    ``basis`` says how it is known: ``json-ld``, ``meta``, ``time``, ``url``, ``text``, ``given``.
    """

    at: datetime
    precision: Precision
    zone: str | None
    basis: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the clean text; ``language`` is set where it differs from the article's."""

    start: int
    end: int
    role: Role = Role.BODY
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Embed:
    """A post or letter that stands in the page but is not the article's own text: evidence, kept apart."""

    kind: str
    author: str | None
    date: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link in the markup from the article's text to another page: ``span`` is the linked wording."""

    url: str
    text: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One piece of reporting in a capture. Fields after ``links`` are assigned by later stages.

    ``language`` is an ISO 639-1 code. ``credit`` is the agency that a credit line or dateline names
    ("(AFP)", "Reuters -"), ``dateline`` the place named there. What is unknown is None.
    """

    id: str
    capture: Capture
    part: int
    text: str
    paragraphs: tuple[Paragraph, ...]
    segments: tuple[Segment, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    credit: str | None = None
    dateline: str | None = None
    language: str | None = None
    genre: Genre = Genre.OTHER
    published: Published | None = None
    embeds: tuple[Embed, ...] = ()
    links: tuple[Reference, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    issues: tuple[Issue, ...] = ()
