"""Outlets and other bodies that gather what they are told: their names, with what stands around them."""

import pytest

import tocsin


def _chain(text: str, language: str = "en") -> tuple[str, ...]:
    (statement,) = [s for s in tocsin.statements(text, language=language) if not s.own]
    return tuple(link.name for link in statement.chain[1:])


@pytest.mark.parametrize(
    ("hearer", "name"),
    [
        ("the exiled outlet Anwar Voice", "Anwar Voice"),
        ("Dnipro Wave radio", "Dnipro Wave"),
        ("the Sahel Morning newspaper", "Sahel Morning"),
        ("the Nairobi-based Rift Bulletin", "Rift Bulletin"),
        ("Erbil-based Zagros Echo", "Zagros Echo"),
        ("the rights group Mizan", "Mizan"),
    ],
)
def test_who_is_told_has_his_name_alone(hearer: str, name: str) -> None:
    assert _chain(f"A farmer told {hearer} that the road was closed.") == (name, "farmer")
    assert _chain(f'"The road is closed," a farmer told {hearer}.') == (name, "farmer")


def test_an_armed_group_that_is_told_carries_nothing() -> None:
    assert _chain("A farmer told the armed group Jund that the road was closed.") == ("farmer",)


def test_what_is_disclosed_to_an_outlet_comes_through_it() -> None:
    assert _chain("The ransom is lower now, a chief, Oyin Fasa, disclosed to The Savannah Tribune on Friday.") == (
        "Savannah Tribune",
        "Oyin Fasa",
    )


def test_a_word_of_time_may_end_a_name() -> None:
    assert _chain("The deal is dead, the Sudd Weekly reported.") == ("Sudd Weekly",)


def test_how_it_was_said_is_nothing_that_was() -> None:
    assert _chain("Ankara wants the brigade gone, the daily Hurvat wrote on Tuesday without saying how it knew.") == ("Hurvat",)
