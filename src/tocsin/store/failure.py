"""Turns what a database or a disk says into a StoreError that names the desk and what to do."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from tocsin.errors import RecordError, StoreError

# What the database says, and what it means for the one who asked.
_MEANINGS = (
    ("file is not a database", "this file is not a desk; name another file, or move it away"),
    ("disk is full", "the disk is full: free some space and run the command again; what was reported as added is kept"),
    ("locked", "another program is writing to this desk; wait for it to end and run the command again"),
    ("readonly", "no permission to write to this desk; make the file and its folder writable, or use another desk"),
    (
        "unable to open",
        "this desk cannot be opened; check that you may read it. One that a run left open, or that is new, needs a folder you may write in",
    ),
    ("malformed", "this desk is damaged; restore it from a copy, or add its pages to a new one"),
    ("disk i/o error", "the disk failed while this desk was read or written; check the disk, then run the command again"),
    ("permission denied", "no permission to read or write this desk; make it and its folder yours, or use another desk"),
)
_SYSTEM = {
    errno.ENOSPC: "disk is full",
    errno.EDQUOT: "disk is full",
    errno.EROFS: "readonly",
    errno.EACCES: "permission denied",
    errno.EPERM: "permission denied",
}


@contextmanager
def guard(name: str) -> Iterator[None]:
    """Raise every failure of the store ``name`` as a StoreError; a record that no store could hold as a RecordError."""
    try:
        yield
    except DBAPIError as exc:
        raise StoreError(f"{name}: {_explain(str(exc.orig))}") from exc
    except UnicodeEncodeError as exc:
        found = exc.object[exc.start : exc.end]
        raise RecordError(f"the text holds {found!r}, which is half a character: the page was decoded wrongly, and is not kept") from exc
    except OSError as exc:
        words = str(exc.strerror) if exc.errno is None else _SYSTEM.get(exc.errno, str(exc.strerror))
        where = name if exc.filename is None else exc.filename
        raise StoreError(f"{where}: {_explain(words)}") from exc


def _explain(words: str) -> str:
    lowered = words.lower()
    for sign, meaning in _MEANINGS:
        if sign in lowered:
            return meaning
    return f"the desk could not be read or written: {words}"
