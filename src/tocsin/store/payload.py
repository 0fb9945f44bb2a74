"""Records to bytes and back: what the payload columns of a desk hold."""

import zlib
from dataclasses import replace
from typing import TypeVar

import msgspec

from tocsin.errors import StoreError
from tocsin.model import Article

T = TypeVar("T")
_LEVEL = 3  # a third of the size for a tenth of the time of the level above 6


def encode(record: object) -> bytes:
    """Return a record as compressed JSON. Text that is no Unicode (half a character) is a UnicodeEncodeError."""
    return zlib.compress(msgspec.json.encode(record), _LEVEL)


def decode(raw: bytes, kind: type[T]) -> T:
    """Return the record of type ``kind`` that ``encode`` wrote."""
    try:
        return msgspec.json.decode(zlib.decompress(raw), type=kind)
    except (zlib.error, msgspec.DecodeError) as exc:
        raise StoreError(
            f"a stored {kind.__name__} cannot be read back ({exc}): restore the desk from a copy, or add its pages to a new one"
        ) from exc


def strip_words(article: Article) -> Article:
    """Leave the words out of the sentences: they are made again from the text (``View.sentences``)."""
    bare = tuple(replace(s, starts=(), ends=(), words=(), keys=()) for s in article.sentences)
    return replace(article, sentences=bare)
