"""Terms: the longest one at each place, with joined letters and open endings."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.lang.terms import Hit, Terms
from tocsin.lang.tokens import split

LATIN: Terms[str] = Terms({"head": "head", "head of state": "ruler", "state": "state", "warn*": "warning", "press confer*": "meeting"})
ARABIC: Terms[str] = Terms(
    {"الوزير": "minister", "بيان": "statement", "قلق*": "concern", "بيان مشترك": "joint"}, ("و", "ب", "ال", "لل:ال", "وال")
)
WORDS = [
    "head",
    "of",
    "state",
    "warn",
    "warned",
    "press",
    "conference",
    "unwarned",
    "والوزير",
    "للوزير",
    "بيان",
    "وبيان",
    "مشترك",
    "قلقه",
    "،",
]
ROWS = st.lists(st.sampled_from(WORDS), max_size=20)


def _find(terms: Terms[str], text: str) -> list[tuple[str, str]]:
    keys = split(text)
    return [(" ".join(keys[hit.first : hit.last]), hit.value) for hit in terms.find(keys)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The head of state spoke", [("head of state", "ruler")]),
        ("the head of a state", [("head", "head"), ("state", "state")]),
        ("HEAD OF STATE", [("head of state", "ruler")]),
        ("he warned of warnings", [("warned", "warning"), ("warnings", "warning")]),
        ("he was unwarned", []),
        ("a press conference", [("press conference", "meeting")]),
        ("press", []),
        ("", []),
    ],
)
def test_the_longest_term_is_found(text: str, found: list[tuple[str, str]]) -> None:
    assert _find(LATIN, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("الوزير", [("الوزير", "minister")]),
        ("والوزير", [("والوزير", "minister")]),
        ("للوزير", [("للوزير", "minister")]),
        ("وزير", []),
        ("ببيان مشترك", [("ببيان مشترك", "joint")]),
        ("البيان", [("البيان", "statement")]),
        ("عن قلقها", [("قلقها", "concern")]),
        ("والقلق", [("والقلق", "concern")]),
        ("أعرب عن قَلَقِه", [("قلقه", "concern")]),
        ("ب بيان", [("بيان", "statement")]),
    ],
)
def test_joined_letters_are_looked_through(text: str, found: list[tuple[str, str]]) -> None:
    assert _find(ARABIC, text) == found


@given(ROWS)
@pytest.mark.parametrize("terms", [LATIN, ARABIC], ids=["latin", "arabic"])
def test_hits_stand_in_the_row_and_do_not_overlap(terms: Terms[str], keys: list[str]) -> None:
    at = 0
    for hit in terms.find(keys):
        assert at <= hit.first < hit.last <= len(keys)
        assert terms.at(keys, hit.first) == hit
        at = hit.last


@given(ROWS)
def test_what_was_seen_before_changes_nothing(keys: list[str]) -> None:
    fresh = Terms({"head": "head", "head of state": "ruler", "state": "state", "warn*": "warning", "press confer*": "meeting"})
    assert _hits(fresh, keys) == _hits(LATIN, keys) == _hits(LATIN, tuple(keys))


@given(ROWS, ROWS)
def test_words_before_a_border_move_hits_and_no_more(before: list[str], keys: list[str]) -> None:
    row = [*before, "|", *keys]
    moved = [Hit(hit.first - len(before) - 1, hit.last - len(before) - 1, hit.value) for hit in LATIN.find(row) if hit.first > len(before)]
    assert moved == _hits(LATIN, keys)


def _hits(terms: Terms[str], keys: Sequence[str]) -> list[Hit[str]]:
    return list(terms.find(keys))


def test_a_term_without_words_is_no_term() -> None:
    assert _hits(Terms({"": "nothing", " ": "nothing"}), ("a", "b")) == []
