"""The markup of a page in; the raw ranges of the articles on it out: one for most pages."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from tocsin.clean.dates import parse_line
from tocsin.clean.lines import Line
from tocsin.clean.markup import Page

_PROSE = 250  # letters of running text that make an article of a part with a date of its own
_UNDATED = 600  # the same without a date
_SENTENCE = 60  # letters of a line that counts as running text
_HEAD = 6  # lines among which a part's date stands
_SHARE = 0.6  # of a page's running text that its articles hold


@dataclass(frozen=True, slots=True)
class Piece:
    """Raw characters ``[start, end)`` hold one article; ``title`` is where its title line starts, None where that is still open."""

    start: int
    end: int
    title: int | None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A piece that may be an article: whether it has a date of its own, and how much running text."""

    piece: Piece
    dated: bool
    size: int


def cut(page: Page, lines: list[Line]) -> list[Piece]:
    """Cut at ``<article>`` elements that each have a heading and a body, else at main headings that each have a body below."""
    for candidates in (_find_elements(page, lines), _find_headings(page, lines)):
        pieces = _select(candidates)
        if len(pieces) > 1 and _are_most(pieces, lines):
            return pieces
    return [Piece(0, len(page.source), None)]


def slice_lines(lines: list[Line], start: int, end: int) -> list[Line]:
    """The lines that begin between two raw offsets."""
    begin = attrgetter("start")
    return lines[bisect_left(lines, start, key=begin) : bisect_left(lines, end, key=begin)]


def _find_elements(page: Page, lines: list[Line]) -> list[Candidate]:
    found: list[Candidate] = []
    for start, end in sorted(page.articles):
        own = slice_lines(lines, start, end)
        title = next((line for line in own if line.heading in (1, 2) and line.words >= 3 and not line.aside), None)
        if title is not None:
            found.append(_make_candidate(page, own, Piece(start, end, title.start)))
    return found


def _find_headings(page: Page, lines: list[Line]) -> list[Candidate]:
    heads = [line for line in lines if line.heading == 1 and line.words >= 3 and not line.aside]
    if len(heads) < 2 or len({line.key for line in heads}) < len(heads):
        return []
    borders = [line.start for line in heads[1:]] + [len(page.source)]
    pieces = [Piece(head.start, end, head.start) for head, end in zip(heads, borders, strict=True)]
    found = [_make_candidate(page, slice_lines(lines, piece.start, piece.end), piece) for piece in pieces]
    return [one for one in found if one.dated]  # without dates they are the subheadings of a page that knows one level only


def _make_candidate(page: Page, lines: list[Line], piece: Piece) -> Candidate:
    prose = [line for line in lines if _is_prose(line)]
    begin = bisect_left(page.stamps, piece.start, key=attrgetter("at"))
    stamped = begin < len(page.stamps) and page.stamps[begin].at < piece.end
    dated = stamped or any(_is_date(line) for line in lines[:_HEAD])
    return Candidate(piece, dated, sum(len(line.text) for line in prose) if len(prose) > 1 else 0)


def _is_prose(line: Line) -> bool:
    return len(line.text) >= _SENTENCE and line.linked < 0.5 and line.ends and not line.caption and line.post is None


def _is_date(line: Line) -> bool:
    stated = parse_line(line.text) if line.words <= 14 else None
    return stated is not None and sum(len(piece.split()) for piece in stated.rest) <= 4


def _select(candidates: list[Candidate]) -> list[Piece]:
    """The articles of one page are alike: where one with a text has a date, those without are something else."""
    dated = [one for one in candidates if one.dated and one.size >= _PROSE]
    return [one.piece for one in dated or candidates if one.size >= (_PROSE if one.dated else _UNDATED)]


def _are_most(pieces: list[Piece], lines: list[Line]) -> bool:
    """Together they hold most running text: no mere margin of a page whose text lies elsewhere."""
    prose = [line for line in lines if len(line.text) >= _SENTENCE and line.linked < 0.5 and line.ends]
    starts = [piece.start for piece in pieces]
    inside = 0
    for line in prose:
        place = bisect_right(starts, line.start) - 1
        inside += len(line.text) if place >= 0 and line.start < pieces[place].end else 0
    return inside > _SHARE * sum(len(line.text) for line in prose)
