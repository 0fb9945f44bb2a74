"""Marked lines of a page in; the stretches that hold one article each out, each with its title line found."""

from dataclasses import dataclass
from itertools import accumulate, pairwise

from tocsin.clean.dateline import read_dateline
from tocsin.clean.lines import Line
from tocsin.clean.marks import Mark, Sort
from tocsin.clean.title import ABOVE, can_be_title, find_title
from tocsin.model import Precision

_ARTICLE = 40  # words of running text that a further article has at least
_BRIEF = 15  # the same where it opens with a dateline or goes on
_TEASER = 60  # words of the longest teaser
_EVIDENCE = 3.0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Marks ``[first, last)`` hold one article; ``title`` is the index of its title line, ``stop`` where teasers of other pages begin."""

    first: int
    last: int
    title: int | None
    stop: int


def split(marks: list[Mark]) -> list[Stretch]:
    """Find where one article ends and another begins."""
    prose = [index for index, mark in enumerate(marks) if mark.sort is Sort.PROSE]
    title = find_title(marks, 0, _first_running(marks, prose))
    starts = [(0, title)]
    words = [0, *accumulate(mark.line.words if mark.running else 0 for mark in marks)]
    dated = title is not None and _is_dated(marks[title + 1 : title + 4])
    topped = not dated and title is not None and title > 0 and marks[title - 1].sort is Sort.DATE
    for above, below in pairwise(prose):
        if below - above > 1 and not is_cut_off(marks[below].line) and words[above + 1] - words[starts[-1][0]] >= _BRIEF:
            head = _find_head(marks, above + 1, below, like=(dated, topped))
            if head is not None:
                starts.append(head)
    ends = [start for start, _ in starts[1:]] + [len(marks)]
    stretches = [Stretch(first, last, found, last) for (first, found), last in zip(starts, ends, strict=True)]
    return _drop_teasers(marks, stretches)


def _first_running(marks: list[Mark], prose: list[int]) -> int:
    """The first line of the first block that is surely text."""
    first = prose[0] if len(prose) > 0 else next((index for index, mark in enumerate(marks) if mark.sort is Sort.SENTENCE), len(marks))
    while 0 < first < len(marks) and marks[first - 1].running:
        first -= 1
    return first


def _count_words(marks: list[Mark], first: int, last: int) -> int:
    return sum(mark.line.words for mark in marks[first:last] if mark.running and not is_cut_off(mark.line))


def is_cut_off(line: Line) -> bool:
    """The text goes on elsewhere, as teasers do."""
    return line.text.endswith(("…", "...", "[…]", "[...]"))


def _is_dated(marks: list[Mark]) -> bool:
    """A date line comes before any running text."""
    first = next((mark for mark in marks if mark.running or mark.sort is Sort.DATE), None)
    return first is not None and first.sort is Sort.DATE


def _find_head(marks: list[Mark], first: int, below: int, *, like: tuple[bool, bool]) -> tuple[int, int] | None:
    """A new article's head among the marks between two pieces of running text: where it starts and its title.

    ``like`` says whether the first article has its date below or above its title: the others of a page are like it.
    """
    best: tuple[float, int] | None = None
    first = max(first, below - ABOVE)
    for index in range(first, below):
        mark = marks[index]
        if not can_be_title(mark):
            continue
        alike = (like[0] and _is_dated(marks[index + 1 : index + 4])) or (like[1] and index > first and marks[index - 1].sort is Sort.DATE)
        score = _weigh_head(marks, index, first=first, below=below) + 1.5 * alike
        if score >= _EVIDENCE and (best is None or score > best[0]):
            best = (score, index)
    if best is None or not _has_body(marks, below):
        return None
    title = best[1]
    same = [index for index in range(first, below) if marks[index].line.key == marks[title].line.key]
    start = min(same[0], title)
    if start > first and marks[start - 1].sort is Sort.DATE and not any(mark.sort is Sort.DATE for mark in marks[title:below]):
        start -= 1
    return start, max(same[-1], title)


def _weigh_head(marks: list[Mark], index: int, *, first: int, below: int) -> float:
    """What speaks for a line being the title of a new article."""
    line = marks[index].line
    after = marks[index + 1 : below]
    score = 0.0
    if any(mark.line.key == line.key for place, mark in enumerate(marks[first:below], first) if place != index) and line.words >= 3:
        score += 3
    dated = next((mark.stated for mark in after[:4] if mark.sort is Sort.DATE), None)
    if dated is not None:
        score += 3 if dated.precision is Precision.MINUTE or any(mark.sort is Sort.CREDIT for mark in after[:4]) else 2
        score += len(after) == 1 and dated.precision is Precision.MINUTE  # nothing but the date stands between title and text
    elif any(mark.sort is Sort.DATE for mark in marks[max(first, index - 1) : index]):
        score += 1.5
    if any(mark.sort is Sort.CREDIT for mark in after[:4]):
        score += 2
    if any(mark.sort is Sort.CAPTION for mark in after):
        score += 1.5
    if _has_dateline(marks[below].line):
        score += 3
    if line.heading == 1:
        score += 2
    return (
        score
        + _weigh_border(marks, first, index)
        - 0.75 * sum(1 for mark in after if mark.sort is Sort.SHORT and mark.line.key != line.key)
    )


def _weigh_border(marks: list[Mark], first: int, index: int) -> float:
    """What stands between the text above and the title: an end of article, a rule, a wide gap; or the heading of a list of links."""
    between = marks[first:index]
    score = 0.0
    if any(mark.reason in ("copyright", "comments", "tags", "view counter", "story code") for mark in between):
        score += 1
    if len(between) > 0 and between[-1].reason == "glyph" and len(between[-1].line.text) >= 3:
        score += 1.5
    if marks[index].line.gap >= 3 or (len(between) > 0 and between[0].line.gap >= 3):
        score += 1
    if any(mark.reason == "read-also link" for mark in between):
        score -= 2
    return score


def _has_dateline(line: Line) -> bool:
    credit = read_dateline(line.text)
    return credit is not None and (credit.agency is not None or credit.place is not None)


def _has_body(marks: list[Mark], below: int) -> bool:
    """Enough running text follows: some words where it opens with a dateline or goes on for a second paragraph, more where it does not."""
    follows = below + 1 < len(marks) and marks[below + 1].running
    least = _BRIEF if follows or _has_dateline(marks[below].line) else _ARTICLE
    return _count_words(marks, below, min(len(marks), below + 60)) >= least


def _drop_teasers(marks: list[Mark], stretches: list[Stretch]) -> list[Stretch]:
    """Short stretches below a long article announce other pages: they join the stretch above and are dropped there with a reason."""
    sizes = [_count_words(marks, stretch.first, stretch.last) for stretch in stretches]
    longest = max(sizes)
    kept: list[Stretch] = []
    for stretch, size in zip(stretches, sizes, strict=True):
        running = [mark.line for mark in marks[stretch.first : stretch.last] if mark.running]
        placed = len(running) > 0 and _has_dateline(running[0])
        teaser = len(running) <= 1 and (size < _ARTICLE or (size < _TEASER and longest > 4 * size))
        if len(kept) > 0 and not placed and (teaser or size < _BRIEF):
            kept[-1] = Stretch(kept[-1].first, stretch.last, kept[-1].title, kept[-1].stop)
        else:
            kept.append(stretch)
    return kept
