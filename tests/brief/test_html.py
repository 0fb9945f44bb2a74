"""The HTML brief: one file, nothing loaded, hostile words harmless, each language in its direction."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fire import BRIEF, PICTURE, VIEW

from tocsin.brief.compose import compose
from tocsin.brief.holdings import make_holdings
from tocsin.brief.html import write_html
from tocsin.model import Article
from tocsin.store.view import View

VOID = {"meta", "link", "br", "hr", "img", "input"}


class Outline(HTMLParser):
    """Elements in order, with what is open; refuses a tag that closes nothing."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _hostile(article: Article) -> Article:
    """Put markup and direction marks where the page's words stand, without moving a span."""
    attack = "<b>&\u202e"
    return replace(
        article, title='<script>alert("x")</script>', outlet='<img src=x onerror="y">', text=attack + article.text[len(attack) :]
    )


@pytest.fixture
def page() -> str:
    return write_html(BRIEF)


def test_every_tag_is_closed_and_every_id_is_there_once(page: str) -> None:
    outline = Outline(page)
    assert outline.open == []
    ids = [found["id"] for _, found in outline.elements if "id" in found]
    assert len(ids) == len(set(ids))


def test_every_inner_link_leads_somewhere(page: str) -> None:
    elements = Outline(page).elements
    ids = {found["id"] for _, found in elements if "id" in found}
    targets = [str(found["href"])[1:] for tag, found in elements if tag == "a" and str(found["href"]).startswith("#")]
    assert len(targets) > 10
    assert set(targets) <= ids


def test_nothing_is_loaded_from_outside(page: str) -> None:
    elements = Outline(page).elements
    assert {tag for tag, _ in elements}.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert not any("src" in found or any(name.startswith("on") for name in found) for _, found in elements)
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_arabic_stands_in_its_direction(page: str) -> None:
    elements = Outline(page).elements
    assert any(tag == "article" and found.get("lang") == "ar" and found.get("dir") == "rtl" for tag, found in elements)
    assert any(tag == "article" and found.get("lang") == "en" and found.get("dir") == "ltr" for tag, found in elements)


def test_the_cited_words_are_marked_on_their_page(page: str) -> None:
    assert "<mark>تسعة أشخاص</mark><mark> قتلوا في حريق بمستودع سليم</mark>" in page
    assert "<mark>At least 14</mark><mark> of our people are dead</mark>" in page


def test_roots_are_said_in_words_and_drawn(page: str) -> None:
    assert "3 articles → 1 root" in page
    assert page.count("<svg") >= 3


def test_hostile_words_stay_words() -> None:
    hostile = View(tuple(_hostile(article) for article in VIEW.articles), VIEW.registry)
    page = write_html(compose(make_holdings(hostile, PICTURE)))
    outline = Outline(page)
    assert outline.open == []
    assert {tag for tag, _ in outline.elements}.isdisjoint({"script", "img", "b"})
    assert "&lt;img src=x" in page
    assert re.search("[\u202a-\u202e\u2066-\u2069]", page) is None


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "http://[broken"])
def test_only_a_web_address_becomes_a_link(url: str) -> None:
    articles = tuple(replace(a, capture=replace(a.capture, url=url)) for a in VIEW.articles)
    page = write_html(compose(make_holdings(View(articles, VIEW.registry), PICTURE)))
    assert all(str(found["href"]).startswith("#") for tag, found in Outline(page).elements if tag == "a")


def test_the_same_brief_gives_the_same_page() -> None:
    assert write_html(BRIEF) == write_html(BRIEF)
