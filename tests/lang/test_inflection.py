"""Words in their cases: from the nominative and back, for languages whose packs say how words decline."""

import pytest

from tocsin.lang import inflection, names, nouns
from tocsin.lang.inflection import ACCUSATIVE, DATIVE, GENITIVE, INSTRUMENTAL, PREPOSITIONAL


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Сирийская национальная армия", "Сирийской национальной армии"),
        ("Совет Безопасности ООН", "Совета Безопасности ООН"),
        ("Вооружённые силы Украины", "Вооружёнными силами Украины"),
        ("Израиль", "Израилем"),
        ("МЧС", "МЧС"),
    ],
)
def test_a_name_declines_with_the_adjectives_before_its_noun(name: str, form: str) -> None:
    assert form in inflection.spread("ru", name)


def test_a_language_without_cases_leaves_names_alone() -> None:
    assert inflection.spread("en", "Syrian National Army") == ("Syrian National Army",)
    assert names.load("en") == names.plain("en")


@pytest.mark.parametrize(
    ("words", "case", "nominative"),
    [
        ("Ивана Петрова", GENITIVE, "Иван Петров"),
        ("Анны Петровой", GENITIVE, "Анна Петрова"),
        ("Сергеем Лавровым", INSTRUMENTAL, "Сергей Лавров"),
        ("Владимиру Зеленскому", DATIVE, "Владимир Зеленский"),
        ("Марии Захаровой", PREPOSITIONAL, "Мария Захарова"),
        ("Анну Иванову", ACCUSATIVE, "Анна Иванова"),
        ("Зейнаб Идрис", GENITIVE, "Зейнаб Идрис"),
        ("Кимани Оуко", GENITIVE, "Кимани Оуко"),
    ],
)
def test_a_person_is_named_in_the_nominative(words: str, case: int, nominative: str) -> None:
    assert " ".join(inflection.nominative("ru", words.split(), case)) == nominative


def test_the_cases_of_a_surname_share_a_root() -> None:
    assert len({inflection.surname(form) for form in ("петров", "петрова", "петровым", "петрову", "петровой")}) == 1


@pytest.mark.parametrize(
    ("phrase", "case", "nominative"),
    [
        ("местных властей", GENITIVE, "местные власти"),
        ("министерстве обороны Сирии", PREPOSITIONAL, "министерство обороны Сирии"),
        ("пресс-службу суда", ACCUSATIVE, "пресс-служба суда"),
    ],
)
def test_a_phrase_of_a_speaker_is_restored_with_its_adjectives(phrase: str, case: int, nominative: str) -> None:
    assert " ".join(nouns.restore("ru", phrase.split(), case)) == nominative
