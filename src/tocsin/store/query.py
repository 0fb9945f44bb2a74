"""What a reader types into a search goes in; terms come out, and where they stand in a text. Knows no database."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.model import Span
from tocsin.store.spelling import Word, find_core, find_parts, find_words, proclitics

_PIECE = re.compile(r'["“”«»]([^"“”«»]*)["“”«»]|([^\s"“”«»]+)')
_MOST = 32  # terms of a query that are looked at; a text to compare belongs to lookup
_NEAR = 25  # words that a snippet may span
_AROUND = 8  # words shown on either side of what was found


@dataclass(frozen=True, slots=True)
class Term:
    """One word, or the words of a phrase in their order. ``open`` is True for a word that may go on ("prison*")."""

    keys: tuple[str, ...]
    open: bool = False


def parse(query: str) -> tuple[Term, ...]:
    """Return the terms of a query. Never fails: what is no word is left out."""
    terms: dict[Term, None] = {}
    for match in _PIECE.finditer(query):
        phrase, word = match.groups()
        keys = tuple(w.key for w in find_words(phrase if phrase is not None else word) if w.key != "")
        if len(keys) > 0:
            terms[Term(keys, open=phrase is None and word.endswith("*") and len(keys) == 1)] = None
    return tuple(terms)[:_MOST]


def spellings(word: str, *, loose: bool = False) -> tuple[str, ...]:
    """The forms under which a word of a query may stand in a text: as typed, and without an article joined to it.

    One letter alone is too often the word's own to be taken off as well: ``loose`` is for a word that no text holds as typed.
    """
    clitics = proclitics(None)
    return (word, *find_parts(word, clitics if loose else tuple(c for c in clitics if len(c) > 1)))


def choose(text: str, terms: Sequence[Term]) -> tuple[Span, tuple[Span, ...]]:
    """Return the passage of a text that holds most of the terms close together, and where they stand in it; else its opening."""
    words = list(find_words(text))
    if len(words) == 0:
        return Span(0, len(text)), ()
    marks = sorted((hit for index, term in enumerate(terms) for hit in _find(words, term, index)), key=lambda hit: hit[1])
    place = {word.start: index for index, word in enumerate(words)}
    best: tuple[int, int, int] = (0, 0, 0)
    last = 0
    for first, (_, span) in enumerate(marks):
        while last < len(marks) and place[marks[last][1].start] - place[span.start] <= _NEAR:
            last += 1
        found = len({index for index, _ in marks[first:last]})
        if found > best[0]:
            best = (found, first, last)
    chosen = tuple(span for _, span in marks[best[1] : best[2]])
    if len(chosen) == 0:
        return Span(words[0].start, words[min(len(words), _NEAR) - 1].end), ()
    left = max(place[chosen[0].start] - _AROUND, 0)
    right = min(place[chosen[-1].start] + _AROUND, len(words) - 1)
    return Span(words[left].start, max(words[right].end, *(span.end for span in chosen))), chosen


def _find(words: Sequence[Word], term: Term, index: int) -> Iterator[tuple[int, Span]]:
    if len(term.keys) > 1:
        yield from _find_phrase(words, term, index)
        return
    typed = term.keys[0]
    found = list(_find_word(words, spellings(typed), opening=typed if term.open else None))
    for word in found if len(found) > 0 else _find_word(words, spellings(typed, loose=True), opening=None):
        yield index, Span(word.start, word.end)


def _find_word(words: Sequence[Word], forms: tuple[str, ...], *, opening: str | None) -> Iterator[Word]:
    wanted, clitics = set(forms), proclitics(None)
    for word in words:
        is_form = word.key in wanted or not wanted.isdisjoint(find_parts(word.key, clitics))
        if is_form or (opening is not None and word.key.startswith(opening)):
            yield word


def _find_phrase(words: Sequence[Word], term: Term, index: int) -> Iterator[tuple[int, Span]]:
    clitics, width = proclitics(None), len(term.keys)
    wanted = [find_core(key, clitics) for key in term.keys]
    cores = [find_core(word.key, clitics) for word in words]
    for first in range(len(words) - width + 1):
        if cores[first] == wanted[0] and cores[first : first + width] == wanted:
            yield index, Span(words[first].start, words[first + width - 1].end)
