"""The demo on the terminal: its pages enter a desk, a short brief leaves on stdout."""

import os
import shutil
import tempfile
from pathlib import Path

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.brief.amounts import say_count
from tocsin.brief.digest import Digest, Row, make_digest
from tocsin.brief.wording import say_tally
from tocsin.cli.adding import add_watched, code_of, tell_unread
from tocsin.cli.ending import Code
from tocsin.cli.holding import hold
from tocsin.cli.opening import beside_desk, make_settings, opened
from tocsin.cli.screen import Fenced, out, status_text
from tocsin.demo import OUTLETS, PAGES, QUESTION
from tocsin.errors import StoreError
from tocsin.flow.add import Report

NAME = "tocsin-demo.db"
_WIDEST = 110


def run(desk: str | None, *, quiet: bool) -> Code:
    """Build the demo desk and print what it adds up to."""
    name = desk or _choose_place()
    if Path(name).exists() and not beside_desk(name).exists():
        raise StoreError(
            f"{name} is a desk of your own; the demo would add invented pages to it: name another with --desk, or leave it out"
        )
    _bring_outlets(name)
    settings = make_settings(name, None)
    with opened(settings, create=True) as store:
        report = add_watched(store, [PAGES], settings, quiet=quiet)
        holdings = hold(store, quiet=quiet)
        _print(make_digest(holdings, dropped=store.counts().issues), report, name)
        tell_unread(report)
    return code_of(report)


def _choose_place() -> str:
    """The folder the user stands in, or a temporary one where that cannot be written."""
    here = os.access(Path.cwd(), os.W_OK)
    return NAME if here else str(Path(tempfile.mkdtemp(prefix="tocsin-")) / NAME)


def _bring_outlets(desk: str) -> None:
    """Put the registry of the demo's outlets beside its desk, where every later verb finds it."""
    beside = beside_desk(desk)
    if beside.parent.is_dir() and not (beside.exists() and beside.read_bytes() == OUTLETS.read_bytes()):
        shutil.copyfile(OUTLETS, beside)


def _print(digest: Digest, report: Report, desk: str) -> None:
    console = out()
    console.print(Text(say_tally(digest.counts), style="bold"))
    dropped = (
        f" · {say_count(digest.counts.dropped, 'thing')} dropped, each with its reason (tocsin check)" if digest.counts.dropped else ""
    )
    console.print(Text(f"read in {report.seconds:.1f} s{dropped}", style="dim"))
    for story in digest.stories:
        console.print()
        console.print(Fenced(f"{story.title}{story.days}", "bold"))
        _print_rows(console, story.rows)
        if story.rest != 0:
            console.print(Text(f"  and {say_count(story.rest, 'more claim')}", style="dim"))
    console.print()
    _print_next(console, digest, desk)


def _print_rows(console: Console, rows: tuple[Row, ...]) -> None:
    """Gist, roots and status in columns that stand under one another; below each row, who stands behind it."""
    width = min(console.width, _WIDEST)
    digits = max((len(row.roots.partition(" ")[0]) for row in rows), default=0)
    roots = [f"{row.roots.partition(' ')[0]:>{digits}} {row.roots.partition(' ')[2]}" for row in rows]
    statuses = [status_text((*row.flags, row.status)[0]) for row in rows]  # a flag says more than the status it stands beside
    right = max(map(len, roots), default=0) + max((status.cell_len for status in statuses), default=0) + 4
    for row, count, status in zip(rows, roots, statuses, strict=True):
        line = Table.grid(padding=(0, 2, 0, 0))
        line.add_column(width=max(width - right - 2, 16))
        line.add_column(width=max(map(len, roots)), no_wrap=True)
        line.add_column(no_wrap=True)
        line.add_row(Fenced(row.gist, lines=1), count, status)
        console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print(Padding(Fenced(Text(row.why, style="dim")), (0, 0, 0, 6), expand=False), width=width)


def _print_next(console: Console, digest: Digest, desk: str) -> None:
    first = next((story.rows[0].claim for story in digest.stories if len(story.rows) != 0), None)
    option = f" --desk {desk}"
    steps = [] if first is None else [(f"tocsin show {first}{option}", "why it stands as it does")]
    steps += [
        (f'tocsin lookup "{QUESTION}"{option}', "who says so, who says otherwise"),
        (f"tocsin brief -o brief.html{option}", "every sentence with its source"),
    ]
    widest = max(len(command) for command, _ in steps)
    for index, (command, why) in enumerate(steps):
        note = f"  {why}" if len("Next: ") + widest + len("  ") + len(why) <= console.width else ""
        console.print(Text.assemble(("Next: " if index == 0 else "      ", "bold"), (f"{command:<{widest}}", "cyan"), (note, "dim")))
