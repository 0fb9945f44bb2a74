"""Finds the term of a lexicon that ends right before a token: bounds stand in front of their numbers, heads in front of names."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from tocsin.lang.tokens import split

T = TypeVar("T")


class Endings(Generic[T]):
    """Terms looked up by the token they end before: bounds stand in front of their numbers."""

    def __init__(self, entries: Iterable[tuple[str, T]], joined: Sequence[str]) -> None:
        self._rows: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._joined = tuple(joined)
        for term, value in entries:
            keys = split(term)
            self._rows.setdefault(keys[-1], []).append((keys, value))
            if len(keys) == 1:
                for clitic in joined:
                    self._rows.setdefault(clitic + keys[0], []).append(((clitic + keys[0],), value))
        for rows in self._rows.values():
            rows.sort(key=lambda row: -len(row[0]))

    def before(self, keys: Sequence[str], end: int) -> tuple[int, T] | None:
        """Return (first token, value) of the longest term whose last token is ``end - 1``."""
        for words, value in self._rows.get(keys[end - 1], ()) if end > 0 else ():
            first = end - len(words)
            if first < 0 or tuple(keys[first + 1 : end]) != words[1:]:
                continue
            if keys[first] == words[0] or any(keys[first] == clitic + words[0] for clitic in self._joined):
                return first, value
        return None
