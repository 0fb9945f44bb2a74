"""The verbs that list: stories, claims, actors, figures. Each prints a table that fits, or one JSON object a line."""

import typer

from tocsin.cli.options import DESK, AsOf, DeskName, Json, Limit, Registries, Since, Until


def stories(
    *,
    desk: DeskName = DESK,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """List the stories: articles about one happening, across outlets and languages.

    Example: tocsin stories --since 2026-03-14 --until 2026-03-17
    """
    from tocsin.cli import tables
    from tocsin.cli.holding import hold, tell_empty
    from tocsin.cli.opening import make_settings, opened

    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=json)
        shown = tables.show_stories(holdings, limit=limit, json=json)
        tell_empty("stories", shown, since=since, until=until)


def claims(
    *,
    desk: DeskName = DESK,
    story: str | None = typer.Option(None, "--story", metavar="ID", help="Only the claims of this story."),
    status: str | None = typer.Option(
        None, "--status", metavar="WORD", help="Only claims of this status or flag, such as circular or disputed."
    ),
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """List the claims: what is said to be so, in how many articles, from how many roots, and who is against.

    Example: tocsin claims --status disputed
    """
    from tocsin.cli import tables
    from tocsin.cli.holding import hold, tell_empty
    from tocsin.cli.opening import make_settings, opened
    from tocsin.model import Flag, Status

    words = (*Status, *Flag)
    if status is not None and status not in words:
        raise typer.BadParameter(f"{status!r} is no status or flag; they are {', '.join(words)}", param_hint="--status")
    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=json)
        shown = tables.show_claims(holdings, story=story, status=status, limit=limit, json=json)
        tell_empty("claims", shown, since=since, until=until)


def actors(
    *,
    desk: DeskName = DESK,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """List the actors: persons, groups, organisations and countries under all their names.

    Example: tocsin actors --limit 20
    """
    from tocsin.cli import tables
    from tocsin.cli.holding import hold, tell_empty
    from tocsin.cli.opening import make_settings, opened

    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=json)
        shown = tables.show_actors(holdings, limit=limit, json=json)
        tell_empty("actors", shown, since=since, until=until)


def figures(
    *,
    desk: DeskName = DESK,
    of: str | None = typer.Option(None, "--of", metavar="CONCEPT", help="Only figures that count this, such as killed."),
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    registry: Registries = None,
    limit: Limit = None,
    json: Json = False,
) -> None:
    """List the figures: numbers with their bounds and hedges, what they count, and who holds them.

    Example: tocsin figures --of killed --json
    """
    from tocsin.cli import tables
    from tocsin.cli.holding import hold, tell_empty
    from tocsin.cli.opening import make_settings, opened

    with opened(make_settings(desk, registry)) as store:
        holdings = hold(store, since=since, until=until, as_of=as_of, quiet=json)
        shown = tables.show_figures(holdings, of=of, limit=limit, json=json)
        tell_empty("figures", shown, since=since, until=until)
