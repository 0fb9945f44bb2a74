"""What reaches the terminal: tables that fit, text of pages made safe, JSON lines, sentences on stderr."""

import sys
from collections.abc import Iterable, Mapping

import typer
from rich.console import Console, ConsoleOptions, RenderResult
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


def out() -> Console:
    """The console for results. Off a terminal it writes no colour and wraps at COLUMNS, else 80."""
    return Console(highlight=False, markup=False, emoji=False, file=sys.stdout)


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


def status_text(*words: str) -> Text:
    """The status and flags of a claim, coloured on a terminal."""
    return Text(", ").join([Text(word, style=STYLES.get(word, "")) for word in words])
