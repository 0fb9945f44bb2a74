"""Reads the pages that a gold file names, each on its own and then all together. Gold and a folder enter, a world leaves."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from tocsin.bench.gold import Gold
from tocsin.bench.world import World, list_by_id
from tocsin.errors import SourceError
from tocsin.flow.line import read_page
from tocsin.flow.look import look
from tocsin.model import Article
from tocsin.settings import Settings
from tocsin.store.view import View


def read_pages(gold: Gold, folder: Path, settings: Settings) -> tuple[dict[str, tuple[Article, ...]], tuple[str, ...]]:
    """Return the articles of each page, none where it cannot be read, and what went wrong."""
    articles: dict[str, tuple[Article, ...]] = {}
    wrong = []
    for page in gold.pages:
        path = folder / page.page
        try:
            articles[page.page] = read_page(path.read_bytes(), path=page.page, url=None, captured=None, settings=settings)
        except OSError as exc:
            articles[page.page] = ()
            wrong.append(f"{path}: cannot be read: {exc.strerror}")
        except SourceError as exc:
            articles[page.page] = ()
            wrong.append(str(exc))
    return articles, tuple(wrong)


def look_at(gold: Gold, articles: Mapping[str, tuple[Article, ...]], settings: Settings) -> World:
    """Link and weigh all the articles together."""
    picture = look(View(tuple(_all(articles)), settings.registry))
    return World(gold, articles, list_by_id(articles), picture.actors.records, picture.stories, picture.weights)


def _all(articles: Mapping[str, tuple[Article, ...]]) -> Iterator[Article]:
    for parts in articles.values():
        yield from parts
