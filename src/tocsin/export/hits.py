"""The shape of a search hit in JSON."""

from tocsin.export.lines import Shape
from tocsin.instants import write_instant
from tocsin.store import Hit


def hit_object(hit: Hit) -> Shape:
    """Return a hit: ``start`` and ``end`` bound the passage to show, ``marks`` the words found, both in the article's text."""
    return {
        "article": hit.article,
        "title": hit.title,
        "outlet": hit.outlet,
        "published": write_instant(hit.published),
        "start": hit.span.start,
        "end": hit.span.end,
        "text": hit.snippet,
        "marks": [{"start": mark.start, "end": mark.end} for mark in hit.marks],
        "rank": round(hit.rank, 6),
    }
