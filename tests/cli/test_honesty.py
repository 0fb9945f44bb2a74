"""What the faces say is the same everywhere, and nothing is left out without a word."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tocsin.cli import app

pytest_plugins = ["flood"]

LISTS = ["stories", "claims", "actors", "figures"]
TOCSIN = [sys.executable, "-c", "from tocsin.cli import main; main()"]


def read_lines(runner: CliRunner, desk: Path, *words: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in runner.invoke(app, [*words, "--json", "--desk", str(desk)]).stdout.splitlines()]


def test_a_claim_has_one_wording_and_one_count_on_every_face(runner: CliRunner, desk: Path) -> None:
    wide = {"COLUMNS": "400"}
    listed = runner.invoke(app, ["claims", "--desk", str(desk)], env=wide).stdout
    for claim in read_lines(runner, desk, "claims"):
        gist, articles = claim["gist"], claim["articles"]
        assert isinstance(gist, str)
        assert isinstance(articles, list)
        shown = runner.invoke(app, ["show", str(claim["id"]), "--desk", str(desk)], env=wide).stdout
        assert gist in listed.replace("\u2068", "").replace("\u2069", "")
        assert gist in shown.replace("\u2068", "").replace("\u2069", "")
        assert f"{len(articles)} article" in shown


def test_a_wording_leads_to_its_characters(runner: CliRunner, desk: Path) -> None:
    for claim in read_lines(runner, desk, "claims"):
        place, gist = claim["wording"], claim["gist"]
        assert isinstance(place, dict)
        assert isinstance(gist, str)
        (article,) = read_lines(runner, desk, "show", place["article"])
        words = str(article["text"])[place["start"] : place["end"]]
        assert " ".join(words.split())[1:] == gist[1:]


@pytest.mark.parametrize("verb", ["stories", "claims", "actors"])
def test_every_id_that_a_list_prints_is_one_that_show_takes(runner: CliRunner, desk: Path, verb: str) -> None:
    lines = runner.invoke(app, [verb, "--desk", str(desk)], env={"COLUMNS": "200"}).stdout.splitlines()[1:]
    ids = [line.split()[0] for line in lines if re.match(r"\S", line)]
    whole = [str(record["id"]) for record in read_lines(runner, desk, verb)]
    assert len(ids) == len(whole) > 0
    for id_, record in zip(ids[:5], whole, strict=False):
        assert record.startswith(id_)
        assert record in runner.invoke(app, ["show", id_, "--desk", str(desk)]).stdout


def test_a_named_actor_is_printed_whole(runner: CliRunner, pages: Path, tmp_path: Path, english: str) -> None:
    (pages / "flood.html").write_text(english.replace("The Farmers Union said", "Iraq said"), encoding="utf-8")
    runner.invoke(app, ["add", str(pages), "--desk", "iraq.db"])
    named = [str(record["id"]) for record in read_lines(runner, tmp_path / "iraq.db", "actors") if ":" in str(record["id"])]
    assert len(named) > 0
    listed = runner.invoke(app, ["actors", "--desk", "iraq.db"], env={"COLUMNS": "200"}).stdout
    for id_ in named:
        assert f"{id_} " in listed
        assert runner.invoke(app, ["show", id_, "--desk", "iraq.db"]).exit_code == 0


def test_a_story_says_how_many_claims_it_does_not_show(runner: CliRunner, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.cli.showing._CLAIMS", 1)
    story = read_lines(runner, desk, "stories")[0]["id"]
    claims = len(read_lines(runner, desk, "claims", "--story", str(story)))
    shown = runner.invoke(app, ["show", str(story), "--desk", str(desk)]).stdout
    assert claims > 1
    assert f"{claims - 1} more claim" in shown
    assert "tocsin claims --story" in shown


def test_an_article_shows_what_was_dropped_from_it_and_why(runner: CliRunner, tmp_path: Path, english: str) -> None:
    (tmp_path / "p.html").write_text(
        english.replace("<article>", "<nav><a>Home</a> <a>Weather</a></nav><article>").replace(
            "</article>", "<p>Advertisement</p><p>Read also: Ten bridges to see</p></article>"
        ),
        encoding="utf-8",
    )
    runner.invoke(app, ["add", "p.html"])
    (article,) = read_lines(runner, tmp_path / "tocsin.db", "search", "Orvath")
    (record,) = read_lines(runner, tmp_path / "tocsin.db", "show", str(article["article"]))
    shown = runner.invoke(app, ["show", str(article["article"])], env={"COLUMNS": "300"}).stdout
    issues = record["issues"]
    assert isinstance(issues, list)
    assert len(issues) > 0
    for issue in issues:
        assert issue["reason"] in shown
        assert issue["text"] is None or issue["text"].split("\n")[0] in shown


def test_an_outlet_that_no_page_names_is_called_unnamed(runner: CliRunner, tmp_path: Path, english: str) -> None:
    (tmp_path / "leaf.txt").write_text(re.sub(r"<meta[^>]*>|<[^>]*>", "\n\n", english), encoding="utf-8")
    runner.invoke(app, ["add", "leaf.txt"])
    assert "an unnamed outlet (leaf.txt)" in runner.invoke(app, ["read", "leaf.txt"]).stdout
    assert "an unnamed outlet" in runner.invoke(app, ["brief"]).stdout
    for claim in read_lines(runner, tmp_path / "tocsin.db", "claims"):
        assert "leaf.txt" not in (claim["roots"] if isinstance(claim["roots"], list) else [])


@pytest.mark.parametrize("verb", LISTS)
def test_an_empty_list_says_so_and_is_valid_json(runner: CliRunner, desk: Path, verb: str) -> None:
    empty = runner.invoke(app, [verb, "--desk", str(desk), "--since", "2100-01-01", "--until", "2100-01-02"])
    assert (empty.exit_code, empty.stdout) == (0, "")
    assert f"no {verb} between 2100-01-01 00:00 UTC and 2100-01-03 00:00 UTC" in empty.stderr
    shape = runner.invoke(app, [verb, "--desk", str(desk), "--since", "2100-01-01", "--json"])
    assert (shape.exit_code, shape.stdout) == (0, "")


@pytest.mark.parametrize("verb", [*LISTS, "brief", "lookup x", "search x"])
def test_a_time_that_ends_before_it_begins_is_wrong_use(runner: CliRunner, desk: Path, verb: str) -> None:
    result = runner.invoke(app, [*verb.split(), "--desk", str(desk), "--since", "2026-03-02", "--until", "2026-03-01"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--until" in result.stderr


@pytest.mark.parametrize("verb", [*LISTS, "check"])
def test_no_line_of_a_pipe_ends_in_blanks(runner: CliRunner, desk: Path, verb: str) -> None:
    lines = runner.invoke(app, [verb, "--desk", str(desk)]).stdout.splitlines()
    assert all(line == line.rstrip() for line in lines)


def test_a_damaged_capture_is_named_and_not_called_none(runner: CliRunner, desk: Path, tmp_path: Path) -> None:
    next((tmp_path / "flood.captures").rglob("*.gz")).write_bytes(b"spoilt")
    result = runner.invoke(app, ["check", "--captures", "--desk", str(desk)])
    assert result.exit_code == 3
    assert "None" not in result.stderr
    assert ".gz" in result.stderr


def test_the_largest_page_that_is_read_can_be_set(runner: CliRunner, tmp_path: Path, english: str) -> None:
    (tmp_path / "long.html").write_text(english.replace("</article>", f"<!-- {'x' * 1_100_000} --></article>"), encoding="utf-8")
    refused = runner.invoke(app, ["read", "long.html", "--largest", "1"])
    assert refused.exit_code == 1
    assert "--largest" in refused.stderr
    assert runner.invoke(app, ["read", "long.html", "--largest", "2"]).exit_code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["claims"], ["claims", "--json"], ["brief"], ["check"]])
def test_a_full_disk_under_the_results_is_named(desk: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(  # noqa: S603 -- our own program
            [*TOCSIN, *words, "--desk", str(desk)], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert run.returncode == 1
    assert run.stderr.startswith("tocsin: standard output: No space left on device")
    assert len(run.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", [["claims", "--json"], ["claims"]])
def test_a_pipe_that_closes_ends_the_run_quietly(desk: Path, words: list[str]) -> None:
    with subprocess.Popen(  # noqa: S603 -- our own program
        [*TOCSIN, *words, "--desk", str(desk)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 141


def test_stopping_a_run_says_what_is_kept(runner: CliRunner, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tocsin.flow import add as adding

    real, pages_read = adding.add_page, []

    def stop_at_second(*args: object, **kwargs: object) -> object:
        pages_read.append(1)
        if len(pages_read) == 2:
            raise KeyboardInterrupt
        return real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "add_page", stop_at_second)
    result = runner.invoke(app, ["add", str(pages), "--desk", "stopped.db"])
    assert result.exit_code == 130
    assert result.stderr.splitlines() == [
        "tocsin: stopped after 1 page: 1 article of this run kept whole in stopped.db; the same command goes on from here"
    ]
    monkeypatch.setattr(adding, "add_page", real)
    assert "1 new article, 1 unchanged" in runner.invoke(app, ["add", str(pages), "--desk", "stopped.db"]).stdout
