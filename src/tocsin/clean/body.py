"""The marks of one article in; its draft out: head, body and tail told apart."""

from tocsin.clean.draft import Draft
from tocsin.clean.lines import Line
from tocsin.clean.lists import read_list, read_shorts
from tocsin.clean.marks import Mark, Sort
from tocsin.clean.repeats import drop_repeats
from tocsin.clean.split import Stretch, is_cut_off
from tocsin.clean.words import collect_words, count_shared
from tocsin.model import Precision

_LAST = 4  # words of a line without an end that may still be the last paragraph
_ENDS = ("read-also link", "comments", "tags", "copyright", "share bar")  # what ends a list of links
_TOLD = 30  # words of a text below which nothing of its end is sought


def make_draft(marks: list[Mark], stretch: Stretch) -> Draft:
    """Tell head, body and tail of one article apart."""
    own = marks[stretch.first : stretch.last]
    draft = Draft(own)
    title = None if stretch.title is None else stretch.title - stretch.first
    if title is not None:
        draft.title = own[title].line
    first, last = _find_body(own[: stretch.stop - stretch.first], -1 if title is None else title)
    _read_head(draft, own[:first], title)
    _read_body(draft, own[first:last])
    _read_tail(draft, own[last:])
    drop_repeats(draft)
    if len(draft.body) == 0 and draft.title is not None:  # a page of one line
        draft.body, draft.title = [draft.title], None
    return draft


def _find_body(marks: list[Mark], title: int) -> tuple[int, int]:
    """The range from the first to the last running line, without comments and teasers below."""
    kinds = (Sort.PROSE,) if any(mark.sort is Sort.PROSE for mark in marks[title + 1 :]) else (Sort.SENTENCE, Sort.SHORT)
    running = [index for index in range(title + 1, len(marks)) if marks[index].sort in kinds]
    if len(running) == 0:
        return len(marks), len(marks)
    first, last = running[0], running[-1] + 1
    while first > title + 1 and marks[first - 1].sort is Sort.SENTENCE:
        first -= 1
    last = _cut_below(marks, first, last)
    while (more := _extend(marks, last)) > last:
        last = more
    return first, last


def _extend(marks: list[Mark], last: int) -> int:
    """One more short paragraph below the text, also beyond a picture, a post or an advertisement."""
    at = last
    while at < len(marks) and (marks[at].sort in (Sort.POST, Sort.CAPTION) or marks[at].reason == "advertisement"):
        at += 1
    if at < len(marks) and (marks[at].sort is Sort.SENTENCE or _is_last_loose(marks, at)):
        return at + 1
    return last


def _is_last_loose(marks: list[Mark], at: int) -> bool:
    """A paragraph without a full stop on a page that has none: not followed by others like it, as links are."""
    mark = marks[at]
    if mark.sort is not Sort.SHORT or mark.line.words < _LAST or mark.line.linked > 0.5 or marks[at - 1].line.ends:
        return False
    return at + 1 == len(marks) or marks[at + 1].sort is not Sort.SHORT


def _cut_below(marks: list[Mark], first: int, last: int) -> int:
    """Where comments or teasers of other pages begin, the body ends."""
    words = 0
    for index in range(first, last):
        mark = marks[index]
        words += mark.line.words if mark.running else 0
        if words < _TOLD or mark.sort is not Sort.DROP:
            continue
        if mark.reason == "comments" and mark.line.words <= 4:
            return _end_above(marks, index)
        if mark.reason == "read-also link" and _is_teasers(marks[index + 1 :]):
            return _end_above(marks, index)
    return last


def _end_above(marks: list[Mark], index: int) -> int:
    while index > 0 and not marks[index - 1].running:
        index -= 1
    return index


def _is_teasers(marks: list[Mark]) -> bool:
    """Below the heading of a list: most running text is cut off, or each piece has a short line of its own above it."""
    stop = next((index for index, mark in enumerate(marks) if mark.sort is Sort.DROP and mark.reason in _ENDS), len(marks))
    marks = marks[:stop]
    running = [index for index, mark in enumerate(marks) if mark.running]
    whole = [index for index in running if not is_cut_off(marks[index].line)]
    if 2 * len(whole) <= len(running):
        return len(running) > 0
    return len(running) > 1 and all(index > 0 and marks[index - 1].sort in (Sort.SHORT, Sort.DATE, Sort.CAPTION) for index in running)


def _read_head(draft: Draft, marks: list[Mark], title: int | None) -> None:
    draft.head = marks
    vocabulary: frozenset[str] | None = None
    for index, mark in enumerate(marks):
        if index == title:
            continue
        if mark.sort is Sort.POST:
            draft.take_post(mark)
        elif draft.title is not None and mark.line.key == draft.title.key:
            draft.drop(mark.line, "duplicate title")
        elif title is not None and index > title and mark.sort in (Sort.SHORT, Sort.SENTENCE):
            vocabulary = vocabulary or collect_words(other.line for other in draft.marks[len(marks) :] if other.running)
            if not mark.twin and (_is_standfirst(mark.line, vocabulary) or is_note(mark.line)):
                draft.body.append(mark.line)
            else:
                draft.drop(mark.line, "line above the text")
        else:
            draft.drop(mark.line, mark.reason or ("caption" if mark.twin else "line above the text"))


def is_note(line: Line) -> bool:
    """An editor's remark in brackets, such as one on a correction."""
    return line.words >= 8 and line.text[0] in "([" and line.text[-1] in ")]"


def _is_standfirst(line: Line, vocabulary: frozenset[str]) -> bool:
    """A line between title and text that is about the same: its words come back below."""
    shared, size = count_shared(line, vocabulary)
    return line.words >= 6 and line.linked < 0.5 and shared >= 2 and shared >= 0.4 * size


def _read_body(draft: Draft, marks: list[Mark]) -> None:
    index = 0
    while index < len(marks):
        mark = marks[index]
        if mark.running:
            draft.body.append(mark.line)
        elif mark.sort is Sort.POST:
            draft.take_post(mark)
        elif mark.sort is Sort.MARKER:
            index = read_list(draft, marks, index)
            continue
        elif mark.sort is Sort.SHORT:
            index = read_shorts(draft, marks, index)
            continue
        elif _is_sentence_inside(marks, index) or _is_station(marks, index):
            draft.body.append(mark.line)
        else:
            draft.drop(mark.line, mark.reason or mark.sort.value)
        index += 1


def _is_sentence_inside(marks: list[Mark], index: int) -> bool:
    """A full sentence in the midst of prose that only sounds like a notice."""
    line = marks[index].line
    if marks[index].reason != "copyright" or not line.ends or line.words < 12 or index == 0 or index + 1 >= len(marks):
        return False
    return marks[index - 1].sort is Sort.PROSE and marks[index + 1].sort is Sort.PROSE


def _is_station(marks: list[Mark], index: int) -> bool:
    """A day as the heading of a paragraph, as chronologies have them."""
    mark = marks[index]
    if mark.sort is not Sort.DATE or mark.stated is None or mark.stated.precision is Precision.MINUTE or mark.credit is not None:
        return False
    if not 0 < index < len(marks) - 1 or mark.line.words > 6:
        return False
    return (marks[index - 1].running or marks[index - 1].sort is Sort.SHORT) and marks[index + 1].running


def _read_tail(draft: Draft, marks: list[Mark]) -> None:
    draft.tail = marks
    for mark in marks:
        if mark.sort is Sort.POST:
            draft.take_post(mark)
        else:
            draft.drop(mark.line, mark.reason or ("line below the text" if not mark.running else "text below the article"))
