"""Attribute: who says what, through whom. Enters: an annotated article. Leaves: the same with its statements."""

from bisect import bisect_right
from dataclasses import replace

from tocsin.attribute import reading
from tocsin.lang.outlets import Registry
from tocsin.model import Article, Figure, Statement


def read(article: Article, registry: Registry, *, fast: bool = False) -> Article:
    """Return the article with its statements; each figure learns which statement holds it. ``fast`` means by rules alone."""
    statements, issues = reading.read(article, registry, fast=fast)
    return replace(article, statements=statements, figures=_held(article.figures, statements), issues=(*article.issues, *issues))


def _held(figures: tuple[Figure, ...], statements: tuple[Statement, ...]) -> tuple[Figure, ...]:
    """The innermost statement around a figure holds it."""
    if len(figures) == 0:
        return figures
    spans = sorted((span.start, span.end, s.id) for s in statements for span in s.content)
    starts = [start for start, _, _ in spans]
    held = []
    for figure in figures:
        before = spans[: bisect_right(starts, figure.start)]
        around = [(end - start, holder) for start, end, holder in before[-40:] if figure.end <= end]
        held.append(replace(figure, statement=min(around)[1]) if len(around) > 0 else figure)
    return tuple(held)
