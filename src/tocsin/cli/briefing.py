"""Composes, audits and writes a brief: a desk and its holdings enter, a file or Markdown on stdout leaves."""

from datetime import UTC, datetime
from pathlib import Path

import typer

from tocsin.brief.audit import check
from tocsin.brief.compose import compose
from tocsin.brief.edits import find_edits
from tocsin.brief.holdings import Holdings
from tocsin.brief.html import write_html
from tocsin.brief.markdown import write_markdown
from tocsin.cli.ending import UsageError
from tocsin.cli.find import find_story
from tocsin.cli.screen import tell
from tocsin.errors import RecordError
from tocsin.store import Desk

_WRITERS = {".html": write_html, ".htm": write_html, ".md": write_markdown}


def check_target(output: Path | None) -> None:
    """Refuse a file that no writer knows before anything is read."""
    if output is not None and output.suffix.lower() not in _WRITERS:
        raise UsageError(f"{output}: a brief is written as .html or .md; name the file so")
    if output is not None and not output.absolute().parent.is_dir():
        raise UsageError(f"{output}: the folder {output.absolute().parent} is not there; make it first")


def write(desk: Desk, holdings: Holdings, *, story: str | None, output: Path | None, as_of: datetime | None) -> None:
    """Write the brief. One that does not pass its audit is not written."""
    brief = compose(
        holdings,
        story=None if story is None else find_story(holdings, story).id,
        edits=find_edits(desk, holdings.view),
        dropped=desk.counts().issues,
        made=datetime.now(UTC),
        as_of=as_of,
    )
    problems = check(brief, holdings.view, picture=holdings.picture)
    if len(problems) != 0:
        first = problems[0]
        raise RecordError(f"the brief was not written: {len(problems)} of its sentences do not hold ({first.where}: {first.text})")
    if output is None:
        typer.echo(write_markdown(brief).encode("utf-8", "replace"), nl=False)
        return
    _write_whole(output, _WRITERS[output.suffix.lower()](brief))
    tell(f"wrote {output}")


def _write_whole(output: Path, text: str) -> None:
    """Write all of it or nothing: a disk that runs full leaves the file that was there before."""
    part = output.with_name(f".{output.name}.part")
    try:
        part.write_text(text, encoding="utf-8", errors="replace")
        part.replace(output)
    except OSError as exc:
        part.unlink(missing_ok=True)
        raise RecordError(f"{output}: the brief was not written: {exc.strerror}; what stood there before is untouched") from exc
