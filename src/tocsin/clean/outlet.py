"""What a page says it is published by: its marks in, the outlet's name out, or None. No name is known beforehand."""

import re

from tocsin.clean.marks import Mark, Sort
from tocsin.clean.names import is_name, is_outlet
from tocsin.clean.notice import read_notice
from tocsin.clean.suffix import split_suffix
from tocsin.lang.furniture import squash

_DOMAIN = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}", re.IGNORECASE)
_WORDS = 5
_TOP = 3  # lines of a page among which its name may stand
_HEAD = 40
_FOOT = 4  # lines below the text among which its name may stand


def find_outlet(marks: list[Mark], tail: list[Mark], title: str | None) -> str | None:
    """The name at the end of the text or at the top of the page where the page says it twice; else the owner of its copyright; else the name at the end."""
    notices = [mark.line.text for mark in marks if mark.reason == "copyright"]
    owner = next((name for text in notices if (name := read_notice(text)) is not None), None)
    window = None if title is None else _find_suffix(marks, title)
    suffix = window or (None if title is None else split_suffix(title)[1])
    top = _find_top(marks)
    foot = _find_foot(tail)
    if foot is not None and (_DOMAIN.fullmatch(foot) is not None or is_outlet(foot) or _is_said(foot, [owner, suffix, top])):
        return foot
    if top is not None and (_is_said(top, [owner, suffix]) or is_outlet(top) or any(_is_within(top, text) for text in notices)):
        return _spell(top, owner)
    if owner is not None:
        return owner
    if foot is not None or window is not None:
        return foot or window
    return suffix if suffix is not None and any(squash(mark.line.text) == squash(suffix) for mark in marks) else None


def _find_top(marks: list[Mark]) -> str | None:
    """A line of a few words at the very top that is no known furniture."""
    for mark in marks[:_TOP]:
        text = mark.line.text.strip(" .|")
        if mark.sort in (Sort.SHORT, Sort.CREDIT) and mark.line.words <= _WORDS and (is_name(text) or text.isupper()):
            return text
    return None


def _find_foot(tail: list[Mark]) -> str | None:
    """The same right below the text: a signature."""
    for index, mark in enumerate(tail[:_FOOT]):
        text = mark.line.text.strip(" .|")
        if any(other.line.text.startswith(f"{text} ") for other in tail[index + 1 : index + 3]):
            return None  # the next line presents a writer
        if mark.sort is Sort.SHORT and mark.line.words <= _WORDS and mark.line.linked < 0.5 and (is_name(text) or _DOMAIN.fullmatch(text)):
            return text
        if mark.sort is Sort.DROP and mark.reason not in ("view counter", "story code", "counter", "glyph", "button", "copyright"):
            return None
    return None


def _find_suffix(marks: list[Mark], title: str) -> str | None:
    """What stands behind the title where the page shows it a second time, as windows do."""
    for mark in marks[:_HEAD]:
        bare, suffix = split_suffix(mark.line.text)
        if suffix is not None and squash(bare) == squash(title):
            return suffix
    return None


def _is_said(name: str, others: list[str | None]) -> bool:
    return any(other is not None and (_is_within(name, other) or _is_within(other, name)) for other in others)


def _is_within(name: str, text: str) -> bool:
    return f" {squash(name)} " in f" {squash(text)} "


def is_own(credit: str | None, outlet: str | None) -> bool:
    """Whether a credit names the outlet itself, which is no credit."""
    if credit is None or outlet is None:
        return False
    ours, theirs = squash(outlet), squash(credit)
    return _is_within(credit, outlet) or _is_within(outlet, credit) or ours.startswith(theirs) or theirs.startswith(ours)


def _spell(top: str, owner: str | None) -> str:
    """A name in capitals as the copyright line writes it."""
    if not top.isupper():
        return top
    start = -1 if owner is None else owner.lower().find(top.lower())
    return top.title() if owner is None or start < 0 else owner[start : start + len(top)]
