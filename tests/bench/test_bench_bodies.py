from collections.abc import Callable

import pytest

from tocsin.bench.bodies import Overlap, average, compare, get_body, make_report, resample
from tocsin.model import Article, Paragraph, Role


def test_the_same_text_is_right_however_it_is_spaced() -> None:
    assert compare("one two three four five", "one,  two three\nfour five!") == Overlap(1.0, 0.0, 0.0)


def test_runs_of_four_words_are_shares_that_sum_to_one() -> None:
    overlap = compare("a b c d e", "a b c d x")
    assert (overlap.right, overlap.extra, overlap.missing) == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert overlap.f1 == 0.5


def test_texts_shorter_than_a_run_are_one_run() -> None:
    assert compare("a b", "a b").precision == 1.0
    assert compare("a b", "a c").f1 == 0.0


def test_nothing_given_is_nothing_found_and_nothing_wrong() -> None:
    overlap = compare("a b c d e", "")
    assert (overlap.recall, overlap.extra) == (0.0, 0.0)
    means = average([overlap, Overlap(1.0, 0.0, 0.0)])
    assert (means.precision, means.recall) == (1.0, 0.5)


def test_means_are_over_pages_not_over_words() -> None:
    means = average([compare("w " * 1000, "w " * 1000), compare("a b c d", "e f g h")])
    assert means.f1 == 0.5


def test_doubt_is_the_same_each_time_and_none_without_difference() -> None:
    overlaps = [Overlap(0.5, 0.5, 0.0), Overlap(1.0, 0.0, 0.0), Overlap(0.2, 0.3, 0.5)]
    assert resample(overlaps, 50) == resample(overlaps, 50)
    assert resample([overlaps[0]] * 3, 20).f1 == 0.0


def test_the_body_is_the_largest_article_without_its_title(article: Callable[..., Article]) -> None:
    text = "Title\nBody of it"
    long = article(text, paragraphs=(Paragraph(0, 5, Role.TITLE), Paragraph(6, 16)))
    assert get_body([article("Short"), long]) == "Body of it"
    assert get_body([]) == ""


def test_the_worst_pages_are_listed_first() -> None:
    report = make_report({"good": Overlap(1.0, 0.0, 0.0), "bad": Overlap(0.1, 0.9, 0.0)}, resampled=10)
    assert report.detail[0].endswith("bad")
    assert report.metrics["precision"] == pytest.approx(0.55)
