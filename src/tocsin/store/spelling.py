"""Words as a search knows them: letter variants, accents and vowel signs unified, joined particles taken off."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from tocsin.lang import language, pack
from tocsin.lang.fold import MARKS, fold, strip_marks

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{MARKS}])*")
_CORE = 3  # letters that must remain of a word whose particle is taken off


@dataclass(frozen=True, slots=True)
class Word:
    """Characters ``[start, end)`` of a text and the key they are found by."""

    start: int
    end: int
    key: str


def find_words(text: str) -> Iterator[Word]:
    """Yield the words of a text, from left to right. Offsets count in the text as given."""
    for match in _WORD.finditer(fold(text)):
        yield Word(match.start(), match.end(), _key(match.group()))


def find_keys(text: str) -> list[str]:
    """The keys of the words of a text, where offsets do not matter."""
    return [_key(word) for word in _WORD.findall(fold(text))]


@cache
def proclitics(code: str | None) -> tuple[str, ...]:
    """The particles that language ``code`` joins to a word, longest first; with None, those of every pack."""
    codes = pack.codes() if code is None else tuple(c for c in pack.codes() if c == code)
    # A pack writes "letters:prefix" where the letters have swallowed a prefix; here both come off.
    found = {clitic.partition(":")[0] for c in codes for clitic in language.load(c).proclitics}
    return tuple(sorted(found, key=lambda clitic: (-len(clitic), clitic)))


@lru_cache(maxsize=100_000)
def find_parts(word: str, clitics: tuple[str, ...]) -> tuple[str, ...]:
    """What a word may be without a joined particle, the shortest first: "والسجن" gives "سجن" and "السجن"."""
    return tuple(word[len(c) :] for c in clitics if word.startswith(c) and len(word) >= len(c) + _CORE)


@lru_cache(maxsize=100_000)
def find_core(word: str, clitics: tuple[str, ...]) -> str:
    """Take particles off until none is left: the same for every form of a word, so that phrases can be compared."""
    parts = find_parts(word, clitics)
    return word if len(parts) == 0 else find_core(parts[0], clitics)


@lru_cache(maxsize=100_000)
def _key(word: str) -> str:
    if word.isascii():
        return word
    bare = unicodedata.normalize("NFKD", strip_marks(word))
    return "".join(c for c in bare if not unicodedata.combining(c) and c.isalnum())
