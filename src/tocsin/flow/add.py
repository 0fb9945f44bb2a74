"""Paths go in; a desk holds their pages. One page, one transaction: a run that stops in any way leaves whole pages behind it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter

from tocsin.collect.file import Page, walk
from tocsin.errors import RecordError, SourceError
from tocsin.flow import line
from tocsin.model import Article, Issue
from tocsin.settings import Settings
from tocsin.store import Added, Desk, Reading

_SHOWN = 20  # failures that a report names; the desk holds them all


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. ``pages`` were looked at, ``unread`` of them gave nothing; the rest counts articles.

    ``statements``, ``words`` and ``issues`` are of what was read in this run, not of what the desk held before.
    ``failed`` says why the first unread pages are; what was dropped within a page that was read, as its menu, is no failure.
    """

    pages: int = 0
    unread: int = 0
    new: int = 0
    versions: int = 0
    unchanged: int = 0
    statements: int = 0
    words: int = 0
    issues: int = 0
    seconds: float = 0.0
    failed: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """A page that is done, on the disk and all: its path, what became of it, and the run so far."""

    path: str | None
    added: Added
    report: Report


@dataclass(frozen=True, slots=True)
class Outcome:
    """What adding one page did, the articles read in it, and what went wrong."""

    added: Added
    articles: tuple[Article, ...] = ()
    issues: tuple[Issue, ...] = ()


def add(desk: Desk, paths: Iterable[str | Path], settings: Settings, *, progress: Callable[[Progress], None] | None = None) -> Report:
    """Add the pages of files and folders. Running it again goes on where a run was stopped: what is held is not read twice."""
    report, started = Report(), perf_counter()
    for found in walk(paths, limit=settings.limit, leave=desk.files()):
        if isinstance(found, Page):
            path, outcome = found.path, add_page(desk, found.raw, settings, path=found.path)
        else:
            path, outcome = found.path, Outcome(Added(), issues=(found,))
            desk.record(outcome.issues)
        report = replace(_count(report, outcome), seconds=perf_counter() - started)
        if progress is not None:
            progress(Progress(path, outcome.added, report))
    return report


def add_page(
    desk: Desk, raw: bytes, settings: Settings, *, path: str | None = None, url: str | None = None, captured: datetime | None = None
) -> Outcome:
    """Add one page, in one transaction. A page that cannot be read is an issue of the desk; only a StoreError is raised."""
    try:
        return _add_page(desk, raw, settings, path=path, url=url, captured=captured)
    except (SourceError, RecordError) as exc:
        where = path if path is not None else url
        issue = Issue("clean", str(exc).removeprefix(f"{where}: "), path=where)
        desk.record((issue,))
        return Outcome(Added(), issues=(issue,))


def _add_page(desk: Desk, raw: bytes, settings: Settings, *, path: str | None, url: str | None, captured: datetime | None) -> Outcome:
    line.check_size(raw, path if path is not None else url, settings)
    stages = line.make_stamps(settings)
    capture = line.make_capture(raw, path=path, url=url, captured=captured)
    held = desk.seen(capture, stages)
    if held is not None:
        return Outcome(held)
    articles = line.read_capture(raw, capture, settings)
    if len(articles) == 0:
        raise SourceError(f"{capture.page}: no article was found on this page")
    older = desk.match(articles)
    if older is not None and older != capture.page:
        # Read again under the key of the page it is a version of: every id on it hangs on that key.
        articles = line.read_capture(raw, replace(capture, page=older), settings)
    added = desk.add(Reading(capture, raw, articles, stages))
    return Outcome(added, articles, tuple(dict.fromkeys(issue for article in articles for issue in article.issues)))


def _count(report: Report, outcome: Outcome) -> Report:
    added, articles = outcome.added, outcome.articles
    kept = len(added.new) + len(added.versions) + len(added.unchanged)
    return replace(
        report,
        pages=report.pages + 1,
        unread=report.unread + (kept == 0),
        new=report.new + len(added.new),
        versions=report.versions + len(added.versions),
        unchanged=report.unchanged + len(added.unchanged),
        statements=report.statements + sum(len(article.statements) for article in articles),
        words=report.words + sum(len(article.text.split()) for article in articles),
        issues=report.issues + len(outcome.issues),
        failed=(*report.failed, *outcome.issues)[:_SHOWN] if kept == 0 else report.failed,
    )
