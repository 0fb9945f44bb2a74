from collections.abc import Callable
from dataclasses import replace

import pytest

from tocsin.bench.across import score_across
from tocsin.bench.gist import choose
from tocsin.bench.gold import Across, Claimed, Gold, Label, Page, Said, Tension, Together
from tocsin.bench.sheet import Sheet
from tocsin.bench.world import World, list_by_id
from tocsin.model import Actor, Article, Claim, Flag, Interval, Kind, Mention, Place, Statement, Status, Story, Weight

Say = Callable[..., Statement]
Make = Callable[..., Article]
NORTH = "Lena Marsh said forty boats sank in the harbour. The town is quiet."
SOUTH = "Lena Marsh said that forty boats sank. The pilot said only ten boats sank."
PAGES = (
    Page("north.txt", language="en", statements=(Said("forty boats sank in the harbour", ("Lena Marsh",)),)),
    Page("south.txt", language="en", statements=(Said("forty boats sank", ("Lena Marsh",)), Said("only ten boats sank", ("the pilot",)))),
)
GOLD = Gold(
    PAGES,
    Across(
        stories=(Together(together=("north", "south.txt#1")), Together(apart=("north", "south"))),
        actors=(("Lena Marsh", "لينا مارش"),),
        places=(("harbour", "harbor"),),
        claims=(
            Claimed(
                "forty ships went down",
                ("north", "south"),
                ("Lena Marsh",),
                so=(1, 1),
                said={"Lena Marsh": (1, 2)},
                against=(1, 1),
                status="one voice",
                flags=("disputed",),
            ),
        ),
        tension=(Tension("forty boats sank (Marsh, May)", "only ten boats sank (the pilot)", "disputed"),),
        labels=(Label("Lena Marsh", "north", "Marsh"),),
    ),
)


def _like(left: str, right: str) -> float:
    return len(set(left.split()) & set(right.split())) / 10


def _weigh(claim: Claim, *, against: tuple[str, ...] = ()) -> Weight:
    return Weight(
        claim,
        Status.ONE_VOICE,
        (Flag.DISPUTED,),
        (("Lena Marsh", Interval(1, 2)),),
        Interval(1, 1),
        Interval(1, 1),
        (),
        2,
        (),
        (),
        against,
        None,
        (),
    )


@pytest.fixture
def articles(say: Say, article: Make) -> dict[str, tuple[Article, ...]]:
    north = article(
        NORTH,
        say(NORTH, "forty boats sank in the harbour", speaker="Lena Marsh"),
        mentions=(Mention(0, 10, "Lena Marsh", Kind.PERSON), Mention(5, 10, "Marsh", Kind.PERSON)),
        places=(Place(39, 46, "Harbour", "geo:1"),),
    )
    south = article(SOUTH, say(SOUTH, "forty boats sank", speaker="Lena Marsh"), say(SOUTH, "only ten boats sank", speaker="The pilot"))
    return {"north.txt": (north,), "south.txt": (south,)}


@pytest.fixture
def world(articles: dict[str, tuple[Article, ...]]) -> World:
    (north,), (south,) = articles.values()
    actor = Actor("a1", "Lena Marsh", "person", ("Lena Marsh", "Marsh", "لينا مارش"), (north.id, south.id), 4)
    story = Story("s1", "Boats", (north.id, south.id), (), ("en",), None, None)
    forty = Claim("c1", "forty boats sank", (north.statements[0].id, south.statements[0].id), (north.id, south.id), "s1")
    ten = Claim("c2", "only ten boats sank", (south.statements[1].id,), (south.id,), "s1")
    weights = (_weigh(forty, against=("c2",)), replace(_weigh(ten), status=Status.SINGLE))
    return World(GOLD, articles, list_by_id(articles), (actor,), (story,), weights)


def _shares(sheet: Sheet) -> dict[str, float]:
    return {kind: tally.share for kind, tally in sheet.tallies.items()}


def test_what_is_linked_and_weighed_right_has_every_mark(world: World) -> None:
    shares = _shares(score_across(world, _like))
    assert shares.pop("stories apart") == 0.0  # the gold asks of the same two pages to be together and apart
    assert shares.pop("places") == 0.0  # no article spells it the second way
    assert set(shares.values()) == {1.0}
    assert {"claims", "claim pages", "so", "said", "against", "status", "flags", "tension", "labels", "actors"} <= shares.keys()


def test_nothing_linked_has_no_mark_but_apart(world: World) -> None:
    shares = _shares(score_across(replace(world, actors=(), stories=(), weights=()), _like))
    assert shares.pop("stories apart") == 1.0
    assert set(shares.values()) == {0.0}


def test_pages_that_were_not_read_are_not_apart(world: World) -> None:
    shares = _shares(score_across(replace(world, articles={}, given={}, stories=()), _like))
    assert shares["stories apart"] == 0.0


def test_a_claim_cut_in_two_is_found_on_half_its_pages(world: World) -> None:
    forty = world.weights[0].claim
    halves = tuple(_weigh(replace(forty, id=name, statements=(name,))) for name in forty.statements)
    sheet = score_across(replace(world, weights=halves), _like)
    assert (sheet.get("claims").right, sheet.get("claim pages").right, sheet.get("claim pages").total) == (0, 1, 2)


def test_a_flag_without_the_other_side_is_no_tension(world: World) -> None:
    loose = tuple(replace(weight, contradicted_by=()) for weight in world.weights)
    assert score_across(replace(world, weights=loose), _like).get("tension").right == 0


def test_a_gist_takes_the_nearest_statement_of_its_speaker() -> None:
    page = Page(
        "p",
        statements=(Said("forty boats sank", ("Lena Marsh",)), Said("the weather is fine", ("Lena Marsh",)), Said("forty boats", ("A",))),
    )
    assert choose(Claimed("forty boats", ("p",), ("Lena Marsh",)), page, _like) == page.statements[:1]


def test_a_gist_in_another_language_takes_all_that_share_most_concepts() -> None:
    page = Page(
        "p", language="ar", statements=(Said("غرقت السفينة", ("م",)), Said("فر السجناء من السجن", ("م",)), Said("الطقس جميل", ("م",)))
    )
    assert choose(Claimed("prisoners escaped from the prison", ("p",)), page, _like) == page.statements[1:2]


def test_contents_that_the_gold_names_are_taken_as_they_are() -> None:
    page = Page("p", statements=(Said("forty boats sank", ("A",)), Said("ten boats sank", ("A",))))
    assert choose(Claimed("boats", ("p",), contents=("ten boats sank in all",)), page, _like) == page.statements[1:]
