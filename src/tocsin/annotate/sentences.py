"""Takes an article with its languages, returns it with its sentences: every non-space character of a paragraph is in one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tocsin.lang import boundaries
from tocsin.lang.boundaries import Boundaries
from tocsin.lang.fold import fold, strip_marks
from tocsin.lang.tokens import make_sentence
from tocsin.model import Article, Paragraph, Sentence

LIMIT = 4000  # a longer sentence is cut at a space: no stage behind this one meets a line of megabytes

_MARK = re.compile(r"[.!?…؟۔。]+(?: \.+)*(?:[ \u00a0\u202f][»›])?[\"”“’'»«)\]\u200e\u200f]*|\n[ \t\r]*\n")
_CLOSERS = "\"”“’'»›«)]\u200e\u200f \u00a0\u202f"  # behind a mark; some languages put a space before them
_NEXT = re.compile(r"[\s\"”“’'‘»«(\[\u200e\u200f*•—–-]*([^\W_]+(?:[-'’][^\W_]+)?)")
_LETTER = re.compile(r"[^\W\d_]")
_INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")  # "J" in "J. Smith", "u.s" in "U.S."
_PARTICLE = re.compile(r"[^\W\d_]{1,3}[-'’]")  # "al-" in "al-Shibani"
_BEFORE = 32  # characters looked at in front of a mark


def read(article: Article) -> Article:
    """Split each paragraph into sentences and tokens, in the paragraph's own language where it has one."""
    text, folded = article.text, fold(article.text)
    paragraphs = article.paragraphs or (Paragraph(0, len(text)),)
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(paragraphs):
        code = paragraph.language or article.language
        for start, end in split(text, paragraph.start, paragraph.end, rules=boundaries.load(code)):
            sentences.append(make_sentence(text, folded, start, end, paragraph=index, language=code))
    return replace(article, sentences=tuple(sentences))


def split(text: str, start: int, end: int, *, rules: Boundaries) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the sentences in ``text[start:end]``, without the spaces around them."""
    first = start
    for match in _MARK.finditer(text, start, end):
        cut = _cut(text, match, (first, end), rules=rules)
        if cut is not None and cut > first:
            yield from _bounds(text, first, cut)
            first = cut
    yield from _bounds(text, first, end)


def _bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch without spaces around it, in pieces of at most LIMIT characters."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    end -= len(piece) - len(piece.rstrip())
    while end - start > LIMIT:
        space = text.rfind(" ", start + LIMIT // 2, start + LIMIT)
        cut = start + LIMIT if space == -1 else space
        yield start, cut
        start = cut + (space != -1)
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, match: re.Match[str], bounds: tuple[int, int], *, rules: Boundaries) -> int | None:
    """Where the sentence ends when this mark ends one, else None."""
    mark, pos = match.group(), match.end()
    if mark[0] == "\n" or pos == bounds[1]:
        return pos
    before = text[match.start() - 1] if match.start() > bounds[0] else " "
    if not text[pos].isspace():
        return _glued(text, match, before, rules=rules)
    following = _NEXT.match(text, pos, bounds[1])
    if following is None:
        return pos
    word = following.group(1)
    if len(word) == 1 and text[following.end() : following.end() + 1] == ".":
        word += "."  # an initial: no word that begins a sentence
    if word[0].islower() and not (_PARTICLE.match(word) is not None and word[2:].lower() != word[2:]):
        return None
    stops = mark.rstrip(_CLOSERS)
    if stops in ("?", "!", "؟"):
        return pos
    if len(stops) > 1 or stops == "…":
        return pos if word[0].isupper() or not set(stops) <= {".", "…"} else None
    return None if _continues(text, match.start(), bounds[0], word=word, rules=rules) else pos


def _continues(text: str, pos: int, first: int, *, word: str, rules: Boundaries) -> bool:
    """Whether the single stop at ``pos`` belongs to an abbreviation, an initial or a number of a list."""
    opening = strip_marks(fold(word))
    if opening in rules.continuers:
        return True
    stretch = text[max(first, pos - _BEFORE) : pos]
    if stretch == "" or stretch[-1].isspace():
        return False
    last = strip_marks(stretch.split()[-1].lstrip("\"”“’'‘»«([")).rstrip(".")
    if last.isdigit():
        return len(text[first:pos].split()) == 1
    if last in rules.abbreviations or fold(last) in rules.abbreviations or _INITIAL.fullmatch(last) is not None:
        return not (opening in rules.openers and word[0].isupper())
    return False


def _glued(text: str, match: re.Match[str], before: str, *, rules: Boundaries) -> int | None:
    """A mark with no space behind it ends a sentence only between two words that are written out."""
    mark, pos = match.group(), match.end()
    if before.isspace() or _LETTER.match(text[pos]) is None or ("." not in mark and mark[0] not in "!?؟"):
        return None
    stops = mark.rstrip(_CLOSERS)
    if len(stops) > 1:
        return None
    closed = len(mark) > len(stops)
    following = _NEXT.match(text, pos)
    word = "" if following is None else following.group(1)
    if len(word) < 2 or not (closed or text[match.start() - 2 : match.start()].isalpha()):
        return None
    if word[0].isupper():
        return pos if before.islower() and (closed or fold(word) in rules.openers) else None
    if word[0].islower() or not _LETTER.match(before):
        return None
    if closed and mark[-1] in "“«":
        return match.start() + len(stops)
    return pos
