"""Quoted stretches of a text: where each opens and closes, and whether it is speech or a word held at arm's length."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tocsin.lang import grammar, pack
from tocsin.model import Article, Sentence, Span

_MARK = re.compile("''|``|[\"“”„«»‘’']")
_OPENING = {"“", "„", "«", "‘", "``"}
_SINGLE = {"‘", "'"}  # marks that may as well be an apostrophe
_VERB_FINAL = "verb-final"
_WIDEST = 2  # characters of a mark, at most
_OPEN = 15  # characters of spoken words whose closing mark is missing
_SPEECH = 4  # words from which a quotation is speech and not a name or a scare quote
_LED = 3  # words from which one behind a colon is speech
_SPOKEN = re.compile(r", [—–-] [a-zа-яё]")  # words of the author behind a dash
_ELIDED = re.compile(r"\b(?:[ldnscjmt]|qu)['’](?=[^\W\d_]{2})", re.IGNORECASE)  # two words written as one
_LONGEST = 600  # tokens of the sentences of one quotation that are read together
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
    depth = 0
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        before = at > start and text[at - 1].isalnum()
        after = match.end() < end and text[match.end()].isalnum()
        if mark in {"’", "'"} and opened is not None and (after or text[opened] not in _SINGLE):
            continue  # an apostrophe
        closes = opened is not None and text[opened] in _SINGLE and not after and text[at - 1] not in "sS"
        if (mark == "’" and opened is None) or (mark in _SINGLE and before and not closes):
            continue
        if opened is None:
            if not (before and not after) or mark in _OPENING:
                opened, depth = at, 0
        elif text[opened] == "«" == mark and text.count("»", at, end) > depth + 1:
            depth += 1  # a name inside a quotation: «…«Заря»…»
        elif text[opened] == "«" and mark == "»" and depth > 0:
            depth -= 1
        elif text[opened] == "«" != mark != "»" and text.find("»", at, end) != -1:
            continue  # marks of a second kind inside
        elif text[opened] not in _SINGLE or mark in {"’", "'"}:
            if mark in _OPENING and after and not before:
                continue  # a quotation inside a quotation
            yield _quote(text, (opened, match.end()), paragraph, unclosed=False)
            opened = None
    if opened is not None and (opened - start < 3 or goes_on) and end - opened > _OPEN:
        yield _quote(text, (opened, end), paragraph, unclosed=True)


def join(sentences: Sequence[Sentence], quotes: Sequence[Quote]) -> Iterator[tuple[int, Sentence]]:
    """Yield the sentences of known languages with their numbers; where the verb comes last, those of one quotation as one.

    There the speaker stands in front of the quotation and the verb behind it, however many sentences it has.
    """
    starts = [quote.start for quote in quotes]
    held: tuple[int, Sentence] | None = None
    for index, sentence in enumerate(sentences):
        if sentence.language not in pack.codes():
            continue
        if held is not None and not _goes_on(held[1], sentence, quotes, starts):
            yield held
            held = None
        if grammar.load(sentence.language or "").order != _VERB_FINAL:
            yield index, sentence
        else:
            held = (index, sentence) if held is None else (held[0], _append(held[1], sentence))
    if held is not None:
        yield held


def _goes_on(before: Sentence, sentence: Sentence, quotes: Sequence[Quote], starts: Sequence[int]) -> bool:
    """Is a quotation open between the two sentences?"""
    at = bisect_right(starts, before.end) - 1
    long = len(before.keys) + len(sentence.keys) > _LONGEST
    return not long and before.language == sentence.language and at >= 0 and sentence.start < quotes[at].end and not quotes[at].open


def _append(left: Sentence, right: Sentence) -> Sentence:
    return replace(
        left,
        end=right.end,
        starts=left.starts + right.starts,
        ends=left.ends + right.ends,
        words=left.words + right.words,
        keys=left.keys + right.keys,
    )


def _quote(text: str, span: tuple[int, int], paragraph: int, *, unclosed: bool) -> Quote:
    inner = text[span[0] + 1 : span[1] - 1]
    words = len(inner.split()) + len(_ELIDED.findall(inner))
    led = (words >= _LED and text[max(0, span[0] - 2) : span[0]].strip() == ":") or _SPOKEN.match(text, span[1]) is not None
    speech = words >= _SPEECH or led or (words >= 2 and _END.search(inner) is not None)
    return Quote(span[0], span[1], paragraph, speech, words, unclosed)
