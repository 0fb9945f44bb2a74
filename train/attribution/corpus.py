"""Cuts articles with marked attributions into paragraphs of labelled words. Articles enter, rows of words and labels leave.

A paragraph is what the tagger reads at a time. Labels are begin, inside, end and single (BIES) of source, cue and content, and O.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import msgspec

from tocsin.attribute.tagger.labels import LABELS, ROLES
from tocsin.attribute.tagger.words import Word, normalise, split

_INDEX = {label: index for index, label in enumerate(LABELS)}
_PARAGRAPH = re.compile(r"[^\n]+")


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
class Row:
    """A paragraph: its words and the index of each one's label."""

    words: tuple[Word, ...]
    labels: tuple[int, ...]


def load(path: Path) -> list[Article]:
    return [msgspec.json.decode(line, type=Article) for line in path.read_bytes().splitlines()]


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
