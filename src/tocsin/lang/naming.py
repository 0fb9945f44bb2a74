"""Takes a noun phrase apart: which of its words are a bare name, which an office.

Works on rows of words, keys and class bits; knows nothing of articles. A script with capitals goes by them, another by what
is no known word.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.lang import classes as c
from tocsin.lang import uncased


@dataclass(frozen=True, slots=True)
class Name:
    """Tokens ``[first, last)`` are the bare name; ``[office, first)`` the title words before it."""

    office: int
    first: int
    last: int


def is_cased(words: Sequence[str]) -> bool:
    """Does a word begin with a letter that may be a capital?"""
    return any(word[0].lower() != word[0].upper() for word in words)


def is_capital(word: str) -> bool:
    return word[0].isupper()


def find_person(words: Sequence[str], bits: Sequence[int], first: int, last: int, *, code: str) -> Name | None:
    """Return the person's name in tokens ``[first, last)``, or None. A name in apposition after a comma counts."""
    if is_cased(words[first:last]):
        return _find_cased(words, bits, first, last)
    found = uncased.find(words, bits, (first, last), code=code)
    return None if found is None else Name(first, *found)


def _find_cased(words: Sequence[str], bits: Sequence[int], first: int, last: int) -> Name | None:
    index = first
    while index < last:
        if not _cased_part(words, bits, index):
            index += 1
            continue
        end = index + 1
        while end < last and (_cased_part(words, bits, end) or _cased_link(words, bits, end, last)):
            end += 1
        if not any(bits[i] & (c.BODY | c.AGENCY | c.PAPER | c.REGION) for i in range(index, end)) and not _of_body(words, bits, end, last):
            return Name(first, index, end)
        index = end
    return None


def _of_body(words: Sequence[str], bits: Sequence[int], end: int, last: int) -> bool:
    """Is the capitalised run followed by more of a body's name ("Salvation | Government", "Hamrin | Mountains")?"""
    return end < last and is_capital(words[end]) and bool(bits[end] & (c.BODY | c.REGION | c.AGENCY))


def _cased_part(words: Sequence[str], bits: Sequence[int], index: int) -> bool:
    word = words[index]
    if word[:3].lower() in ("al-", "el-"):
        return len(word) > 3
    return is_capital(word) and not bits[index] & (
        c.TITLE | c.ROLE | c.BODY | c.NATION | c.TIME | c.DETERMINER | c.PUNCTUATION | c.PRONOUN | c.OPENER
    )


def _cased_link(words: Sequence[str], bits: Sequence[int], index: int, last: int) -> bool:
    """A small word inside a name: "Abu", "bin", "de"."""
    small = bool(bits[index] & c.CONNECTOR) and not bits[index] & (c.PREPOSITION | c.COORDINATOR | c.DETERMINER)
    initial = words[index] == "." and index > 0 and len(words[index - 1]) == 1
    return (small or initial) and index + 1 < last and _cased_part(words, bits, index + 1)
