"""Lines without an end among running text in; told apart out: list, subheading, or links to other pages."""

from tocsin.clean.draft import Draft
from tocsin.clean.lines import Line
from tocsin.clean.marks import Mark, Sort

_LOOSE = 9  # words of a line without an end that may still be a paragraph
_LAST = 4  # the same on a page that ends no paragraph with a full stop
_RUN = 3  # short lines in a row that are no subheadings
_BULLETS = ("-", "–", "—", "•", "*", "·", "▪", "■", "●", "○", "◾", "►", "▶", "»", "›")


def read_list(draft: Draft, marks: list[Mark], index: int) -> int:
    """Markers that stand alone, each with its line below: a list of the article, or links to other pages."""
    items: list[Mark] = []
    markers: list[Line] = []
    while index < len(marks) and marks[index].sort is Sort.MARKER:
        markers.append(marks[index].line)
        index += 1
        if index < len(marks) and marks[index].sort in (Sort.SHORT, Sort.SENTENCE, Sort.PROSE, Sort.DROP):
            items.append(marks[index])
            index += 1
    kept = _is_introduced(draft) or (len(items) > 0 and all(item.line.text.endswith((".", ";", "؛", ",", "،", "!")) for item in items))
    for line in markers:
        draft.drop(line, "list marker")
    for item in items:
        if kept or item.sort is Sort.PROSE:
            draft.body.append(item.line)
        else:
            draft.drop(item.line, "read-also link")
    return index


def read_shorts(draft: Draft, marks: list[Mark], index: int) -> int:
    """Short lines in a row between running text: one or two are subheadings, more are a list of links unless they are announced."""
    stop = index
    while stop < len(marks) and marks[stop].sort is Sort.SHORT:
        stop += 1
    run = marks[index:stop]
    listed = _is_introduced(draft) or _is_enumeration(run)
    loose = len(draft.body) > 0 and draft.body[-1].words >= _LOOSE and not draft.body[-1].ends
    related = index > 0 and marks[index - 1].reason == "read-also link" and marks[index - 1].line.words <= 5
    for mark in run:
        reason = "read-also link" if related else None if listed else _find_fault(mark, len(run), loose=loose)
        if reason is None:
            draft.body.append(mark.line)
        else:
            draft.drop(mark.line, reason)
    return stop


def _is_introduced(draft: Draft) -> bool:
    """The paragraph above announces a list."""
    return len(draft.body) > 0 and draft.body[-1].bare.endswith((":", "："))


def _is_enumeration(run: list[Mark]) -> bool:
    """Most lines start with a bullet, a number or a small letter, or end in a comma."""
    texts = [mark.line.text for mark in run]
    alike = sum(
        1 for text in texts if text.startswith(_BULLETS) or text[0].isdigit() or text[0].islower() or text.endswith((";", ",", "؛", "،"))
    )
    return len(texts) > 1 and alike > 0.6 * len(texts) and not all(mark.line.linked > 0.8 for mark in run)


def _find_fault(mark: Mark, size: int, *, loose: bool) -> str | None:
    """Why a short line in the midst of prose is no part of it."""
    line = mark.line
    if line.heading > 0 and size < _RUN:
        return None
    if line.linked > 0.8:
        return "read-also link"
    if mark.times > 1:
        return "caption" if mark.twin else "repeated line"
    if line.words == 1 and not line.text.endswith(":"):
        return "label"
    return "link list" if size >= _RUN and line.words < (_LAST if loose else _LOOSE + 6) else None
