"""Links in the markup to a cited report: the outlet of the linked page stands in the chain."""

import pytest

from tocsin.flow.line import read_page
from tocsin.settings import Settings

PAGE = """<html lang="en"><head><title>Guards fled the jail</title><meta property="og:site_name" content="Quay Courier"></head><body><article>
<h1>Guards fled the jail before the attack</h1>
<p>{first}</p>
<p>The town has been under a curfew since the attack, and the market has been shut for three days in a row. Rain is forecast for the week.</p>
</article></body></html>"""


def _chain(first: str, url: str | None = None) -> list[str]:
    (article,) = read_page(PAGE.format(first=first).encode(), path="/pages/quay.html", url=url, settings=Settings())
    told = next(s for s in article.statements if not s.own and "guards of the jail" in s.content[0].of(article.text))
    return [link.name for link in told.chain]


@pytest.mark.parametrize(
    ("first", "chain"),
    [
        (
            'The guards of the jail had fled an hour before, <a href="https://www.reuters.com/world/jail">two officers said</a> on Sunday.',
            ["Quay Courier", "Reuters", "officers"],
        ),
        (
            'The guards of the jail had fled <a href="https://www.reuters.com/world/jail">an hour before</a>, two officers said on Sunday.',
            ["Quay Courier", "officers"],
        ),
        (
            'The guards of the jail had fled an hour before, <a href="https://ministry.example/x">two officers said</a> on Sunday.',
            ["Quay Courier", "officers"],
        ),
        (
            'The guards of the jail had fled, two officers told <a href="https://www.reuters.com/world/jail">Reuters</a> on Sunday.',
            ["Quay Courier", "Reuters", "officers"],
        ),
    ],
)
def test_the_outlet_that_the_words_of_the_attribution_link_to_carries_it(first: str, chain: list[str]) -> None:
    assert _chain(first) == chain


def test_a_link_to_a_page_of_its_own_is_no_other_report() -> None:
    first = 'The guards of the jail had fled, <a href="https://www.reuters.com/world/jail">two officers said</a> on Sunday.'
    assert "Reuters" not in _chain(first, url="https://www.reuters.com/world/other")[1:]
