"""What reaches the terminal: tables that fit, text of pages made safe, JSON lines, sentences on stderr."""

import re
import sys
from collections.abc import Iterable, Mapping
from typing import IO, cast

import typer
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from tocsin.brief.plain import has_right_to_left, one_line
from tocsin.export.lines import Json, write_line

STYLES = {
    "single": "yellow",
    "circular": "yellow",
    "one voice": "yellow",
    "possible": "cyan",
    "corroborated": "green",
    "disputed": "bold red",
    "retracted": "bold red",
    "developed": "cyan",
}


_NARROW = 60  # columns; below that a table is printed as cards
_BLANKS = re.compile(r"[ \t]+$", re.MULTILINE)


class Fenced:
    """Words of a page in a cell: wrapped first, then fenced line by line, so that no direction leaks into the next column."""

    def __init__(self, text: str | Text, style: str = "", *, lines: int = 2) -> None:
        self._text = text if isinstance(text, Text) else Text(one_line(text), style=style)
        self._lines = lines

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        wrapped = list(self._text.wrap(console, options.max_width))
        kept = wrapped[: self._lines]
        if len(wrapped) > self._lines:
            kept[-1].rstrip()
            kept[-1].append(" …")
            kept[-1].truncate(options.max_width, overflow="ellipsis")
        for line in kept:
            line.rstrip()
            yield _fence(line) if has_right_to_left(line.plain) else line

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        return Measurement.get(console, options, self._text)


def _fence(line: Text) -> Text:
    """Fence a line, and close in it what wrapping left open."""
    opened = max(line.plain.count("\u2068") - line.plain.count("\u2069"), 0)
    closed = max(line.plain.count("\u2069") - line.plain.count("\u2068"), 0)
    return Text.assemble("\u2068" * (1 + closed), line, "\u2069" * (1 + opened))


class Bare:
    """Standard output without the blanks that tables fill their lines with: whoever reads a pipe compares lines."""

    def write(self, text: str) -> int:
        return sys.stdout.write(_BLANKS.sub("", text))

    def flush(self) -> None:
        sys.stdout.flush()

    def isatty(self) -> bool:
        return False


class Results(Console):
    """A console that leaves it to the end of the run what a pipe without a reader means."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def out() -> Results:
    """The console for results. Off a terminal it writes no colour and wraps at COLUMNS, else 80."""
    file = sys.stdout if sys.stdout.isatty() else cast("IO[str]", Bare())
    return Results(highlight=False, markup=False, emoji=False, file=file)


def err() -> Console:
    """The console for progress and complaints."""
    return Console(highlight=False, markup=False, emoji=False, stderr=True)


def tell(sentence: str) -> None:
    """Write one plain sentence to stderr."""
    typer.echo(f"tocsin: {one_line(sentence)}", err=True)


def write_shapes(shapes: Iterable[Mapping[str, Json]]) -> None:
    """Write one JSON object a line to stdout."""
    for shape in shapes:
        typer.echo(write_line(shape), nl=False)


def make_table(*columns: str) -> Table:
    """A table without lines, as wide as the terminal allows. Columns that hold ids or numbers end with ``#`` and never wrap."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", expand=False)
    for column in columns:
        table.add_column(column.removesuffix("#"), no_wrap=column.endswith("#"), overflow="ellipsis")
    return table


def print_table(table: Table) -> None:
    """Print a table; where the terminal is too narrow for its columns, one card a row, so that no id or number is cut."""
    console = out()
    if console.width >= _NARROW:
        console.print(table)
        return
    for cells in zip(*(column.cells for column in table.columns), strict=True):
        print_facts(console, [(str(column.header), cell) for column, cell in zip(table.columns, cells, strict=True)])
        console.print()


def print_facts(console: Console, facts: Iterable[tuple[str, RenderableType]], *, width: int = 10) -> None:
    """Print names with what they are, one under the other; what is long goes on under itself."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", style="dim", min_width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    for name, what in facts:
        grid.add_row(name, what.strip() if isinstance(what, str) else what)
    console.print(grid)


def status_text(*words: str) -> Text:
    """The status and flags of a claim, coloured on a terminal."""
    return Text(", ").join([Text(word, style=STYLES.get(word, "")) for word in words])
