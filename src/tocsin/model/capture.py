"""A capture: one page, byte for byte, as it was fetched or found. The bytes lie beside the record, never in it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Media(StrEnum):
    """What the bytes of a capture are."""

    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Capture:
    """Where a page came from and what its bytes were.

    ``page`` is the key of the page that this capture is a version of: its URL, else its path.
    ``encoding`` is the Python codec that raw offsets of segments count in.
    """

    sha256: str
    page: str
    path: str | None
    url: str | None
    captured: datetime | None
    media: Media
    encoding: str
    size: int
