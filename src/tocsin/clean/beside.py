"""The lines of a page in; their marks out, each judged alone and then beside its neighbours and its like."""

from collections import Counter
from dataclasses import replace

from tocsin.clean.byline import is_label
from tocsin.clean.credits import Credit
from tocsin.clean.dateline import read_dateline
from tocsin.clean.lines import Line
from tocsin.clean.marks import BLOCK, LINK_SHARE, LOOSE_BLOCK, Mark, Sort, mark_line
from tocsin.clean.names import is_capitalised, is_name
from tocsin.clean.posts import find_posts
from tocsin.clean.scripts import find_script
from tocsin.clean.suffix import split_suffix
from tocsin.lang.furniture import squash

_MARGIN = 25  # lines at either end of a page in which notices stand
_HEADING = 5  # words of the heading of a list
_TITLE = range(3, 31)  # words of a title
_QUOTES = "“”\"‘’'«»"


def make_marks(lines: list[Line]) -> list[Mark]:
    """Mark every line of a page."""
    times = _count(lines)
    loose = _is_loose(lines)
    script = find_script(lines)
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        margin = index < _MARGIN or index >= len(lines) - _MARGIN
        mark = mark_line(line, loose=loose, script=script, margin=margin)
        marks.append(replace(mark, times=times[line.key]) if times[line.key] > 1 else mark)
    for judge in (_set_twins, _set_titles, _set_bylines, _set_links):
        judge(marks)
    _set_posts(marks, lines)
    return marks


def _count(lines: list[Line]) -> Counter[str]:
    """How often the page has a line, also with the outlet's name behind it."""
    times = Counter(line.key for line in lines)
    for line in lines:
        if line.words < BLOCK:
            bare, suffix = split_suffix(line.text)
            if suffix is not None:
                times[squash(bare)] += 1
    return times


def _is_loose(lines: list[Line]) -> bool:
    """Most long lines of the page end without a full stop."""
    long = [line.ends for line in lines if line.words >= LOOSE_BLOCK and line.linked < LINK_SHARE]
    return len(long) > 1 and sum(long) < 0.5 * len(long)


def _is_open(line: Line) -> bool:
    """It does not end as a statement does: a question, an exclamation, a quotation inside a title."""
    return not line.bare.endswith((".", "۔")) or (line.text[-1] in _QUOTES and line.text[0] not in _QUOTES)


def _set_twins(marks: list[Mark]) -> None:
    """A sentence twice in a row is a picture's text and its caption."""
    for index in range(1, len(marks)):
        line = marks[index].line
        if line.key == marks[index - 1].line.key and line.words >= 5:
            sort = (
                Sort.CAPTION if (marks[index].running and line.bare.endswith((".", "۔"))) or line.text.endswith(")") else marks[index].sort
            )
            for place in (index - 1, index):
                marks[place] = replace(marks[place], sort=sort, twin=True)


def _set_titles(marks: list[Mark]) -> None:
    """What ends as a sentence does may still be a title: a question or a quotation that the page repeats, or that a date or byline follows."""
    for index, mark in enumerate(marks):
        if not mark.running or mark.line.words not in _TITLE or not _is_open(mark.line):
            continue
        if mark.times > 1 or (index + 1 < len(marks) and _is_head(marks[index + 1])):
            marks[index] = replace(mark, sort=Sort.SHORT)


def _is_head(mark: Mark) -> bool:
    """What follows a title: a date, a byline, a dateline."""
    if mark.sort in (Sort.DATE, Sort.CREDIT):
        return True
    credit = read_dateline(mark.line.text) if mark.running else None
    return credit is not None and credit.agency is not None


def _set_bylines(marks: list[Mark]) -> None:
    """A byline's word on one line, the name on the next."""
    for index in range(1, len(marks)):
        name = marks[index].line.text
        if marks[index].sort is Sort.SHORT and marks[index].line.words <= 5 and is_label(marks[index - 1].line.text) and is_name(name):
            marks[index - 1] = replace(marks[index - 1], sort=Sort.CREDIT, reason="credit")
            marks[index] = replace(marks[index], sort=Sort.CREDIT, reason="credit", credit=Credit(author=name))


def _set_links(marks: list[Mark]) -> None:
    """What stands below a lone list marker or below the heading of a list of links is an item, unless it ends as a statement does."""
    listed = False
    for index in range(1, len(marks)):
        mark, above = marks[index], marks[index - 1]
        listed = (listed and above.sort is Sort.SHORT) or (above.reason == "read-also link" and above.line.words <= _HEADING)
        if (listed or above.sort is Sort.MARKER) and mark.running and _is_item(mark.line):
            marks[index] = replace(mark, sort=Sort.SHORT)


def _is_item(line: Line) -> bool:
    stated = line.bare.endswith((".", "۔")) and not (_is_open(line) and is_capitalised(line.text))
    return line.words < BLOCK and not stated


def _set_posts(marks: list[Mark], lines: list[Line]) -> None:
    for post in find_posts(lines):
        for index in range(post.first, post.last):
            marks[index] = Mark(lines[index], Sort.POST, "embedded post", embed=post.embed if index == post.first else None)
