"""The graph of carriers and roots: chains that share no node."""

from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.weigh import graph

Chain = tuple[str, ...]

_names = st.sampled_from("abcdefghij")
_chains = st.lists(st.lists(_names, min_size=1, max_size=4, unique=True).map(tuple), max_size=10)


@pytest.mark.parametrize(
    ("chains", "least"),
    [
        ([], 0),
        ([()], 0),
        ([("Harbour Post",)], 1),
        ([("Harbour Post", "ministry")], 1),
        ([("Harbour Post", "ministry"), ("Hill Radio", "ministry")], 1),
        ([("Harbour Post", "ministry"), ("Harbour Post", "monitor")], 1),
        ([("Harbour Post", "ministry"), ("Hill Radio", "monitor")], 2),
        ([("Harbour Post", "Coast Wire", "ministry"), ("Hill Radio", "Coast Wire", "monitor")], 1),
        ([("Harbour Post", "Coast Wire", "ministry"), ("Coast Wire", "monitor")], 1),
        ([("Harbour Post", "Coast Wire", "ministry"), ("Hill Radio",)], 2),
        # An outlet that saw for itself is a root also where others cite it.
        ([("Harbour Post",), ("Hill Radio", "Harbour Post")], 1),
    ],
)
def test_counts_chains_that_share_no_node(chains: list[Chain], least: int) -> None:
    assert graph.cut(chains) == least


def test_gives_way_to_a_chain_that_needs_the_node_more() -> None:
    """The shortest way first takes what another chain needs, and must be undone."""
    chains = [("a", "x", "r"), ("a", "y", "s"), ("b", "x", "s")]
    assert graph.cut(chains) == 2


def test_joins_links_of_different_chains() -> None:
    """Of a - m - r and b - m - s: through m, a also reaches s; m is passed once all the same."""
    assert graph.cut([("a", "m", "r"), ("b", "m", "s"), ("b", "n", "r")]) == 2


def test_counts_a_node_that_cites_itself_once() -> None:
    assert graph.cut([("Harbour Post", "Harbour Post", "ministry", "ministry")]) == 1


@given(_chains, st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(chains: list[Chain], random: "st.DrawFn") -> None:
    shuffled = [*chains, *chains]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert graph.cut(shuffled) == graph.cut(chains)


@given(_chains)
def test_agrees_with_a_general_maximum_flow(chains: list[Chain]) -> None:
    assert graph.cut(chains) == _reference(chains)


@given(_chains)
def test_never_exceeds_outlets_or_roots(chains: list[Chain]) -> None:
    least = graph.cut(chains)
    assert least <= len({chain[0] for chain in chains})
    assert least <= len({chain[-1] for chain in chains})
    assert (least == 0) == (len(chains) == 0)


@given(_chains, st.data())
def test_a_chain_through_a_known_outlet_never_counts_more_outlets(chains: list[Chain], draw: st.DataObject) -> None:
    if len(chains) == 0:
        return
    outlet = draw.draw(st.sampled_from(chains))[0]
    root = draw.draw(st.sampled_from(chains))[-1]
    more = [*chains, (outlet, root)]
    assert graph.cut(chains) <= graph.cut(more) <= len({chain[0] for chain in chains})


@given(_chains, _names)
def test_another_chain_adds_at_most_one(chains: list[Chain], name: str) -> None:
    for chain in ((name,), (name, "new root"), ("new outlet", name)):
        assert graph.cut(chains) <= graph.cut([*chains, chain]) <= graph.cut(chains) + 1


def test_five_hundred_outlets_of_one_statement_are_one() -> None:
    chains = [(f"outlet {i}", f"agency {i % 7}", "ministry") for i in range(500)]
    assert graph.cut(chains) == 1
    assert graph.cut([(f"outlet {i}", f"witness {i}") for i in range(500)]) == 500


def _reference(chains: list[Chain]) -> int:
    flow = nx.DiGraph()
    flow.add_nodes_from(["reader", "end"])
    for name in {name for chain in chains for name in chain}:
        flow.add_edge(("in", name), ("out", name), capacity=1)
    for chain in chains:
        flow.add_edge("reader", ("in", chain[0]), capacity=1)
        flow.add_edge(("out", chain[-1]), "end", capacity=1)
        for near, far in pairwise(chain):
            flow.add_edge(("out", near), ("in", far), capacity=1)
    return int(nx.maximum_flow_value(flow, "reader", "end"))
