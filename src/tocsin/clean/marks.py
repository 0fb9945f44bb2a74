"""Lines in; each line's mark out: what it looks like alone and beside its like. Where it stands is judged later, by ``split``."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum

from tocsin.clean.byline import is_label, unglue
from tocsin.clean.captions import has_bracket, has_tail_credit, is_caption
from tocsin.clean.credits import Credit, read_line, read_parts
from tocsin.clean.dates import Stated, parse_line
from tocsin.clean.furniture import find_reason, is_known
from tocsin.clean.lines import Line
from tocsin.clean.names import is_name
from tocsin.clean.posts import find_posts
from tocsin.clean.scripts import count_letters, find_script
from tocsin.clean.suffix import split_suffix
from tocsin.lang.furniture import squash
from tocsin.model import Embed

_LINK_SHARE = 0.9  # of a line's letters inside links: the line is a link
_DATE_WORDS = 14
_MARGIN = 25  # lines at either end of a page in which notices stand
_LEAD = 6  # words of a line that opens what follows
_TITLE = (3, 30)  # words of a title
_QUOTES = "“”\"‘’'«»"
_SENTENCE = 9  # words of a sentence that is surely prose
_BLOCK = 26  # words of a line that is surely prose without an end of sentence
_LOOSE_BLOCK = 12  # the same on pages that do not end their paragraphs with a full stop
_INSIDE = re.compile(r"[^\W\d_]{2}[”\"»]?[.؟][”\"»]? ")


class Sort(StrEnum):
    """What a line looks like."""

    PROSE = "prose"  # surely running text
    SENTENCE = "sentence"  # short, but ends as a sentence does
    SHORT = "short"  # title, subheading, link, label: a line without an end
    MARKER = "marker"  # a list marker alone
    DATE = "date line"
    CREDIT = "credit"
    CAPTION = "caption"
    POST = "embedded post"
    DROP = "furniture"


@dataclass(frozen=True, slots=True)
class Mark:
    """A line with what it looks like; ``reason`` is set where it is furniture.

    ``times``: how often the page has it; ``twin``: twice in a row; ``weak``: only its closing bracket makes it a caption.
    """

    line: Line
    sort: Sort
    reason: str | None = None
    stated: Stated | None = None
    credit: Credit | None = None
    embed: Embed | None = None
    times: int = 1
    twin: bool = False
    weak: bool = False

    @property
    def running(self) -> bool:
        return self.sort in (Sort.PROSE, Sort.SENTENCE)


def make_marks(lines: list[Line]) -> list[Mark]:
    """Mark every line of a page."""
    counts = Counter(line.key for line in lines)
    counts.update(squash(split_suffix(line.text)[0]) for line in lines if line.words < _BLOCK and split_suffix(line.text)[1] is not None)
    block = _LOOSE_BLOCK if _is_loose(lines) else _BLOCK
    script = find_script(lines)
    marks: list[Mark] = []
    for index, line in enumerate(lines):
        margin = index < _MARGIN or index >= len(lines) - _MARGIN
        mark = _mark_line(line, block, script, margin=margin)
        marks.append(replace(mark, times=counts[line.key]) if counts[line.key] > 1 else mark)
    _set_twins(marks)
    _set_titles(marks)
    _set_bylines(marks)
    _set_items(marks)
    _set_posts(marks, lines)
    return marks


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
        line = mark.line
        if not mark.running or mark.twin or not _TITLE[0] <= line.words <= _TITLE[1]:
            continue
        open_end = not line.bare.endswith((".", "۔")) or (line.text[-1] in _QUOTES and line.text[0] not in _QUOTES)
        followed = index + 1 < len(marks) and marks[index + 1].sort in (Sort.DATE, Sort.CREDIT)
        if open_end and (mark.times > 1 or followed):
            marks[index] = replace(mark, sort=Sort.SHORT)


def _set_bylines(marks: list[Mark]) -> None:
    """A byline's word on one line, the name on the next."""
    for index in range(1, len(marks)):
        name = marks[index].line.text
        if marks[index].sort is Sort.SHORT and marks[index].line.words <= 5 and is_label(marks[index - 1].line.text) and is_name(name):
            marks[index - 1] = replace(marks[index - 1], sort=Sort.CREDIT, reason="credit")
            marks[index] = replace(marks[index], sort=Sort.CREDIT, reason="credit", credit=Credit(author=name))


def _set_items(marks: list[Mark]) -> None:
    """What stands below a lone list marker is an item of a list, not running text, unless it ends as a statement does."""
    for index in range(1, len(marks)):
        mark = marks[index]
        if marks[index - 1].sort is Sort.MARKER and mark.running and not mark.line.bare.endswith((".", "۔")) and mark.line.words < _BLOCK:
            marks[index] = replace(mark, sort=Sort.SHORT)


def _is_loose(lines: list[Line]) -> bool:
    """Most long lines of the page end without a full stop."""
    long = [line.ends for line in lines if line.words >= _LOOSE_BLOCK and line.linked < _LINK_SHARE]
    return len(long) > 1 and sum(long) < 0.5 * len(long)


def _mark_line(line: Line, block: int, script: str | None, *, margin: bool) -> Mark:
    if is_caption(line):
        return Mark(line, Sort.CAPTION, "caption")
    words = line.words
    if words <= _DATE_WORDS:
        special = _mark_special(line, words)
        if special is not None:
            return special
    if words <= _BLOCK and has_tail_credit(line):
        return Mark(line, Sort.CAPTION, "caption")
    if words <= _BLOCK and has_bracket(line):
        return Mark(line, Sort.CAPTION, "caption", weak=True)
    reason = find_reason(line, margin=margin)
    if reason is not None:
        return Mark(line, Sort.MARKER if _is_marker(line, reason) else Sort.DROP, reason)
    if script is not None and words <= _BLOCK and _is_foreign(line, script):
        return Mark(line, Sort.DROP, "foreign line")
    if line.linked > _LINK_SHARE and words < _BLOCK and not line.heading:
        return Mark(line, Sort.SHORT)
    if (line.ends and words >= _SENTENCE) or words >= block or (words >= _SENTENCE and _has_sentence(line.text)):
        return Mark(line, Sort.PROSE)
    opens = words >= _LEAD and line.bare.endswith((":", "："))  # the lead-in of a list or a quotation
    return Mark(line, Sort.SENTENCE if (line.ends or opens) and words >= 2 and not line.heading else Sort.SHORT)


def _mark_special(line: Line, words: int) -> Mark | None:
    """Date lines and credits."""
    text = unglue(line.text)
    stated = parse_line(text)
    if stated is not None:
        credit = read_parts(text)
        if _is_date_line(line, stated, credit):
            return Mark(line, Sort.DATE, "date line", stated, credit)
    credit = read_line(text) if not line.ends or words <= 6 else None
    return Mark(line, Sort.CREDIT, "credit", stated, credit) if credit is not None else None


def _is_date_line(line: Line, stated: Stated, credit: Credit | None) -> bool:
    """Little else stands on it: two words, a byline, other pieces set off by signs."""
    rest = sum(len(piece.split()) for piece in stated.rest if not is_known(piece))
    parted = any(sign in line.text for sign in "|•·")
    return (
        rest <= 2
        or (rest <= 8 and (credit is not None or parted))
        or (rest <= 4 and line.words <= 9 and not line.ends and "," in line.text)
    )


def _is_marker(line: Line, reason: str) -> bool:
    return reason == "glyph" and line.text in ("-", "–", "—", "•", "*", "·", "▪", "■", "●", "○", "◾", "►", "▶", "»", "›", "+")


def _is_foreign(line: Line, script: str) -> bool:
    if count_letters(line.text, script) > len(line.text) // 3:
        return False
    own = find_script([line])
    return own is not None and own != script


def _has_sentence(text: str) -> bool:
    """A sentence ends inside the line."""
    return _INSIDE.search(text) is not None


def _set_posts(marks: list[Mark], lines: list[Line]) -> None:
    for post in find_posts(lines):
        for index in range(post.first, post.last):
            marks[index] = Mark(lines[index], Sort.POST, "embedded post", embed=post.embed if index == post.first else None)
