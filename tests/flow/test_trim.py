"""Words cut to what can stand alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.flow.trim import Trimmed, trim
from tocsin.lang.fold import fold
from tocsin.model import Span


def cut(text: str, *, code: str | None = "en", dateline: str | None = None, followed: bool = False) -> Trimmed | None:
    return trim(text, fold(text), Span(0, len(text)), code=code, dateline=dateline, cut=followed)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("and nine of the rowers died in the storm,", "nine of the rowers died in the storm"),
        ("that the bridge had fallen.", "the bridge had fallen"),
        ("However, the river stayed calm.", "the river stayed calm"),
        ("although the mill has been repaired", "the mill has been repaired"),
        ("“At least 40 boats sank,”", "At least 40 boats sank"),
        ("the harbour, which they call “the Old Lady.”", "the harbour, which they call “the Old Lady.”"),
        ("Where is the ferry?", "Where is the ferry?"),
        ("that was a mistake", "that was a mistake"),
    ],
)
def test_joining_words_and_loose_marks_are_cut(text: str, left: str) -> None:
    trimmed = cut(text)
    assert trimmed is not None
    assert trimmed.span.of(text) == left


def test_what_a_cut_leaves_hanging_is_cut_as_well_but_never_a_negation() -> None:
    text = "The boats lay in the"
    hanging = cut(text, followed=True)
    assert hanging is not None
    assert hanging.span.of(text) == "The boats lay"
    text = "The boats will not"
    kept = cut(text, followed=True)
    assert kept is not None
    assert kept.span.of(text) == text


def test_a_dateline_is_no_part_of_what_is_said() -> None:
    text = "MARSA, Delta (Coast Wire) - Nine boats sank on Sunday"
    trimmed = cut(text, dateline="Marsa")
    assert trimmed is not None
    assert trimmed.span.of(text) == "Nine boats sank on Sunday"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Nine boats sank and were lost", True),
        ("Fighting could be heard in the port", True),
        ("who stormed the mill", False),
        ("by seizing boats left behind", False),
        ("killing four rowers", False),
        ("to send a team", False),
        ("was formed in the spring", False),
        ("the calm of the rowers", False),
    ],
)
def test_a_fragment_is_told_from_a_clause(text: str, whole: bool) -> None:
    trimmed = cut(text)
    assert trimmed is not None
    assert trimmed.whole is whole


@pytest.mark.parametrize(("text", "names"), [("They sank.", False), ("This has helped the rowers", False), ("This boat has sunk", True)])
def test_a_word_that_stands_for_another_names_nobody(text: str, names: bool) -> None:
    trimmed = cut(text)
    assert trimmed is not None
    assert trimmed.pronoun is not names


@pytest.mark.parametrize(
    ("text", "left"), [("أن ثلاثة قوارب غرقت", "ثلاثة قوارب غرقت"), ("وأن الجسر انهار", "الجسر انهار"), ("«غرقت القوارب»", "غرقت القوارب")]
)
def test_arabic_loses_its_joining_words_too(text: str, left: str) -> None:
    trimmed = cut(text, code="ar")
    assert trimmed is not None
    assert trimmed.span.of(text) == left


@pytest.mark.parametrize("text", ["", "”", "and", " , — "])
def test_nothing_left_is_none(text: str) -> None:
    assert cut(text) is None


@given(st.text(alphabet=st.sampled_from("ab أن و«»“”(),. \n'"), max_size=40), st.sampled_from(["en", "ar", None, "xx"]), st.booleans())
def test_what_is_left_lies_within_or_closes_a_mark(text: str, code: str | None, followed: bool) -> None:
    trimmed = cut(text, code=code, followed=followed)
    if trimmed is not None:
        assert 0 <= trimmed.span.start < trimmed.span.end <= len(text)
