"""A capture's bytes in; its articles out, each with clean text, what is known of it, and what was dropped."""

from tocsin.clean.decode import decode, make_capture
from tocsin.clean.dump import read_dump
from tocsin.clean.page import read_html
from tocsin.clean.signature import read_signature
from tocsin.model import Article, Capture, Media

__all__ = ["decode", "make_capture", "read", "read_signature"]


def read(raw: bytes, capture: Capture) -> tuple[Article, ...]:
    """Return the articles of a page in their order. Raises SourceError when there is nothing to read."""
    source = raw.decode(capture.encoding, "replace")
    return read_html(source, capture) if capture.media is Media.HTML else read_dump(source, capture)
