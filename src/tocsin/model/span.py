"""Half-open character ranges. Every record that was read from a text points to it with one of these."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``[start, end)`` of an article's clean text, counted in code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"span [{self.start}, {self.end}) is not a range: expected 0 <= start <= end")

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


class Match(StrEnum):
    """How a segment of clean text relates to the capture it was read from."""

    EXACT = "exact"  # the same characters
    NORMALISED = "normalised"  # the same words; white space, entities, markup or Unicode form differ
    NONE = "none"  # not found in the capture


@dataclass(frozen=True, slots=True)
class Segment:
    """Ties ``[start, end)`` of the clean text to ``[raw_start, raw_end)`` of the decoded capture.

    Raw offsets count code points of the capture decoded with ``Capture.encoding``.
    """

    start: int
    end: int
    raw_start: int | None
    raw_end: int | None
    match: Match
