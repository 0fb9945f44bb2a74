"""What a store is: the interface of a desk and the records it takes and gives. No SQL, no dialect."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from tocsin.model import Article, Capture, Issue, Judgement, Span
from tocsin.store.change import Change
from tocsin.store.shelf import Shelf
from tocsin.store.view import View


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one page. ``capture`` is the page as it came; its articles may carry the key of an older page.

    ``stages`` are the ``stage@version`` stamps of the line that read it.
    """

    capture: Capture
    raw: bytes
    articles: tuple[Article, ...]
    stages: str
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What adding one page did, as ids of articles."""

    new: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One state of an article: the capture it was read from, when it came, and what changed since the one before."""

    article: str
    number: int
    capture: str
    added: datetime
    stages: str
    change: Change | None


@dataclass(frozen=True, slots=True)
class Custody:
    """One line of the custody log: these bytes came under this name, at this time, to this version of Tocsin."""

    capture: str
    page: str
    path: str | None
    url: str | None
    captured: datetime | None
    at: datetime
    tocsin: str


@dataclass(frozen=True, slots=True)
class Filter:
    """Narrows a search. ``actors`` are ids or names, any of which the article must mention.

    An article of unknown date is kept by ``since`` and ``until`` unless it was on the desk before ``since``.
    """

    actors: tuple[str, ...] = ()
    language: str | None = None
    outlet: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    limit: int = 20


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found. ``span`` is the passage to show, ``marks`` the words found, both in the clean text.

    ``marks`` is empty when only the title answers. The best hit has the highest ``rank``.
    """

    article: str
    title: str | None
    outlet: str | None
    published: datetime | None
    snippet: str
    span: Span
    marks: tuple[Span, ...]
    rank: float


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a desk holds."""

    captures: int
    pages: int
    articles: int
    versions: int
    statements: int
    outlets: int
    languages: int
    issues: int


class Desk(Protocol):
    """One working store. Every method that writes is one transaction; every failure is a StoreError."""

    @property
    def name(self) -> str: ...

    @property
    def shelf(self) -> Shelf:
        """Where what can be made again is kept beside the desk."""

    def seen(self, capture: Capture, stages: str) -> Added | None:
        """Return what is held of exactly these bytes, read by these stages, and log where they came from; None if they must be read."""

    def match(self, articles: Sequence[Article]) -> str | None:
        """Return the key of the older page that these articles of one page are another version of, else None."""

    def add(self, reading: Reading) -> Added:
        """Keep a page and its articles, whole or not at all."""

    def record(self, issues: Sequence[Issue]) -> None:
        """Keep issues of pages that gave no article; what an earlier run said of the same paths is replaced."""

    def view(self, *, since: datetime | None = None, until: datetime | None = None, as_of: datetime | None = None) -> View:
        """Return the articles published in [since, until), as the desk knew them at ``as_of``.

        An article of unknown date is kept unless the desk had it before ``since``.
        """

    def article(self, id: str) -> Article | None:  # noqa: A002 -- the record's own word
        """Return the newest version of an article."""

    def versions(self, id: str) -> tuple[Version, ...]: ...  # noqa: A002

    def issues(self) -> Iterator[Issue]: ...

    def search(self, query: str, narrow: Filter = ...) -> tuple[Hit, ...]:
        """Find articles that hold all words and "phrases" of the query, in any spelling the packs unify; best first."""

    def judge(self, judgement: Judgement) -> str:
        """Keep a judgement and return its id; the same author's earlier one on the same pair is withdrawn."""

    def judgements(self) -> tuple[tuple[str, Judgement], ...]:
        """Every judgement with its id, the withdrawn ones too."""

    def withdraw(self, id: str) -> None: ...  # noqa: A002

    def capture(self, sha256: str) -> bytes:
        """Return the bytes of a capture; a StoreError if they are gone or no longer have this hash."""

    def custody(self, sha256: str) -> tuple[Custody, ...]: ...

    def damaged(self) -> Iterator[Issue]:
        """Check every capture against its hash."""

    def counts(self) -> Counts: ...

    def files(self) -> tuple[Path, ...]:
        """The files and folders that are the desk itself, which no run may read as pages."""

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...
