"""Marks in a text: whatever overlaps, no letter is lost and every reference has its place."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from tocsin.brief.marking import anchor, mark
from tocsin.brief.parts import Page
from tocsin.model import Article, Capture, Media, Paragraph, Role, Span

TEXT = "A headline\nFirst paragraph of text.\nSecond one."
PARAGRAPHS = (Paragraph(0, 10, Role.TITLE), Paragraph(11, 35), Paragraph(36, 47))


def _page(spans: list[Span]) -> Page:
    capture = Capture("0" * 64, "p", "p", None, datetime(2026, 3, 1), Media.TEXT, "utf-8", 47)  # noqa: DTZ001 -- not read here
    article = Article("a", capture, 1, TEXT, PARAGRAPHS, ())
    return Page(article, tuple((span, f"s{index}") for index, span in enumerate(spans)))


def _span(pair: tuple[int, int]) -> Span:
    return Span(min(pair), max(pair))


SPANS = st.lists(st.tuples(st.integers(0, 46), st.integers(0, 46)).filter(lambda pair: pair[0] != pair[1]).map(_span), max_size=6)


@given(SPANS)
def test_the_text_comes_back_whole(spans: list[Span]) -> None:
    paragraphs = ["".join(piece.text for piece in paragraph.pieces) for paragraph in mark(_page(spans))]
    assert "\n".join(paragraphs) == TEXT


@given(SPANS)
def test_exactly_the_cited_letters_are_marked(spans: list[Span]) -> None:
    marked = "".join("x" * len(p.text) if p.marked else "." * len(p.text) for paragraph in mark(_page(spans)) for p in paragraph.pieces)
    inside = [at for paragraph in PARAGRAPHS for at in range(paragraph.start, paragraph.end)]
    assert marked == "".join("x" if any(s.start <= at < s.end for s in spans) else "." for at in inside)


@given(SPANS)
def test_every_reference_has_one_place(spans: list[Span]) -> None:
    names = [name for paragraph in mark(_page(spans)) for piece in paragraph.pieces for name in piece.anchors]
    assert sorted(names) == sorted(anchor(f"s{index}", (span,)) for index, span in enumerate(spans))
