from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, text

from tocsin.errors import StoreError
from tocsin.store.migrations import STEPS, apply, find_missing

NOW = datetime(2031, 5, 1, tzinfo=UTC)


def add_birds(connection: Connection) -> None:
    connection.execute(text("CREATE TABLE birds (name TEXT)"))


def fail(connection: Connection) -> None:
    add_birds(connection)
    raise RuntimeError("half way")


@pytest.fixture
def engine() -> Engine:
    return create_engine("sqlite://")


def test_a_new_desk_takes_the_newest_form_and_records_every_step(engine: Engine) -> None:
    with engine.begin() as connection:
        apply(connection, "desk", now=NOW, tocsin="1", steps={**STEPS, "0002-birds": add_birds})
        assert find_missing(connection, "desk", tocsin="1", steps={**STEPS, "0002-birds": add_birds}) == []
        # The tables as they are now hold all that later steps bring to older desks.
        assert not inspect(connection).has_table("birds")


def test_an_older_desk_gets_the_steps_it_lacks_once(engine: Engine) -> None:
    for _ in range(2):
        with engine.begin() as connection:
            apply(connection, "desk", now=NOW, tocsin="1")
    for _ in range(2):
        with engine.begin() as connection:
            apply(connection, "desk", now=NOW, tocsin="2", steps={**STEPS, "0002-birds": add_birds})
            assert inspect(connection).has_table("birds")


def test_a_step_that_fails_is_not_recorded(engine: Engine) -> None:
    with engine.begin() as connection:
        apply(connection, "desk", now=NOW, tocsin="1")
    with pytest.raises(RuntimeError), engine.begin() as connection:
        apply(connection, "desk", now=NOW, tocsin="2", steps={**STEPS, "0002-birds": fail})
    with engine.begin() as connection:
        assert find_missing(connection, "desk", tocsin="2", steps={**STEPS, "0002-birds": fail}) == ["0002-birds"]


def test_a_step_from_the_future_is_refused(engine: Engine) -> None:
    with engine.begin() as connection:
        apply(connection, "desk", now=NOW, tocsin="1", steps={**STEPS, "0002-birds": add_birds})
    with pytest.raises(StoreError, match="0002-birds"), engine.begin() as connection:
        apply(connection, "desk", now=NOW, tocsin="1")
