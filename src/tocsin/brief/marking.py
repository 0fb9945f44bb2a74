"""An article's text with the cited words marked: a page enters, paragraphs in pieces leave. Marks may overlap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tocsin.brief.parts import Page, Reference, Words
from tocsin.model import Role, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. ``anchors`` are the marks that begin here."""

    text: str
    marked: bool
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph in pieces."""

    title: bool
    language: str | None
    pieces: tuple[Piece, ...]


def anchor(statement: str, spans: Sequence[Span]) -> str:
    """Return the name of the place that a reference leads to."""
    return f"s-{statement}-{spans[0].start}" if len(spans) != 0 else f"s-{statement}"


def anchor_of(reference: Reference) -> str:
    return anchor(reference.statement, reference.spans)


def cut(words: Words) -> Iterator[tuple[str, bool]]:
    """Yield the runs of a quotation, each with whether it says the claim."""
    borders = sorted({0, len(words.text), *(border for span in words.focus for border in (span.start, span.end))})
    for first, last in pairwise(borders):
        yield words.text[first:last], any(span.start <= first and last <= span.end for span in words.focus)


def mark(page: Page) -> tuple[Marked, ...]:
    """Return the paragraphs of a page, cut wherever a mark begins or ends."""
    article, waiting = page.article, sorted({(span.start, anchor(statement, (span,))) for span, statement in page.marks})
    marked = []
    for paragraph in article.paragraphs:
        pieces = []
        for start, end, covered in _cut(paragraph.start, paragraph.end, [span for span, _ in page.marks]):
            names = tuple(name for at, name in waiting if at < end)
            waiting = waiting[len(names) :]
            pieces.append(Piece(article.text[start:end], covered, names))
        marked.append(Marked(paragraph.role is Role.TITLE, paragraph.language or article.language, tuple(pieces)))
    return tuple(marked)


def _cut(start: int, end: int, spans: list[Span]) -> Iterator[tuple[int, int, bool]]:
    near = [span for span in spans if span.start < end and start < span.end]
    borders = sorted({start, end, *(b for span in near for b in (span.start, span.end) if start < b < end)})
    for first, last in pairwise(borders):
        yield first, last, any(span.start <= first and last <= span.end for span in near)
