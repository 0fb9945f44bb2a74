"""Links and weighs what a desk holds: a desk and a stretch of time enter, holdings leave."""

from datetime import datetime

from tocsin.brief.holdings import Holdings, make_holdings
from tocsin.cli.ending import UsageError
from tocsin.cli.screen import err, tell
from tocsin.flow.pictures import look_at
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
    check_stretch(since, until)
    console = err()
    if quiet or not console.is_terminal:
        picture = look_at(desk, since=since, until=until, as_of=as_of)
    else:
        with console.status("linking and weighing"):
            picture = look_at(desk, since=since, until=until, as_of=as_of)
    return make_holdings(picture.view, picture)


def tell_empty(what: str, shown: int, *, since: datetime | None, until: datetime | None) -> None:
    """Say on stderr that a list is empty, and for which time: nothing at all looks like a fault."""
    if shown != 0:
        return
    begins, ends = (None if at is None else f"{at:%Y-%m-%d %H:%M} UTC" for at in (since, until))
    if begins is not None and ends is not None:
        stretch = f" between {begins} and {ends}"
    else:
        stretch = f" since {begins}" if begins is not None else f" before {ends}" if ends is not None else " like this on the desk"
    tell(f"no {what}{stretch}")


def check_stretch(since: datetime | None, until: datetime | None) -> None:
    """Refuse a stretch of time that ends before it begins."""
    if since is not None and until is not None and since >= until:
        begins, ends = (f"{at:%Y-%m-%d %H:%M} UTC" for at in (since, until))
        raise UsageError(f"--since begins {begins} and --until ends {ends}: no time lies between them; give the earlier date to --since")
