"""What a search found, as a list or JSON lines: hits enter, rows leave on stdout."""

from rich.padding import Padding
from rich.text import Text

from tocsin.brief.plain import isolate, one_line
from tocsin.cli.screen import Fenced, out, tell, write_shapes
from tocsin.export.hits import hit_object
from tocsin.flow.naming import UNNAMED
from tocsin.instants import universal
from tocsin.store import Hit


def show(hits: tuple[Hit, ...], *, json: bool) -> None:
    """Print the hits; that there are none is said on stderr."""
    if json:
        write_shapes(map(hit_object, hits))
        return
    if len(hits) == 0:
        tell("no article holds all these words; try fewer, or another spelling")
    console = out()
    for hit in hits:
        day = "undated" if hit.published is None else f"{universal(hit.published):%Y-%m-%d}"
        console.print(Fenced(hit.title or "(no title)", "bold"))
        console.print(Text(f"{hit.article}  {isolate(one_line(hit.outlet or UNNAMED))}  {day}", style="dim"))
        console.print(Padding(Fenced(hit.snippet, lines=3), (0, 0, 1, 2), expand=False))
