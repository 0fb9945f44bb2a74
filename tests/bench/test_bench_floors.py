from pathlib import Path

import pytest

from tocsin.bench import floors as files
from tocsin.bench.floors import Floors
from tocsin.bench.report import Report
from tocsin.errors import SourceError

FLOORS = Floors({"seeds": {"found": 0.9}, "pages": {"f1": 0.95}}, {"seeds": "abc"})


def _report(found: float) -> Report:
    return Report("seeds", {"found": found, "act": 0.71239})


@pytest.mark.parametrize(("found", "findings"), [(0.9, 0), (0.8996, 0), (0.899, 1), (1.0, 0)])
def test_a_score_under_its_floor_is_a_finding(found: float, findings: int) -> None:
    assert len(files.compare(FLOORS, [_report(found)])) == findings


def test_a_metric_that_vanished_is_a_finding() -> None:
    (finding,) = files.compare(FLOORS, [Report("seeds", {})])
    assert "was not measured" in finding.what


def test_a_bench_that_was_not_run_is_none() -> None:
    assert files.compare(FLOORS, []) == ()


def test_gold_that_changed_or_was_never_pinned_is_a_finding() -> None:
    assert files.compare_gold(FLOORS, {"seeds": "abc"}) == ()
    assert len(files.compare_gold(FLOORS, {"seeds": "abd", "pages": "x"})) == 2


def test_floors_rise_to_what_is_measured_and_keep_what_was_not() -> None:
    raised = files.raise_to(FLOORS, [_report(0.95)], {"seeds": "new"})
    assert raised == Floors({"seeds": {"found": 0.95, "act": 0.7123}, "pages": {"f1": 0.95}}, {"seeds": "new"})
    assert files.compare(raised, [_report(0.95)]) == ()


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    files.write(tmp_path / "floors.json", FLOORS)
    assert files.load(tmp_path / "floors.json") == FLOORS


@pytest.mark.parametrize("text", ["{", '{"floors": 1, "gold": {}}', '{"floors": {}}'])
def test_a_file_of_another_form_is_refused_by_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "floors.json").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError, match=r"floors\.json"):
        files.load(tmp_path / "floors.json")


def test_a_hash_depends_on_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = files.hash_path(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    second = files.hash_path(tmp_path)
    (tmp_path / "b").write_bytes(b"2")
    assert len({first, second, files.hash_path(tmp_path)}) == 3
