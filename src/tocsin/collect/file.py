"""Paths that a user names go in; pages come out one at a time, as path and bytes, in sorted order. What is no page comes out as an issue."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin.collect import kinds
from tocsin.errors import SourceError
from tocsin.model import Issue

STDIN = "-"
_STAGE = "collect"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as found: its absolute path (None from standard input) and its bytes."""

    path: str | None
    raw: bytes


@dataclass(frozen=True, slots=True)
class _Found:
    """A path that may be a page; ``named`` when the user gave it, so that its name and ending are not held against it."""

    path: Path
    named: bool


def walk(paths: Iterable[str | Path], *, limit: int, leave: Sequence[Path] = ()) -> Iterator[Page | Issue]:
    """Yield the pages of files and folders, one in memory at a time; an issue for each thing that cannot be read or is no page.

    Hidden files inside folders are passed over, as are the paths in ``leave``. ``-`` stands for standard input.
    """
    for path in paths:
        if str(path) == STDIN:
            yield _read_stdin(limit)
            continue
        for found in _find(Path(path).expanduser().absolute(), frozenset(leave)):
            yield found if isinstance(found, Issue) else _read(found, limit)


def load(path: str | Path, limit: int) -> Page:
    """Return the page in one file. Raises SourceError when the file cannot be read or is no page."""
    found = _read(_Found(Path(path).expanduser().absolute(), named=True), limit)
    if isinstance(found, Issue):
        raise SourceError(f"{found.path}: {found.reason}")
    return found


def count(paths: Iterable[str | Path], *, leave: Sequence[Path] = ()) -> int:
    """Return how many files ``walk`` will look at, without opening any: for the time left."""
    total = 0
    for path in paths:
        if str(path) == STDIN:
            total += 1
        else:
            total += sum(isinstance(found, _Found) for found in _find(Path(path).expanduser().absolute(), frozenset(leave)))
    return total


def _find(path: Path, leave: frozenset[Path]) -> Iterator[_Found | Issue]:
    if not path.is_dir():
        if path.exists() or path.is_symlink():
            yield _Found(path, named=True)
        else:
            yield _issue(path, "there is no such file or folder; check the path")
        return
    pages = 0
    for found in _find_inside(path, leave):
        pages += isinstance(found, _Found) and kinds.is_page_name(found.path.name)
        yield found
    if pages == 0:
        yield _issue(path, "this folder holds no pages; expected .html, .htm, .xhtml, .txt or .md files, or text without an ending")


def _find_inside(folder: Path, leave: frozenset[Path]) -> Iterator[_Found | Issue]:
    """Walk a folder depth first. A folder reached twice, as through a link to one above, is walked once."""
    seen: set[tuple[int, int]] = set()
    waiting = [folder]
    while len(waiting) > 0:
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield _Found(path, named=False)
                continue
            place = path.stat()
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208 -- names alone, a million of them cheaply
        except OSError as exc:
            yield _issue(path, f"cannot read this folder: {exc.strerror}; check its permissions")
            continue
        waiting.extend(path / name for name in names if not name.startswith(".") and path / name not in leave)


def _read(found: _Found, limit: int) -> Page | Issue:
    path = found.path
    if not found.named and not kinds.is_page_name(path.name):
        return _issue(
            path, f"not a page by its name: expected a page, found {kinds.name_kind(path.name)}; name the file itself to have it read"
        )
    try:
        place = path.stat()
        if not stat.S_ISREG(place.st_mode):
            return _issue(path, "not a file that holds a page, but a device, a pipe or a socket")
        if place.st_size > limit:
            return _too_large(path, f"{place.st_size:,}", limit)
        with path.open("rb") as file:
            raw = file.read(limit + 1)
    except OSError as exc:
        return _issue(path, f"cannot be read: {exc.strerror}; check that the file is there and that you may read it")
    return _check(raw, path=path, limit=limit)


def _read_stdin(limit: int) -> Page | Issue:
    return _check(sys.stdin.buffer.read(limit + 1), path=None, limit=limit)


def _check(raw: bytes, *, path: Path | None, limit: int) -> Page | Issue:
    where = STDIN if path is None else path
    if len(raw) > limit:
        return _too_large(where, f"more than {limit:,}", limit)
    if len(raw.strip()) == 0:
        return _issue(where, "this page is empty")
    kind = kinds.find_binary(raw)
    if kind is not None:
        return _issue(where, f"not a page: expected HTML or text, found {kind}")
    return Page(None if path is None else _write(path), raw)


def _too_large(where: str | Path, size: str, limit: int) -> Issue:
    return _issue(where, f"too large for a page: {size} bytes, and the limit is {limit:,}; split it, or raise the limit with --largest")


def _issue(where: str | Path, reason: str) -> Issue:
    return Issue(_STAGE, reason, path=_write(where))


def _write(path: str | Path) -> str:
    """A path as text: a name whose bytes are no UTF-8 is shown as well as it can be."""
    return os.fsencode(path).decode("utf-8", "replace")
