"""The name of a desk goes in; the desk comes out, whichever store holds it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from tocsin.errors import StoreError
from tocsin.settings import Settings
from tocsin.store.base import Desk
from tocsin.store.stamps import now


def open_desk(name: str, *, create: bool = True, settings: Settings | None = None, clock: Callable[[], datetime] = now) -> Desk:
    """Open a desk by its path. With ``create`` False a desk that is not there is a StoreError."""
    if "://" in name:
        raise StoreError(f"{name}: desks are kept in SQLite files; give the path of one, such as tocsin.db")
    # Here, not above: stages that need the View alone do not wait for a database library.
    from tocsin.store.sqlite import open_file

    registry = (Settings() if settings is None else settings).registry
    return open_file(Path(name).expanduser().absolute(), registry, create=create, clock=clock)
