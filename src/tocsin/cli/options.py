"""The options that verbs share, and how a date on the command line is read."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Annotated

import typer


def parse_start(text: str) -> datetime:
    """Return the first instant of a day, or the instant given; without a zone it is UTC."""
    return _parse(text, end=False)


def parse_end(text: str) -> datetime:
    """Return the instant after the last of a day ("until 17 March" holds all of that day), or the instant given."""
    return _parse(text, end=True)


def _parse(text: str, *, end: bool) -> datetime:
    try:
        if len(text) == len("2026-03-15"):
            day = date.fromisoformat(text) + timedelta(days=1 if end else 0)
            return datetime.combine(day, time(), UTC)
        at = datetime.fromisoformat(text)
    except (ValueError, OverflowError) as exc:
        raise typer.BadParameter(f"{text!r} is not a date; write 2026-03-15 or 2026-03-15T10:36") from exc
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


DeskName = Annotated[str, typer.Option("--desk", metavar="FILE", envvar="TOCSIN_DESK", help="The desk to use.")]
Registries = Annotated[
    list[Path] | None,
    typer.Option("--registry", metavar="FILE", exists=True, dir_okay=False, help="A file of further outlets; may be repeated."),
]
Json = Annotated[bool, typer.Option("--json", help="One JSON object a line.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")]
Since = Annotated[datetime | None, typer.Option(parser=parse_start, metavar="DATE", help="Only articles published on or after this date.")]
Until = Annotated[
    datetime | None, typer.Option(parser=parse_end, metavar="DATE", help="Only articles published up to the end of this date.")
]
AsOf = Annotated[
    datetime | None, typer.Option("--as-of", parser=parse_end, metavar="DATE", help="As the desk knew it at the end of this date.")
]
Largest = Annotated[
    int | None, typer.Option("--largest", min=1, metavar="MB", help="Read pages of up to this many megabytes.  [default: 20]")
]
Fast = Annotated[
    bool, typer.Option("--fast", help="Read by rules alone, also where a language has a trained tagger: several times faster.")
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="How many rows to print, at most.")]
Few = Annotated[int, typer.Option("--limit", "-n", min=1, metavar="N", help="How many rows to print, at most.")]

DESK = "tocsin.db"
