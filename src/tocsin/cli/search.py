"""The verb that searches the words of articles."""

from typing import Annotated

import typer

from tocsin.cli.options import DESK, DeskName, Few, Json, Registries, Since, Until

Words = Annotated[list[str], typer.Argument(help='Words and "phrases", in any language and spelling.')]


def search(
    words: Words,
    *,
    desk: DeskName = DESK,
    actor: Annotated[list[str] | None, typer.Option("--actor", metavar="NAME", help="Only articles that mention this actor.")] = None,
    outlet: str | None = typer.Option(None, "--outlet", metavar="NAME", help="Only articles of this outlet."),
    language: str | None = typer.Option(None, "--language", metavar="CODE", help="Only articles in this language, such as ar."),
    since: Since = None,
    until: Until = None,
    registry: Registries = None,
    limit: Few = 20,
    json: Json = False,
) -> None:
    """Find articles that hold all the words, best first.

    Example: tocsin search prison "drone strike" --language en
    """
    from tocsin.cli import hits
    from tocsin.cli.holding import check_stretch
    from tocsin.cli.opening import make_settings, opened
    from tocsin.store import Filter

    check_stretch(since, until)
    narrow = Filter(tuple(actor or ()), language, outlet, since, until, limit)
    with opened(make_settings(desk, registry)) as store:
        hits.show(store.search(" ".join(words), narrow), json=json)
