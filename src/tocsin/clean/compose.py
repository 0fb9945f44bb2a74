"""A title and body lines in; the clean text, its paragraphs and its segments out. Every character knows where it came from."""

from collections.abc import Iterable

from tocsin.clean.lines import Line
from tocsin.clean.runs import Run
from tocsin.model import Match, Paragraph, Role, Segment

GAP = "\n\n"  # between paragraphs, everywhere


def compose(title: Line | None, body: Iterable[Line]) -> tuple[str, tuple[Paragraph, ...], tuple[Segment, ...]]:
    """Join the lines to a text."""
    parts: list[str] = []
    paragraphs: list[Paragraph] = []
    segments: list[Segment] = []
    at, end = 0, None
    for line, role in _order(title, body):
        if len(parts) > 0:
            parts.append(GAP)
            segments.append(_bridge(at, end, line.runs[0]))
            at += len(GAP)
        parts.append(line.text)
        paragraphs.append(Paragraph(at, at + len(line.text), role))
        segments.extend(_tie(line.runs, at))
        at += len(line.text)
        end = line.runs[-1].end if line.runs[-1].start >= 0 else None
    return "".join(parts), tuple(paragraphs), tuple(segments)


def _order(title: Line | None, body: Iterable[Line]) -> Iterable[tuple[Line, Role]]:
    if title is not None:
        yield title, Role.TITLE
    for line in body:
        yield line, Role.BODY


def _bridge(at: int, end: int | None, after: Run) -> Segment:
    """The break between two paragraphs stands for whatever the page has between them."""
    if end is None or after.start < end:
        return Segment(at, at + len(GAP), None, None, Match.NONE)
    return Segment(at, at + len(GAP), end, after.start, Match.NORMALISED)


def _tie(runs: Iterable[Run], at: int) -> list[Segment]:
    """Segments of one paragraph; neighbours of one kind that touch on both sides are one segment."""
    found: list[Segment] = []
    for run in runs:
        size = len(run.text)
        match = Match.NONE if run.start < 0 else Match.EXACT if run.exact else Match.NORMALISED
        last = found[-1] if len(found) > 0 else None
        if last is not None and last.match is match and last.raw_end == run.start:
            found[-1] = Segment(last.start, at + size, last.raw_start, run.end, match)
        elif match is Match.NONE:
            found.append(Segment(at, at + size, None, None, match))
        else:
            found.append(Segment(at, at + size, run.start, run.end, match))
        at += size
    return found
