"""Finds the terms of a lexicon in a row of keys: the longest one at each place, one pass, no regular expressions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from tocsin.lang.tokens import split

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens ``[first, last)`` spell a term that means ``value``."""

    first: int
    last: int
    value: T


class Terms(Generic[T]):
    """Terms compiled for lookup. A term is one or more words; ``*`` at its end matches any ending of the last word.

    ``proclitics`` are letters that may stand before the first word without a space (Arabic "و", "ب", "ال").
    """

    def __init__(self, entries: Mapping[str, T], proclitics: Sequence[str] = ()) -> None:
        self._whole: dict[str, list[tuple[tuple[str, ...], T, bool]]] = {}
        self._stems: dict[str, list[tuple[tuple[str, ...], T, bool]]] = {}
        self._proclitics = tuple(sorted(proclitics, key=len, reverse=True))
        for term, value in entries.items():
            open_end = term.endswith("*")
            keys = split(term.rstrip("*"))
            if len(keys) == 0:
                continue
            table = self._stems if open_end and len(keys) == 1 else self._whole
            table.setdefault(keys[0], []).append((keys[1:], value, open_end))
        for table in (self._whole, self._stems):
            for rows in table.values():
                rows.sort(key=lambda row: -len(row[0]))
        self._lengths = tuple(sorted({len(stem) for stem in self._stems}, reverse=True))

    def at(self, keys: Sequence[str], index: int) -> Hit[T] | None:
        """Return the longest term that starts at token ``index``, or None."""
        word = keys[index]
        found = self._match(keys, index, word)
        if found is not None or len(self._proclitics) == 0:
            return found
        for clitic in self._proclitics:
            if len(word) > len(clitic) + 2 and word.startswith(clitic):
                found = self._match(keys, index, word[len(clitic) :])
                if found is not None:
                    return found
        return None

    def find(self, keys: Sequence[str]) -> Iterator[Hit[T]]:
        """Yield the hits from left to right; hits do not overlap."""
        index = 0
        while index < len(keys):
            hit = self.at(keys, index)
            if hit is None:
                index += 1
            else:
                yield hit
                index = hit.last

    def _match(self, keys: Sequence[str], index: int, word: str) -> Hit[T] | None:
        for rest, value, open_end in self._whole.get(word, ()):
            last = index + 1 + len(rest)
            if len(rest) == 0:
                return Hit(index, last, value)
            tail = tuple(keys[index + 1 : last])
            if tail == rest or (open_end and tail[:-1] == rest[:-1] and len(tail) == len(rest) and tail[-1].startswith(rest[-1])):
                return Hit(index, last, value)
        for length in self._lengths:
            if length > len(word):
                continue
            for _, value, _ in self._stems.get(word[:length], ()):
                return Hit(index, index + 1, value)
        return None
