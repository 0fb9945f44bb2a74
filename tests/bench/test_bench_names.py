from collections.abc import Callable

import pytest

from tocsin.bench.names import has_via, is_same, is_speaker
from tocsin.model import Kind, Link, Statement


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The Ministry of Ports", "ministry of ports"),
        ("al-Rawdi", "Al Rawdi"),
        ("المرصد الساحلي", "مرصد ساحلي"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_names_are_the_same_for_folding_articles_and_hyphens(left: str, right: str) -> None:
    assert is_same(left, right)


@pytest.mark.parametrize(
    ("link", "accepted", "right"),
    [
        (Link("Lena Marsh", Kind.PERSON), "Lena Marsh", True),
        (Link("Marsh", Kind.PERSON), "Lena Marsh", False),
        (Link("Governor Lena Marsh", Kind.PERSON, office="Governor"), "Lena Marsh", True),
        (Link("Governor Lena Marsh", Kind.PERSON), "Lena Marsh", False),
        (Link("Lena Marsh", Kind.PERSON, affiliation="Port Authority"), "Port Authority", False),
        (Link("a spokesperson", Kind.UNNAMED, unnamed=True, affiliation="Port Authority"), "Port Authority", True),
        (Link("some of the officials", Kind.UNNAMED, unnamed=True), "officials", True),
        (Link("officials of the port", Kind.UNNAMED, unnamed=True), "port officials", False),
        (Link("مصادر أمنية", Kind.UNNAMED, unnamed=True), "مصادر", True),
        (Link("مصادر أمنية", Kind.UNNAMED, unnamed=True), "أمنية", False),
        (Link("the port", Kind.ORGANISATION), "port", True),
        (Link("dockers and a pilot", Kind.UNNAMED, unnamed=True, members=("dockers", "a pilot")), "pilot", True),
    ],
)
def test_a_speaker_is_who_the_gold_says_only_by_his_own_name(link: Link, accepted: str, right: bool) -> None:
    assert is_speaker(link, (accepted,)) is right


def test_a_link_on_the_way_counts_but_not_the_outlet_nor_the_speaker(say: Callable[..., Statement]) -> None:
    agency = Link("Coast News Agency", Kind.AGENCY)
    statement = say("she said no", "no", speaker="Lena Marsh", via=(agency,))
    assert has_via(statement, "Coast News|Bay Wire")
    assert not has_via(statement, "Lena Marsh")
    assert not has_via(statement, "Harbour Post")
