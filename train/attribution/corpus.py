"""Cuts articles with marked attributions into paragraphs of labelled words. Articles enter, rows of words and labels leave.

A paragraph is what the tagger reads at a time. Labels are begin, inside, end and single (BIES) of source, cue and content, and O.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BIES"))
SHAPES = 8  # four shapes of a word, inside quotation marks and outside
_INDEX = {label: index for index, label in enumerate(LABELS)}
_WORD = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
_INSIDE = 4
_OPENS_AFTER = "([—–-‘'"


class Attribution(msgspec.Struct):
    """Character ranges of one attribution, in pieces."""

    source: tuple[tuple[int, int], ...] = ()
    cue: tuple[tuple[int, int], ...] = ()
    content: tuple[tuple[int, int], ...] = ()


class Article(msgspec.Struct):
    """One line of the training file: a running text and what is attributed in it."""

    id: str
    text: str
    attributions: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph, with its place there. ``shape`` is what folding of case loses, and whether it stands in quotation marks."""

    text: str
    start: int
    end: int
    shape: int


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph: its words and the index of each one's label."""

    words: tuple[Word, ...]
    labels: tuple[int, ...]


def load(path: Path) -> list[Article]:
    return [msgspec.json.decode(line, type=Article) for line in path.read_bytes().splitlines()]


def normalise(text: str) -> str:
    """Give straight double quotation marks a direction by what stands around them. The length stays."""
    letters = list(f" {text} ")
    for index in range(1, len(letters) - 1):
        if letters[index] == '"':
            before, behind = letters[index - 1], letters[index + 1]
            letters[index] = "“" if (before.isspace() or before in _OPENS_AFTER) and not behind.isspace() else "”"
    return "".join(letters[1:-1])


def split(paragraph: str) -> tuple[Word, ...]:
    """Split a normalised paragraph into words."""
    words, inside = [], False
    for match in _WORD.finditer(paragraph):
        word = match.group()
        inside = inside or word == "“"
        words.append(Word(word, *match.span(), _shape(word) + _INSIDE * inside))
        inside = inside and word != "”"
    return tuple(words)


def cut(article: Article) -> Iterator[Row]:
    """Yield the paragraphs of an article. Where two attributions claim a word, the first in the text keeps it."""
    text = normalise(article.text)
    spans = sorted({(*span, role) for a in article.attributions for role in ROLES for span in getattr(a, role)})
    for match in _PARAGRAPH.finditer(text):
        words = split(match.group())
        labels = ["O"] * len(words)
        for start, end, role in spans:
            if start < match.end() and end > match.start():
                _mark(labels, [i for i, w in enumerate(words) if w.start + match.start() < end and w.end + match.start() > start], role)
        if len(words) > 0:
            yield Row(words, tuple(_INDEX[label] for label in labels))


def may_follow(before: str | None, after: str | None) -> bool:
    """True where label ``after`` may follow ``before``; None stands for the edge of a paragraph."""
    part, _, role = (before or "O").partition("-")
    following, _, other = (after or "O").partition("-")
    return following in "IE" and role == other if part in "BI" else following in "OBS"


def find_spans(labels: list[int]) -> Iterator[tuple[str, int, int]]:
    """Yield (role, first, last) of each span that a row of label indexes marks."""
    starts = [i for i, label in enumerate(labels) if LABELS[label][0] in "BS"]
    for start, limit in pairwise((*starts, len(labels))):
        end = next((i for i in range(start, limit) if LABELS[labels[i]][0] in "ES"), None)
        if end is not None:
            yield LABELS[labels[start]].partition("-")[2], start, end + 1


def _mark(labels: list[str], places: list[int], role: str) -> None:
    if len(places) == 0 or any(labels[i] != "O" for i in places):
        return
    labels[places[0] : places[-1] + 1] = [f"I-{role}"] * (places[-1] + 1 - places[0])
    labels[places[0]], labels[places[-1]] = f"B-{role}", f"E-{role}"
    if len(places) == 1:
        labels[places[0]] = f"S-{role}"


def _shape(word: str) -> int:
    if not word[0].isalpha():
        return 3 if word[0].isdigit() else 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() else 0
