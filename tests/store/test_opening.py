"""Desks that cannot be opened, read or written: each is a StoreError that says what was found and what to do."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest
from hands import BREAKOUT, DROUGHT, make_page
from sqlalchemy import text

from tocsin.errors import StoreError
from tocsin.store import open_desk, sqlite
from tocsin.store.sql import SqlDesk


def test_a_desk_is_one_file_and_a_folder_of_captures(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add(make_page(BREAKOUT))
        assert set(desk.files()) >= {tmp_path / "desk.db", tmp_path / "desk.captures"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["desk.captures", "desk.db"]
    with open_desk(str(tmp_path / "desk.db"), create=False) as desk:
        assert desk.counts().articles == 1


def test_a_desk_that_is_not_there_is_not_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no desk here.*tocsin add"):
        open_desk(str(tmp_path / "desk.db"), create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the folder .*missing is not there"):
        open_desk(str(tmp_path / "missing" / "desk.db"))


def test_a_folder_is_not_a_desk(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="this is a folder"):
        open_desk(str(tmp_path))


def test_a_path_under_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("a page", encoding="utf-8")
    with pytest.raises(StoreError, match=r"page\.txt"):
        open_desk(str(tmp_path / "page.txt" / "desk.db"))


@pytest.mark.parametrize("size", [20, 40_000])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, size: int) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>news" * (size // 7))
    before = path.read_bytes()
    with pytest.raises(StoreError, match="this file is not a desk"):
        open_desk(str(path))
    assert path.read_bytes() == before


def test_an_empty_file_is_no_desk_and_stays_empty_unless_one_is_to_be_made(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="this file is empty"):
        open_desk(str(path), create=False)
    assert path.stat().st_size == 0
    open_desk(str(path)).close()
    assert path.stat().st_size > 0


def test_another_programs_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE birds (name TEXT)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a desk of Tocsin"):
        open_desk(str(path))
    assert path.read_bytes() == before


def test_a_desk_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    open_desk(str(path)).close()
    with sqlite3.connect(path) as later:
        later.execute("INSERT INTO migrations VALUES ('9001-starcharts', '2040-01-01', '9.0')")
    later.close()
    with pytest.raises(StoreError, match=r"a newer Tocsin wrote this desk.*9001-starcharts.*upgrade"):
        open_desk(str(path))


def test_a_broken_desk_says_so(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_desk(str(path)) as desk:
        desk.add(make_page(BREAKOUT))
    raw = bytearray(path.read_bytes())
    raw[2000:] = b"\x99" * (len(raw) - 2000)
    path.write_bytes(raw)
    with pytest.raises(StoreError, match="damaged"):
        open_desk(str(path))


def test_a_database_url_is_refused_until_there_is_a_store_for_it() -> None:
    with pytest.raises(StoreError, match="SQLite"):
        open_desk("postgresql://host/desk")


def test_a_desk_that_another_program_writes_to_is_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_PATIENCE", 20)
    path = tmp_path / "desk.db"
    with open_desk(str(path)) as desk:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program is writing"):
            desk.add(make_page(BREAKOUT))
        with open_desk(str(path)) as reader:
            assert reader.counts().articles == 0
        other.execute("ROLLBACK")
        other.close()
        assert len(desk.add(make_page(BREAKOUT)).new) == 1


def test_a_disk_too_full_for_a_capture_costs_that_page_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add(make_page(BREAKOUT))
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fail)
            with pytest.raises(StoreError, match="the disk is full"):
                desk.add(make_page(DROUGHT, "/pages/drought.txt"))
        assert desk.counts().articles == 1
        assert [path.name for path in (tmp_path / "desk.captures").rglob(".part-*")] == []
        assert len(desk.add(make_page(DROUGHT, "/pages/drought.txt")).new) == 1


def test_a_disk_too_full_for_the_database_leaves_no_half_page(tmp_path: Path) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        desk.add(make_page(BREAKOUT))
        assert isinstance(desk, SqlDesk)
        with desk._engine.connect() as connection:
            connection.execute(text("PRAGMA max_page_count = 1"))
        long = " ".join(f"word{n}" for n in range(30_000))
        with pytest.raises(StoreError, match="the disk is full"):
            desk.add(make_page(long, "/pages/long.txt"))
        assert desk.counts().articles == 1
        assert desk.search("word7") == ()


def test_a_failure_within_a_page_leaves_nothing_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_desk(str(tmp_path / "desk.db")) as desk:
        assert isinstance(desk, SqlDesk)

        def fail(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(desk._index, "add", fail)
            with pytest.raises(KeyboardInterrupt):
                desk.add(make_page(BREAKOUT))
        counts = desk.counts()
        assert (counts.articles, counts.captures, counts.statements) == (0, 0, 0)


@pytest.mark.parametrize("folder", [True, False])
def test_a_desk_that_cannot_be_written_is_read_and_says_so_to_a_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, folder: bool
) -> None:
    path = tmp_path / "desk.db"
    with open_desk(str(path)) as desk:
        desk.add(make_page(BREAKOUT))
    before = sorted(p.name for p in tmp_path.iterdir())
    # The tests may run as one who may write everywhere: what the system answers is put in its mouth.
    monkeypatch.setattr(os, "access", lambda place, _: place not in ((path, tmp_path) if folder else (path,)))
    with open_desk(str(path), create=False) as desk:
        assert len(desk.view().articles) == 1
        assert len(desk.search("governor")) == 1
        with pytest.raises(StoreError, match="no permission to write"):
            desk.add(make_page(DROUGHT, "/pages/drought.txt"))
        assert len(desk.view().articles) == 1
    if folder:
        assert sorted(p.name for p in tmp_path.iterdir()) == before


def test_no_permission_is_said_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), "desk.captures")

    with open_desk(str(tmp_path / "desk.db")) as desk:
        monkeypatch.setattr(Path, "mkdir", refuse)
        with pytest.raises(StoreError, match=r"desk\.captures: no permission"):
            desk.add(make_page(BREAKOUT))


def test_an_index_that_was_lost_is_built_anew(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with open_desk(str(path)) as desk:
        desk.add(make_page(BREAKOUT))
    with sqlite3.connect(path) as other:
        other.execute("DROP TABLE search")
        other.execute("UPDATE meta SET value = 'older' WHERE key = 'search'")
    other.close()
    with open_desk(str(path)) as desk:
        assert len(desk.search("governor")) == 1
