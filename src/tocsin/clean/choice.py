"""The lines of a page and an extractor's choice of them in; the choice mended out: links in a row left, the text's other columns added."""

from collections import Counter
from itertools import groupby

from tocsin.clean.lines import Line

_LINKED = 0.8  # of a line's letters inside links: it is a link
_RUN = 3  # links in a row that are a menu
_PROSE = 12  # words of a line that is surely running text
_GAP = 12  # lines between two columns of one text
_MANY = 3  # lines that show where a page's text stands


def mend(lines: list[Line], chosen: list[bool]) -> list[bool]:
    """Leave menus out and let the text go on where the page sets it in several columns of one kind."""
    kept = _leave_menus(lines, chosen)
    places = Counter(line.place for line, taken in zip(lines, kept, strict=True) if taken and _is_prose(line))
    if len(places) == 0:
        return kept
    place, count = places.most_common(1)[0]
    if count < _MANY or 2 * count < places.total():
        return kept
    last = max(index for index, line in enumerate(lines) if kept[index] and line.place == place)
    _leave_teasers(lines, kept, last + 1)
    for index in range(last + 1, len(lines)):
        line = lines[index]
        if index - last > _GAP or line.remark or line.heading == 1 or line.article != lines[last].article:
            break
        if line.place == place and _is_prose(line):
            kept[index] = True
            last = index
    return kept


def _leave_teasers(lines: list[Line], kept: list[bool], first: int) -> None:
    """Below the text's own place, headings or links that come again and again announce other pages."""
    tail = [index for index in range(first, len(lines)) if kept[index]]
    signs = [index for index in tail if lines[index].heading > 0 or lines[index].linked > 0.5]
    if len(signs) >= _RUN and len(signs) * 4 >= len(tail):
        for index in tail[tail.index(signs[0]) :]:
            kept[index] = False


def _is_prose(line: Line) -> bool:
    return (
        line.words >= _PROSE
        and line.ends
        and line.linked < 0.5
        and not (line.aside or line.remark or line.caption or line.listed)
        and line.post is None
    )


def _leave_menus(lines: list[Line], chosen: list[bool]) -> list[bool]:
    kept = list(chosen)
    taken = [index for index, was in enumerate(chosen) if was]
    for linked, run in groupby(
        taken, key=lambda index: lines[index].linked > _LINKED and lines[index].words < _PROSE and lines[index].heading == 0
    ):
        places = list(run)
        if linked and len(places) >= _RUN:
            for index in places:
                kept[index] = False
    return kept
