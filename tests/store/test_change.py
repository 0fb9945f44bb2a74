from dataclasses import replace
from datetime import datetime

import pytest
from hands import BREAKOUT, make_article, make_capture

from tocsin.model import Article, Paragraph
from tocsin.store.change import Change, compare


def article(*paragraphs: str, title: str | None = None, published: datetime | None = None) -> Article:
    text = "\n".join(paragraphs)
    made = make_article(text, capture=make_capture(text.encode()), title=title, published=published)
    starts = [sum(len(p) + 1 for p in paragraphs[:index]) for index in range(len(paragraphs))]
    return replace(made, paragraphs=tuple(Paragraph(start, start + len(p)) for start, p in zip(starts, paragraphs, strict=True)))


@pytest.mark.parametrize(
    ("old", "new", "summary"),
    [
        (article("One.", "Two."), article("One.", "Two."), "no change in the text"),
        (article("One.", "Two."), article("Two.", "One."), "no change in the text"),
        (article("One  two."), article("One two."), "no change in the text"),
        (article("One."), article("One.", "Two."), "added: “Two.”"),
        (article("One.", "Two."), article("One."), "removed: “Two.”"),
        (article("One.", "Two."), article("Three.", "Four."), "added: “Three.” and 1 more; removed: “One.” and 1 more"),
        (article("One.", title="A"), article("One.", title="B"), "title “A” became “B”"),
        (article("One."), article("One.", title="B"), "title (none) became “B”"),
        (article("One."), article("One.", published=datetime(2031, 5, 1)), "published (none) became “2031-05-01T00:00:00”"),  # noqa: DTZ001
    ],
)
def test_a_change_says_what_differs(old: Article, new: Article, summary: str) -> None:
    assert compare(old, new).summary == summary


def test_a_long_sentence_is_cut_in_the_summary_alone() -> None:
    change = compare(article("One."), article("One.", BREAKOUT))
    assert len(change.summary) < 130
    assert change.added == (BREAKOUT,)


def test_an_article_that_is_gone_says_so() -> None:
    assert Change(gone=True).summary == "the page no longer holds this article"
