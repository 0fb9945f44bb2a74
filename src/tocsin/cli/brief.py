"""The verb that writes a brief."""

from pathlib import Path
from typing import Annotated

import typer

from tocsin.cli.options import DESK, AsOf, DeskName, Quiet, Registries, Since, Until

Target = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="A .html or .md file; without it, Markdown on stdout.")]


def brief(
    *,
    desk: DeskName = DESK,
    story: str | None = typer.Option(None, "--story", metavar="ID", help="Only this story."),
    output: Target = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    quiet: Quiet = False,
) -> None:
    """Write a brief in which every sentence names its speaker and leads to the words it was read from.

    Example: tocsin brief -o brief.html
    """
    from tocsin.cli import briefing
    from tocsin.cli.holding import hold
    from tocsin.cli.opening import make_settings, opened

    briefing.check_target(output)
    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=quiet)
        briefing.write(store, holdings, story=story, output=output, as_of=as_of)
