from pathlib import Path

from tocsin.flow.add import add
from tocsin.flow.look import look
from tocsin.settings import Settings
from tocsin.store import View, open_desk

SETTINGS = Settings()
FIRST = (
    "Breakout at the Wadi prison\n\n14 March 2031\n\n"
    "Thirty-seven prisoners escaped from the Wadi prison on Friday, the warden, Idris Hallam, said.\n\n"
    "The Northern Force sealed the road to the valley, Hallam added.\n"
)
SECOND = (
    "Dozens flee a prison in the valley\n\n15 March 2031\n\n"
    "The warden of the Wadi prison, Idris Hallam, said that thirty-seven prisoners escaped on Friday.\n\n"
    "Villagers heard shots until the morning, according to two residents.\n"
)


def test_an_empty_view_adds_up_to_nothing() -> None:
    picture = look(View((), SETTINGS.registry))
    assert (picture.stories, picture.claims, picture.weights) == ((), (), ())


def test_a_desk_is_linked_and_weighed_alike_whatever_the_order_of_arrival(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (pages / name).write_text(text, encoding="utf-8")
    pictures = []
    for order in (("first.txt", "second.txt"), ("second.txt", "first.txt")):
        with open_desk(str(tmp_path / f"{order[0]}.db")) as desk:
            add(desk, [pages / name for name in order], SETTINGS)
            pictures.append(look(desk.view()))
    one, two = pictures
    assert len(one.weights) == len(one.claims) > 0
    assert {weight.claim.id for weight in one.weights} == {claim.id for claim in one.claims}
    assert (one.stories, one.claims, one.weights) == (two.stories, two.claims, two.weights)
