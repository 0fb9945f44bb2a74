"""The parts of a brief. Renderers print these and add no words of the world; the audit walks over these and trusts none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tocsin.model import Article, Flag, Interval, Reason, Span, Status
from tocsin.store.change import Change


class Role(StrEnum):
    """Whose words they are."""

    NAME = "name"  # who speaks
    SAID = "said"  # characters of an article, between quotation marks
    PLAIN = "plain"  # the brief's own, from a closed list


class Topic(StrEnum):
    """What a section is about, in the order of the page."""

    REPORTED = "reported"
    DISPUTED = "disputed"
    FIGURES = "figures"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words. ``language`` is set for words of an article; ``quoted`` when they are the speaker's own.

    ``focus`` are the characters of ``text`` that say the claim, where the statement says more than that.
    """

    role: Role
    text: str
    language: str | None = None
    quoted: bool = False
    focus: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """Where words stand: the statement that holds them, its article, and the chain from outlet to origin."""

    statement: str
    article: str
    outlet: str
    published: str | None
    spans: tuple[Span, ...]
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """What weighing says of the claim that a sentence belongs to."""

    claim: str
    status: Status
    flags: tuple[Flag, ...]
    so: Interval | None
    articles: int
    said: Interval


@dataclass(frozen=True, slots=True)
class Sentence:
    """One attribution: who, how, and the words. The first reference holds the words; the others hold them as well."""

    words: tuple[Words, ...]
    references: tuple[Reference, ...]
    standing: Standing | None


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a story. It is a headline, so an outlet's own words, and says whose; without an article it has no outlet."""

    story: str
    title: str
    article: str | None
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that belong together; ``against`` contradict them; ``reasons`` say how the claim was weighed.

    ``heading`` is of the story it is told under, ``subject`` what its figures count, ``rest`` the number of claims left out.
    """

    heading: Heading
    sentences: tuple[Sentence, ...]
    against: tuple[Sentence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    subject: str | None = None
    rest: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """The passages of one topic."""

    topic: Topic
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin on which claims of several articles rest alone."""

    name: str
    claims: tuple[str, ...]
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that an outlet made in its own article: between version ``number`` and the one before it."""

    article: str
    outlet: str
    title: str | None
    number: int
    change: Change


@dataclass(frozen=True, slots=True)
class Page:
    """An article that the brief cites, with the statements to mark in its text."""

    article: Article
    marks: tuple[tuple[Span, str], ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """What was read."""

    pages: int
    articles: int
    outlets: int
    languages: tuple[str, ...]
    statements: int
    undated: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Brief:
    """A whole brief. ``made`` is given by the caller, so that the same desk makes the same brief; ``untold`` stories are left out."""

    headings: tuple[Heading, ...]
    counts: Counts
    sections: tuple[Section, ...]
    edits: tuple[Edit, ...]
    roots: tuple[Root, ...]
    pages: tuple[Page, ...]
    untold: int = 0
    made: datetime | None = None
    as_of: datetime | None = None
