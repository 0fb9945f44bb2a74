"""Clusters: what belongs together by pairs, and what must never be bridged."""

from hypothesis import given
from hypothesis import strategies as st

from tocsin.link import clusters

Pairs = dict[tuple[int, int], float]

_scores = st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1), max_size=20)
_apart = st.sets(st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), max_size=4)


def test_strong_pairs_join() -> None:
    assert clusters.join(4, {(0, 1): 0.9, (2, 3): 0.8}, [], least=0.6, average=0.5) == [[0, 1], [2, 3]]


def test_what_is_apart_is_not_joined_through_a_third() -> None:
    groups = clusters.join(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.7}, [(0, 2)], least=0.6, average=0.1)
    assert groups == [[0, 1], [2]]


def test_one_strong_pair_does_not_chain_two_clusters() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.7}
    assert clusters.join(4, scores, [], least=0.6, average=0.5) == [[0, 1], [2, 3]]
    assert clusters.join(4, scores, [], least=0.6, average=0.4, nearest=1) == [[0, 1, 2, 3]]


@given(_scores, _apart)
def test_order_changes_nothing_and_foes_stay_apart(scores: Pairs, apart: set[tuple[int, int]]) -> None:
    groups = clusters.join(8, scores, sorted(apart), least=0.5, average=0.3)
    turned = clusters.join(8, dict(reversed(list(scores.items()))), sorted(apart, reverse=True), least=0.5, average=0.3)
    assert groups == turned
    assert sorted(i for group in groups for i in group) == list(range(8))
    assert not any(left in group and right in group for group in groups for left, right in apart)
