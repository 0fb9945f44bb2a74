import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from tocsin.bench.cli import app, time_line
from tocsin.errors import SourceError

GOLD = """
pages:
- page: storm.txt
  articles: 1
  language: en
  published: null
  statements:
    - {speaker: [Lena Marsh], act: warn, content: "the storm would return"}
  weather: bad
across:
  stories: [{apart: [storm.txt, none.txt]}]
"""
PAGE = """Storm closes the harbour

Governor Lena Marsh warned on Monday that the storm would return within days.

Boats stayed in the harbour all day, and the market was closed until the evening.
"""


def _run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "articles.yml").write_text(GOLD, encoding="utf-8")
    (tmp_path / "storm.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_seeds_score_any_gold_of_the_form(gold: Path) -> None:
    result = _run("seeds", "--data", gold, "--pages", gold, "--exhaustive", "--json")
    assert result.exit_code == 0, result.output
    report = json.loads(result.output)
    assert report["metrics"] | {"found": 1.0, "speaker": 1.0, "act": 1.0, "articles": 1.0, "precision": 1.0} == report["metrics"]
    assert report["notes"] == ["not scored: pages.weather (1 times)"]


def test_detail_lists_what_was_missed(gold: Path) -> None:
    (gold / "articles.yml").write_text(GOLD.replace("Lena Marsh", "Nobody Else"), encoding="utf-8")
    result = _run("seeds", "--data", gold / "articles.yml", "--pages", gold, "--detail")
    assert "storm.txt: speaker: Nobody Else for “the storm would return”: given warn" in result.output


def test_a_page_that_is_missing_is_told_and_scores_nothing(gold: Path) -> None:
    (gold / "storm.txt").unlink()
    report = json.loads(_run("seeds", "--data", gold, "--pages", gold, "--json").output)
    assert report["metrics"]["found"] == 0.0
    assert "storm.txt: cannot be read" in report["notes"][0]


def test_gold_that_is_none_is_an_error_of_ours(gold: Path) -> None:
    (gold / "articles.yml").write_text("- 3", encoding="utf-8")
    with pytest.raises(SourceError):
        CliRunner().invoke(app, ["seeds", "--data", str(gold), "--pages", str(gold)], catch_exceptions=False)


def test_pages_compare_bodies(tmp_path: Path) -> None:
    body = "The harbour was closed on Monday after the storm. Boats stayed where they were, and the market did not open until the evening."
    page = f"<html><body><article><h1>Storm</h1><p>{body}</p></article></body></html>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    (tmp_path / "ground-truth.json").write_text(json.dumps({"a": {"articleBody": body}, "b": {"articleBody": body}}), encoding="utf-8")
    report = json.loads(_run("pages", "--data", tmp_path, "--json").output)
    assert report["metrics"] == {"f1": pytest.approx(2 / 3), "precision": 1.0, "recall": 0.5}
    assert "b.html.gz: cannot be read" in report["notes"][0]


def test_speed_reads_every_corpus_and_states_load_and_memory(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text((json.dumps({"text": PAGE}) + "\n") * 12, encoding="utf-8")
    result = _run("speed", "--data", tmp_path, "--runs", "2", "--json")
    report = json.loads(result.output)
    assert report["metrics"]["one words/s"] > 0
    assert any("machine load" in note for note in report["notes"])
    assert "12 articles" in report["notes"][0]


def test_robust_ends_well_without_faults() -> None:
    result = _run("robust", "--count", "3", "--longest", "1000", "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.output)["metrics"]["faults"] == 0.0


def test_floors_rise_and_are_not_lowered_unasked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gold: Path) -> None:
    monkeypatch.chdir(tmp_path)
    floors = tmp_path / "floors.json"
    (tmp_path / "bench" / "gold" / "demo").mkdir(parents=True)
    (tmp_path / "bench" / "gold" / "demo" / "articles.yml").write_text("pages: []", encoding="utf-8")
    floors.write_text('{"floors": {"demo": {"found": 0.5}}, "gold": {}}', encoding="utf-8")
    words = ("floors", "--floors", floors, "--gold", "none", "--seeds", "none")
    refused = _run(*words, "--update")
    assert refused.exit_code == 1
    assert "found was not measured" in refused.output
    assert json.loads(floors.read_text())["floors"] == {"demo": {"found": 0.5}}
    assert _run(*words, "--update", "--allow-regression").exit_code == 0
    assert json.loads(floors.read_text())["floors"] == {"demo": {}}
    assert _run(*words).exit_code == 0


def test_speed_of_a_folder_without_a_corpus_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="no corpus here"):
        time_line(data=tmp_path)
