"""Tocsin: who says so, through whom, who else independently, who says otherwise."""

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tocsin.model import Article, Statement
    from tocsin.store import Desk

__all__ = ["open", "read", "statements"]

# Before anything loads numpy: on small matrices the threads of its library wait for one another, and take ten times as long.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# Each function imports what it needs itself: `import tocsin` costs nothing until something is read.


def read(page: str | Path | bytes, url: str | None = None, captured: datetime | None = None) -> "list[Article]":
    """Read a page: a path, or the bytes of one. Raises SourceError when it cannot be read or holds no article."""
    from tocsin.collect.file import Page, load
    from tocsin.flow.line import read_page
    from tocsin.settings import from_environment

    settings = from_environment()
    found = Page(None, page) if isinstance(page, bytes) else load(page, settings.limit)
    return list(read_page(found.raw, path=found.path, url=url, captured=captured, settings=settings))


def statements(text: str, language: str | None = None) -> "list[Statement]":
    """Find who says what in a text as it stands; spans count in exactly the text given. ``language`` is a code such as "ar"."""
    from tocsin.flow.line import read_text
    from tocsin.settings import from_environment

    return list(read_text(text, language=language, settings=from_environment()).statements)


def open(path: str | Path) -> "Desk":  # noqa: A001 -- tocsin.open reads as it should
    """Open a desk, and make it if there is none."""
    from tocsin.settings import from_environment
    from tocsin.store import open_desk

    return open_desk(str(path), settings=from_environment())
