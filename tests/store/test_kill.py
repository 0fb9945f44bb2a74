"""A run that is killed at any moment loses nothing that it reported, and leaves nothing half done."""

import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tocsin.store import open_desk


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there")
@pytest.mark.parametrize("delay", [0.0, 0.013, 0.04])
def test_a_killed_run_keeps_what_it_reported_and_leaves_no_half_article(tmp_path: Path, delay: float) -> None:
    path = tmp_path / "desk.db"
    script = Path(__file__).with_name("killed.py")
    with subprocess.Popen([sys.executable, str(script), str(path)], stdout=subprocess.PIPE, text=True) as run:  # noqa: S603 -- our own script
        assert run.stdout is not None
        reported = [run.stdout.readline().split() for _ in range(5)]
        time.sleep(delay)
        run.send_signal(signal.SIGKILL)
        reported.extend(line.split() for line in run.stdout.read().splitlines())
    whole = [ids for ids in reported if len(ids) == 2 and all(len(id_) == 16 for id_ in ids)]
    assert len(whole) >= 5
    with open_desk(str(path), create=False) as desk:
        held = {article.id: article for article in desk.view().articles}
        assert {id_ for ids in whole for id_ in ids} <= set(held)
        assert list(desk.damaged()) == []
        counts = desk.counts()
        assert counts.articles == counts.statements == counts.versions == 2 * counts.pages == 2 * counts.captures
        last = max(held.values(), key=lambda a: int(Path(a.capture.page).stem))
        assert {hit.article for hit in desk.search(f'"report {Path(last.capture.page).stem}"')} >= {last.id}
    _check_rows(path, counts.articles)


def _check_rows(path: Path, articles: int) -> None:
    desk = sqlite3.connect(path)
    assert desk.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert desk.execute("PRAGMA foreign_key_check").fetchall() == []
    assert desk.execute("SELECT count(*) FROM search").fetchone() == (articles,)
    desk.close()
