"""Attributions in a language of free word order: who speaks is told by cases, wherever he stands."""

import pytest

import tocsin
from tocsin.model import Act, Statement, Voice


def _read(text: str) -> list[Statement]:
    return [one for one in tocsin.statements(text, language="ru") if not one.own]


def _told(text: str) -> tuple[str, str]:
    (one,) = _read(text)
    return one.speaker.name, " … ".join(span.of(text) for span in one.content)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Мэр Игорь Зотов заявил, что мост закрыт.", "Игорь Зотов"),
        ("Мост закрыт, заявил мэр Игорь Зотов.", "Игорь Зотов"),
        ("Мост закрыт, заявили в мэрии.", "мэрия"),
        ("В мэрии Лугового заявили, что мост закрыт.", "мэрия Лугового"),
        ("По словам мэра Игоря Зотова, мост закрыт.", "Игорь Зотов"),
        ("Мост, по данным местных властей, закрыт.", "местные власти"),
        ("Как сообщила директор школы Анна Зотова, мост закрыт.", "Анна Зотова"),
    ],
)
def test_a_speaker_is_found_before_and_behind_the_verb(text: str, speaker: str) -> None:
    assert _told(text)[0] == speaker


def test_words_that_point_back_bring_the_sentence_before() -> None:
    text = "Мост закрыт до утра. Об этом сообщил дежурный офицер."
    assert _told(text)[1] == "Мост закрыт до утра."


def test_who_passes_on_words_of_the_sentence_before_stands_in_their_chain() -> None:
    (one,) = _read("Мэр Игорь Зотов заявил, что мост закрыт. Об этом сообщает газета «Луговой вестник».")
    assert [link.name for link in one.chain[1:]] == ["Луговой вестник", "Игорь Зотов"]


def test_a_quotation_goes_on_behind_the_words_of_the_author() -> None:
    text = "«Мост закрыт, — сказал мэр Игорь Зотов, — и откроется утром»."
    assert _told(text) == ("Игорь Зотов", "«Мост закрыт, … и откроется утром»")


def test_a_line_of_dialogue_is_direct_speech() -> None:
    (one,) = _read("— Кто закрыл мост? — спросил судья.")
    assert (one.act, one.voice, one.speaker.name) == (Act.ASK, Voice.DIRECT, "судья")


def test_an_outlet_that_was_told_is_no_speaker() -> None:
    (one,) = _read("Сторож моста, попросивший не называть его имени, рассказал «Луговому вестнику», что мост закрыт.")
    assert [link.name for link in one.chain[1:]] == ["Луговому вестнику", "Сторож моста"]


@pytest.mark.parametrize("text", ["Мэр не сообщил, что мост закрыт.", "Если мэр признает, что мост закрыт, движение встанет."])
def test_what_is_not_said_is_no_statement(text: str) -> None:
    assert _read(text) == []
