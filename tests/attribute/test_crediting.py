"""Whose a quotation was, told by the sentence behind it."""

import tocsin


def _speakers(text: str, language: str) -> list[str]:
    return [s.speaker.name for s in tocsin.statements(text, language=language) if not s.own]


def test_english_says_it_so() -> None:
    assert _speakers('"It was like the end of the world." So said Ana Petrov, a nurse.', "en") == ["Ana Petrov"]
    assert _speakers('"The gates were never tested." The words are those of a former engineer.', "en") == ["former engineer"]


def test_french_says_it_so() -> None:
    assert _speakers("« On ne croit plus personne. » Ces mots sont de Solange Kavira, la doyenne.", "fr") == ["Solange Kavira"]
    assert _speakers("« L'eau monte encore chaque nuit. » Le constat est celui d'un pêcheur.", "fr") == ["pêcheur"]


def test_persian_says_it_so() -> None:
    assert _speakers("«هیچ‌کس به ما خبر نداد.» این را یک کارگر معدن گفت.", "fa") == ["یک کارگر معدن"]
    assert _speakers("«ما صدای انفجار را شنیدیم.» این سخنان سمیرا رحمانی است.", "fa") == ["سمیرا رحمانی"]


def test_without_a_quotation_the_words_credit_nobody() -> None:
    assert _speakers("The dam broke at four. The speaker is Ana Petrov, a nurse.", "en") == []
