"""Where pages lie says nothing of what they say: one folder under two paths gives the same picture, in the same order."""

from collections.abc import Iterator

import pytest

from tocsin import demo
from tocsin.flow.line import read_page
from tocsin.flow.look import Picture, look
from tocsin.lang import outlets
from tocsin.settings import Settings
from tocsin.store import View

SETTINGS = Settings(registries=(demo.OUTLETS,))


@pytest.fixture(scope="module")
def here() -> Picture:
    return _look("a")


def _look(folder: str) -> Picture:
    pages = sorted(path for path in demo.PAGES.iterdir() if path.is_file())
    read = [article for path in pages for article in read_page(path.read_bytes(), path=f"/{folder}/{path.name}", settings=SETTINGS)]
    return look(View(tuple(read), outlets.load(demo.OUTLETS)))


def _tell(picture: Picture) -> Iterator[tuple[object, ...]]:
    """All that a picture says, without its ids."""
    for story in picture.stories:
        yield story.title, len(story.articles), story.outlets, tuple(reason.text for reason in story.reasons)
    for actor in picture.actors.records:
        yield actor.name, actor.names, actor.mentions
    for weight in picture.weights:
        claim = weight.claim
        told = tuple(reason.text for reason in weight.explanation)
        yield (
            claim.gist,
            len(claim.articles),
            len(claim.statements),
            weight.status,
            weight.flags,
            weight.so,
            weight.said,
            weight.roots,
            told,
        )


@pytest.mark.parametrize("folder", ["b", "somewhere/else"])
def test_the_path_of_pages_without_an_address_changes_no_verdict_and_no_order(here: Picture, folder: str) -> None:
    there = _look(folder)
    assert {article.id for article in there.view.articles} != {article.id for article in here.view.articles}
    assert list(_tell(there)) == list(_tell(here))


def test_a_view_is_in_the_order_of_time_whatever_order_it_was_made_of(here: Picture) -> None:
    again = View(tuple(reversed(here.view.articles)), here.view.registry)
    assert again.articles == here.view.articles
    dated = [article.published.at.date() for article in again.articles if article.published is not None]
    assert dated == sorted(dated)
