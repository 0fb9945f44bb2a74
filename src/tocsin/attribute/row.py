"""The words of a source phrase in columns, with their classes; which state they name; how words are spelt together."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import actors
from tocsin.lang import classes as c
from tocsin.lang.tokens import split
from tocsin.model import Kind


@dataclass(frozen=True, slots=True)
class Row:
    """A stretch of a sentence's tokens with their classes."""

    words: Sequence[str]
    keys: Sequence[str]
    bits: Sequence[int]
    code: str
    latin: bool

    def has(self, mask: int) -> bool:
        return any(b & mask for b in self.bits)


def find_nation(text: str) -> str | None:
    """The state that an office names: "Turkish President" is TR."""
    known = actors.load()
    keys = split(text)
    nation = next((known.adjectives[k] for k in keys if k in known.adjectives), None)
    if nation is not None:
        return nation.code
    return next((hit.value.state for hit in known.terms.find(keys) if hit.value.kind is Kind.COUNTRY), None)


def read_nation(row: Row) -> str | None:
    known = actors.load()
    for index, word in enumerate(row.keys):
        if row.bits[index] & c.NATION and (nation := known.adjectives.get(word)) is not None:
            return nation.code
    for word in row.words:
        entry = known.get(word)
        if entry is not None and entry.kind is Kind.COUNTRY:
            return entry.state
    return None
