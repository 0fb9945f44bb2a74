"""An article built around a bare text, so that stages can be timed one by one. Text enters, an article leaves."""

import re
from hashlib import sha256

from tocsin.model import Article, Capture, Match, Media, Paragraph, Segment, make_id

_LINE = re.compile(r"[^\s][^\n]*")


def make_article(text: str, *, language: str | None = None, name: str = "text") -> Article:
    """Each line of ``text`` is a paragraph; nothing is cleaned away, so spans count in exactly this text."""
    raw = text.encode("utf-8", "surrogatepass")
    capture = Capture(sha256(raw).hexdigest(), name, name, None, None, Media.TEXT, "utf-8", len(raw))
    paragraphs = tuple(Paragraph(m.start(), m.start() + len(m.group().rstrip())) for m in _LINE.finditer(text))
    segments = (Segment(0, len(text), 0, len(text), Match.EXACT),) if len(text) > 0 else ()
    return Article(make_id(capture.sha256, "1"), capture, 1, text, paragraphs, segments, language=language)
