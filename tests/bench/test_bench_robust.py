from collections.abc import Callable, Sequence

import pytest

from tocsin.bench import robust
from tocsin.bench.mutant import Mutant, make_mutant
from tocsin.errors import SourceError
from tocsin.model import Article, Issue, Mention
from tocsin.model.mention import Kind

PAGES = (b"<html><body><p>The ferry left.</p></body></html>", "غادرت العبّارة الميناء\nقال القبطان".encode())
MUTANT = Mutant(1, ("cut",), b"x")


def test_a_number_always_grows_the_same_page() -> None:
    assert [make_mutant(PAGES, seed, longest=500) for seed in range(40)] == [make_mutant(PAGES, seed, longest=500) for seed in range(40)]


def test_every_way_of_spoiling_comes_up_and_changes_pages() -> None:
    mutants = [make_mutant(PAGES, seed, longest=500) for seed in range(300)]
    assert {way for mutant in mutants for way in mutant.ways} >= {
        "flip",
        "cut",
        "mix encodings",
        "long line",
        "nest",
        "controls",
        "direction marks",
    }
    assert sum(mutant.raw in PAGES for mutant in mutants) < 30


def test_a_long_line_is_as_long_as_allowed() -> None:
    longest = max(len(make_mutant(PAGES, seed, longest=100_000).raw) for seed in range(600))
    assert 90_000 < longest < 500_000


def test_an_unforeseen_error_is_a_fault_with_its_place() -> None:
    def reader(raw: bytes) -> Sequence[Article]:
        raise ZeroDivisionError("none")

    (fault,) = robust.check(MUTANT, reader).faults
    assert fault.reason == "ZeroDivisionError: none"
    assert "robust.py" in fault.stage


def test_a_page_refused_with_a_reason_is_no_fault() -> None:
    def reader(raw: bytes) -> Sequence[Article]:
        raise SourceError("page: holds no text")

    outcome = robust.check(MUTANT, reader)
    assert (outcome.refused, outcome.faults) == ("page: holds no text", ())


def test_a_refusal_that_hides_an_unforeseen_error_is_a_fault() -> None:
    def reader(raw: bytes) -> Sequence[Article]:
        raise SourceError("page: the stage failed") from KeyError("x")

    assert len(robust.check(MUTANT, reader).faults) == 1


@pytest.mark.parametrize(
    ("fields", "stage"),
    [
        ({"mentions": (Mention(0, 99, "x", Kind.PERSON),)}, "mentions"),
        ({"issues": (Issue("annotate", "this stage failed: KeyError"),)}, "annotate"),
        ({"issues": (Issue("clean", ""),)}, "clean"),
    ],
)
def test_a_stray_span_or_a_silent_issue_is_a_fault(article: Callable[..., Article], fields: dict[str, object], stage: str) -> None:
    outcome = robust.check(MUTANT, lambda _: [article("The ferry left.", **fields)])
    assert [fault.stage for fault in outcome.faults] == [stage]


def test_the_report_counts_and_names_the_number_to_grow_it_again(article: Callable[..., Article]) -> None:
    good = robust.check(MUTANT, lambda _: [article("The ferry left.", issues=(Issue("clean", "a menu was left out"),))])
    bad = robust.check(MUTANT, lambda _: [article("The ferry left.", mentions=(Mention(0, 99, "x", Kind.PERSON),))])
    report = robust.make_report([good, bad, bad, robust.check(MUTANT, lambda _: [])])
    assert report.metrics == {"faults": 2.0, "read": 3.0}
    (note,) = report.notes
    assert note.startswith("mentions: [0, 99)")
    assert "2 times; seeds 1, 1; first cut" in note
