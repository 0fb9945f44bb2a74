"""The verbs on a small desk: what they print, and that results and complaints go their own ways."""

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from typer.testing import CliRunner

from tocsin.cli import app

pytest_plugins = ["flood"]

VERBS = ["demo", "read", "add", "lookup", "stories", "claims", "actors", "figures", "search", "show", "brief", "check"]
LISTS = ["stories", "claims", "actors", "figures"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(runner: CliRunner, verb: str) -> None:
    result = runner.invoke(app, [verb, "--help"])
    assert result.exit_code == 0
    assert f"Example: tocsin {verb}" in " ".join(result.stdout.split())


def test_the_bench_has_a_help_of_its_own(runner: CliRunner) -> None:
    result = runner.invoke(app, ["bench", "--help"])
    assert result.exit_code == 0
    assert "tocsin bench" in result.stdout


def test_read_prints_the_article_its_speakers_and_their_words(runner: CliRunner, pages: Path) -> None:
    result = runner.invoke(app, ["read", str(pages / "flood.html")])
    assert result.exit_code == 0
    assert "Flood at Marran kills nine" in result.stdout
    assert "3 February 2026" in result.stdout
    assert "River Office said" in result.stdout
    assert result.stderr == ""


def test_read_json_gives_one_article_a_line(runner: CliRunner, pages: Path) -> None:
    result = runner.invoke(app, ["read", str(pages), "--json"])
    articles = [json.loads(line) for line in result.stdout.splitlines()]
    assert [article["language"] for article in articles] == ["en", "ar"]
    for article in articles:
        for statement in article["statements"]:
            assert all(article["text"][c["start"] : c["end"]] == c["text"] for c in statement["content"])
            assert statement["speaker"] == statement["chain"][-1]["name"]


def test_add_says_what_is_new_and_what_is_not(runner: CliRunner, pages: Path, desk: Path) -> None:
    again = runner.invoke(app, ["add", str(pages), "--desk", str(desk)])
    assert again.exit_code == 0
    assert "0 new articles" in again.stdout
    assert "2 unchanged" in again.stdout
    page = pages / "flood.html"
    page.write_text(page.read_text(encoding="utf-8").replace("300 houses", "310 houses"), encoding="utf-8")
    changed = runner.invoke(app, ["add", str(pages), "--desk", str(desk)])
    assert "1 new version" in changed.stdout


def test_add_names_the_unread_pages_of_this_run_alone(runner: CliRunner, tmp_path: Path, desk: Path) -> None:
    assert "gone.txt" in runner.invoke(app, ["add", str(tmp_path / "gone.txt"), "--desk", str(desk)]).stderr
    (tmp_path / "void.txt").write_bytes(b"")
    later = runner.invoke(app, ["add", str(tmp_path / "void.txt"), "--desk", str(desk)]).stderr
    assert "void.txt: this page is empty" in later
    assert "gone.txt" not in later


@pytest.mark.parametrize("verb", LISTS)
def test_a_list_in_json_has_one_object_a_line(runner: CliRunner, desk: Path, verb: str) -> None:
    result = runner.invoke(app, [verb, "--json", "--desk", str(desk)])
    assert result.exit_code == 0
    assert all(isinstance(json.loads(line), dict) for line in result.stdout.splitlines())
    assert len(result.stdout.splitlines()) > 0


@pytest.mark.parametrize("verb", [*LISTS, "check", "brief"])
@pytest.mark.parametrize("columns", ["80", "60", "120"])
def test_a_table_fits_the_terminal(runner: CliRunner, desk: Path, verb: str, columns: str) -> None:
    result = runner.invoke(app, [verb, "--desk", str(desk)], env={"COLUMNS": columns})
    assert result.exit_code == 0
    if verb != "brief":
        assert max(cell_len(line) for line in result.stdout.splitlines()) <= int(columns)


@pytest.mark.parametrize("verb", LISTS)
def test_right_to_left_text_is_fenced_on_every_line(runner: CliRunner, desk: Path, verb: str) -> None:
    for line in runner.invoke(app, [verb, "--desk", str(desk)]).stdout.splitlines():
        assert line.count("\u2068") == line.count("\u2069")
        bare = "".join("" if part == "" else part.partition("\u2069")[2] for part in line.split("\u2068")[1:]) + line.split("\u2068")[0]
        assert not any("\u0590" <= letter <= "\u08ff" for letter in bare)


def test_search_finds_words_in_any_spelling(runner: CliRunner, desk: Path) -> None:
    result = runner.invoke(app, ["search", "الأثنين", "--desk", str(desk), "--json"])
    assert [json.loads(line)["outlet"] for line in result.stdout.splitlines()] == ["صوت الوادي"]


def test_search_that_finds_nothing_says_so_on_stderr(runner: CliRunner, desk: Path) -> None:
    result = runner.invoke(app, ["search", "volcano", "--desk", str(desk)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("tocsin: ")


@pytest.mark.parametrize("verb", ["claims", "stories", "actors"])
def test_show_takes_a_unique_beginning_of_an_id(runner: CliRunner, desk: Path, verb: str) -> None:
    first = json.loads(runner.invoke(app, [verb, "--json", "--desk", str(desk)]).stdout.splitlines()[0])
    shown = runner.invoke(app, ["show", first["id"], "--desk", str(desk)])
    assert shown.exit_code == 0
    assert first["id"] in shown.stdout


def test_show_marks_the_words_of_a_statement(runner: CliRunner, desk: Path, pages: Path) -> None:
    claims = [json.loads(line) for line in runner.invoke(app, ["claims", "--json", "--desk", str(desk)]).stdout.splitlines()]
    shown = runner.invoke(app, ["show", claims[0]["statements"][0], "--desk", str(desk)])
    assert shown.exit_code == 0
    assert "⟦" in shown.stdout
    assert "└──" in shown.stdout


def test_show_json_gives_the_record(runner: CliRunner, desk: Path) -> None:
    first = json.loads(runner.invoke(app, ["claims", "--json", "--desk", str(desk)]).stdout.splitlines()[0])
    assert json.loads(runner.invoke(app, ["show", first["id"], "--json", "--desk", str(desk)]).stdout) == first


def test_lookup_tells_the_number_that_is_said_from_another(runner: CliRunner, desk: Path) -> None:
    result = runner.invoke(app, ["lookup", "Nine people were killed in the flood", "--json", "--desk", str(desk)])
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    same = " ".join(claim["gist"] for claim in found if claim["match"] == "same")
    other = " ".join(claim["gist"] for claim in found if claim["match"] == "another number")
    assert "21" in other
    assert "21" not in same
    assert same != ""


def test_lookup_of_what_nobody_says_says_so(runner: CliRunner, desk: Path) -> None:
    result = runner.invoke(app, ["lookup", "A rocket was launched to the moon", "--desk", str(desk)])
    assert result.exit_code == 0
    assert "Nobody on this desk says this." in result.stdout


def test_check_groups_by_stage_and_reason(runner: CliRunner, desk: Path) -> None:
    groups = [json.loads(line) for line in runner.invoke(app, ["check", "--json", "--desk", str(desk)]).stdout.splitlines()]
    assert all(group["count"] == len(group["issues"]) for group in groups)


@pytest.mark.parametrize("suffix", ["html", "md"])
def test_brief_writes_a_file_and_says_so_on_stderr(runner: CliRunner, desk: Path, tmp_path: Path, suffix: str) -> None:
    target = tmp_path / f"brief.{suffix}"
    result = runner.invoke(app, ["brief", "--desk", str(desk), "-o", str(target)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert "wrote" in result.stderr
    assert "River Office" in target.read_text(encoding="utf-8")


def test_brief_without_a_file_prints_markdown(runner: CliRunner, desk: Path) -> None:
    result = runner.invoke(app, ["brief", "--desk", str(desk)])
    assert result.stdout.startswith("# ")
    assert "[^1]:" in result.stdout


def test_a_silent_edit_is_shown_in_the_brief_and_in_the_article(runner: CliRunner, pages: Path, desk: Path) -> None:
    page = pages / "flood.html"
    page.write_text(page.read_text(encoding="utf-8").replace("She said 300 houses", "She said 310 houses"), encoding="utf-8")
    assert "1 new version" in runner.invoke(app, ["add", str(pages), "--desk", str(desk)]).stdout
    brief = runner.invoke(app, ["brief", "--desk", str(desk)])
    assert brief.exit_code == 0, brief.stderr
    assert "added «She said 310 houses stood under water" in brief.stdout
    assert "removed «“We had no warning" in brief.stdout or "removed «She said 300 houses" in brief.stdout
    found = json.loads(runner.invoke(app, ["search", "Orvath", "--json", "--desk", str(desk)]).stdout)
    assert "310 houses" in runner.invoke(app, ["show", found["article"], "--desk", str(desk)]).stdout


def test_demo_builds_a_desk_and_prints_a_brief(runner: CliRunner, tmp_path: Path) -> None:
    result = runner.invoke(app, ["demo"])
    assert result.exit_code == 0, result.output
    assert (tmp_path / "tocsin-demo.db").is_file()
    lines = result.stdout.splitlines()
    assert " pages, " in lines[0]
    assert "→" in result.stdout
    assert any(line.startswith("Next:") for line in lines)
    assert max(cell_len(line) for line in lines) <= 80
    again = runner.invoke(app, ["demo"])
    assert again.stdout.splitlines()[2:] == lines[2:]
