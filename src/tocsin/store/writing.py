"""One page goes into the tables of a desk: capture, custody, articles, versions, issues. Runs in the caller's transaction."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, or_, select, update

from tocsin.model import Article, Capture, Issue
from tocsin.store.base import Added, Reading
from tocsin.store.change import Change, compare
from tocsin.store.payload import decode, encode, strip_words
from tocsin.store.rows import Pen, make_columns, write_rows
from tocsin.store.stamps import write
from tocsin.store.tables import articles, captures, custody, issues, versions


def add_page(pen: Pen, reading: Reading) -> Added:
    """Write a page that holds at least one article. The same bytes from the same source change nothing but a better reading."""
    run, sha256 = pen.connection, reading.capture.sha256
    last = find_source(run, source_of(reading.capture))
    is_again = last is not None and last[0] == sha256
    if run.execute(select(captures.c.size).where(captures.c.sha256 == sha256)).first() is None:
        row = {"sha256": sha256, "size": reading.capture.size, "media": reading.capture.media, "encoding": reading.capture.encoding}
        run.execute(insert(captures).values(**row))
    if not is_again:
        log_custody(pen, reading.capture, reading.articles[0].capture.page)
    found: dict[str, list[str]] = {"new": [], "versions": [], "unchanged": []}
    for article in reading.articles:
        outcome = _add_article(pen, reading, article, is_back=last is not None and not is_again)
        found[outcome].append(article.id)
    lost = _leave_missing(pen, reading)
    own = (issue for article in reading.articles for issue in article.issues)
    page = reading.articles[0].capture.page
    forget_issues(pen, page)
    add_issues(pen, source_of(reading.capture), (*reading.issues, *own, *lost))
    return Added(**{outcome: tuple(ids) for outcome, ids in found.items()})


def find_source(run: Connection, source: str) -> tuple[str, str] | None:
    """What the last line of custody of a source names: the capture it gave, and the page it was taken to be."""
    query = select(custody.c.capture, custody.c.page).where(custody.c.source == source)
    row = run.execute(query.order_by(custody.c.id.desc()).limit(1)).first()
    return None if row is None else (row.capture, row.page)


def source_of(capture: Capture) -> str:
    """Where a page came from: its path, else its address. Two files that name one address are two sources of one page."""
    return capture.page if capture.path is None else capture.path


def log_custody(pen: Pen, capture: Capture, page: str) -> None:
    at = None if capture.captured is None else write(capture.captured)
    row = {"capture": capture.sha256, "source": source_of(capture), "page": page, "path": capture.path, "url": capture.url, "captured": at}
    pen.connection.execute(insert(custody).values(**row, at=write(pen.now), tocsin=pen.tocsin))


def forget_issues(pen: Pen, page: str) -> None:
    """Drop what earlier readings said of a page, under whichever path or address it came: the same drop is not told twice."""
    sources = select(custody.c.source).where(custody.c.page == page)
    pen.connection.execute(delete(issues).where(or_(issues.c.source == page, issues.c.source.in_(sources))))


def add_issues(pen: Pen, source: str, found: Iterable[Issue]) -> None:
    """Put the issues of a source in place of those of an earlier run."""
    pen.connection.execute(delete(issues).where(issues.c.source == source))
    rows = [
        {
            "source": source,
            "stage": i.stage,
            "reason": i.reason,
            "text": i.text,
            "path": i.path if i.path is not None else source,
            "at": write(pen.now),
        }
        for i in dict.fromkeys(found)
    ]
    if len(rows) > 0:
        pen.connection.execute(insert(issues), rows)


def _add_article(pen: Pen, reading: Reading, article: Article, *, is_back: bool) -> str:
    """Write one article and say what that was. ``is_back`` is True when the source gave other bytes last."""
    run, kept = pen.connection, strip_words(article)
    row = run.execute(select(articles.c.number, articles.c.version, articles.c.dropped).where(articles.c.id == article.id)).first()
    if row is None:
        values = make_columns(article) | {"id": article.id, "first_seen": write(pen.now), "version": 1}
        number = run.execute(insert(articles).values(**values).returning(articles.c.number)).scalar_one()
        _add_version(pen, reading, number, version=1, payload=encode(kept), change=None)
        write_rows(pen, article, number, version=1)
        return "new"
    here = versions.c.article == row.number
    held = run.execute(
        select(versions.c.version, versions.c.stages)
        .where(here, versions.c.capture == reading.capture.sha256)
        .order_by(versions.c.version.desc())
    ).first()
    if held is not None and (held.version == row.version or not is_back):
        if held.stages != reading.stages or row.dropped:
            _read_again(pen, reading, article, number=row.number, version=held.version, is_newest=held.version == row.version)
        return "unchanged"
    newest = run.execute(select(versions.c.payload).where(here, versions.c.version == row.version)).scalar_one()
    change = compare(decode(newest, Article), kept)
    _add_version(pen, reading, row.number, version=row.version + 1, payload=encode(kept), change=change)
    run.execute(update(articles).where(articles.c.number == row.number).values(**make_columns(article), version=row.version + 1))
    write_rows(pen, article, row.number, version=row.version + 1)
    return "versions"


def _read_again(pen: Pen, reading: Reading, article: Article, *, number: int, version: int, is_newest: bool) -> None:
    """Put a better reading of the same bytes in place of the one that is held."""
    values = {"payload": encode(strip_words(article)), "stages": reading.stages}
    pen.connection.execute(update(versions).where(versions.c.article == number, versions.c.version == version).values(**values))
    if is_newest:
        pen.connection.execute(update(articles).where(articles.c.number == number).values(**make_columns(article)))
        write_rows(pen, article, number, version=version)


def _add_version(pen: Pen, reading: Reading, number: int, *, version: int, payload: bytes, change: Change | None) -> None:
    row = {"article": number, "version": version, "capture": reading.capture.sha256, "added": write(pen.now), "stages": reading.stages}
    pen.connection.execute(insert(versions).values(**row, change=None if change is None else encode(change), payload=payload))


def _leave_missing(pen: Pen, reading: Reading) -> list[Issue]:
    """Mark the articles that the page held before and holds no more; say which were never there, by the better reading."""
    run, page = pen.connection, reading.articles[0].capture.page
    query = (
        select(articles.c.number, articles.c.title, articles.c.version, versions.c.capture, versions.c.change, versions.c.payload)
        .join(versions, (versions.c.article == articles.c.number) & (versions.c.version == articles.c.version))
        .where(articles.c.page == page, articles.c.id.not_in([a.id for a in reading.articles]), articles.c.dropped.is_(False))
    )
    lost = []
    for row in run.execute(query).all():
        is_gone = row.change is not None and decode(row.change, Change).gone
        if row.capture == reading.capture.sha256 and is_gone:
            run.execute(
                update(versions).where(versions.c.article == row.number, versions.c.version == row.version).values(stages=reading.stages)
            )
        elif row.capture == reading.capture.sha256:
            run.execute(update(articles).where(articles.c.number == row.number).values(dropped=True))
            pen.index.drop(run, row.number)
            lost.append(Issue("store", "an earlier reading found an article here that the present one does not", row.title))
        elif (
            not is_gone
            and run.execute(
                select(versions.c.version).where(versions.c.article == row.number, versions.c.capture == reading.capture.sha256)
            ).first()
            is None
        ):
            _add_version(pen, reading, row.number, version=row.version + 1, payload=row.payload, change=Change(gone=True))
            run.execute(update(articles).where(articles.c.number == row.number).values(version=row.version + 1))
    return lost
