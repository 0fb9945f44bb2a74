"""HTML source in; the paragraphs that trafilatura takes for the body out. Its failures on broken markup are empty answers."""

import logging
from collections.abc import Iterator
from functools import cache

from lxml.etree import LxmlError, iterwalk  # type: ignore[import-untyped]
from trafilatura import bare_extraction
from trafilatura.settings import Extractor

_LIMIT = 6 * 1024 * 1024  # characters; a larger page goes to the rules for plain text
_BLOCKS = frozenset(("p", "head", "item", "cell", "quote", "list", "table", "row", "div", "ab", "code", "lb", "graphic", "fw"))
# What lxml and trafilatura raise on pages that are no pages; anything else is a bug and shall be seen.
_FAILURES = (LxmlError, ValueError, TypeError, AttributeError, IndexError, KeyError, RecursionError, AssertionError, OverflowError)


@cache
def _make_options() -> Extractor:
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    return Extractor(
        output_format="python", fast=True, comments=False, tables=True, links=False, images=False, formatting=False, dedup=False
    )


def extract(source: str) -> list[str]:
    """Return the body's paragraphs in order; none where nothing was found."""
    if len(source) > _LIMIT:
        return []
    try:
        document = bare_extraction(source, options=_make_options())
        body = getattr(document, "body", None)
        return [] if body is None else list(_walk(body))
    except _FAILURES:
        return []


def _walk(body: object) -> Iterator[str]:
    """The text between two borders of blocks, piece by piece."""
    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag in _BLOCKS:
            text = "".join(parts).strip()
            if text != "":
                yield text
            parts = []
        piece = element.text if event == "start" else element.tail
        if piece is not None:
            parts.append(piece)
    text = "".join(parts).strip()
    if text != "":
        yield text
