"""Groups that grow by joining pairs. The result does not depend on the order of the pairs."""


class Union:
    """Indexes ``0 … size-1``, each alone at first."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        """Return the smallest index of the group that ``index`` is in."""
        parent = self._parent
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = parent[index]
        return index

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.root(left), self.root(right)))
        self._parent[high] = low

    def groups(self) -> list[list[int]]:
        """Return the groups, each in ascending order, by their smallest index."""
        found: dict[int, list[int]] = {}
        for index in range(len(self._parent)):
            found.setdefault(self.root(index), []).append(index)
        return [found[root] for root in sorted(found)]
