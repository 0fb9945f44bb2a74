"""Everything that was read of a set of pages, ready to be scored: articles by page, statements by id, and what links them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.bench.found import Given, list_given
from tocsin.bench.gold import Gold, Page
from tocsin.model import Actor, Article, Story, Weight

_PART = "#"


@dataclass(frozen=True, slots=True)
class World:
    """``articles`` are by the page's name in the gold; ``given`` by the statement's id."""

    gold: Gold
    articles: Mapping[str, tuple[Article, ...]]
    given: Mapping[str, Given]
    actors: tuple[Actor, ...] = ()
    stories: tuple[Story, ...] = ()
    weights: tuple[Weight, ...] = ()

    def find_pages(self, name: str) -> tuple[Page, ...]:
        """The gold pages of this name, or that begin with it."""
        return tuple(page for page in self.gold.pages if page.page.startswith(name))

    def find_articles(self, name: str) -> tuple[Article, ...]:
        """The articles of "page" or "page#part"."""
        page, _, part = name.partition(_PART)
        articles = [article for found in self.find_pages(page) for article in self.articles.get(found.page, ())]
        return tuple(article for article in articles if part == "" or article.part == int(part))

    def list_ids(self, page: Page) -> frozenset[str]:
        return frozenset(article.id for article in self.articles.get(page.page, ()))

    def list_claims(self) -> Iterator[tuple[Weight, tuple[Given, ...]]]:
        """Each weighed claim with the statements that make it."""
        for weight in self.weights:
            yield weight, tuple(self.given[name] for name in weight.claim.statements if name in self.given)


def list_by_id(articles: Mapping[str, tuple[Article, ...]]) -> dict[str, Given]:
    """The statements of all pages by their id."""
    return {one.statement.id: one for parts in articles.values() for one in list_given(parts)}
