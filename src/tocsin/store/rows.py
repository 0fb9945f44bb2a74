"""The rows that lists and searches ask: an article's columns, its statements, whom it names, and its place in the index."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Protocol

from sqlalchemy import Connection, and_, delete, insert, select

from tocsin.lang.fold import key
from tocsin.model import Article
from tocsin.store.payload import decode
from tocsin.store.query import Term
from tocsin.store.stamps import write_published
from tocsin.store.tables import articles, mentions, statements, versions


class Index(Protocol):
    """A full-text index: the part of a store that each database does its own way."""

    def add(self, connection: Connection, number: int, article: Article) -> None: ...

    def drop(self, connection: Connection, number: int) -> None: ...

    def find(self, connection: Connection, terms: Sequence[Term]) -> list[tuple[int, float]]: ...


@dataclass(frozen=True, slots=True)
class Pen:
    """What every write needs: the transaction, the index, the time, and the release that writes."""

    connection: Connection
    index: Index
    now: datetime
    tocsin: str


def make_columns(article: Article) -> dict[str, str | int | bool | None]:
    """What an article is listed and found by."""
    capture = article.capture
    is_file = capture.path is not None and capture.page == capture.path
    return {
        "page": capture.page,
        "part": article.part,
        "file": PurePath(capture.page).name if is_file else None,
        "outlet": article.outlet,
        "outlet_key": None if article.outlet is None else key(article.outlet),
        "title": article.title,
        "title_key": None if article.title is None else key(article.title),
        "language": article.language,
        "genre": article.genre.value,
        "published": write_published(article.published),
        "dropped": False,
    }


def write_rows(pen: Pen, article: Article, number: int, *, version: int) -> None:
    """Write the rows that lists and searches ask, in place of those of the version before."""
    run = pen.connection
    rows = {
        s.id: _statement_row(article, s_index) | {"article": number, "version": version} for s_index, s in enumerate(article.statements)
    }
    run.execute(delete(statements).where(statements.c.article == number, statements.c.version == version))
    run.execute(delete(statements).where(statements.c.id.in_(list(rows))))
    run.execute(delete(mentions).where(mentions.c.article == number))
    named = Counter((key(m.label if m.head is None else m.head), m.actor, m.kind.value) for m in article.mentions)
    if len(rows) > 0:
        run.execute(insert(statements), list(rows.values()))
    if len(named) > 0:
        run.execute(
            insert(mentions),
            [
                {"article": number, "name_key": name, "actor": actor, "kind": kind, "count": count}
                for (name, actor, kind), count in named.items()
            ],
        )
    pen.index.add(run, number, article)


def index_all(run: Connection, index: Index) -> None:
    """Put every article in the index: what a desk does when the index is new or of another form."""
    query = select(articles.c.number, versions.c.payload).join(
        versions, and_(versions.c.article == articles.c.number, versions.c.version == articles.c.version)
    )
    for number in run.execute(select(articles.c.number).where(articles.c.dropped.is_(False))).scalars().all():
        index.add(run, number, decode(run.execute(query.where(articles.c.number == number)).one().payload, Article))


def _statement_row(article: Article, index: int) -> dict[str, str | int | float | None]:
    statement = article.statements[index]
    spans, speaker = statement.content, statement.speaker
    return {
        "id": statement.id,
        "act": statement.act.value,
        "voice": statement.voice.value,
        "commitment": statement.commitment.value,
        "confidence": statement.confidence,
        "speaker": speaker.name,
        "kind": speaker.kind.value,
        "actor": speaker.actor,
        "outlet": article.outlet,
        "said_on": None if statement.said_on is None else statement.said_on.isoformat(),
        "start": min((s.start for s in spans), default=None),
        "end": max((s.end for s in spans), default=None),
    }
