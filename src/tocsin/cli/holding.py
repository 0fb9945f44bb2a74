"""Links and weighs what a desk holds: a desk and a stretch of time enter, holdings leave."""

from datetime import datetime

from tocsin.brief.holdings import Holdings, make_holdings
from tocsin.cli.screen import err
from tocsin.flow.look import look
from tocsin.store import Desk


def hold(
    desk: Desk,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    as_of: datetime | None = None,
    quiet: bool = False,
) -> Holdings:
    """Return what the desk holds, linked and weighed."""
    console = err()
    if quiet or not console.is_terminal:
        view = desk.view(since=since, until=until, as_of=as_of)
        return make_holdings(view, look(view))
    with console.status("linking and weighing"):
        view = desk.view(since=since, until=until, as_of=as_of)
        return make_holdings(view, look(view))
