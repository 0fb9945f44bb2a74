"""Brings a desk to the form this version writes: each step a decorated function, recorded in the transaction that ran it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection, insert, inspect, select

from tocsin.errors import StoreError
from tocsin.store import tables

Step = Callable[[Connection], None]
STEPS: dict[str, Step] = {}


def migration(name: str) -> Callable[[Step], Step]:
    """Register a step under a name that sorts behind those before it. A step that has shipped is never edited."""

    def register(step: Step) -> Step:
        STEPS[name] = step
        return step

    return register


@migration("0001-first")
def begin(connection: Connection) -> None:
    """A new desk takes the tables as they are now; the steps behind this one are for the desks that are older."""
    tables.metadata.create_all(connection)


def apply(connection: Connection, name: str, *, now: datetime, tocsin: str, steps: Mapping[str, Step] = STEPS) -> None:
    """Bring the desk ``name`` up to date, inside the caller's transaction."""
    done = _find_applied(connection)
    for step in find_missing(connection, name, tocsin=tocsin, steps=steps):
        if len(done) > 0 or step == min(steps):
            steps[step](connection)
        connection.execute(insert(tables.migrations).values(name=step, applied=now.isoformat(), tocsin=tocsin))


def find_missing(connection: Connection, name: str, *, tocsin: str, steps: Mapping[str, Step] = STEPS) -> list[str]:
    """The steps that the desk ``name`` lacks, in order. Raises StoreError on a newer desk."""
    done = _find_applied(connection)
    unknown = [step for step in done if step not in steps]
    if len(unknown) > 0:
        raise StoreError(
            f"{name}: a newer Tocsin wrote this desk (it holds {unknown[-1]}); this is {tocsin}: upgrade Tocsin, or use another desk"
        )
    return [step for step in sorted(steps) if step not in done]


def _find_applied(connection: Connection) -> list[str]:
    """The steps a database records, oldest first; none if it was never a desk."""
    if not inspect(connection).has_table(tables.migrations.name):
        return []
    return list(connection.execute(select(tables.migrations.c.name).order_by(tables.migrations.c.name)).scalars())
