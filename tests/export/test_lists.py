"""The shapes of the lists."""

from datetime import UTC, datetime

from tocsin.export.lists import actor_object, claim_object, story_object
from tocsin.model import Actor, Claim, Evidence, Flag, Interval, Reason, Span, Status, Story, Weight

CLAIM = Claim("c1", "nine died", ("s1", "s2"), ("a1", "a2"), "t1")
WEIGHT = Weight(
    CLAIM, Status.CIRCULAR, (Flag.DISPUTED,), (("Harbour Authority", Interval(1, 1)),), Interval(1, 1), Interval(0, 1),
    ("Harbour Authority",), 1, ("Union Post", "Delta Wire"), ("ar", "en"), ("c2",), datetime(2026, 3, 15, 6, 20, tzinfo=UTC),
    (Reason("readout", "One statement.", (Evidence("a1", Span(0, 4)),)),),
)  # fmt: skip


def test_a_claim_has_the_names_of_the_contract_first_and_in_order() -> None:
    shape = claim_object(WEIGHT)
    assert list(shape)[:16] == [
        "id", "gist", "status", "flags", "said", "so", "against", "roots", "carriers", "articles", "outlets", "languages",
        "statements", "contradicted_by", "first_seen", "explanation",
    ]  # fmt: skip
    assert shape["said"] == {"Harbour Authority": [1, 1]}
    assert (shape["status"], shape["so"], shape["first_seen"]) == ("circular", [1, 1], "2026-03-15T06:20:00Z")
    assert shape["explanation"] == [{"rule": "readout", "text": "One statement.", "evidence": [{"article": "a1", "start": 0, "end": 4}]}]


def test_what_cannot_be_so_is_null() -> None:
    weight = Weight(CLAIM, Status.SINGLE, (), (), None, Interval(0, 0), (), 0, (), (), (), None, ())
    shape = claim_object(weight)
    assert (shape["so"], shape["first_seen"]) == (None, None)


def test_a_time_without_a_zone_stays_wall_time() -> None:
    story = Story("t1", "Fire", ("a1",), (), (), datetime(2026, 3, 15), None)  # noqa: DTZ001 -- a page without a zone
    assert (story_object(story)["first"], story_object(story)["last"]) == ("2026-03-15T00:00:00", None)


def test_an_actor_lists_all_its_names() -> None:
    actor = Actor("x", "Harbour Authority", "organisation", ("Harbour Authority", "هيئة الميناء"), ("a1",), 3)
    assert actor_object(actor)["names"] == ["Harbour Authority", "هيئة الميناء"]
