"""The graph of who passed what on: chains from outlets to roots enter, the number of chains that share no node leaves."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

_READER = 0  # nodes of the flow: the reader, the end behind all roots, then an entry and an exit for each name
_END = 1


def cut(chains: Sequence[tuple[str, ...]]) -> int:
    """Return how many chains from the reader to roots share no node: what a claim is supported by at least.

    Each chain runs from the outlet to the root; nodes of one name are one node, and may be passed once. Where chains
    meet, another way through the same links counts as well. A chain of one node is an outlet that is itself the root.
    """
    entries: dict[str, int] = {}
    spare: list[dict[int, int]] = [{}, {}]
    for name in sorted({name for chain in chains for name in chain}):
        entries[name] = len(spare)
        spare += [{len(spare) + 1: 1}, {}]
    for first, second in _links(chains, entries):
        spare[first][second] = 1
    flow = 0
    while _push(spare):
        flow += 1
    return flow


def _links(chains: Iterable[tuple[str, ...]], entries: dict[str, int]) -> list[tuple[int, int]]:
    """Join reader to outlets, each node's exit to the next node's entry, roots to the end. Sorted: order changes nothing."""
    found: set[tuple[int, int]] = set()
    for chain in chains:
        if len(chain) == 0:
            continue
        found.add((_READER, entries[chain[0]]))
        found.update((entries[near] + 1, entries[far]) for near, far in pairwise(chain) if near != far)
        found.add((entries[chain[-1]] + 1, _END))
    return sorted(found)


def _push(spare: list[dict[int, int]]) -> bool:
    """Push one unit along a shortest way with room left, opening the way back; False when there is none (Edmonds and Karp)."""
    came: dict[int, int] = {_READER: _READER}
    row = [_READER]
    for node in row:  # grows while it is walked: breadth first
        for following, room in spare[node].items():
            if room > 0 and following not in came:
                came[following] = node
                row.append(following)
        if _END in came:
            break
    else:
        return False
    node = _END
    while node != _READER:
        before = came[node]
        spare[before][node] -= 1
        spare[node][before] = spare[node].get(before, 0) + 1
        node = before
    return True
