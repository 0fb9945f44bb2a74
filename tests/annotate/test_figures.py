from dataclasses import replace
from datetime import date

import pytest
from making import make_article, read_rows

from tocsin.annotate import figures, places, sentences, times
from tocsin.lang import concepts, counted
from tocsin.model import Article, Figure, Hedge, Place, Time

CASES = {code: read_rows(f"figures_{code}.yml") for code in ("en", "ar", "fa", "fr", "ru", "tr")}
YOUNG = {"fa": 20}  # languages with fewer cases as yet


def _read(text: str, code: str) -> Article:
    return figures.read(times.read(sentences.read(make_article(text, code))))


def _row(text: str, figure: Figure) -> list[object]:
    hedge = None if figure.hedge is None else figure.hedge.value
    row: list[object] = [text[figure.start : figure.end], figure.low, figure.high, hedge, figure.of, figure.who]
    return row if figure.part_of is None else [*row, figure.part_of]


@pytest.mark.parametrize(("code", "case"), [(code, case) for code, cases in CASES.items() for case in cases], ids=lambda x: str(x)[:60])
def test_the_figures_of_a_sentence(code: str, case: dict[str, object]) -> None:
    text = str(case["text"])
    assert [_row(text, figure) for figure in _read(text, code).figures] == case["figures"]


def test_each_language_has_sixty_cases() -> None:
    assert [code for code, cases in CASES.items() if len(cases) < YOUNG.get(code, 60)] == []


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Since 2019, 400 people have been killed.", True),
        ("In total 400 people were killed.", True),
        ("On Monday 4 people were killed.", False),
    ],
)
def test_a_count_that_gathers_over_time_says_so(text: str, cumulative: bool) -> None:
    assert [figure.cumulative for figure in _read(text, "en").figures] == [cumulative]


def test_a_total_in_the_sentence_before_is_found() -> None:
    article = _read("The blast killed 52 people. Among them were 14 children and a nurse.", "en")
    assert [(f.of, f.who, f.part_of) for f in article.figures] == [
        ("killed", None, None),
        ("killed", "children", 0),
        ("killed", "medic", 0),
    ]


def test_a_total_in_another_paragraph_is_not_taken() -> None:
    article = _read("The blast killed 52 people.\nAmong them were 14 children.", "en")
    assert [figure.part_of for figure in article.figures] == [None, None]


def test_a_part_is_never_more_than_its_total() -> None:
    article = _read("The blast killed 5 people, including 14 children.", "en")
    assert [figure.part_of for figure in article.figures] == [None, None]


def test_a_figure_names_the_nearest_time_and_place_of_its_sentence() -> None:
    text = "The blast killed 52 people in Amalia on Monday. Nothing else."
    article = sentences.read(make_article(text, "en"))
    day = date(2024, 12, 16)
    where, when = text.index("Amalia"), text.index("Monday")
    article = replace(article, places=(Place(where, where + 6, "Amalia"),), times=(Time(when, when + 6, day, day, 1),))
    figure = figures.read(article).figures[0]
    assert (figure.where, figure.when) == ("Amalia", "2024-12-16")


def test_a_stretch_of_days_is_written_from_to() -> None:
    text = "The raids killed 52 people last week."
    article = sentences.read(make_article(text, "en"))
    week = Time(text.index("last"), text.index("."), date(2024, 12, 9), date(2024, 12, 15), 2)
    assert figures.read(replace(article, times=(week,))).figures[0].when == "2024-12-09/2024-12-15"


def test_bounds_keep_their_hedge_apart() -> None:
    found = {
        f.hedge: (f.low, f.high) for f in _read("At least 5 men, more than 6 men, up to 7 men, under 80 men, about 9 men.", "en").figures
    }
    assert found == {
        Hedge.AT_LEAST: (5, None),
        Hedge.MORE_THAN: (6, None),
        Hedge.UP_TO: (None, 7),
        Hedge.LESS_THAN: (None, 80),
        Hedge.ABOUT: (9, 9),
    }


def test_a_language_without_a_pack_has_no_figures() -> None:
    assert _read("Cinquenta pessoas, 50 no total.", "pt").figures == ()


def test_every_concept_that_is_counted_is_in_the_lexicon() -> None:
    known = counted.load()
    named = {*known.people, *known.anyone, *known.outcomes, *known.own, *known.harms, *known.never}
    assert named - set(concepts.world()) == set()


def test_all_people_of_the_lexicon_can_be_counted() -> None:
    people = {name for name, concept in concepts.world().items() if concept.kind is concepts.Sort.PEOPLE}
    assert people - set(counted.load().people) - {"cell", "remnant", "minority"} == set()


@pytest.mark.parametrize(
    ("concept", "many"), [("woman", "women"), ("city", "cities"), ("attack", "attacks"), ("airstrike", "airstrikes"), ("clash", "clashes")]
)
def test_who_is_named_in_the_plural_of_many(concept: str, many: str) -> None:
    assert (counted.load().label(concept, one=False), counted.load().label(concept, one=True)) == (many, concept)


def test_anybody_is_nobody_in_particular() -> None:
    assert counted.load().label("person", one=False) is None


def test_figures_of_a_page_of_numbers_are_read_in_a_moment() -> None:
    text = "killed 12 people and " * 20_000
    article = figures.read(sentences.read(make_article(text, "en")))
    assert len(article.figures) > 10_000


def test_a_code_of_many_digits_is_no_number() -> None:
    assert _read(f"They killed {'9' * 400} people.", "en").figures == ()


def test_places_do_not_change_what_is_counted() -> None:
    text = "At least 12 people were killed in Baghdad."
    article = places.read(sentences.read(make_article(text, "en")))
    assert _row(text, figures.read(article).figures[0])[1:] == [12, None, "at least", "killed", None]
