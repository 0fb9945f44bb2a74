"""The verb that answers a fact-checker: who says this?"""

from typing import Annotated

import typer

from tocsin.cli.options import DESK, AsOf, DeskName, Few, Json, Registries, Since, Until

Sentence = Annotated[str, typer.Argument(metavar="SENTENCE", help="A sentence, in any language that has a pack.")]


def lookup(
    sentence: Sentence,
    *,
    desk: DeskName = DESK,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    limit: Few = 5,
    json: Json = False,
) -> None:
    """Say who holds what a sentence says: since when, from how many roots, who denies it, and what is close but different.

    Example: tocsin lookup "52 prisoners fled"
    """
    from tocsin.cli import answering
    from tocsin.cli.holding import hold
    from tocsin.cli.opening import make_settings, opened

    settings = make_settings(desk, registry)
    with opened(settings) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=json)
        answering.answer(sentence, holdings, settings, limit=limit, json=json)
