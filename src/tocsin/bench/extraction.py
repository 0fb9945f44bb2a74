"""Runs the page benchmark: gzipped pages and their gold bodies enter, one overlap a page leaves. Times cleaning on the same pages."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tocsin import clean
from tocsin.bench.bodies import Overlap, compare, get_body, make_report
from tocsin.bench.report import Report, Table
from tocsin.errors import SourceError
from tocsin.model import Article

_ENDING = ".html.gz"


class Truth(msgspec.Struct):
    """The body of one page as the benchmark has it."""

    articleBody: str  # noqa: N815 -- the benchmark's own name
    url: str | None = None


def load(folder: Path) -> dict[str, Truth]:
    """Read ``ground-truth.json``."""
    file = folder / "ground-truth.json"
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Truth])
    except OSError as exc:
        raise SourceError(f"{file}: cannot read the gold bodies: {exc.strerror}") from exc
    except msgspec.DecodeError as exc:
        raise SourceError(f"{file}: not the gold of the article extraction benchmark: {exc}") from exc


def measure(folder: Path, *, step: int = 1) -> Iterator[tuple[str, Overlap | SourceError]]:
    """Clean every ``step``-th page and compare its body; a page that cannot be read says why."""
    for name, truth in sorted(load(folder).items())[::step]:
        file = folder / "html" / f"{name}{_ENDING}"
        try:
            yield name, compare(truth.articleBody, get_body(_clean(_open(file), file.name, truth.url)))
        except SourceError as exc:
            yield name, exc


def score(folder: Path, *, step: int = 1, resampled: int = 1000) -> Report:
    """Clean and compare the pages of the benchmark; one that cannot be read gives nothing."""
    overlaps, notes = {}, []
    for name, outcome in measure(folder, step=step):
        if isinstance(outcome, SourceError):
            notes.append(str(outcome))
            outcome = Overlap(0.0, 0.0, 1.0)  # noqa: PLW2901 -- it gives nothing
        overlaps[name] = outcome
    return make_report(overlaps, notes=tuple(notes), resampled=resampled)


def time_cleaning(folder: Path) -> Table:
    """The speed of cleaning over the gzipped pages of a folder; opening them is not timed."""
    pages = size = words = 0
    wall = core = 0.0
    for file in sorted(folder.rglob(f"*{_ENDING}")):
        raw = _open(file)
        started, began = time.perf_counter(), time.process_time()
        try:
            articles = _clean(raw, file.name, None)
        except SourceError:
            articles = ()
        wall += time.perf_counter() - started
        core += time.process_time() - began
        pages, size, words = pages + 1, size + len(raw), words + sum(len(article.text.split()) for article in articles)
    row = (
        "clean",
        f"{pages / max(wall, 1e-9):,.1f}",
        f"{words / max(wall, 1e-9):,.0f}",
        f"{words / max(core, 1e-9):,.0f}",
        f"{size / 1e6:,.0f} MB",
    )
    return Table(f"{pages} pages to text", ("", "pages/s", "words of text/s", "of core time", "read"), (row,))


def _open(file: Path) -> bytes:
    try:
        with gzip.open(file) as stream:
            return stream.read()
    except (OSError, EOFError) as exc:
        raise SourceError(f"{file}: cannot be read: {exc}") from exc


def _clean(raw: bytes, name: str, url: str | None) -> tuple[Article, ...]:
    return clean.read(raw, clean.make_capture(raw, path=name, url=url))
