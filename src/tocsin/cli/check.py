"""The verb that shows what was dropped, and whether the kept pages are whole."""

from typing import Annotated

import typer

from tocsin.cli.options import DESK, DeskName, Json, Registries


def check(
    *,
    desk: DeskName = DESK,
    captures: Annotated[bool, typer.Option("--captures", help="Also compare every kept page with its hash.")] = False,
    registry: Registries = None,
    json: Json = False,
) -> None:
    """Show what was dropped or could not be read, by stage and reason. Nothing disappears without a line here.

    Example: tocsin check --captures
    """
    from tocsin.cli import drops
    from tocsin.cli.ending import end
    from tocsin.cli.opening import make_settings, opened

    with opened(make_settings(desk, registry)) as store:
        end(drops.show(store, captures=captures, json=json))
