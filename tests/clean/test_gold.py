"""The public gold beside the checkout: titles, dates, furniture and articles of the seed pages. Its texts are not repeated here."""

from pathlib import Path

import msgspec
import pytest

from tocsin.clean import make_capture, read
from tocsin.lang import pack

SHARED = Path(__file__).parents[3] / "shared"
GOLD = SHARED / "gold" / "seeds" / "articles.yml"
pytestmark = [pytest.mark.gold, pytest.mark.skipif(not GOLD.is_file(), reason="no gold beside the checkout")]


class Line(msgspec.Struct, frozen=True):
    content: str
    article: int = 1


class Page(msgspec.Struct, frozen=True):
    page: str
    articles: int
    published: str | None
    title: str | None = None
    second_title: str | None = None
    outlet: str | None = None
    not_in_text: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    statements: tuple[Line, ...] = ()


class Gold(msgspec.Struct, frozen=True):
    pages: tuple[Page, ...]


def test_seed_pages_are_split_dated_and_freed_of_furniture() -> None:
    for page in pack.parse(GOLD.read_text(encoding="utf-8"), Gold, str(GOLD)).pages:
        raw = (SHARED / "seeds" / page.page).read_bytes()
        articles = read(raw, make_capture(raw, path=page.page))
        assert len(articles) == page.articles
        assert page.title in (None, articles[0].title)
        assert page.second_title in (None, articles[-1].title)
        assert page.outlet in (None, articles[0].outlet)
        assert [None if a.published is None else a.published.at.isoformat()[:16] for a in articles] == [page.published] * page.articles
        for line in page.statements:
            assert line.content in articles[line.article - 1].text
        for words in page.not_in_text + page.captions:
            assert all(words not in article.text for article in articles)
