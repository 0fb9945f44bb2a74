"""The verb that shows one record in full."""

from typing import Annotated

import typer

from tocsin.cli.options import DESK, DeskName, Json, Registries

Id = Annotated[
    str, typer.Argument(metavar="ID", help="The id of an article, statement, claim, story or actor, or a unique beginning of one.")
]


def show(id: Id, *, desk: DeskName = DESK, registry: Registries = None, json: Json = False) -> None:  # noqa: A002 -- the record's own word
    """Show an article, statement, claim, story or actor in full: its chain, its evidence, and why it is weighed as it is.

    Example: tocsin show 3f2a
    """
    from tocsin.cli import showing
    from tocsin.cli.find import find
    from tocsin.cli.holding import hold
    from tocsin.cli.opening import make_settings, opened

    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, quiet=json)
        showing.show(store, holdings, find(holdings, id), json=json)
