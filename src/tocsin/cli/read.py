"""The verb that reads pages without keeping them."""

from typing import Annotated

import typer

from tocsin.cli.options import DESK, Fast, Json, Largest, Quiet, Registries

Paths = Annotated[list[str], typer.Argument(help="Files and folders of pages; - for standard input.")]


def read(
    paths: Paths, *, registry: Registries = None, largest: Largest = None, fast: Fast = False, json: Json = False, quiet: Quiet = False
) -> None:
    """Read pages and print each article with its statements: who says what, through whom.

    Example: tocsin read page.html --json
    """
    from tocsin.cli import reading
    from tocsin.cli.ending import end
    from tocsin.cli.opening import make_settings

    end(reading.read(paths, make_settings(DESK, registry, largest=largest, fast=fast), json=json, quiet=quiet))
