"""Whole attributions of what the tagger marked: each content goes to a cue, each cue to a source. Marked spans enter, attributions leave."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.attribute.tagger.spans import Marked
from tocsin.model import Span

_END = re.compile(r"[.!?…][”\"’']*\s")
_CLOSED = re.compile(r"\.[”\"’']?$")
_WORD = re.compile(r"\w+")
_MARKS = "“\"'‘«`"
_SENTENCE = 6  # what the end of a sentence between two spans costs, in words
_OTHER = 4  # what another cue between them costs
_FAR = 30  # beyond this a source does not belong to a cue


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution in characters of the text. ``likely`` is the likelihood of its least likely part.

    ``later`` is what goes on with the content in paragraphs behind, where nothing says who speaks.
    """

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    likely: float
    later: tuple[Span, ...] = ()


def pair(text: str, marked: Sequence[Marked]) -> tuple[Attribution, ...]:
    """Return the attributions of one window. A cue without a content is dropped."""
    cues, sources, contents = (tuple(m for m in marked if m.role == role) for role in ("cue", "source", "content"))
    if len(cues) == 0:
        return ()
    held: dict[Span, list[Marked]] = {}
    for content in contents:
        held.setdefault(min(cues, key=lambda cue: _cost(text, cue.span, content.span, cues)).span, []).append(content)
    found = []
    for cue in cues:
        own = held.get(cue.span)
        if own is None:
            continue
        source = min(sources, key=lambda s: _cost(text, cue.span, s.span, cues), default=None)
        if source is not None and _cost(text, cue.span, source.span, cues) > _FAR:
            source = None
        parts = (cue, *own, *(() if source is None else (source,)))
        found.append(
            Attribution(cue.span, None if source is None else source.span, tuple(c.span for c in own), min(p.likely for p in parts))
        )
    return tuple(found)


def goes_on(text: str, marked: Sequence[Marked]) -> bool:
    """Is there nothing but spoken words, so that they go on with those of the paragraph before?"""
    return len(marked) > 0 and all(m.role == "content" for m in marked) and text[marked[0].span.start] in _MARKS


def _cost(text: str, cue: Span, other: Span, cues: Sequence[Marked]) -> float:
    left, right = (cue, other) if cue.start < other.start else (other, cue)
    between = text[left.end : right.start]
    crossed = sum(left.end <= c.span.start < right.start for c in cues)
    closed = _CLOSED.search(text, max(left.start, left.end - 2), left.end) is not None  # "…" with a full stop is no part of what follows
    return len(_WORD.findall(between)) + _SENTENCE * (len(_END.findall(f"{between} ")) + closed) + _OTHER * crossed
