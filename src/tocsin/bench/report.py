"""What a bench found, in one shape for the terminal, for JSON and for the floors. Scores enter, a report leaves."""

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from rich.console import Console
from rich.table import Table as RichTable

from tocsin.bench.count import Count

_SHORTEST, _GAP = 8, 1  # of a name that is cut; between two columns


@dataclass(frozen=True, slots=True)
class Table:
    """A table of text; the first column is set to the left, the others to the right."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """``metrics`` are what floors hold on to; ``notes`` are always shown, ``detail`` only when asked for."""

    bench: str
    metrics: dict[str, float]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    detail: tuple[str, ...] = field(default=())


def percent(hit: float, total: float) -> str:
    """A share in words: "45 of 50  90.0 %", and a dash where nothing was to be found."""
    if total == 0:
        return "–"
    return f"{hit:g} of {total:g}  {100 * hit / total:.1f} %"


def show_f1(count: Count) -> str:
    return f"{100 * count.f1:.1f}"


def make_line(report: Report) -> bytes:
    """The whole report as one line of JSON, its fields as they are named here."""
    return msgspec.json.encode(report) + b"\n"


def show(report: Report, console: Console, *, detail: bool) -> None:
    """Print the tables, the notes and, when asked for, the detail."""
    for table in report.tables:
        console.print(_draw(table, console.width))
    _show_lines(report.notes, console)
    if detail:
        _show_lines(report.detail, console)


def _show_lines(lines: Iterable[str], console: Console) -> None:
    for line in lines:
        console.print(line, markup=False, highlight=False, soft_wrap=True)


def _draw(table: Table, width: int) -> RichTable:
    """Only the names of the first column may be cut short: every number must be read whole."""
    drawn = RichTable(title=table.title, title_justify="left", box=None, padding=(0, _GAP, 0, 0), pad_edge=False)
    widths = [max(len(cell) for cell in cells) for cells in zip(table.columns, *table.rows, strict=True)]
    room = max(_SHORTEST, width - sum(widths[1:]) - _GAP * len(widths))
    for index, column in enumerate(table.columns):
        drawn.add_column(column, justify="left" if index == 0 else "right", no_wrap=True)
    for row in table.rows:
        drawn.add_row(row[0] if len(row[0]) <= room else row[0][: room - 1] + "…", *row[1:])
    return drawn
