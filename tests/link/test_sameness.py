"""Two clauses side by side: the same, the contrary, or of something else."""

from datetime import date

import pytest

from newsroom import Said, body, person, view, write
from tocsin.link import actors, claims
from tocsin.link.sameness import RIVAL, Relation, relate
from tocsin.model import Act, Commitment, Story
from tocsin.model.claim import Conflict

ONE, OTHER = person("Nadia Farouk"), person("Omar Tariq")
Text = str | Said


def compare(
    left: Text,
    right: Text,
    *,
    languages: tuple[str, str] = ("en", "en"),
    together: bool = True,
    days: tuple[str, str] = ("2025-03-02", "2025-03-02"),
) -> Relation:
    """Relate two contents said by two persons on two pages, of one story unless told otherwise."""
    pages = [
        write(outlet, Said(text, (who,)) if isinstance(text, str) else text, language=language, published=f"{day}T08:00", id=outlet)
        for outlet, text, who, language, day in zip(("a", "b"), (left, right), (ONE, OTHER), languages, days, strict=True)
    ]
    seen = view(*pages)
    known = actors.resolve(seen)
    ids = [("a", "b")] if together else [("a",), ("b",)]
    stories = tuple(Story("".join(group), "", group, (), (), None, None) for group in ids)
    table = claims.tabulate(seen, known, stories)
    assert len(table.assertions) == 2
    return relate(table.assertions[0], table.assertions[1], (table.settings[0], table.settings[1]))


@pytest.mark.parametrize(
    ("left", "right", "languages"),
    [
        ("ISIS seized weapons that the army left behind", "the army's arms were captured by ISIS", ("en", "en")),
        ("ISIS seized weapons that the army left behind", "داعش استولى على أسلحة تركها الجيش", ("en", "ar")),
        ("a drone hit the checkpoint at Marsa", "مسيرة استهدفت حاجزا في مرسى", ("en", "ar")),
        ("River Guard closed the border crossing to Syria", "River Guard shut the frontier crossing with Syria", ("en", "en")),
        ("fighting broke out in the camp of Marsa", "اندلعت اشتباكات في مخيم مرسى", ("en", "ar")),
        ("Israel bombarded the airport of Dur", "the airport of Dur was shelled by Israel", ("en", "en")),
        ("قوات داعش انسحبت من مرسى", "ISIS has withdrawn from Marsa", ("ar", "en")),
        ("power to the hospital was cut", "انقطعت الكهرباء عن المستشفى", ("en", "ar")),
        ("smugglers moved weapons over the border", "weapons were smuggled across the frontier", ("en", "en")),
    ],
)
def test_the_same_thing_in_other_words_or_another_language(left: str, right: str, languages: tuple[str, str]) -> None:
    assert compare(left, right, languages=languages).same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ISIS seized weapons in Marsa", "ISIS seized weapons in Qasr"),
        ("a drone hit the checkpoint", "a drone hit the hospital"),
        ("soldiers were killed in the attack on the camp", "journalists were detained in the camp"),
        ("ISIS attacked the camp", "Israel attacked the camp"),
        ("River Guard promised aid to the camp", "the camp has no water"),
        ("prices of bread rose in Marsa", "the mayor of Marsa met fishermen"),
        ("Relief Watch held a donor meeting on the prisons", "less than half of the money for the prisons has arrived"),
        ("a trial costs less than a wall", "a trial can end in an acquittal but a wall cannot fall"),
        ("soldiers who were detained in the camp wrote letters", "soldiers fled from the camp"),
    ],
)
def test_another_thing_is_not_the_same(left: str, right: str) -> None:
    relation = compare(left, right)
    assert not relation.same


@pytest.mark.parametrize(
    ("left", "right", "conflict"),
    [
        ("a drone hit the checkpoint", "no drone hit the checkpoint", Conflict.DENIAL),
        ("ISIS controls the territory", "ISIS no longer controls territory", Conflict.DENIAL),
        ("Israel attacked Lebanon", "Lebanon attacked Israel", Conflict.ROLES),
        ("the prisoners of the camp were released", "the prisoners of the camp were detained", Conflict.OPPOSITE),
    ],
)
def test_the_contrary_is_a_rival_and_not_the_same(left: str, right: str, conflict: Conflict) -> None:
    relation = compare(left, right)
    assert not relation.same
    assert relation.conflict is conflict
    assert relation.score >= RIVAL


@pytest.mark.parametrize(
    ("right", "conflict"),
    [
        ("Sand Brigade carried out a strike on the camp of Marsa", Conflict.DENIAL),
        ("a drone strike on the camp of Marsa burned ten tents", None),
        ("Israel carried out a strike on the camp of Marsa", None),
    ],
)
def test_who_denies_to_have_done_it_does_not_deny_that_it_was_done(right: str, conflict: Conflict | None) -> None:
    denied = Said("that they had carried out a strike on the camp of Marsa", (body("Sand Brigade"),), Act.DENY, Commitment.DENIED)
    assert compare(denied, Said(right, (OTHER,))).conflict is conflict


def test_not_a_shot_does_not_deny_an_attack() -> None:
    assert compare("fighters took the camp without a shot", "fighters attacked the camp").conflict is None


def test_numbers_of_the_same_people_clash_in_one_story_whatever_else_is_said() -> None:
    six = Said("a strike on a convoy of flour killed six soldiers", (ONE,), figures=(("six", 6.0, 6.0, "killed", "soldiers"),))
    eight = Said("eight soldiers had been killed", (OTHER,), figures=(("eight", 8.0, 8.0, "killed", "soldiers"),))
    assert compare(six, eight).conflict is Conflict.FIGURE
    assert compare(six, eight, together=False).conflict is None


def test_counts_of_two_happenings_are_no_opposites() -> None:
    nine = Said("nine of the prisoners were detained again", (ONE,), figures=(("nine", 9.0, 9.0, "detained", "prisoners"),))
    assert compare(nine, "prisoners have escaped from the camp").conflict is None


def counted(text: str, words: str, low: float | None, high: float | None, who: tuple[str, str] = ("killed", "soldiers")) -> Said:
    return Said(text, (ONE,), figures=((words, low, high, *who),))


@pytest.mark.parametrize(
    ("left", "right", "outcome"),
    [
        (("12 soldiers", 12.0, 12.0), ("12 soldiers", 12.0, 12.0), "same"),
        (("at least 100 soldiers", 100.0, None), ("over 105 soldiers", 105.0, None), "same"),
        (("at least 100 soldiers", 100.0, None), ("260 soldiers", 260.0, 260.0), "other"),
        (("12 soldiers", 12.0, 12.0), ("15 soldiers", 15.0, 15.0), "figure"),
        (("up to 12 soldiers", None, 12.0), ("15 soldiers", 15.0, 15.0), "figure"),
    ],
)
def test_numbers_decide_between_same_other_and_contrary(
    left: tuple[str, float | None, float | None], right: tuple[str, float | None, float | None], outcome: str
) -> None:
    tails = ("", " at dawn")
    sides = [
        counted(f"{words} were killed in the attack on the camp{tail}", words, low, high)
        for (words, low, high), tail in zip((left, right), tails, strict=True)
    ]
    relation = compare(*sides)
    told = "same" if relation.same else str(relation.conflict) if relation.conflict is not None else "other"
    assert told == outcome


def test_other_people_counted_are_no_contradiction() -> None:
    soldiers = counted("12 soldiers were killed in the attack on the camp", "12 soldiers", 12.0, 12.0)
    children = counted("3 children were killed in the attack on the camp", "3 children", 3.0, 3.0, ("killed", "children"))
    relation = compare(soldiers, children)
    assert relation.conflict is None
    assert not relation.same


def test_another_day_is_another_attack() -> None:
    first = Said("a drone hit the checkpoint at Marsa", (ONE,), on=date(2025, 3, 1))
    second = Said("a drone hit the checkpoint at Marsa", (OTHER,), on=date(2025, 3, 9))
    assert compare(first, second).score == 0.0


def test_happenings_of_two_stories_need_a_place_or_a_day_in_common() -> None:
    assert not compare("gunmen attacked a prison", "gunmen attacked a prison at dawn", together=False).same
    assert compare("gunmen attacked the prison of Marsa", "gunmen attacked a prison in Marsa", together=False).same
    assert not compare(
        "gunmen attacked the prison of Marsa", "gunmen attacked a prison in Marsa", together=False, days=("2025-03-02", "2025-05-02")
    ).same


def test_what_goes_on_may_be_told_months_apart() -> None:
    assert compare(
        "ISIS is regrouping in Syria", "ISIS is regaining strength in Syria", together=False, days=("2025-01-02", "2025-06-02")
    ).same


def test_a_demand_is_no_fact() -> None:
    assert not compare(Said("River Guard to release the prisoners", (ONE,), act=Act.DEMAND), "River Guard released the prisoners").same


def test_who_claims_a_deed_says_nothing_of_what_others_did() -> None:
    deed = Said("the attack on the prison of Marsa", (body("Sand Brigade"),), act=Act.CLAIM)
    assert not compare(deed, "gunmen attacked the prison of Marsa").same
