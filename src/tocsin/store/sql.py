"""A desk in an SQL database and a folder of captures: transactions around what the other modules of this room write and read."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from tocsin.lang.outlets import Registry
from tocsin.model import Article, Capture, Issue, Judgement
from tocsin.store import judging, reading, twins, writing
from tocsin.store.base import Added, Counts, Custody, Filter, Hit, Reading, Version
from tocsin.store.captures import Captures
from tocsin.store.failure import guard
from tocsin.store.finding import find_hits
from tocsin.store.payload import decode, encode
from tocsin.store.query import parse
from tocsin.store.rows import Index, Pen
from tocsin.store.shelf import Shelf
from tocsin.store.stamps import find_release
from tocsin.store.view import View


class SqlDesk:
    """The desk over SQLAlchemy Core; what one database does its own way comes in as ``engine`` and ``index``."""

    def __init__(
        self,
        name: str,
        *,
        engine: Engine,
        captures: Captures,
        shelf: Shelf,
        index: Index,
        registry: Registry,
        clock: Callable[[], datetime],
        files: tuple[Path, ...],
    ) -> None:
        self.name = name
        self.shelf = shelf
        self._engine = engine
        self._captures = captures
        self._index = index
        self._registry = registry
        self._clock = clock
        self._files = files

    def seen(self, capture: Capture, stages: str) -> Added | None:
        with self._writing() as pen:
            last = writing.find_source(pen.connection, writing.source_of(capture))
            if last is not None and last[0] == capture.sha256:
                return twins.find_held(pen.connection, capture.sha256, last[1], stages)
            page = twins.find_page_of(pen.connection, capture.sha256) if last is None else None
            held = None if page is None else twins.find_held(pen.connection, capture.sha256, page, stages)
            if page is not None and held is not None:
                writing.log_custody(pen, capture, page)
            return held

    def match(self, articles: Sequence[Article]) -> str | None:
        if len(articles) == 0:
            return None
        with self._reading() as run:
            return twins.find_older(run, articles)

    def add(self, reading: Reading) -> Added:
        if len(reading.articles) == 0:
            self.record(reading.issues)
            return Added()
        # The bytes go first: a kill in between leaves a capture that no article names, never the other way about.
        with guard(self.name):
            self._captures.put(reading.capture.sha256, reading.raw)
        with self._writing() as pen:
            return writing.add_page(pen, reading)

    def record(self, issues: Sequence[Issue]) -> None:
        by_source: dict[str, list[Issue]] = {}
        for issue in issues:
            by_source.setdefault("" if issue.path is None else issue.path, []).append(issue)
        with self._writing() as pen:
            for source, found in by_source.items():
                writing.add_issues(pen, source, found)

    def view(self, *, since: datetime | None = None, until: datetime | None = None, as_of: datetime | None = None) -> View:
        digest, articles = blake2b(digest_size=20), list[Article]()
        with self._reading() as run:
            for payload in reading.find_payloads(run, since=since, until=until, as_of=as_of):
                digest.update(blake2b(payload).digest())
                articles.append(decode(payload, Article))
            judgements = tuple(judging.find_standing(run, as_of))
        digest.update(encode(judgements))
        return View(tuple(articles), self._registry, judgements, digest.hexdigest())

    def article(self, id: str) -> Article | None:  # noqa: A002 -- the record's own word
        with self._reading() as run:
            return reading.find_article(run, id)

    def versions(self, id: str) -> tuple[Version, ...]:  # noqa: A002
        with self._reading() as run:
            return tuple(reading.find_versions(run, id))

    def issues(self) -> Iterator[Issue]:
        with self._reading() as run:
            yield from reading.find_issues(run)

    def search(self, query: str, narrow: Filter = Filter()) -> tuple[Hit, ...]:  # noqa: B008 -- frozen
        terms = parse(query)
        if len(terms) == 0:
            return ()
        with self._reading() as run:
            return tuple(find_hits(run, self._index, terms, wanted=narrow, registry=self._registry))

    def judge(self, judgement: Judgement) -> str:
        with self._writing() as pen:
            return judging.add(pen.connection, judgement, pen.now)

    def judgements(self) -> tuple[tuple[str, Judgement], ...]:
        with self._reading() as run:
            return tuple(judging.find_all(run))

    def withdraw(self, id: str) -> None:  # noqa: A002
        with self._writing() as pen:
            judging.withdraw(pen.connection, id, pen.now)

    def capture(self, sha256: str) -> bytes:
        with guard(self.name):
            return self._captures.get(sha256)

    def custody(self, sha256: str) -> tuple[Custody, ...]:
        with self._reading() as run:
            return tuple(reading.find_custody(run, sha256))

    def damaged(self) -> Iterator[Issue]:
        with self._reading() as run:
            digests = reading.find_captures(run)
        for digest in digests:
            reason = self._captures.check(digest)
            if reason is not None:
                yield Issue("store", reason)

    def counts(self) -> Counts:
        with self._reading() as run:
            return reading.count(run)

    def files(self) -> tuple[Path, ...]:
        return self._files

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Pen]:
        with guard(self.name), self._engine.begin() as connection:
            yield Pen(connection, self._index, self._clock(), find_release())

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with guard(self.name), self._engine.connect().execution_options(reader=True) as connection, connection.begin():
            yield connection
