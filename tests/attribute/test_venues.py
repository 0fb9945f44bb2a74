"""Where something was said, told a sentence later; and small things by which whole articles went wrong."""

import tocsin


def _chains(text: str, language: str = "en") -> list[tuple[str, ...]]:
    return [tuple(link.name for link in s.chain[1:]) for s in tocsin.statements(text, language=language) if not s.own]


def test_the_outlet_named_a_sentence_later_carries_what_was_said() -> None:
    text = 'Colonel Pavel Orlin rejected the report. He was speaking to the Baltic Courier. "We were never there," he said.'
    assert _chains(text) == [("Baltic Courier", "Pavel Orlin")] * 2


def test_the_outlet_of_another_paragraph_carries_nothing_back() -> None:
    text = "Colonel Pavel Orlin rejected the report.\n\nHe was speaking to the Baltic Courier."
    assert _chains(text) == [("Pavel Orlin",)]


def test_two_sides_are_two() -> None:
    assert _chains("The two sides reaffirmed their commitment to safe passage.") == [("two sides",)]


def test_a_deputy_of_somebody_is_one() -> None:
    text = "Mayor Ana Brod wrote that the floor was gone. Brod's deputy said he expected the number of injured to climb."
    assert _chains(text)[1:] == [("Brod's deputy",)] * 2


def test_the_capital_of_a_sentence_makes_no_name() -> None:
    assert _chains("Human rights lawyer Dhia Salman fears the men may have been taken.") == [("Dhia Salman",)]


def test_a_while_before_who_vouches_stays_in_what_is_said() -> None:
    text = "A truck rammed the gate at noon, while part of the guard was at prayer, according to the harbour police."
    (statement,) = [s for s in tocsin.statements(text, language="en") if not s.own]
    assert statement.content[0].of(text).startswith("A truck rammed the gate")
