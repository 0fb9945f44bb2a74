"""Candidates: bounded however many assertions there are, and the like beside the like."""

import pytest

from newsroom import Said, person, view, write
from tocsin.link import actors, claims, pairs
from tocsin.link.side import Side, look
from tocsin.model import Story

TOWNS = ("Marsa", "Dur", "Qasr")


def list_sides(count: int, *, own: bool = False) -> list[Side]:
    """Return the sides of one story in which every page tells of another number of wounded in the same few towns."""
    chain = () if own else (person("Nadia Farouk"),)
    pages = [
        write(
            "Harbour Post",
            Said(f"{n} soldiers were wounded in {TOWNS[n % 3]}", chain, figures=((f"{n}", float(n), float(n), "wounded", "soldiers"),)),
            id=f"p{n:04}",
        )
        for n in range(count)
    ]
    seen = view(*pages)
    story = Story("one", "", tuple(page.id for page in pages), (), (), None, None)
    table = claims.tabulate(seen, actors.resolve(seen), (story,))
    return [look(*row) for row in zip(table.assertions, table.settings, strict=True)]


@pytest.mark.parametrize("count", [50, 200, 400])
def test_no_assertion_is_held_against_more_than_so_many(count: int) -> None:
    assert len(pairs.find(list_sides(count))) <= pairs.MOST * count


def test_few_are_compared_each_with_each() -> None:
    assert len(pairs.find(list_sides(6))) == 15


def test_pairs_come_once_and_in_order() -> None:
    found = pairs.find(list_sides(60))
    assert found == sorted(set(found))
    assert all(left < right for left, right in found)
