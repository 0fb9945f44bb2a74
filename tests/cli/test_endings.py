"""How runs end: exit codes, one sentence on stderr, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.brief.proof import Problem
from tocsin.cli import app, briefing

pytest_plugins = ["flood"]

TOCSIN = [sys.executable, "-c", "from tocsin.cli import main; main()"]


def _run(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("TOCSIN_DESK", "FORCE_COLOR", "COLUMNS")}
    return subprocess.run(  # noqa: S603 -- our own program
        [*TOCSIN, *words], cwd=cwd, env=kept | env, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_a_path_that_is_not_there_is_named_and_nothing_is_read(runner: CliRunner) -> None:
    result = runner.invoke(app, ["read", "nowhere.html"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("tocsin: ")
    assert "nowhere.html" in result.stderr


@pytest.mark.parametrize(("name", "raw"), [("empty.html", b""), ("blank.txt", b" \n "), ("image.html", b"\x89PNG\r\n\x1a\n\x00\x00\x00\r")])
def test_what_is_no_page_is_said_and_the_rest_goes_on(runner: CliRunner, pages: Path, name: str, raw: bytes) -> None:
    (pages / name).write_bytes(raw)
    result = runner.invoke(app, ["read", str(pages / name), str(pages / "flood.html")])
    assert result.exit_code == 3
    assert name in result.stderr
    assert "Flood at Marran" in result.stdout


def test_adding_in_part_ends_with_three(runner: CliRunner, pages: Path) -> None:
    result = runner.invoke(app, ["add", str(pages), "nowhere.html"])
    assert result.exit_code == 3
    assert "nowhere.html" in result.stderr
    assert "2 new articles" in result.stdout


def test_a_folder_without_pages_ends_with_one(runner: CliRunner, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    result = runner.invoke(app, ["add", "bare"])
    assert result.exit_code == 1
    assert "bare" in result.stderr


@pytest.mark.parametrize("verb", [["stories"], ["show", "ab"], ["lookup", "x"], ["search", "x"], ["check"], ["brief"]])
def test_a_desk_that_is_not_there_or_no_desk_is_named(runner: CliRunner, tmp_path: Path, verb: list[str]) -> None:
    (tmp_path / "notes.txt").write_text("not a desk")
    for name in ("gone.db", "notes.txt"):
        result = runner.invoke(app, [*verb, "--desk", name])
        assert result.exit_code == 1
        assert name in result.stderr
        assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "words",
    [
        ["stories", "--since", "someday"],
        ["nothing"],
        ["read"],
        ["stories", "--registry", "gone.yml"],
        ["brief", "-o", "brief.pdf"],
        ["brief", "-o", "gone/brief.html"],
        ["claims", "--limit", "0"],
    ],
)
def test_wrong_use_ends_with_two(runner: CliRunner, words: list[str]) -> None:
    result = runner.invoke(app, words)
    assert result.exit_code == 2
    assert result.stdout == ""


@pytest.mark.parametrize("words", [["show", "zzzz"], ["show", ""], ["claims", "--story", "zzzz"], ["lookup", "  "]])
def test_an_id_that_means_nothing_or_too_much_ends_with_two(runner: CliRunner, desk: Path, words: list[str]) -> None:
    result = runner.invoke(app, [*words, "--desk", str(desk)])
    assert result.exit_code == 2
    assert result.stderr.startswith("tocsin: ")


def test_a_brief_that_does_not_hold_is_not_written(runner: CliRunner, desk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(briefing, "check", lambda *_, **__: [Problem("s1", "the quoted words are not those at the reference")])
    result = runner.invoke(app, ["brief", "--desk", str(desk), "-o", "brief.html"])
    assert result.exit_code == 1
    assert "not written" in result.stderr
    assert not (tmp_path / "brief.html").exists()


def test_a_file_that_cannot_be_written_is_named(runner: CliRunner, desk: Path, tmp_path: Path) -> None:
    (tmp_path / "brief.html").mkdir()
    result = runner.invoke(app, ["brief", "--desk", str(desk), "-o", "brief.html"])
    assert result.exit_code == 1
    assert "brief.html" in result.stderr


def test_control_characters_of_a_name_do_not_reach_the_terminal(runner: CliRunner) -> None:
    result = runner.invoke(app, ["read", "a\x1b[31mb.html"])
    assert "\x1b" not in result.output


def test_a_pipe_gets_no_colour_and_complaints_stay_on_stderr(pages: Path, tmp_path: Path) -> None:
    run = _run("read", str(pages / "flood.html"), "nowhere.html", cwd=tmp_path)
    assert run.returncode == 3
    assert "\x1b" not in run.stdout + run.stderr
    assert "nowhere" not in run.stdout
    assert "Flood at Marran" not in run.stderr


def test_letters_reach_a_pipe_whatever_the_locale(pages: Path, tmp_path: Path) -> None:
    run = _run("read", str(pages / "flood_ar.html"), cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert "مكتب النهر" in run.stdout


def test_a_reader_that_goes_away_ends_no_run_in_a_traceback(pages: Path, tmp_path: Path) -> None:
    with subprocess.Popen(  # noqa: S603 -- our own program
        [*TOCSIN, "read", *[str(pages / "flood.html")] * 200, "--json"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.readline()
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()


def test_help_loads_nothing_heavy(tmp_path: Path) -> None:
    code = "import sys; from tocsin.cli import app; print([m for m in ('sqlalchemy', 'trafilatura', 'numpy', 'lxml', 'jinja2', 'networkx') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)  # noqa: S603
    assert run.stdout == "[]\n"
