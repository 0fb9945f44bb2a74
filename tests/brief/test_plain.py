"""Text from pages, made safe to show."""

import pytest

from tocsin.brief.plain import has_right_to_left, is_right_to_left, isolate, one_line, strip_controls, strip_quotes


@pytest.mark.parametrize("character", ["\x1b", "\x07", "\x9b", "\x00", "\u202e", "\u2066", "\u200f", "\ufeff", "\ud800"])
def test_characters_that_steer_are_dropped(character: str) -> None:
    assert strip_controls(f"a{character}b") == "ab"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left.”", "We left."),
        ("«رحلنا»", "رحلنا"),
        ("“We left,” he said “again”", "“We left,” he said “again”"),
        ('"', '"'),
        ("We “left”", "We “left”"),
    ],
)
def test_only_marks_around_the_whole_are_dropped(text: str, expected: str) -> None:
    assert strip_quotes(text) == expected


def test_letters_and_vowel_signs_stay() -> None:
    assert strip_controls("مُدَرِّسة café 日本") == "مُدَرِّسة café 日本"


def test_lines_become_one() -> None:
    assert one_line(" a\n\tb\u2028c ") == "a b c"


def test_only_what_turns_is_fenced() -> None:
    assert isolate("Selim") == "Selim"
    assert isolate("سليم") == "\u2068سليم\u2069"


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_right_to_left("«سليم» Selim")
    assert not is_right_to_left("Selim سليم")
    assert has_right_to_left("Selim سليم")
    assert not is_right_to_left("")
