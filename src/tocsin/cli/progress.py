"""Progress of long work on stderr: pages done, rate, time left. None where nobody watches."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from tocsin.cli.screen import err
from tocsin.collect import count


class Rate(ProgressColumn):
    """Pages a second."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f} pages/s", style="dim")


@contextmanager
def watched(label: str, paths: Iterable[str | Path], *, leave: tuple[Path, ...] = (), quiet: bool = False) -> Iterator[Callable[[], None]]:
    """Give a function to call after each page. The bar goes away when the work is done."""
    console = err()
    if quiet or not console.is_terminal:
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(bar_width=24), MofNCompleteColumn(), Rate(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(label, total=count(paths, leave=leave))
        yield lambda: bar.advance(task)
