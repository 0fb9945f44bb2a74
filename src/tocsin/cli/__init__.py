"""The command line: verbs, one module each. Loads nothing heavy before a verb runs."""

import sys

import typer

from tocsin.cli.add import add
from tocsin.cli.bench import bench
from tocsin.cli.brief import brief
from tocsin.cli.check import check
from tocsin.cli.demo import demo
from tocsin.cli.ending import ended
from tocsin.cli.lists import actors, claims, figures, stories
from tocsin.cli.lookup import lookup
from tocsin.cli.read import read
from tocsin.cli.search import search
from tocsin.cli.show import show

app = typer.Typer(
    name="tocsin",
    help="Reads the news about a conflict and answers of every claim: who says so, through whom, who else independently, who says otherwise.",
    epilog="Start with: tocsin demo",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _verb in (demo, read, add, lookup, stories, claims, actors, figures, search, show, brief, check):
    app.command()(ended(_verb))
# The bench has verbs and a help of its own.
app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []})(ended(bench))


def main() -> None:
    """Run the command line. Results go to stdout in UTF-8 whatever the machine's locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    app()
