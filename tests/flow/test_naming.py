"""An outlet that its page does not name is said to be unnamed, and two of them are told apart."""

from dataclasses import replace

import pytest

from newsroom import write
from tocsin.flow.line import read_page
from tocsin.flow.naming import name_outlet
from tocsin.settings import Settings

PAGE = "Bridge falls at Marsa\n\nNine people were killed on Sunday, the mayor, Adel Marwan, said.\n\nThe river stayed calm all day.\n"


def test_a_named_outlet_keeps_its_name() -> None:
    assert name_outlet(write("Harbour Post", "Nine boats sank.")) == "Harbour Post"


@pytest.mark.parametrize(
    ("url", "path", "name"),
    [
        ("https://www.marsa.example/a/b", "/pages/one.html", "an unnamed outlet (marsa.example)"),
        (None, "/pages/one.html", "an unnamed outlet (one.html)"),
        ("https://[broken", "/pages/two.txt", "an unnamed outlet (two.txt)"),
    ],
)
def test_an_unnamed_one_is_told_by_its_domain_else_by_its_file(url: str | None, path: str, name: str) -> None:
    article = write(None, "Nine boats sank.")
    assert name_outlet(replace(article, capture=replace(article.capture, url=url, path=path))) == name


def test_no_chain_begins_with_the_name_of_a_file() -> None:
    (article,) = read_page(PAGE.encode(), path="/pages/one.txt", settings=Settings())
    assert article.outlet is None
    assert len(article.statements) > 0
    assert {statement.chain[0].name for statement in article.statements} == {"an unnamed outlet (one.txt)"}
