"""Words of a line in; the same without joined letters, and how many of them another text has, out."""

from collections.abc import Iterable
from functools import cache, lru_cache

from tocsin.clean.lines import Line
from tocsin.lang import language, pack
from tocsin.lang.furniture import squash

_PARAGRAPHS = 12
_OPENING = 800  # characters of each of them
_SHORT = 2  # letters of a word that tells nothing


def collect_words(lines: Iterable[Line]) -> frozenset[str]:
    """The words of the first paragraphs: what a title or a standfirst is compared with."""
    found: set[str] = set()
    for _, line in zip(range(_PARAGRAPHS), lines, strict=False):
        found.update(stem_words(squash(line.text[:_OPENING])))
    return frozenset(found)


def count_shared(line: Line, vocabulary: frozenset[str]) -> tuple[int, int]:
    """How many words of a line, short ones aside, are in the vocabulary, and how many there are."""
    words = [word for word in stem_words(line.key) if len(word) > _SHORT]
    return sum(1 for word in words if word in vocabulary), len(words)


def stem_words(text: str) -> list[str]:
    """Words without the letters that a script joins to their front."""
    words = text.split()
    if text.isascii():
        return words
    return [_strip(word) for word in words]


@lru_cache(maxsize=65536)
def _strip(word: str) -> str:
    for clitic in _clitics():
        if word.startswith(clitic) and len(word) > len(clitic) + 2:
            return word[len(clitic) :]
    return word


@cache
def _clitics() -> tuple[str, ...]:
    return tuple(sorted({clitic for code in pack.codes() for clitic in language.load(code).proclitics}, key=len, reverse=True))
