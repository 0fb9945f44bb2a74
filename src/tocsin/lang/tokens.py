"""Words of a stretch of text, with offsets and keys."""

import re

from tocsin.lang.fold import MARKS, fold, strip_marks
from tocsin.model import Sentence

# Kept whole: al-Hol, don't, 2,500, 3.5, U.S.; split off: the possessive 's. Every other sign is a token of its own.
_WORD = rf"[\w{MARKS}]"
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_WORD}+(?:(?<!\d)[-‑]{_WORD}+|'(?!s\b){_WORD}+|(?<=\d)[.,:٫٬](?=\d){_WORD}+)*|'s\b|[^\w\s]")
_HAS_MARK = re.compile(f"[{MARKS}]")


def make_sentence(text: str, folded: str, start: int, end: int, *, paragraph: int = 0, language: str | None = None) -> Sentence:
    """Split ``text[start:end]`` into tokens. ``folded`` is ``fold(text)``, made once an article."""
    starts, ends, words, keys = [], [], [], []
    marked = _HAS_MARK.search(folded, start, end) is not None
    for match in _TOKEN.finditer(folded, start, end):
        first, last = match.span()
        key = strip_marks(match.group()) if marked else match.group()
        if key == "":
            continue  # nothing but invisible marks
        starts.append(first)
        ends.append(last)
        words.append(text[first:last])
        keys.append(key)
    return Sentence(start, end, paragraph, language, tuple(starts), tuple(ends), tuple(words), tuple(keys))


def split(text: str) -> tuple[str, ...]:
    """Return the keys of ``text``: the form that a pack's terms are compiled to."""
    return make_sentence(text, fold(text), 0, len(text)).keys
