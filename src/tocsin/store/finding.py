"""A query and a filter go in; hits with their passages come out, best first. Runs in the caller's transaction."""

from collections.abc import Iterator, Sequence

from sqlalchemy import ColumnElement, Connection, and_, exists, or_, select

from tocsin.lang.fold import key
from tocsin.lang.outlets import Registry
from tocsin.model import Article
from tocsin.store.base import Filter, Hit
from tocsin.store.payload import decode
from tocsin.store.query import Term, choose
from tocsin.store.reading import within
from tocsin.store.rows import Index
from tocsin.store.tables import articles, mentions, versions

_CHUNK = 200


def find_hits(run: Connection, index: Index, terms: Sequence[Term], *, wanted: Filter, registry: Registry) -> Iterator[Hit]:
    """Yield at most ``wanted.limit`` hits."""
    ranked = index.find(run, terms)
    allowed, left = narrow(wanted, registry), wanted.limit
    query = select(articles.c.number, versions.c.payload).join(
        versions, and_(versions.c.article == articles.c.number, versions.c.version == articles.c.version)
    )
    for first in range(0, len(ranked), _CHUNK):
        chunk = ranked[first : first + _CHUNK]
        kept = set(run.execute(select(articles.c.number).where(articles.c.number.in_([n for n, _ in chunk]), allowed)).scalars())
        for number, rank in chunk:
            if left == 0:
                return
            if number in kept:
                left -= 1
                payload = run.execute(query.where(articles.c.number == number)).one().payload
                yield _make_hit(decode(payload, Article), terms, rank)


def narrow(wanted: Filter, registry: Registry) -> ColumnElement[bool]:
    """A filter as a condition on the articles."""
    conditions = [articles.c.dropped.is_(False), within(wanted.since, wanted.until)]
    if wanted.language is not None:
        conditions.append(articles.c.language == wanted.language)
    if wanted.outlet is not None:
        conditions.append(articles.c.outlet_key.in_(_spell_outlet(wanted.outlet, registry)))
    if len(wanted.actors) > 0:
        named = or_(mentions.c.actor.in_(wanted.actors), mentions.c.name_key.in_([key(name) for name in wanted.actors]))
        conditions.append(exists().where(mentions.c.article == articles.c.number, named))
    return and_(*conditions)


def _spell_outlet(name: str, registry: Registry) -> list[str]:
    outlet = registry.by_id.get(name, registry.get(name))
    names = () if outlet is None else (outlet.name, *(n for names in outlet.names.values() for n in names))
    return [key(n) for n in (name, *names)]


def _make_hit(article: Article, terms: Sequence[Term], rank: float) -> Hit:
    span, marks = choose(article.text, terms)
    published = None if article.published is None else article.published.at
    return Hit(article.id, article.title, article.outlet, published, span.of(article.text), span, marks, rank)
