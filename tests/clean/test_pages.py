"""Whole pages, written for this folder, against what a careful reader finds on them."""

from pathlib import Path

import msgspec
import pytest

from tocsin.clean import make_capture, read
from tocsin.lang import pack
from tocsin.model import Article, Match, Precision, Role

PAGES = Path(__file__).parent / "pages"


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str | None
    body: tuple[str, ...]


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    outlet: str | None = None
    author: str | None = None
    credit: str | None = None
    dateline: str | None = None
    published: str | None = None
    zone: str | None = None
    genre: str | None = None
    embeds: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


class Case(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    page: str
    articles: tuple[Wanted, ...]
    first: Known = Known()


CASES = pack.parse((PAGES / "expected.yml").read_text(encoding="utf-8"), tuple[Case, ...], "expected.yml")
each_page = pytest.mark.parametrize("case", CASES, ids=lambda case: case.page)


def read_page(name: str) -> tuple[Article, ...]:
    raw = (PAGES / name).read_bytes()
    return read(raw, make_capture(raw, path=name))


def get_body(article: Article) -> list[str]:
    return [article.text[p.start : p.end].lstrip('-•“" ') for p in article.paragraphs if p.role is Role.BODY]


def tell_time(article: Article) -> str | None:
    if article.published is None:
        return None
    stated = article.published.at.isoformat()
    return stated[:10] if article.published.precision is Precision.DAY else stated[:16]


@each_page
def test_articles_titles_and_paragraphs_are_those_of_a_careful_reader(case: Case) -> None:
    articles = read_page(case.page)
    assert [article.title for article in articles] == [wanted.title for wanted in case.articles]
    for article, wanted in zip(articles, case.articles, strict=True):
        body = get_body(article)
        assert len(body) == len(wanted.body), body
        for paragraph, opening in zip(body, wanted.body, strict=True):
            assert paragraph.startswith(opening)


@each_page
def test_metadata_is_what_the_page_says_and_nothing_else(case: Case) -> None:
    article = read_page(case.page)[0]
    known = case.first
    assert (article.outlet, article.author, article.credit, article.dateline) == (known.outlet, known.author, known.credit, known.dateline)
    assert tell_time(article) == known.published
    assert (None if article.published is None else article.published.zone) == known.zone
    assert article.genre.value == (known.genre or "news")
    assert tuple(f"{embed.author} {embed.date}" for embed in article.embeds) == known.embeds
    assert tuple(link.url for link in article.links) == known.links


@each_page
def test_nothing_disappears(case: Case) -> None:
    """Every visible word of the page is in an article, in a post or in an issue."""
    articles = read_page(case.page)
    if case.page.endswith(".html"):
        pytest.skip("words of a page's head are shown nowhere")
    kept = " ".join(article.text for article in articles)
    told = " ".join(issue.text or "" for article in articles for issue in article.issues)
    long = any(len(issue.text or "") == 200 for article in articles for issue in article.issues)
    for word in (PAGES / case.page).read_text(encoding="utf-8").split():
        assert word in kept or word in told or long


@each_page
def test_every_character_comes_from_the_page(case: Case) -> None:
    raw = (PAGES / case.page).read_bytes()
    capture = make_capture(raw, path=case.page)
    source = raw.decode(capture.encoding)
    for article in read(raw, capture):
        assert [segment.start for segment in article.segments] == [0, *(segment.end for segment in article.segments[:-1])]
        assert article.segments[-1].end == len(article.text)
        for segment in article.segments:
            assert segment.match is not Match.NONE
            if segment.match is Match.EXACT:
                assert source[segment.raw_start : segment.raw_end] == article.text[segment.start : segment.end]
