"""Builds articles by hand for the tests of this room, and reads its case files."""

from datetime import datetime
from pathlib import Path

import yaml

from tocsin.model import Article, Capture, Media, Paragraph, Precision, Published

HERE = Path(__file__).parent


def read_rows(name: str) -> list[dict[str, object]]:
    """The rows of a case file beside this one; an empty file is refused."""
    rows = yaml.safe_load((HERE / name).read_text(encoding="utf-8"))
    assert isinstance(rows, list)
    assert len(rows) > 0
    return rows


def read_texts(name: str) -> list[str]:
    """The texts of a case file that is a list of them."""
    return [str(row) for row in read_rows(name)]


def publish(day: str | None, precision: Precision = Precision.DAY, zone: str | None = None) -> Published | None:
    return None if day is None else Published(datetime.fromisoformat(day), precision, zone, "given")


def make_article(text: str, language: str | None = None, *, published: Published | None = None) -> Article:
    """An article of ``text``, one paragraph a line."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        if line.strip() != "":
            paragraphs.append(Paragraph(start, start + len(line)))
        start += len(line) + 1
    capture = Capture("0" * 64, "page", "page.txt", None, None, Media.TEXT, "utf-8", len(text))
    return Article("a", capture, 1, text, tuple(paragraphs), (), language=language, published=published)
