"""The digest for a terminal: the first claims, and who stands behind them."""

from dataclasses import replace

from fire import PICTURE, VIEW

from tocsin.brief.digest import ROWS, make_digest
from tocsin.brief.holdings import make_holdings
from tocsin.brief.reason import say_why
from tocsin.model import Act, Commitment

HOLDINGS = make_holdings(VIEW, PICTURE)


def test_the_claim_of_most_articles_stands_first() -> None:
    (story,) = make_digest(HOLDINGS, dropped=3).stories
    assert story.days == ", 15 to 16 March 2026"
    first = story.rows[0]
    assert (first.gist, first.roots, first.status, first.flags) == (
        "Nine people were killed in a fire at the Selim depot",
        "3 articles → 1 root",
        "circular",
        ("disputed",),
    )


def test_claims_beyond_the_rows_are_counted() -> None:
    (story,) = make_digest(HOLDINGS, dropped=0).stories
    assert len(story.rows) + story.rest == len(PICTURE.weights)
    assert len(story.rows) <= ROWS[0]


def test_why_names_the_root_who_carried_it_and_who_is_against() -> None:
    weights = {weight.claim.id: weight for weight in PICTURE.weights}
    assert say_why(HOLDINGS, weights["claim1"]) == (
        "Harbour Authority; Coast Courier and 2 more carry it; contradicted by Dock Workers Union"
    )
    assert say_why(HOLDINGS, weights["claim3"]) == "a night guard; denied by Harbour Authority"


def test_why_of_an_unsourced_claim_says_so() -> None:
    weight = replace(PICTURE.weights[3], roots=())
    assert say_why(HOLDINGS, weight) == "no source named by Coast Courier"


def test_every_act_and_doubt_has_words() -> None:
    from tocsin.brief.wording import DOUBTS, VERBS

    assert set(VERBS) == set(Act)
    assert set(DOUBTS) == set(Commitment)
