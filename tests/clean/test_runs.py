from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.clean.runs import cut, join, make_runs, squeeze, tidy

TEXTS = st.text(alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("  \t\n\u00a0\u200f\u202eـe\u0301&;<")), max_size=120)


@pytest.mark.parametrize(
    ("source", "markup", "clean"),
    [
        ("plain words", False, "plain words"),
        ("  two\t\twords \u00a0 ", False, "two words"),
        ("caf\u0065\u0301", False, "caf\u00e9"),
        ("a\u200fb\u202ec\x07d", False, "abcd"),
        ("fish &amp; chips&nbsp;&mdash; 5 &lt; 6", True, "fish & chips — 5 < 6"),
        ("AT&T &unknown; &#x41;&#66;", True, "AT&T &unknown; AB"),
        ("fish &amp; chips", False, "fish &amp; chips"),
        ("“quotes” and ’ stay", False, "“quotes” and ’ stay"),
    ],
)
def test_text_is_cleaned(source: str, markup: bool, clean: str) -> None:
    assert join(tidy(make_runs(source, 0, len(source), markup=markup))) == clean


@given(TEXTS, st.booleans())
def test_exact_runs_are_the_source_and_all_runs_are_in_order(source: str, markup: bool) -> None:
    at = 0
    for run in make_runs(source, 0, len(source), markup=markup):
        assert at <= run.start < run.end <= len(source)
        at = run.end
        if run.exact:
            assert source[run.start : run.end] == run.text


@given(TEXTS)
def test_clean_text_has_single_spaces_and_composed_letters(source: str) -> None:
    clean = join(tidy(make_runs(source, 0, len(source))))
    assert clean == " ".join(clean.split())
    assert all(is_normalized("NFC", word) for word in clean.split())


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_a_cut_is_a_slice(source: str, first: int, size: int) -> None:
    runs = make_runs(source, 0, len(source))
    assert join(cut(runs, first, first + size)) == join(runs)[first : first + size]


def test_a_very_long_line_is_read_in_coarse_pieces() -> None:
    source = "word \u200f other  word " * 20_000
    runs = make_runs(source, 0, len(source))
    assert len(runs) < 1000
    assert join(tidy(runs)) == "word other word " * 19_999 + "word other word"


def test_squeezed_text_has_no_space_and_no_entity() -> None:
    assert squeeze(" a &amp;\u00a0b\u200f c\n", markup=True) == "a&bc"
