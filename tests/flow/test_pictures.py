"""The picture of a desk is made once, and made anew whenever anything it depends on has changed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.flow import pictures
from tocsin.flow.add import add
from tocsin.flow.look import Picture, look
from tocsin.flow.pictures import look_at
from tocsin.model import Judgement, Subject, Verdict
from tocsin.settings import Settings
from tocsin.store import Desk, View, open_desk

SETTINGS = Settings()
PAGE = (
    "Breakout at the Wadi prison\n\n14 March 2031\n\n"
    "Thirty-seven prisoners escaped from the Wadi prison on Friday, the warden, Idris Hallam, said.\n\n"
    "The Northern Force sealed the road to the valley, Hallam added.\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "first.txt").write_text(PAGE, encoding="utf-8")
    made = open_desk(str(tmp_path / "wadi.db"))
    add(made, [pages], SETTINGS)
    return made


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was linked and weighed, one entry a time."""
    calls: list[str] = []

    def count(view: View) -> Picture:
        calls.append("look")
        return look(view)

    monkeypatch.setattr(pictures, "look", count)
    return calls


def test_a_second_look_gives_the_same_picture_and_makes_nothing(desk: Desk, made: list[str]) -> None:
    first, second = look_at(desk), look_at(desk)
    assert made == ["look"]
    assert (first.stories, first.claims, first.weights) == (second.stories, second.claims, second.weights)
    assert first.actors.records == second.actors.records
    article = first.view.articles[0]
    for statement in article.statements:
        actor = first.actors.of(statement.speaker, article)
        assert second.actors.of(statement.speaker, article) == actor
        assert second.actors.identity(actor) == first.actors.identity(actor)
    assert all(second.actors.labels.get(record.id, ()) == first.actors.labels.get(record.id, ()) for record in first.actors.records)


def test_a_new_page_or_judgement_makes_a_new_picture(desk: Desk, made: list[str], tmp_path: Path) -> None:
    look_at(desk)
    (tmp_path / "pages" / "second.txt").write_text(PAGE.replace("Thirty-seven", "Forty"), encoding="utf-8")
    add(desk, [tmp_path / "pages"], SETTINGS)
    look_at(desk)
    desk.judge(Judgement(Subject.ACTOR, "a", "b", Verdict.SAME, 1.0, (), "analyst"))
    look_at(desk)
    assert made == ["look"] * 3


def test_a_new_program_makes_a_new_picture(desk: Desk, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    look_at(desk)
    monkeypatch.setattr(pictures, "_stamp", lambda: "another")
    look_at(desk)
    assert made == ["look"] * 2


@pytest.mark.parametrize("spoil", [lambda raw: raw[:0], lambda raw: raw[:200], lambda raw: raw[:-1] + bytes((raw[-1] ^ 1,))])
def test_a_damaged_picture_is_made_again(desk: Desk, made: list[str], tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    first = look_at(desk)
    (kept,) = (tmp_path / "wadi.pictures").iterdir()
    kept.write_bytes(spoil(kept.read_bytes()))
    assert look_at(desk).weights == first.weights
    assert made == ["look"] * 2
    assert look_at(desk).weights == first.weights
    assert made == ["look"] * 2


def test_what_is_whole_but_no_picture_is_made_again(desk: Desk, made: list[str], tmp_path: Path) -> None:
    look_at(desk)
    (kept,) = (tmp_path / "wadi.pictures").iterdir()
    desk.shelf.put(kept.name, b"something else")
    look_at(desk)
    assert made == ["look"] * 2


def test_where_nothing_can_be_kept_the_picture_is_only_made(desk: Desk, made: list[str], tmp_path: Path) -> None:
    (tmp_path / "wadi.pictures").write_text("in the way")
    assert look_at(desk).weights == look_at(desk).weights
    assert made == ["look"] * 2


def test_the_kept_pictures_are_no_pages(desk: Desk, tmp_path: Path) -> None:
    look_at(desk)
    assert tmp_path / "wadi.pictures" in desk.files()
