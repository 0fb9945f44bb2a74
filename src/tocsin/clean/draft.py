"""An article in the making."""

from dataclasses import dataclass, field

from tocsin.clean.lines import Line
from tocsin.clean.marks import Mark
from tocsin.model import Embed


@dataclass(slots=True)
class Draft:
    """An article being made: lines kept, lines dropped with reasons, posts. ``marks`` are all of its stretch."""

    marks: list[Mark]
    title: Line | None = None
    body: list[Line] = field(default_factory=list)
    embeds: list[Embed] = field(default_factory=list)
    dropped: list[tuple[Line, str]] = field(default_factory=list)
    head: list[Mark] = field(default_factory=list)
    tail: list[Mark] = field(default_factory=list)

    def drop(self, line: Line, reason: str) -> None:
        self.dropped.append((line, reason))

    def take_post(self, mark: Mark) -> None:
        """Keep an embedded post apart from the text."""
        if mark.embed is not None:
            self.embeds.append(mark.embed)
        self.drop(mark.line, "embedded post")

    def find_title(self) -> int | None:
        """The place of the title among the lines of the head."""
        return next((index for index, mark in enumerate(self.head) if mark.line is self.title), None)
