"""What a desk holds comes out of its tables as records. Runs in the caller's transaction."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, and_, distinct, func, or_, select, true

from tocsin.model import Article, Issue
from tocsin.store.base import Counts, Custody, Version
from tocsin.store.change import Change
from tocsin.store.payload import decode
from tocsin.store.stamps import read, write
from tocsin.store.tables import articles, captures, custody, issues, statements, versions


def find_payloads(run: Connection, *, since: datetime | None, until: datetime | None, as_of: datetime | None) -> Iterator[bytes]:
    """Yield the articles of a window as they are stored, each in its newest version of the time, by id."""
    query = select(versions.c.payload).select_from(articles)
    if as_of is None:
        query = query.join(versions, and_(versions.c.article == articles.c.number, versions.c.version == articles.c.version))
    else:
        known = versions.alias()
        newest = select(func.max(known.c.version)).where(known.c.article == articles.c.number, known.c.added <= write(as_of))
        query = query.join(
            versions, and_(versions.c.article == articles.c.number, versions.c.version == newest.correlate(articles).scalar_subquery())
        )
    query = query.where(articles.c.dropped.is_(False), within(since, until)).order_by(articles.c.id)
    yield from run.execute(query).scalars()


def find_article(run: Connection, id: str) -> Article | None:  # noqa: A002 -- the record's own word
    query = select(versions.c.payload).join(
        articles, and_(versions.c.article == articles.c.number, versions.c.version == articles.c.version)
    )
    payload = run.execute(query.where(articles.c.id == id)).scalar()
    return None if payload is None else decode(payload, Article)


def find_versions(run: Connection, id: str) -> Iterator[Version]:  # noqa: A002
    query = select(versions).join(articles, versions.c.article == articles.c.number).where(articles.c.id == id)
    for row in run.execute(query.order_by(versions.c.version)):
        change = None if row.change is None else decode(row.change, Change)
        yield Version(id, row.version, row.capture, read(row.added), row.stages, change)


def find_page(run: Connection, page: str) -> tuple[Article, ...]:
    """The articles of a page, in their newest versions."""
    query = select(versions.c.payload).join(
        articles, and_(versions.c.article == articles.c.number, versions.c.version == articles.c.version)
    )
    found = run.execute(query.where(articles.c.page == page, articles.c.dropped.is_(False)).order_by(articles.c.part)).scalars()
    return tuple(decode(payload, Article) for payload in found)


def find_issues(run: Connection) -> Iterator[Issue]:
    for row in run.execute(select(issues).order_by(issues.c.id)):
        yield Issue(row.stage, row.reason, row.text, row.path)


def find_captures(run: Connection) -> tuple[str, ...]:
    return tuple(run.execute(select(captures.c.sha256).order_by(captures.c.sha256)).scalars())


def find_custody(run: Connection, sha256: str) -> Iterator[Custody]:
    for row in run.execute(select(custody).where(custody.c.capture == sha256).order_by(custody.c.id)):
        captured = None if row.captured is None else read(row.captured)
        yield Custody(row.capture, row.page, row.path, row.url, captured, read(row.at), row.tocsin)


def count(run: Connection) -> Counts:
    standing = articles.c.dropped.is_(False)

    def of(query: Select[int]) -> int:
        return run.execute(query).scalar_one()

    current = and_(statements.c.article == articles.c.number, statements.c.version == articles.c.version, standing)
    return Counts(
        captures=of(select(func.count()).select_from(captures)),
        pages=of(select(func.count(distinct(articles.c.page))).where(standing)),
        articles=of(select(func.count()).select_from(articles).where(standing)),
        versions=of(select(func.count()).select_from(versions)),
        statements=of(select(func.count()).select_from(statements).join(articles, current)),
        outlets=of(select(func.count(distinct(articles.c.outlet_key))).where(standing)),
        languages=of(select(func.count(distinct(articles.c.language))).where(standing)),
        issues=of(select(func.count()).select_from(issues)),
    )


def within(since: datetime | None, until: datetime | None) -> ColumnElement[bool]:
    """An article of unknown date may lie in any window that does not begin after the desk had it."""
    conditions: list[ColumnElement[bool]] = [true()]
    if since is not None:
        conditions.append(func.coalesce(articles.c.published, articles.c.first_seen) >= write(since))
    if until is not None:
        conditions.append(or_(articles.c.published < write(until), articles.c.published.is_(None)))
    return and_(*conditions)
