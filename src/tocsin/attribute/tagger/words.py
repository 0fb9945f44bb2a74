"""Words as the tagger reads them, with the shape that folding of case loses. The text of a paragraph enters, words with places leave."""

import re
from dataclasses import dataclass

SHAPES = 8  # four shapes of a word, inside quotation marks and outside
_WORD = re.compile(r"\w+|[^\w\s]")
_INSIDE = 4
_OPENS_AFTER = "([—–-‘'"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a paragraph, with its place there. ``shape`` is what folding of case loses, and whether it stands in quotation marks."""

    text: str
    start: int
    end: int
    shape: int


def normalise(text: str) -> str:
    """Give straight double quotation marks a direction by what stands around them. The length stays."""
    if '"' not in text:
        return text
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


def _shape(word: str) -> int:
    if not word[0].isalpha():
        return 3 if word[0].isdigit() else 0
    if word.isupper() and len(word) > 1:
        return 2
    return 1 if word[0].isupper() else 0
