"""Tells whether a desk knows a page already: under its own name, under another, or as an older version. Runs in the caller's transaction."""

from collections.abc import Sequence
from pathlib import PurePath

from sqlalchemy import Connection, and_, select

from tocsin.lang.fold import key
from tocsin.model import Article
from tocsin.store import identity
from tocsin.store.base import Added
from tocsin.store.reading import find_page
from tocsin.store.tables import articles, custody, versions
from tocsin.store.writing import find_source, source_of

_TELLING = 20  # a file name that more pages than this have in common tells nothing ("index.html")


def find_held(run: Connection, sha256: str, page: str, stages: str) -> Added | None:
    """What is held of these bytes as a version of this page, if these stages read it."""
    query = select(articles.c.id, versions.c.stages).join(versions, versions.c.article == articles.c.number)
    rows = run.execute(
        query.where(articles.c.page == page, versions.c.capture == sha256, articles.c.dropped.is_(False)).order_by(articles.c.part)
    ).all()
    if len(rows) == 0 or any(row.stages != stages for row in rows):
        return None
    return Added(unchanged=tuple(dict.fromkeys(row.id for row in rows)))


def find_page_of(run: Connection, sha256: str) -> str | None:
    """The page that gave these bytes first."""
    row = run.execute(select(custody.c.page).where(custody.c.capture == sha256).order_by(custody.c.id).limit(1)).first()
    return None if row is None else str(row.page)


def find_older(run: Connection, page: Sequence[Article]) -> str | None:
    """The key of the page that these articles are another version of, if it is not their own."""
    capture = page[0].capture
    last = find_source(run, source_of(capture))
    if last is not None and last[1] != capture.page and (last[0] == capture.sha256 or _is_alike(run, page, last[1])):
        return last[1]
    held = find_page(run, capture.page)
    if len(held) > 0:
        return capture.path if _is_misaddressed(run, page, held) else None
    if last is not None:
        return None
    same = find_page_of(run, capture.sha256)
    return same if same is not None else _find_twin(run, page)


def _is_alike(run: Connection, page: Sequence[Article], other: str) -> bool:
    return identity.shared(page, find_page(run, other)) >= identity.SHARED


def _find_twin(run: Connection, page: Sequence[Article]) -> str | None:
    """A page known by its path that has this one's file name or headline, and most of its text."""
    best: tuple[float, str] | None = None
    for candidate in sorted(_find_namesakes(run, page)):
        held = find_page(run, candidate)
        if not identity.is_compatible(page, held):
            continue
        score = identity.shared(page, held)
        if score >= identity.SHARED and (best is None or score > best[0]):
            best = (score, candidate)
    return None if best is None else best[1]


def _find_namesakes(run: Connection, page: Sequence[Article]) -> set[str]:
    by_path = select(articles.c.page).distinct().where(articles.c.file.is_not(None), articles.c.dropped.is_(False))
    found: set[str] = set()
    path = page[0].capture.path
    if path is not None:
        named = run.execute(by_path.where(articles.c.file == PurePath(path).name).limit(_TELLING + 1)).scalars().all()
        found.update(named if len(named) <= _TELLING else ())
    for article in page:
        if article.title is not None and article.outlet is not None:
            headline = and_(articles.c.title_key == key(article.title), articles.c.outlet_key == key(article.outlet))
            found.update(run.execute(by_path.where(headline)).scalars())
    return found


def _is_misaddressed(run: Connection, page: Sequence[Article], held: Sequence[Article]) -> bool:
    """True when a saved file names an address in its markup that another, quite different file named before: a template's, not its own."""
    capture = page[0].capture
    if capture.path is None or capture.page == capture.path:
        return False
    others = run.execute(select(custody.c.path).where(custody.c.page == capture.page).distinct()).scalars().all()
    return capture.path not in others and not identity.is_titled_alike(page, held) and identity.shared(page, held) < identity.UNLIKE
