"""A sentence and its words, in columns: what every reading stage walks over."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """Characters ``[start, end)`` of the clean text, in one language, split into tokens.

    The columns run in parallel: token ``i`` stands at ``[starts[i], ends[i])`` and reads ``words[i]``;
    ``keys[i]`` is its normalised form, the one that packs are looked up by. ``paragraph`` is an index.
    """

    start: int
    end: int
    paragraph: int
    language: str | None
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    keys: tuple[str, ...]
