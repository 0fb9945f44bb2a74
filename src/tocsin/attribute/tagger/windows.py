"""What the tagger reads at a time: a paragraph, or where it is long, as many of its sentences as fit. A paragraph enters, windows leave."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.attribute.tagger.pieces import Pieces
from tocsin.attribute.tagger.words import Word, normalise, split
from tocsin.model import Article, Paragraph, Span

_LONGEST = 254  # pieces of a window, without its frame


@dataclass(frozen=True, slots=True)
class Window:
    """Words with their places in the article's text, and the pieces that stand for them; ``firsts`` is the first piece of each word."""

    words: tuple[Span, ...]
    pieces: tuple[int, ...]
    shapes: tuple[int, ...]
    firsts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Encoded:
    word: Word
    pieces: tuple[int, ...]


def cut(article: Article, paragraph: int, pieces: Pieces) -> Iterator[Window]:
    """Cut a paragraph of an article into windows."""
    held = article.paragraphs[paragraph]
    for group in _group(article, held, pieces):
        yield _make_window(held.start, group, pieces)


def is_spoken(article: Article, paragraph: int) -> bool:
    """Is the paragraph in the article's language?"""
    first = bisect_left(article.sentences, paragraph, key=lambda sentence: sentence.paragraph)
    if first == len(article.sentences) or article.sentences[first].paragraph != paragraph:
        return False
    return article.sentences[first].language == article.language


def _group(article: Article, paragraph: Paragraph, pieces: Pieces) -> Iterator[list[_Encoded]]:
    """Yield the words of a paragraph, parted at the ends of sentences where they are too many, in the middle of one that is too long itself."""
    ends = [s.end - paragraph.start for s in article.sentences if paragraph.start <= s.start < paragraph.end]
    group: list[_Encoded] = []
    size = safe = 0  # ``safe`` is how many words of the group end with the last whole sentence
    for word in split(normalise(article.text[paragraph.start : paragraph.end])):
        coded = pieces.encode(word.text)[:_LONGEST]
        if len(coded) == 0:
            continue
        while size + len(coded) > _LONGEST:
            at = safe if safe > 0 else len(group)
            yield group[:at]
            group, safe = group[at:], 0
            size = sum(len(one.pieces) for one in group)
        group.append(_Encoded(word, coded))
        size += len(coded)
        while len(ends) > 0 and word.end >= ends[0]:
            ends.pop(0)
            safe = len(group)
    if len(group) > 0:
        yield group


def _make_window(start: int, group: list[_Encoded], pieces: Pieces) -> Window:
    numbers, shapes, firsts = [pieces.first], [0], []
    for one in group:
        firsts.append(len(numbers))
        numbers.extend(one.pieces)
        shapes.extend([one.word.shape] * len(one.pieces))
    words = tuple(Span(start + one.word.start, start + one.word.end) for one in group)
    return Window(words, (*numbers, pieces.last), (*shapes, 0), tuple(firsts))
