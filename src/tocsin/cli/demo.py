"""The verb that shows what Tocsin does, on pages that come with it."""

from typing import Annotated

import typer

from tocsin.cli.options import Quiet

Desk = Annotated[str | None, typer.Option("--desk", metavar="FILE", help="Where to make the desk.  [default: tocsin-demo.db here]")]


def demo(*, desk: Desk = None, quiet: Quiet = False) -> None:
    """Build a desk from the demo pages in seconds and print a short brief of it.

    Example: tocsin demo
    """
    from tocsin.cli import showcase
    from tocsin.cli.ending import end

    end(showcase.run(desk, quiet=quiet))
