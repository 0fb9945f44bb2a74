"""Finds the terms of a lexicon in a row of keys: the longest one at each place, one pass, no regular expressions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from tocsin.lang.tokens import split

T = TypeVar("T")
Row = tuple[tuple[str, ...], T, bool]

# Words come again (Zipf): what a first word leads to is remembered, up to so many different words.
_REMEMBERED = 200_000


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """Tokens ``[first, last)`` spell a term that means ``value``."""

    first: int
    last: int
    value: T


@dataclass(frozen=True, slots=True)
class _Branch(Generic[T]):
    """What a first word leads to: a term of that word alone, and longer ones by their second word ("" where it is open)."""

    single: Row[T] | None
    longer: Mapping[str, Sequence[Row[T]]]


_NOTHING: _Branch[Any] = _Branch(None, {})


def _branch(rows: Sequence[Row[T]]) -> _Branch[T]:
    if len(rows) == 0:
        return _NOTHING
    longer: dict[str, list[Row[T]]] = {}
    for row in sorted((row for row in rows if len(row[0]) > 0), key=lambda row: -len(row[0])):
        longer.setdefault("" if row[2] and len(row[0]) == 1 else row[0][0], []).append(row)
    return _Branch(next((row for row in rows if len(row[0]) == 0), None), longer)


class _Joined:
    """Opens words with letters joined before them. Many terms ask for the same word: what it opens to is remembered for all of them."""

    def __init__(self, proclitics: Sequence[str]) -> None:
        self._proclitics = tuple((letters, article) for letters, _, article in (p.partition(":") for p in proclitics))
        self._first = frozenset(letters[0] for letters, _ in self._proclitics)
        self._memo: dict[str, tuple[str, ...]] = {}

    def open(self, word: str) -> tuple[str, ...]:
        """Return what the word may be behind its first letters."""
        if word[0] not in self._first:
            return ()
        found = self._memo.get(word)
        if found is None:
            if len(self._memo) >= _REMEMBERED:
                self._memo.clear()
            whole = ((article + word[len(letters) :]) for letters, article in self._proclitics if self._fits(word, letters))
            found = self._memo[word] = tuple(whole)
        return found

    @staticmethod
    def _fits(word: str, letters: str) -> bool:
        return len(word) > len(letters) + 1 and word.startswith(letters)


@cache
def _load_joined(proclitics: tuple[str, ...]) -> _Joined:
    return _Joined(proclitics)


class Terms(Generic[T]):
    """Terms compiled for lookup. A term is one or more words; ``*`` at its end matches any ending of the last word.

    ``proclitics`` are letters that may stand before the first word without a space (Arabic "و", "ب", "ال");
    "لل:ال" says that what stands behind "لل" began with "ال".
    """

    def __init__(self, entries: Mapping[str, T], proclitics: Sequence[str] = ()) -> None:
        self._whole: dict[str, list[Row[T]]] = {}
        self._stems: dict[str, list[Row[T]]] = {}
        self._joined = _load_joined(tuple(proclitics))
        self._memo: dict[str, _Branch[T]] = {}
        for term, value in entries.items():
            open_end = term.endswith("*")
            keys = split(term.rstrip("*"))
            if len(keys) == 0:
                continue
            table = self._stems if open_end and len(keys) == 1 else self._whole
            table.setdefault(keys[0], []).append((keys[1:], value, open_end))
        self._lengths = tuple(sorted({len(stem) for stem in self._stems}, reverse=True))
        self._shortest = min(self._lengths, default=0)
        self._heads = frozenset(stem[: self._shortest] for stem in self._stems)

    def at(self, keys: Sequence[str], index: int) -> Hit[T] | None:
        """Return the longest term that starts at token ``index``, or None."""
        branch = self._memo.get(keys[index])
        if branch is None:
            branch = self._remember(keys[index])
        return None if branch is _NOTHING else self._match(branch, keys, index)

    def _match(self, branch: "_Branch[T]", keys: Sequence[str], index: int) -> Hit[T] | None:
        longer = branch.longer
        if len(longer) > 0 and index + 1 < len(keys):
            for rest, value, open_end in (*longer.get(keys[index + 1], ()), *longer.get("", ())):
                last = index + 1 + len(rest)
                tail = tuple(keys[index + 1 : last])
                if tail == rest or (open_end and len(tail) == len(rest) and tail[:-1] == rest[:-1] and tail[-1].startswith(rest[-1])):
                    return Hit(index, last, value)
        return None if branch.single is None else Hit(index, index + 1, branch.single[1])

    def find(self, keys: Sequence[str]) -> Iterator[Hit[T]]:
        """Yield the hits from left to right; hits do not overlap."""
        free = 0
        for index, branch in enumerate(map(self._memo.get, keys)):
            if branch is _NOTHING or index < free:
                continue
            known = self._remember(keys[index]) if branch is None else branch
            if (hit := self._match(known, keys, index)) is not None:
                yield hit
                free = hit.last

    def _remember(self, word: str) -> "_Branch[T]":
        rows = self._rows(word)
        for bare in self._joined.open(word):
            rows.extend(self._rows(bare))
        if len(self._memo) >= _REMEMBERED:
            self._memo.clear()
        found = self._memo[word] = _branch(rows) if len(rows) > 0 else _NOTHING
        return found

    def _rows(self, word: str) -> list[Row[T]]:
        rows = list(self._whole.get(word, ()))
        if word[: self._shortest] not in self._heads:
            return rows  # as most words
        for length in self._lengths:
            if length <= len(word):
                rows.extend(self._stems.get(word[:length], ()))
        return rows
