"""Folding of letters, so that one word has one key however it was typed. Keeps the length of the text."""

import re
from functools import lru_cache

_ARABIC = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ک": "ك", "ؤ": "و", "ئ": "ي"}
_LATIN = {"İ": "i", "ı": "i", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "‑": "-", "‐": "-", "\u00a0": " "}
_CYRILLIC = {"ё": "е", "Ё": "е"}
_DIGITS = {chr(base + d): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_TABLE = str.maketrans(_ARABIC | _LATIN | _CYRILLIC | _DIGITS)
# The dot that a small "i" keeps in decomposed Turkish, Arabic vowel signs, tatweel and invisible direction marks, as the inside of a character class.
MARKS = "\u0307\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069"
_SHORT = 40  # characters of the longest wording whose key is kept
_MARK = re.compile(f"[{MARKS}]")


def fold(text: str) -> str:
    """Return ``text`` in lower case with letter variants, digits and apostrophes unified; same length.

    Characters whose lower case is longer than one are left as they are, so offsets never move.
    """
    folded = text.translate(_TABLE)
    lowered = folded.lower()
    if len(lowered) != len(text):
        lowered = "".join(c if len(c.lower()) != 1 else c.lower() for c in folded)
    return lowered


def strip_marks(word: str) -> str:
    """Drop Arabic vowel signs, tatweel and invisible direction marks."""
    return _MARK.sub("", word)


def key(word: str) -> str:
    """Return the form that packs and names are looked up by."""
    return _key(word) if len(word) <= _SHORT else strip_marks(fold(word))


@lru_cache(1 << 16)
def _key(word: str) -> str:
    return strip_marks(fold(word))
