"""The lines around an article in; who wrote it, whom it credits and where from, out."""

from dataclasses import dataclass

from tocsin.clean.body import is_note
from tocsin.clean.credits import Credit, read_line, read_placed
from tocsin.clean.dateline import read_dateline
from tocsin.clean.draft import Draft
from tocsin.clean.marks import Mark, Sort
from tocsin.clean.names import is_name

_NEAR = 4  # lines below the text among which credits stand


@dataclass(frozen=True, slots=True)
class Signs:
    """What an article's surroundings tell of it."""

    author: str | None = None
    credit: str | None = None
    dateline: str | None = None


def read_signs(draft: Draft) -> Signs:
    """Read byline, credit and dateline of a draft."""
    first = next((line.text for line in draft.body if line.words >= 6 and not is_note(line)), "")
    opening = read_dateline(first) or Credit()
    closing = _read_closing(draft)
    lines = [mark.credit for mark in _find_near(draft) if mark.credit is not None]
    author = next((credit.author for credit in lines if credit.author is not None), None) or _find_writer(draft)
    named = next((credit.agency for credit in lines + _find_inside(draft) if credit.agency is not None), None)
    place = opening.place or next((credit.place for credit in lines if credit.place is not None), None) or _read_last(draft)
    return Signs(author, opening.agency or named or closing, place)


def _find_writer(draft: Draft) -> str | None:
    """A bare name between title and text that the text's last lines present."""
    title = draft.find_title()
    ends = [line.text for line in draft.body[-1:]] + [mark.line.text for mark in draft.tail[:_NEAR]]
    for mark in draft.head[title + 1 :] if title is not None else []:
        name = mark.line.text
        if mark.sort is Sort.SHORT and 2 <= mark.line.words <= 4 and is_name(name) and any(end.startswith(f"{name} ") for end in ends):
            return name
    return None


def _read_last(draft: Draft) -> str | None:
    """The place of the line right above the text."""
    last = draft.head[-1] if len(draft.head) > 0 else None
    return read_placed(last.line.text) if last is not None and last.sort is Sort.SHORT and last.line is not draft.title else None


def _find_near(draft: Draft) -> list[Mark]:
    """The lines where credits stand: around the title, between it and the text, right below the text."""
    title = draft.find_title()
    above = draft.head[:title] if title is not None else []
    while len(above) > 0 and draft.title is not None and above[-1].line.key == draft.title.key:
        above = above[:-1]
    return [
        *(draft.head if title is None else draft.head[title + 1 :]),
        *draft.tail[:_NEAR],
        *(above[-2:] if len(above) > 4 else above[-1:]),
    ]


def _find_inside(draft: Draft) -> list[Credit]:
    """Credits in brackets between paragraphs: "(With AFP)"."""
    return [mark.credit for mark in draft.marks if mark.credit is not None and mark.sort is Sort.CREDIT and mark.line.text.startswith("(")]


def _read_closing(draft: Draft) -> str | None:
    """An agency in brackets at the end of the last paragraph."""
    text = draft.body[-1].text.rstrip(" .") if len(draft.body) > 0 else ""
    start = text.rfind("(")
    if not text.endswith(")") or start < 0 or len(text) - start > 40:
        return None
    credit = read_line(text[start:])
    return None if credit is None else credit.agency
