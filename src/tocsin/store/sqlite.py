"""Opens a desk that is one SQLite file: what it must be, how it is made safe, and the folder of captures beside it."""

import os
import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from tocsin.errors import StoreError
from tocsin.lang.outlets import Registry
from tocsin.store import migrations, search
from tocsin.store.captures import Captures
from tocsin.store.failure import guard
from tocsin.store.rows import index_all
from tocsin.store.shelf import Shelf
from tocsin.store.sql import SqlDesk
from tocsin.store.stamps import find_release

_MARK = 0x746F6373  # "tocs": how a desk is told from any other database
_PATIENCE = 10_000  # milliseconds to wait for another writer


def open_file(path: Path, registry: Registry, *, create: bool, clock: Callable[[], datetime]) -> SqlDesk:
    """Open the desk in the file ``path``; make it first when ``create`` allows."""
    name = str(path)
    with guard(name):
        _check_place(path, create=create)
    engine = _make_engine(path)
    try:
        with guard(name):
            # An up-to-date desk is opened without writing, so that it opens while another program writes to it.
            with engine.connect().execution_options(reader=True) as connection, connection.begin():
                is_new = _is_new(connection, name)
                is_ready = (
                    not is_new
                    and len(migrations.find_missing(connection, name, tocsin=find_release())) == 0
                    and search.is_ready(connection)
                )
            if is_new and not create:
                raise StoreError(f"{name}: this file is empty, and no desk yet; make one with `tocsin add PATH… --desk {path}`")
            if is_new:
                _set_mode(engine)
            if not is_ready:
                with engine.begin() as connection:
                    _bring_up_to_date(connection, name, clock())
    except StoreError:
        engine.dispose()
        raise
    beside = path.with_name(f"{path.stem}.captures")
    shelf = path.with_name(f"{path.stem}.pictures")
    files = (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm"), beside, shelf)
    return SqlDesk(
        name, engine=engine, captures=Captures(beside), shelf=Shelf(shelf), index=search, registry=registry, clock=clock, files=files
    )


def _check_place(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"{path}: this is a folder; a desk is a file, such as {path / 'tocsin.db'}")
    if path.exists():
        return
    if not create:
        raise StoreError(f"{path}: no desk here; make one with `tocsin add PATH… --desk {path}`, or name another with --desk")
    if not path.parent.is_dir():
        raise StoreError(f"{path}: the folder {path.parent} is not there; make it first, or name another desk")


def _is_new(connection: Connection, name: str) -> bool:
    """Tell an empty database from a desk; raise on any other."""
    mark = connection.execute(text("PRAGMA application_id")).scalar()
    tables = connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar()
    if tables == 0:
        return True
    if mark != _MARK:
        raise StoreError(f"{name}: this is a database, but not a desk of Tocsin; name another file, or move it away")
    return False


def _bring_up_to_date(connection: Connection, name: str, now: datetime) -> None:
    connection.execute(text(f"PRAGMA application_id = {_MARK}"))
    migrations.apply(connection, name, now=now, tocsin=find_release())
    if not search.is_ready(connection):
        search.make(connection)
        index_all(connection, search)


def _set_mode(engine: Engine) -> None:
    """Write ahead, so that readers and the writer do not wait for each other. The file remembers it."""
    connection = engine.raw_connection()  # no transaction may be open
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


def _choose_mode(path: Path) -> str:
    """How SQLite opens the file: one that cannot be written is only read.

    Writing ahead needs files beside the desk. Where none can be made, and none holds what the desk still lacks, nobody writes.
    """
    if not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return ""
    ahead = path.with_name(f"{path.name}-wal")
    is_still = not ahead.exists() or ahead.stat().st_size == 0
    return "?immutable=1" if is_still and not os.access(path.parent, os.W_OK) else "?mode=ro"


def _make_engine(path: Path) -> Engine:
    address = f"{path.as_uri()}{_choose_mode(path)}"
    engine = create_engine("sqlite://", creator=lambda: sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False))

    @event.listens_for(engine, "connect")
    def prepare(raw: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        # FULL: what was reported as added is on the disk, and outlives a power cut as it does a kill.
        for pragma in ("foreign_keys = ON", "synchronous = FULL", f"busy_timeout = {_PATIENCE}"):
            raw.cursor().execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A writer takes its lock at once: two that start as readers could never both go on.
        is_reader = connection.get_execution_options().get("reader", False)
        connection.exec_driver_sql("BEGIN" if is_reader else "BEGIN IMMEDIATE")

    return engine
