"""Quoted stretches of a text: where each opens and closes, and whether it is speech or a word held at arm's length."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model import Article, Span

_MARK = re.compile("''|``|[\"“”„«»‘’']")
_OPENING = {"“", "„", "«", "‘", "``"}
_SINGLE = {"‘", "'"}  # marks that may as well be an apostrophe
_WIDEST = 2  # characters of a mark, at most
_OPEN = 15  # characters of spoken words whose closing mark is missing
_SPEECH = 4  # words from which a quotation is speech and not a name or a scare quote
_ELIDED = re.compile(r"\b(?:[ldnscjmt]|qu)['’](?=[^\W\d_]{2})", re.IGNORECASE)  # two words written as one
_END = re.compile(r"[.!?؟،,…]\W*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters ``[start, end)``, marks included. ``open`` means that the next paragraph may go on with it."""

    start: int
    end: int
    paragraph: int
    speech: bool
    words: int
    open: bool = False

    def touches(self, at: int) -> bool:
        """Is the character part of one of the two marks?"""
        return self.start <= at < self.start + _WIDEST or self.end - _WIDEST <= at < self.end


def find(article: Article) -> tuple[Quote, ...]:
    """Return the quotations of the article's paragraphs, left to right; they do not overlap."""
    quotes: list[Quote] = []
    for index, paragraph in enumerate(article.paragraphs):
        after = article.paragraphs[index + 1].start if index + 1 < len(article.paragraphs) else None
        goes_on = after is not None and _MARK.match(article.text, after) is not None  # spoken words over several paragraphs
        quotes.extend(_find_in(article.text, Span(paragraph.start, paragraph.end), index, goes_on=goes_on))
    return tuple(quotes)


def _find_in(text: str, span: Span, paragraph: int, *, goes_on: bool) -> Iterator[Quote]:
    start, end = span.start, span.end
    opened: int | None = None
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        before = at > start and text[at - 1].isalnum()
        after = match.end() < end and text[match.end()].isalnum()
        if mark in {"’", "'"} and opened is not None and (after or text[opened] not in _SINGLE):
            continue  # an apostrophe
        if (mark == "’" and opened is None) or (mark in _SINGLE and before):
            continue
        if opened is None:
            if not (before and not after) or mark in _OPENING:
                opened = at
        elif text[opened] == "«" != mark != "»" and text.find("»", at, end) != -1:
            continue  # marks of a second kind inside
        elif text[opened] not in _SINGLE or mark in {"’", "'"}:
            if mark in _OPENING and after and not before:
                continue  # a quotation inside a quotation
            yield _quote(text, (opened, match.end()), paragraph, unclosed=False)
            opened = None
    if opened is not None and (opened - start < 3 or goes_on) and end - opened > _OPEN:
        yield _quote(text, (opened, end), paragraph, unclosed=True)


def _quote(text: str, span: tuple[int, int], paragraph: int, *, unclosed: bool) -> Quote:
    inner = text[span[0] + 1 : span[1] - 1]
    words = len(inner.split()) + len(_ELIDED.findall(inner))
    speech = words >= _SPEECH or (words >= 2 and _END.search(inner) is not None)
    return Quote(span[0], span[1], paragraph, speech, words, unclosed)
