"""Adds pages and says what became of them: paths enter, a desk grows, a summary leaves on stdout."""

from collections.abc import Sequence
from pathlib import Path

from tocsin.brief.amounts import say_count
from tocsin.cli.ending import Code, StoppedError
from tocsin.cli.opening import opened
from tocsin.cli.progress import watched
from tocsin.cli.screen import out, tell
from tocsin.flow.add import Progress, Report
from tocsin.flow.add import add as add_pages
from tocsin.settings import Settings
from tocsin.store import Desk


def add(paths: Sequence[str | Path], settings: Settings, *, quiet: bool) -> Code:
    """Add ``paths`` to the desk of ``settings`` and print what was done."""
    with opened(settings, create=True) as desk:
        report = add_watched(desk, paths, settings, quiet=quiet)
        out().print(summarise(report), soft_wrap=True)
        tell_unread(report)
    return code_of(report)


def add_watched(desk: Desk, paths: Sequence[str | Path], settings: Settings, *, quiet: bool) -> Report:
    """Add ``paths`` with progress on a terminal. One who stops it is told what is kept."""
    done = Report()

    def note(progress: Progress) -> None:
        nonlocal done
        done = progress.report
        step()

    with watched("reading", paths, leave=desk.files(), quiet=quiet) as step:
        try:
            return add_pages(desk, paths, settings, progress=note)
        except KeyboardInterrupt as exc:
            kept = done.new + done.versions
            raise StoppedError(
                f"stopped after {say_count(done.pages, 'page')}: {say_count(kept, 'article')} of this run kept whole in {settings.desk}; "
                "the same command goes on from here"
            ) from exc


def summarise(report: Report) -> str:
    """Return "18 pages: 20 new articles, 1 new version, 3 unchanged, 1 page unread · 143 statements · 1.4 s"."""
    parts = [say_count(report.new, "new article")]
    if report.versions != 0:
        parts.append(say_count(report.versions, "new version"))
    if report.unchanged != 0:
        parts.append(f"{report.unchanged:,} unchanged")
    if report.unread != 0:
        parts.append(f"{say_count(report.unread, 'page')} unread")
    tail = f" · {say_count(report.issues, 'thing')} dropped (tocsin check)" if report.issues != 0 else ""
    return f"{say_count(report.pages, 'page')}: {', '.join(parts)} · {say_count(report.statements, 'statement')} · {report.seconds:.1f} s{tail}"


def tell_unread(report: Report, *, shown: int = 10) -> None:
    """Name the pages of this run that gave nothing, the first of them in words."""
    for issue in report.failed[:shown]:
        tell(f"{issue.path}: {issue.reason}")
    rest = report.unread - min(len(report.failed), shown)
    if rest > 0:
        tell(f"and {say_count(rest, 'more page')}: tocsin check")


def code_of(report: Report) -> Code:
    """Return the exit code of a run over pages."""
    if report.unread == 0 and report.pages != 0:
        return Code.DONE
    return Code.NOTHING if report.unread == report.pages else Code.PART
